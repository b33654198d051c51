package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The product of axes: a mixed-radix number whose last axis varies fastest. An input that is set to one value is an
 * axis of one level; an input without an axis takes its default or its material's value. A block may have draws
 * besides, samples or rows of a table: each then meets the whole product, and they vary slowest, so that more of them
 * leave the indices of the earlier ones as they are. A case that a constraint of the block excludes keeps its index.
 */
public final class Block implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Axis[] axes;
    private final @Nullable Draws draws;
    private final Constraint[] constraints;
    /** The points of one draw. */
    private final long product;

    private final long size;

    /**
     * The product of these axes, in this order.
     *
     * @throws InvalidInputException where an input has two axes, where two inputs that exclude each other have
     *     one, where one that some point uses has neither axis nor
     *     default, or where the points are more than a long can count
     */
    public Block(List<Axis> axes) {
        this(axes, null, List.of());
    }

    /**
     * The product of these axes for every draw. Throws {@link InvalidInputException} like the other constructor.
     *
     * @param constraints what a case must keep to
     */
    public Block(List<Axis> axes, @Nullable Draws draws, List<Constraint> constraints) {
        this.axes = axes.toArray(Axis[]::new);
        this.draws = draws;
        this.constraints = constraints.toArray(Constraint[]::new);
        Set<Parameter> given = EnumSet.noneOf(Parameter.class);
        for (Axis axis : supports()) {
            if (!given.add(axis.parameter())) {
                throw new InvalidInputException(
                        axis.parameter().path(), "given twice", "one axis", "Maybe merge the two lists.");
            }
        }
        long points = 1;
        for (Axis axis : axes) {
            points = times(points, axis.size());
        }
        this.product = points;
        this.size = draws == null ? points : times(points, draws.cases());
        if (given.contains(Parameter.HALF_OPENING) && given.contains(Parameter.FLAT_CRITICAL_CURRENT)) {
            throw new InvalidInputException(
                    "width of the flaw",
                    "given twice, by " + Parameter.HALF_OPENING.path() + " and "
                            + Parameter.FLAT_CRITICAL_CURRENT.path(),
                    "given by one of them",
                    "Maybe remove " + Parameter.FLAT_CRITICAL_CURRENT.path() + ", which is a result with the other.");
        }
        for (Parameter parameter : Parameter.values()) {
            if (parameter.isRequired()
                    && !given.contains(parameter)
                    && (parameter == Parameter.SHAPE || uses(parameter))) {
                throw new InvalidInputException(
                        parameter.path(),
                        "missing",
                        parameter.domain().allowed(),
                        "Maybe " + parameter.domain().describe(parameter.example()) + ".");
            }
        }
    }

    /** The number of points, at least 1. */
    public long size() {
        return size;
    }

    private static long times(long points, long more) {
        if (points > Long.MAX_VALUE / more) {
            throw tooManyCases();
        }
        return points * more;
    }

    /** What every draw meets, or the whole block where there are no draws: axes, the last of which varies fastest. */
    public List<Axis> axes() {
        return List.of(axes);
    }

    /** What is drawn or read, if anything is. */
    public Optional<Draws> draws() {
        return Optional.ofNullable(draws);
    }

    /** What a case must keep to. */
    public List<Constraint> constraints() {
        return List.of(constraints);
    }

    /** Why a case of this block is left out; empty where it keeps to all constraints. */
    Optional<String> exclusion(DesignPoint point) {
        return Arrays.stream(constraints)
                .filter(constraint -> !constraint.holds(point))
                .findFirst()
                .map(constraint -> constraint.exclusion(point));
    }

    /** An axis for every input that the block sets; of one that is drawn, its levels or the ends of its distribution. */
    private List<Axis> supports() {
        Stream<Axis> drawn = draws == null ? Stream.empty() : draws.supports().stream();
        return Stream.concat(Arrays.stream(axes), drawn).toList();
    }

    /** Whether some point of this block depends on the input. */
    public boolean uses(Parameter parameter) {
        // Choices and few amounts decide what a point uses; they have few combinations.
        List<Axis> choices =
                supports().stream().filter(axis -> decides(axis.parameter())).toList();
        long combinations = choices.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
        return LongStream.range(0, combinations)
                .anyMatch(index -> point(choices.toArray(Axis[]::new), index).uses(parameter));
    }

    /**
     * A cell of a table that has no value although a case of its row depends on it.
     *
     * @param row from 0
     * @param parameter of the column
     */
    public record Gap(long row, Parameter parameter) {}

    /** The first such cell, if there is one. */
    public Optional<Gap> gap() {
        if (!(draws instanceof PointTable table)) {
            return Optional.empty();
        }
        Axis[] choices =
                Arrays.stream(axes).filter(axis -> decides(axis.parameter())).toArray(Axis[]::new);
        long combinations = Arrays.stream(choices).mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
        for (long row = 0; row < table.cases(); row++) {
            for (long choice = 0; table.hasGap(row) && choice < combinations; choice++) {
                double[] values = new double[Parameter.values().length];
                Arrays.fill(values, Double.NaN);
                fill(values, choices, choice);
                table.fill(values, row);
                double[] given = values.clone();
                DesignPoint point = DesignPoint.complete(values, null);
                for (Parameter parameter : table.parameters()) {
                    if (Double.isNaN(given[parameter.position()])
                            && (parameter == Parameter.MATERIAL || point.uses(parameter))) {
                        return Optional.of(new Gap(row, parameter));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean decides(Parameter parameter) {
        return parameter.domain() instanceof Domain.Options
                || parameter == Parameter.HALF_OPENING
                || parameter == Parameter.TRANSITION_RATE
                || parameter == Parameter.SURFACE_ENERGY;
    }

    /**
     * Values of the input over this block [SI]: all where there is one, at least two where there are more; none where
     * no point uses it.
     */
    Set<Double> someValues(Parameter parameter) {
        if (parameter != Parameter.MATERIAL && !uses(parameter)) {
            return Set.of();
        }
        for (Axis axis : supports()) {
            if (axis.parameter() == parameter) {
                return Stream.of(axis.value(0), axis.value(axis.size() - 1)).collect(Collectors.toSet());
            }
        }
        Axis[] material = supports().stream()
                .filter(axis -> axis.parameter() == Parameter.MATERIAL)
                .toArray(Axis[]::new);
        return LongStream.range(0, material.length == 0 ? 1 : material[0].size())
                .mapToObj(index -> point(material, index).number(parameter))
                .collect(Collectors.toSet());
    }

    /**
     * Every key that the block sets and its levels, in the order of the axes; before them the draws.
     *
     * @param last whether no block follows
     */
    Map<String, String> description(boolean last) {
        Map<String, String> description = new LinkedHashMap<>();
        if (draws != null) {
            description.putAll(draws.description(last));
        }
        for (Axis axis : axes) {
            description.put(axis.parameter().path(), axis.description());
        }
        if (constraints.length > 0) {
            description.put(
                    "design.constraints",
                    Arrays.stream(constraints).map(Constraint::text).collect(Collectors.joining(", ")));
        }
        return description;
    }

    boolean sets(Parameter parameter) {
        return supports().stream().anyMatch(axis -> axis.parameter() == parameter);
    }

    DesignPoint point(long index) {
        double[] values = new double[Parameter.values().length];
        Arrays.fill(values, Double.NaN);
        SampledMap map = fill(values, axes, index % product);
        SampledMap drawn = draws == null ? null : draws.fill(values, index / product);
        return DesignPoint.complete(values, drawn == null ? map : drawn);
    }

    private static DesignPoint point(Axis[] axes, long index) {
        double[] values = new double[Parameter.values().length];
        Arrays.fill(values, Double.NaN);
        return DesignPoint.complete(values, fill(values, axes, index));
    }

    /** Sets the levels of a point; the height map is what remains. */
    private static @Nullable SampledMap fill(double[] values, Axis[] axes, long index) {
        SampledMap map = null;
        long rest = index;
        for (int a = axes.length - 1; a >= 0; a--) {
            int size = axes[a].size();
            int level = (int) (rest % size);
            values[axes[a].parameter().position()] = axes[a].value(level);
            map = axes[a].parameter() == Parameter.FILE ? axes[a].map(level) : map;
            rest /= size;
        }
        return map;
    }

    static InvalidInputException tooManyCases() {
        return new InvalidInputException(
                "number of cases",
                "above " + Long.MAX_VALUE,
                "at most " + Long.MAX_VALUE,
                "Maybe lower the count of a range.");
    }
}
