package org.critscape.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/** Aligns columns of text. */
final class TextTable {
    private static final String GAP = "   ";

    private TextTable() {}

    /** One indented line of text per row; all rows have the same number of cells, the last of which is not padded. */
    static List<String> of(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < row.size() - 1; c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(c))
                        .append(" ".repeat(width - row.get(c).length()))
                        .append(GAP);
            }
            lines.add((line + row.get(row.size() - 1)).stripTrailing());
        }
        return lines;
    }
}
