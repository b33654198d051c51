package org.critscape.jobs.optimum;

import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignPoint;
import org.jspecify.annotations.Nullable;

/**
 * A surface under its conditions, and what was found of it.
 *
 * @param point its inputs
 * @param row as the case table would hold it; null where the model or the study does not allow the inputs
 * @param value of the objective [SI]; NaN where it is not solved
 * @param error stated relative error of the value [1]
 * @param allowed whether it is solved and meets all predicates
 * @param remark why it is not; empty where it is
 */
public record Evaluation(
        DesignPoint point, @Nullable Row row, double value, double error, boolean allowed, String remark) {
    static Evaluation none(DesignPoint point, String remark) {
        return new Evaluation(point, null, Double.NaN, Double.NaN, false, remark);
    }

    /** Relative difference to another value of the same [1]. */
    public double differenceTo(Evaluation other) {
        return value / other.value - 1;
    }

    /** A number of its row [SI]; NaN where it has none. */
    public double number(String column) {
        Object found = row == null ? null : row.getAs(column);
        return found instanceof Double number ? number : Double.NaN;
    }
}
