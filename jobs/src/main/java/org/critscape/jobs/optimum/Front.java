package org.critscape.jobs.optimum;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The solved rows of a material that no other beats in both, gain over the flat interface and ease of making.
 *
 * @param material its preset
 * @param measure the column that says how hard the surface is to make
 * @param isLessEasier whether small values are the easy ones
 * @param rows from the easiest to the best
 */
public record Front(String material, String measure, boolean isLessEasier, List<Row> rows) {
    /** Copies the list. */
    public Front {
        rows = List.copyOf(rows);
    }
}
