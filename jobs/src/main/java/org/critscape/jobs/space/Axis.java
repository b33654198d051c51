package org.critscape.jobs.space;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The levels of one input over a design space; a single level fixes the input. */
public final class Axis implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Parameter parameter;
    private final Levels levels;
    /** The maps that the levels count, if they do. */
    private final SampledMap[] maps;

    private Axis(Parameter parameter, Levels levels, SampledMap... maps) {
        this.parameter = parameter;
        this.levels = levels;
        this.maps = maps;
    }

    /**
     * Listed values.
     *
     * @param values at least one, all different [SI], choices as positions among their options
     * @throws InvalidInputException where a value is outside what the input allows, or listed twice
     */
    public static Axis list(Parameter parameter, double... values) {
        Axis axis = new Axis(parameter, new Levels.Listed(parameter, values));
        for (double value : values) {
            parameter.require(value);
        }
        return axis;
    }

    /** Listed words of a choice. Throws {@link InvalidInputException} like {@link #list(Parameter, double...)}. */
    public static Axis words(Parameter parameter, List<String> words) {
        return list(parameter, words.stream().mapToDouble(parameter::code).toArray());
    }

    /**
     * Listed height maps, at least one.
     *
     * @throws InvalidInputException where one is listed twice
     */
    public static Axis maps(List<SampledMap> maps) {
        for (SampledMap map : maps) {
            if (maps.indexOf(map) != maps.lastIndexOf(map)) {
                throw new InvalidInputException(
                        Parameter.FILE.path(),
                        "a list with " + map.name() + " twice",
                        "a list of different files",
                        "Maybe remove one of the two.");
            }
        }
        double[] positions = IntStream.range(0, maps.size()).asDoubleStream().toArray();
        return new Axis(Parameter.FILE, new Levels.Listed(Parameter.FILE, positions), maps.toArray(SampledMap[]::new));
    }

    /**
     * Evenly spaced values; both ends are levels. Each level is the double nearest to its exact decimal value.
     *
     * @param from first level [SI]
     * @param to last level [SI], different from the first
     * @param count number of levels, at least 2
     */
    public static Axis linear(Parameter parameter, BigDecimal from, BigDecimal to, int count) {
        return range(parameter, new Levels.Linear(parameter, from, to, count));
    }

    /**
     * Values with a constant ratio; both ends are levels. Inner levels are rounded to twelve significant digits.
     *
     * @param from first level, above zero [SI]
     * @param to last level, above zero and different from the first [SI]
     * @param count number of levels, at least 2
     */
    public static Axis logarithmic(Parameter parameter, BigDecimal from, BigDecimal to, int count) {
        return range(parameter, new Levels.Logarithmic(parameter, from, to, count));
    }

    private static Axis range(Parameter parameter, Levels levels) {
        parameter.require(levels.value(0));
        parameter.require(levels.value(levels.size() - 1));
        // Between its ends a range can only leave the whole numbers, and then does so within its first levels.
        if (parameter.domain() instanceof Domain.Interval interval
                && interval.whole()
                && !IntStream.range(0, levels.size()).allMatch(level -> interval.contains(levels.value(level)))) {
            throw new InvalidInputException(
                    parameter.path(),
                    "a range with fractions among its " + levels.size() + " levels",
                    "a range of whole numbers",
                    "Maybe another count.");
        }
        return new Axis(parameter, levels);
    }

    /** The input that varies. */
    public Parameter parameter() {
        return parameter;
    }

    /** The number of levels, at least 1. */
    public int size() {
        return levels.size();
    }

    /** How the levels follow from one another. */
    public Spacing spacing() {
        return levels.spacing();
    }

    /** The height map at a position; null where the input is another one. */
    @Nullable
    SampledMap map(int position) {
        return maps.length == 0 ? null : maps[position];
    }

    /** The name of the file at a position; empty where the input is no file. */
    public Optional<String> fileName(int position) {
        return Optional.ofNullable(map(position)).map(SampledMap::name);
    }

    /** All levels in exact SI decimals, or how they follow from the first and the last: equal texts are equal axes. */
    String description() {
        if (maps.length > 0) {
            return Arrays.stream(maps)
                    .map(map -> map.name() + " (" + map.digest() + ")")
                    .collect(Collectors.joining(", "));
        }
        String first = parameter.domain().describe(value(0));
        String last = parameter.domain().describe(value(size() - 1));
        return switch (spacing()) {
            case LISTED ->
                IntStream.range(0, size())
                        .mapToObj(level -> parameter.domain().describe(value(level)))
                        .collect(Collectors.joining(", "));
            case LINEAR -> first + " to " + last + ", " + size() + " levels, evenly spaced";
            case LOGARITHMIC -> first + " to " + last + ", " + size() + " levels, log-spaced";
        };
    }

    /** The level at a position, 0 to size − 1 [SI]. */
    public double value(int position) {
        return levels.value(position);
    }
}
