package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many values are of which size, four steps to a factor of ten.
 *
 * @param edges of the steps, one more than there are counts
 * @param counts values of each step
 */
record Histogram(List<Double> edges, List<Long> counts) {
    private static final int STEPS_PER_DECADE = 4;

    /** Copies the lists. */
    Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** Reads a column; what is below {@code least}, as an exact value is, counts as that. */
    static Histogram of(Dataset<Row> rows, String column, double least) {
        List<Row> found = rows.where(col(column).isNotNull())
                .groupBy(expr("CAST(floor(" + STEPS_PER_DECADE + " * log10(greatest(" + column + ", " + least
                                + "D))) AS INT)")
                        .as("step"))
                .agg(count("*"))
                .orderBy("step")
                .collectAsList();
        if (found.isEmpty()) {
            return new Histogram(List.of(), List.of());
        }
        int first = found.get(0).getInt(0);
        int last = found.get(found.size() - 1).getInt(0);
        long[] counts = new long[last - first + 1];
        found.forEach(row -> counts[row.getInt(0) - first] = row.getLong(1));
        List<Double> edges = java.util.stream.IntStream.rangeClosed(first, last + 1)
                .mapToObj(step -> Numbers.rounded(StrictMath.pow(10, (double) step / STEPS_PER_DECADE)))
                .toList();
        return new Histogram(edges, Arrays.stream(counts).boxed().toList());
    }
}
