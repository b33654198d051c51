package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * The cases that no lower surface beats.
 *
 * @param points in the order of their heights
 */
record Front(List<Point> points) {
    private static final String HEIGHT = "peak_height_m";
    /** Beyond as many heights the best of each step of height stands for the others. */
    private static final int STEPS = 500;

    /** Copies the list. */
    Front {
        points = List.copyOf(points);
    }

    /**
     * A case.
     *
     * @param height H [m]
     * @param value its result
     * @param index of the case
     */
    record Point(double height, double value, long index) {}

    /** Reads the cases; no points where the study gives them no heights. */
    static Front read(StudyCases study) {
        Result result = study.result();
        Optional<Variable> height = study.variable(HEIGHT);
        if (height.isEmpty()) {
            return new Front(List.of());
        }
        Column group = height.get().levels().isEmpty() ? new Bins(height.get(), STEPS).index() : col(HEIGHT);
        List<Point> points = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Row row : study.solved()
                .where(col(HEIGHT).isNotNull())
                .groupBy(group.as("step"))
                .agg(expr("max_by(struct(" + HEIGHT + ", " + result.column() + ", case_index), struct(" + result.merit()
                                + ", -" + HEIGHT + ", -case_index))")
                        .as("best"))
                .select("best.*")
                .orderBy(HEIGHT)
                .collectAsList()) {
            double merit = result.isLargestBest() ? row.getDouble(1) : -row.getDouble(1);
            if (merit > best) {
                best = merit;
                points.add(new Point(row.getDouble(0), row.getDouble(1), row.getLong(2)));
            }
        }
        return new Front(points);
    }
}
