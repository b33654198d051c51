package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Time in the solver.
 *
 * @param histogram of the times of cases [s]
 * @param kinds by family and status, the most expensive first
 */
record Cost(Histogram histogram, List<Kind> kinds) {
    /** A shorter time is shown as this [s]. */
    private static final double LEAST = 1e-3;

    /** Copies the list. */
    Cost {
        kinds = List.copyOf(kinds);
    }

    /** Cases of a kind and their times [s]. */
    record Kind(String topography, String status, long cases, double seconds, double median, double longest) {}

    static Cost read(StudyCases study, Dataset<Row> timings) {
        Dataset<Row> joined = study.all()
                .select("case_index", "topography", "status")
                .join(timings.select("case_index", "wall_seconds"), "case_index");
        List<Kind> kinds = joined
                .groupBy("topography", "status")
                .agg(
                        count("*").as("cases"),
                        sum("wall_seconds").as("seconds"),
                        expr("percentile(wall_seconds, array(0.5D, 1D))").as("parts"))
                .orderBy(col("seconds").desc(), col("topography"), col("status"))
                .collectAsList()
                .stream()
                .map(row -> {
                    List<Double> parts = row.getList(4);
                    return new Kind(
                            row.getString(0),
                            row.getString(1),
                            row.getLong(2),
                            row.getDouble(3),
                            parts.get(0),
                            parts.get(1));
                })
                .toList();
        return new Cost(Histogram.of(joined, "wall_seconds", LEAST), kinds);
    }

    /** Of all cases [s]. */
    double seconds() {
        return kinds.stream().mapToDouble(Kind::seconds).sum();
    }
}
