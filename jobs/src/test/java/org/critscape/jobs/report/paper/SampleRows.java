package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.critscape.jobs.space.Shape;

/** Rows made by formulas under which every check holds, and changes of them. */
final class SampleRows {
    /** Relative error of every number. */
    static final double ERROR = 1e-6;

    private final List<PaperRow> rows;

    private SampleRows(List<PaperRow> rows) {
        this.rows = rows;
    }

    static SampleRows agreeing() {
        List<PaperRow> rows = new ArrayList<>();
        for (Series series : Series.values()) {
            for (Surface surface : series.surfaces()) {
                for (Condition condition : Condition.values()) {
                    rows.add(new PaperRow(surface, condition, estimates(surface, condition), "solved"));
                }
            }
        }
        return new SampleRows(rows);
    }

    private static Map<Measure, Estimate> estimates(Surface surface, Condition condition) {
        double ratio = (double) surface.height() / surface.separation();
        double size = surface.separationMicrometres();
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        values.put(Measure.AREA_RATIO, 1 + ratio);
        values.put(
                Measure.LARGEST_CURRENT,
                condition == Condition.WITHOUT_KINETICS ? 1 + 3 * ratio : 1 - 0.3 * ratio + 1e-4 * size);
        values.put(Measure.LARGEST_PRESSURE, 2 * ratio);
        // Highest at H/S = 1/4, which is within both series.
        double gain = 1.3 - (ratio - 0.25) * (ratio - 0.25) - 1e-4 * size;
        double shaped = surface.shape() == Shape.EGG_BOX ? gain : 0.9 * gain;
        values.put(Measure.CRITICAL_CURRENT, shaped);
        values.put(Measure.ENHANCEMENT, shaped);
        values.put(Measure.COUPLING_CHANGE, -0.5);
        Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
        values.forEach((measure, value) -> estimates.put(measure, new Estimate(value, ERROR * Math.abs(value))));
        return estimates;
    }

    /** The same with a measure changed wherever a surface fulfils a condition. */
    SampleRows with(Measure measure, Predicate<Surface> where, UnaryOperator<Estimate> change) {
        return new SampleRows(rows.stream()
                .map(row -> {
                    Estimate before = row.estimates().get(measure);
                    if (before == null || !where.test(row.surface())) {
                        return row;
                    }
                    Map<Measure, Estimate> after = new EnumMap<>(row.estimates());
                    after.put(measure, change.apply(before));
                    return new PaperRow(row.surface(), row.condition(), after, row.status());
                })
                .toList());
    }

    /** The same with all errors at this share of the values. */
    SampleRows withError(double relative) {
        SampleRows changed = this;
        for (Measure measure : Measure.values()) {
            changed = changed.with(
                    measure,
                    surface -> true,
                    estimate -> new Estimate(estimate.value(), relative * Math.abs(estimate.value())));
        }
        return changed;
    }

    /** The same where no case has numbers. */
    SampleRows unsolved() {
        return new SampleRows(rows.stream()
                .map(row -> new PaperRow(row.surface(), row.condition(), Map.of(), "unconverged CREEP_RESOLUTION"))
                .toList());
    }

    /** The rows of which a shape and a condition are true. */
    List<PaperRow> of(Predicate<Shape> shape, Predicate<Condition> condition) {
        return rows.stream()
                .filter(row -> shape.test(row.surface().shape()) && condition.test(row.condition()))
                .toList();
    }

    PaperRows rows() {
        return new PaperRows(rows);
    }

    /** With a tip that stands out by a tenth. */
    Evidence evidence() {
        return evidence(0.1, 0.1, ERROR);
    }

    Evidence evidence(double current, double pressure, double error) {
        return new Evidence(
                rows(),
                Optional.of(new Evidence.TipContrast(new Estimate(current, error), new Estimate(pressure, error))));
    }
}
