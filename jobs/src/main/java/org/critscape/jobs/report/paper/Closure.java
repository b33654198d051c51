package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.KineticsModel;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * What the paper leaves open and the checks are judged under: every input but the surfaces themselves and how each is
 * solved.
 *
 * @param inputs configuration key and value with its unit, in the order of the catalogue
 */
public record Closure(Map<String, String> inputs) {
    /** More cases than the paper has surfaces by far; to look at them all must not take long. */
    private static final long MOST_CASES = 10_000;

    private static final Set<Parameter> OF_SURFACES = EnumSet.of(
            Parameter.SHAPE,
            Parameter.PEAK_HEIGHT,
            Parameter.PEAK_SEPARATION,
            Parameter.KINETICS,
            Parameter.PRESSURE_COUPLING);

    /** Copies the map in its order. */
    public Closure {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * The closure that all cases of a study share.
     *
     * @param shown a value of an input with its unit
     * @throws InvalidInputException where they do not share one
     */
    public static Closure of(DesignSpace space, BiFunction<DesignPoint, Parameter, String> shown) {
        if (space.size() > MOST_CASES) {
            throw new InvalidInputException(
                    "number of cases",
                    Long.toString(space.size()),
                    "at most " + MOST_CASES + " where one closure is judged",
                    "Maybe use critscape sweep for a design space.");
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            for (long index = 0; index < space.size(); index++) {
                DesignPoint point = space.point(index);
                if (counts(point, parameter)) {
                    values.computeIfAbsent(parameter.path(), path -> new LinkedHashSet<>())
                            .add(shown.apply(point, parameter));
                }
            }
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        values.forEach((path, all) -> inputs.put(path, only(path, new ArrayList<>(all))));
        return new Closure(inputs);
    }

    private static boolean counts(DesignPoint point, Parameter parameter) {
        boolean ofSurface = OF_SURFACES.contains(parameter)
                && !(parameter == Parameter.KINETICS && point.kinetics() != KineticsModel.PRIMARY);
        return point.uses(parameter) && !ofSurface && !parameter.path().equals("lithium.model");
    }

    private static String only(String path, List<String> values) {
        if (values.size() > 1) {
            throw new InvalidInputException(
                    path,
                    "given " + values.size() + " values (" + String.join(", ", values) + ")",
                    "one value, since the checks are judged under one closure",
                    "Maybe choose one with --set " + path + "=VALUE, or use critscape sweep for several.");
        }
        return values.get(0);
    }

    /** The same with a number that follows from its inputs. */
    Closure with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(inputs);
        more.put(name, value);
        return new Closure(more);
    }
}
