package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * By how many percent the objective changes when one input grows by a percent, d ln J / d ln p, by central differences of
 * the logarithms over e^±h and e^±2h.
 *
 * @param parameter the input
 * @param value at the optimum [SI]
 * @param slope (4 D(h) − D(2h))/3, of fourth order [1]
 * @param error |D(h) − D(2h)|, which an odd solve raises as much as a long step [1]
 */
public record LocalSensitivity(Parameter parameter, double value, double slope, double error) {
    static final int POINTS = 4;

    /** At a surface; of inputs whose neighbours are not solved there is none. */
    static List<LocalSensitivity> of(DesignPoint point, Evaluator evaluator, double step) {
        List<Parameter> inputs = inputs(point);
        List<DesignPoint> points = new ArrayList<>();
        List<Parameter> asked = new ArrayList<>();
        for (Parameter input : inputs) {
            List<DesignPoint> four = around(point, input, step);
            if (!four.isEmpty()) {
                points.addAll(four);
                asked.add(input);
            }
        }
        List<Evaluation> found = evaluator.evaluate(points);
        List<LocalSensitivity> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            double[] logarithms = found.subList(POINTS * i, POINTS * (i + 1)).stream()
                    .mapToDouble(one -> StrictMath.log(one.value()))
                    .toArray();
            LocalSensitivity one = of(asked.get(i), point.number(asked.get(i)), step, logarithms);
            if (Double.isFinite(one.slope)) {
                all.add(one);
            }
        }
        all.sort((a, b) -> Double.compare(Math.abs(b.slope), Math.abs(a.slope)));
        return all;
    }

    /** Nothing at the edge of what the input may hold. */
    private static List<DesignPoint> around(DesignPoint point, Parameter input, double step) {
        List<DesignPoint> four = new ArrayList<>();
        try {
            for (int side : new int[] {-2, -1, 1, 2}) {
                four.add(point.with(Map.of(input, point.number(input) * StrictMath.exp(side * step))));
            }
            return four;
        } catch (InvalidInputException edge) {
            return List.of();
        }
    }

    /** From ln J at −2h, −h, h and 2h. */
    static LocalSensitivity of(Parameter parameter, double value, double step, double... logarithms) {
        double near = (logarithms[2] - logarithms[1]) / (2 * step);
        double far = (logarithms[3] - logarithms[0]) / (4 * step);
        return new LocalSensitivity(parameter, value, (4 * near - far) / 3, Math.abs(near - far));
    }

    /** Amounts above 0 that the case uses; none of the solver's. */
    static List<Parameter> inputs(DesignPoint point) {
        return amounts(point).stream().filter(input -> point.number(input) > 0).toList();
    }

    /** Amounts that the case uses, 0 or not; none of the solver's. */
    static List<Parameter> amounts(DesignPoint point) {
        return Arrays.stream(Parameter.values())
                .filter(input -> input.domain() instanceof Domain.Interval interval
                        && !interval.whole()
                        && !input.path().startsWith("solver.")
                        && point.uses(input))
                .toList();
    }
}
