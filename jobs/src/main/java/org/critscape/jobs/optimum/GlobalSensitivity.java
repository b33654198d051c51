package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Which inputs of a study its results vary by, within the family and material of the best surface.
 *
 * @param inputs that vary
 * @param indices in their order
 */
public record GlobalSensitivity(List<Parameter> inputs, SobolIndices indices) {
    private static final int SIZE = 512;

    /** Copies the list. */
    public GlobalSensitivity {
        inputs = List.copyOf(inputs);
    }

    /**
     * Inputs are drawn independently of each other, each as the study draws it; empty where none varies.
     *
     * @param population points drawn from the study
     */
    static Optional<GlobalSensitivity> of(DesignPoint best, List<DesignPoint> population, Evaluator evaluator) {
        List<DesignPoint> alike =
                population.stream().filter(point -> isAlike(point, best)).toList();
        List<Parameter> inputs = new ArrayList<>();
        List<double[]> draws = new ArrayList<>();
        for (Parameter input : LocalSensitivity.amounts(best)) {
            double[] values = alike.stream()
                    .mapToDouble(point -> point.number(input))
                    .sorted()
                    .toArray();
            if (values.length > 1 && values[0] < values[values.length - 1]) {
                inputs.add(input);
                draws.add(values);
            }
        }
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        SobolIndices indices = SobolIndices.of(
                points ->
                        evaluator
                                .evaluate(points.stream()
                                        .map(point -> point(best, inputs, draws, point))
                                        .toList())
                                .stream()
                                .mapToDouble(one -> one.allowed() ? one.value() : Double.NaN)
                                .toArray(),
                inputs.size(),
                SIZE);
        return indices.rows() < 2 || !(indices.deviation() > 0)
                ? Optional.empty()
                : Optional.of(new GlobalSensitivity(inputs, indices));
    }

    private static boolean isAlike(DesignPoint point, DesignPoint best) {
        return Arrays.stream(Parameter.values())
                .filter(input -> !(input.domain() instanceof Domain.Interval))
                .allMatch(input -> Double.compare(point.number(input), best.number(input)) == 0);
    }

    private static DesignPoint point(
            DesignPoint best, List<Parameter> inputs, List<double[]> draws, double... coordinates) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (int i = 0; i < coordinates.length; i++) {
            double[] drawn = draws.get(i);
            values.put(inputs.get(i), drawn[(int) (coordinates[i] * drawn.length)]);
        }
        try {
            return best.with(values);
        } catch (InvalidInputException impossible) {
            throw new IllegalStateException("values of the study are refused", impossible);
        }
    }
}
