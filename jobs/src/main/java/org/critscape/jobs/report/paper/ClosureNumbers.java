package org.critscape.jobs.report.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;

/** What a closure comes down to: κ R_ct, and B, the ratio of interface to flaw pressure at the flat critical current. */
final class ClosureNumbers {
    private static final String KINETIC_LENGTH = "κ R_ct";
    private static final String PRESSURE_RATIO = "B at S = 150 µm";

    private static final Map<Parameter, String> HEADLINE = headlineWords();

    private ClosureNumbers() {}

    private static Map<Parameter, String> headlineWords() {
        Map<Parameter, String> words = new LinkedHashMap<>();
        words.put(Parameter.RESISTANCE, "interfacial resistance");
        words.put(Parameter.FORM, "egg-box form");
        words.put(Parameter.CREEP_EXPONENT, "creep exponent");
        words.put(Parameter.TRANSITION_RATE, "transition rate");
        words.put(Parameter.DRIVING, "driving");
        words.put(Parameter.NOTCH, "notch");
        words.put(Parameter.WALL, "wall");
        words.put(Parameter.TOP_FRACTION, "top fraction of the frustum");
        words.put(Parameter.POLARITY, "apex");
        words.put(Parameter.EDGE_RESOLUTION, "edge resolution");
        return words;
    }

    /** The closure with both numbers, where the egg-box that all series share is solved. */
    static Closure added(Closure closure, List<Row> table) {
        Optional<Row> common = table.stream()
                .filter(row -> PaperRow.of(row)
                        .filter(found -> found.surface().equals(Series.COMMON)
                                && found.condition() == Condition.WITH_KINETICS
                                && found.estimates().containsKey(Measure.ENHANCEMENT))
                        .isPresent())
                .findFirst();
        if (common.isEmpty()) {
            return closure;
        }
        Row row = common.get();
        double length = number(row, "wagner_number") * number(row, "peak_separation_m");
        Closure longer = closure.with(KINETIC_LENGTH, String.format(Locale.ROOT, "%.4g µm", length * 1e6));
        double ratio = pressureRatio(row);
        return Double.isNaN(ratio) ? longer : longer.with(PRESSURE_RATIO, String.format(Locale.ROOT, "%.3g", ratio));
    }

    /** B = σ0/(p_c − p_stack) at the flat critical current, without notch factor; NaN with capillarity, which adds to it. */
    static double pressureRatio(Row row) {
        double flat = number(row, "flat_critical_current_at_state_a_per_m2");
        double margin = new Flaw(number(row, "flaw_length_m"), NotchFactor.NONE, flat)
                        .fracturePressure(number(row, "fracture_toughness_pa_sqrt_m"))
                - number(row, "stack_pressure_pa");
        if (number(row, "surface_energy_j_per_m2") > 0 || !(margin > 0)) {
            return Double.NaN;
        }
        double atReported = number(row, "excess_pressure_max_pa") / number(row, "pressure_function_max");
        double reported = CellSolver.REPORTED_CURRENT_DENSITY;
        return atReported * StrictMath.pow(flat / reported, 1 / number(row, "creep_exponent")) / margin;
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }

    /** The inputs that decide most, and both numbers, in one line. */
    static String headline(Closure closure) {
        return Stream.concat(
                        HEADLINE.entrySet().stream()
                                .filter(entry -> closure.inputs()
                                        .containsKey(entry.getKey().path()))
                                .map(entry -> entry.getValue() + " "
                                        + closure.inputs().get(entry.getKey().path())),
                        Stream.of(KINETIC_LENGTH, PRESSURE_RATIO)
                                .filter(closure.inputs()::containsKey)
                                .map(name -> name + " = " + closure.inputs().get(name)))
                .collect(Collectors.joining(", "));
    }
}
