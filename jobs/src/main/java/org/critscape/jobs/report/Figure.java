package org.critscape.jobs.report;

import java.util.List;

/**
 * A figure of panels in rows, left to right.
 *
 * @param name of its files, without ending
 * @param title one line
 * @param caption what is shown, what it corresponds to, and what is assumed
 * @param rows panels of each row
 */
public record Figure(String name, String title, String caption, List<List<Panel>> rows) {
    /** Copies the lists. */
    public Figure {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Width of the widest row [px]. */
    int width() {
        return rows.stream()
                .mapToInt(row -> row.stream().mapToInt(Panel::width).sum())
                .max()
                .orElseThrow();
    }

    /** Height of all rows [px]. */
    int height() {
        return rows.stream().mapToInt(Figure::height).sum();
    }

    static int height(List<Panel> row) {
        return row.stream().mapToInt(Panel::height).max().orElseThrow();
    }
}
