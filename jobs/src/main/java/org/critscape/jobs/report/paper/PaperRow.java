package org.critscape.jobs.report.paper;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What the checks need of one case.
 *
 * @param estimates those measures that the case has
 * @param status of the case and why it has no numbers, where it has none
 */
public record PaperRow(Surface surface, Condition condition, Map<Measure, Estimate> estimates, String status) {
    /** Copies the map. */
    public PaperRow {
        estimates = Map.copyOf(estimates);
    }

    /** A row of the case table; empty where it is of no kind of surface that the paper has. */
    static Optional<PaperRow> of(Row row) {
        Double height = number(row, "peak_height_m");
        Double separation = number(row, "peak_separation_m");
        Optional<Shape> shape = shape(row.getAs("topography"));
        if (height == null || separation == null || shape.isEmpty()) {
            return Optional.empty();
        }
        Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Double value = number(row, measure.column());
            Double error = measure.errorColumn().isEmpty() ? Double.valueOf(0) : number(row, measure.errorColumn());
            if (value != null && error != null) {
                estimates.put(measure, new Estimate(value, Math.abs(value) * error).times(measure.scale()));
            }
        }
        String code = row.getAs("failure_code");
        return Optional.of(new PaperRow(
                Surface.ofMetres(shape.get(), height, separation),
                condition(row),
                estimates,
                row.getAs("status") + (code == null ? "" : " " + code)));
    }

    private static Condition condition(Row row) {
        if ("primary".equals(row.getAs("kinetics"))) {
            return Condition.WITHOUT_KINETICS;
        }
        return "none".equals(row.getAs("pressure_coupling")) ? Condition.WITH_KINETICS : Condition.COUPLED;
    }

    private static Optional<Shape> shape(@Nullable String word) {
        return Arrays.stream(Shape.values())
                .filter(shape ->
                        shape.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private static @Nullable Double number(Row row, String column) {
        return row.getAs(column);
    }
}
