package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Estimated errors of the solved cases.
 *
 * @param histogram of the error of the result
 * @param estimates one for each number that has an estimate
 */
record Accuracy(Histogram histogram, List<Estimate> estimates) {
    private static final List<String> COLUMNS =
            List.of("current_ratio_error", "pressure_function_error", "critical_current_error");
    /** An error below this is shown as this. */
    private static final double LEAST = 1e-6;

    /** Copies the list. */
    Accuracy {
        estimates = List.copyOf(estimates);
    }

    /** How large the estimates in a column are. */
    record Estimate(String column, double median, double most95, double largest) {}

    static Accuracy read(StudyCases study) {
        Dataset<Row> solved = study.solved();
        List<Estimate> estimates = new ArrayList<>();
        for (String column : COLUMNS) {
            Row row = solved.agg(expr("percentile(" + column + ", array(0.5D, 0.95D, 1D))"))
                    .first();
            if (!row.isNullAt(0)) {
                List<Double> parts = row.getList(0);
                estimates.add(new Estimate(column, parts.get(0), parts.get(1), parts.get(2)));
            }
        }
        return new Accuracy(Histogram.of(solved, study.result().errorColumn(), LEAST), estimates);
    }
}
