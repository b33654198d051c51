package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The result over one input: through the best case, where the study has a grid there, else over all cases.
 *
 * @param variable the input
 * @param isThroughBest whether all other inputs are those of the best case, and the band is the estimated error; else
 *     the points are medians of steps, and the band holds the middle half of the cases
 * @param points in the order of the input
 */
record Cut(Variable variable, boolean isThroughBest, List<Point> points) {
    private static final int MOST_CUTS = 6;
    private static final int STEPS = 20;
    private static final int ENOUGH = 3;

    /** Copies the list. */
    Cut {
        points = List.copyOf(points);
    }

    /**
     * A point with its band.
     *
     * @param at value of the input [SI]
     * @param best result of the best case there
     */
    record Point(double at, double low, double value, double high, double best) {}

    /** Reads the first inputs that are amounts. */
    static List<Cut> read(StudyCases study, Row best) {
        List<Cut> cuts = new ArrayList<>();
        for (Variable variable : study.amounts()) {
            if (cuts.size() < MOST_CUTS && best.getAs(variable.column()) != null) {
                List<Point> through = throughBest(study, best, variable);
                boolean isGrid = through.size() >= ENOUGH;
                List<Point> points = isGrid ? through : overAll(study, variable);
                if (points.size() >= 2) {
                    cuts.add(new Cut(variable, isGrid, points));
                }
            }
        }
        return cuts;
    }

    private static List<Point> throughBest(StudyCases study, Row best, Variable along) {
        Dataset<Row> cases = study.solved();
        for (Variable other : study.variables()) {
            if (!other.equals(along)) {
                Column same = col(other.column()).eqNullSafe(lit(best.<Object>getAs(other.column())));
                cases = cases.where(same);
            }
        }
        String value = study.result().column();
        return cases
                .groupBy(along.column())
                .agg(
                        expr("min_by(" + value + ", case_index)"),
                        expr("min_by(coalesce(" + study.result().errorColumn() + ", 0), case_index)"))
                .orderBy(along.column())
                .limit(STEPS * STEPS)
                .collectAsList()
                .stream()
                .map(row -> banded(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
                .toList();
    }

    private static Point banded(double at, double value, double error) {
        return new Point(at, value * (1 - error), value, value * (1 + error), value);
    }

    private static List<Point> overAll(StudyCases study, Variable along) {
        Bins bins = Bins.of(along, STEPS);
        String value = study.result().column();
        String merit = study.result().merit();
        return study
                .contoured()
                .where(col(along.column()).isNotNull())
                .groupBy(bins.index().as("part"))
                .agg(
                        expr("percentile(" + value + ", array(0.25D, 0.5D, 0.75D))"),
                        expr("max_by(" + value + ", " + merit + ")"))
                .where("part IS NOT NULL")
                .orderBy("part")
                .collectAsList()
                .stream()
                .map(row -> {
                    List<Double> quarters = row.getList(1);
                    return new Point(
                            bins.middle(row.getInt(0)),
                            quarters.get(0),
                            quarters.get(1),
                            quarters.get(2),
                            row.getDouble(2));
                })
                .toList();
    }
}
