package org.critscape.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligns columns of text. */
final class TextTable {
    private static final String GAP = "   ";

    private TextTable() {}

    /** One indented line of text per row; all rows have the same number of cells, the last of which is not padded. */
    static List<String> of(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, c -> Math.max(widths[c], row.get(c).length()));
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < row.size() - 1; c++) {
                line.append(row.get(c))
                        .append(" ".repeat(widths[c] - row.get(c).length()))
                        .append(GAP);
            }
            lines.add((line + row.get(row.size() - 1)).stripTrailing());
        }
        return lines;
    }
}
