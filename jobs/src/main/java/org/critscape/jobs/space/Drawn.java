package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** An input of which every sample draws a value: from a distribution, or from the levels of an axis. */
public final class Drawn implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The levels to draw from, or both ends of the distribution. */
    private final Axis support;

    private final @Nullable Distribution distribution;
    /** By level, the share of draws up to and with it, times the total weight; empty where all weigh the same. */
    private final double[] cumulative;

    private Drawn(Axis support, @Nullable Distribution distribution, double... cumulative) {
        this.support = support;
        this.distribution = distribution;
        this.cumulative = cumulative;
    }

    /** Any level, evenly. */
    public static Drawn of(Axis levels) {
        return new Drawn(levels, null);
    }

    /**
     * Any level with its weight.
     *
     * @param weights as many as levels, above 0, in any unit
     * @throws InvalidInputException where they are not
     */
    public static Drawn weighted(Axis levels, double... weights) {
        if (weights.length != levels.size()) {
            throw new InvalidInputException(
                    "number of weights",
                    Integer.toString(weights.length),
                    "that of the values, " + levels.size(),
                    "Maybe a weight or a value is missing.");
        }
        if (!Arrays.stream(weights).allMatch(weight -> weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    "weights",
                    Arrays.toString(weights),
                    "numbers above 0",
                    "Maybe leave out the value that is never drawn.");
        }
        double[] cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return new Drawn(levels, null, cumulative);
    }

    /**
     * A value of a distribution; of an input of whole numbers it must be uniform.
     *
     * @throws InvalidInputException where a bound is outside what the input allows
     */
    public static Drawn of(Parameter parameter, Distribution distribution) {
        if (parameter.domain() instanceof Domain.Interval interval
                && interval.whole()
                && !(distribution instanceof Distribution.Uniform)) {
            throw new InvalidInputException(
                    parameter.path(),
                    "a distribution that is not uniform",
                    "a uniform distribution or a list, since it is a whole number",
                    "Maybe distribution = uniform.");
        }
        return new Drawn(Axis.list(parameter, distribution.low(), distribution.high()), distribution);
    }

    /** The input. */
    public Parameter parameter() {
        return support.parameter();
    }

    /** The levels to draw from, or both ends of the distribution. */
    public Axis support() {
        return support;
    }

    /** The name of the distribution; empty where levels are drawn. */
    public Optional<String> distribution() {
        return Optional.ofNullable(distribution)
                .map(drawn -> drawn.description().replaceFirst(",.*", ""));
    }

    /** Whether some levels are drawn more often than others. */
    public boolean isWeighted() {
        return cumulative.length > 0;
    }

    /** The value at a coordinate in [0, 1). */
    double value(double coordinate) {
        if (distribution == null) {
            return support.value(level(coordinate));
        }
        if (parameter().domain() instanceof Domain.Interval interval && interval.whole()) {
            double count = distribution.high() - distribution.low() + 1;
            return Math.min(distribution.high(), distribution.low() + Math.floor(coordinate * count));
        }
        return distribution.value(coordinate);
    }

    /** The height map at a coordinate; null where the input is another one. */
    @Nullable
    SampledMap map(double coordinate) {
        return distribution == null ? support.map(level(coordinate)) : null;
    }

    private int level(double coordinate) {
        int last = support.size() - 1;
        if (cumulative.length == 0) {
            return Math.min(last, (int) (coordinate * support.size()));
        }
        double share = coordinate * cumulative[last];
        int level = 0;
        while (level < last && share >= cumulative[level]) {
            level++;
        }
        return level;
    }

    /** Values and shares, exactly: equal texts are equal draws. */
    public String description() {
        if (distribution != null) {
            return distribution.description();
        }
        String weights = cumulative.length == 0
                ? "evenly"
                : "cumulative weights "
                        + Arrays.toString(DoubleStream.of(cumulative).toArray());
        return "any of " + support.description() + ", " + weights;
    }
}
