package org.critscape.jobs.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SimilarCase;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupAxis;

/**
 * What a study asks of an atlas: its families, the ranges of their groups, and how much pressure counts.
 *
 * <p>Of large studies a sample tells, drawn at random: every tenth point of a Sobol' sequence, say, fills but a half of
 * the space. It rarely sees a case where several inputs are extreme at once, so ranges go on to the corners of the inputs it
 * saw, unless these are far from all cases, as where inputs depend on each other. Rows outside are solved directly. Ranges are
 * widened to whole steps, so few are.
 */
public final class Demands {
    private static final int MOST_LOOKED_AT = 100_000;

    private static final long SEED = 20240229;

    /** A family with fewer cases is solved directly: an atlas would take as many solves. */
    private static final long FEWEST_CASES = 500;

    /** Rows with a larger ratio of pressure to flow may be less accurate than asked for. */
    private static final double COVERED = 0.95;

    /** Inputs that groups depend on, monotonically each. */
    private static final List<Parameter> OF_GROUPS = List.of(
            Parameter.PEAK_HEIGHT,
            Parameter.PEAK_SEPARATION,
            Parameter.EDGE_RESOLUTION,
            Parameter.TOP_FRACTION,
            Parameter.CONDUCTIVITY,
            Parameter.CONDUCTIVITY_ACTIVATION_ENERGY,
            Parameter.RESISTANCE,
            Parameter.RESISTANCE_ACTIVATION_ENERGY,
            Parameter.CREEP_EXPONENT,
            Parameter.TEMPERATURE);

    /** Corners may lengthen the range of a group by this factor, in its coordinate. */
    private static final double NEAR = 1.25;

    private final Map<Family, Seen> seen = new LinkedHashMap<>();
    /** Cases by looked at ones. */
    private final double weight;

    /** What was seen of a family. */
    private static final class Seen {
        private final List<double[]> groups = new ArrayList<>();
        private final Map<Parameter, DoubleSummaryStatistics> inputs = new EnumMap<>(Parameter.class);
        private final DesignPoint any;
        private final List<Double> pressureToFlow = new ArrayList<>();
        private final Set<Driving> drivings = EnumSet.noneOf(Driving.class);
        private boolean isNotched;

        Seen(DesignPoint any) {
            this.any = any;
        }

        void add(DesignPoint point) {
            for (Parameter parameter : OF_GROUPS) {
                if (point.uses(parameter)) {
                    inputs.computeIfAbsent(parameter, other -> new DoubleSummaryStatistics())
                            .accept(point.number(parameter));
                }
            }
        }
    }

    private Demands(DesignSpace space) {
        this.weight = Math.max(1, (double) space.size() / MOST_LOOKED_AT);
        LongStream indices = space.size() <= MOST_LOOKED_AT
                ? LongStream.range(0, space.size())
                : new SplittableRandom(SEED).longs(MOST_LOOKED_AT, 0, space.size());
        indices.forEach(index -> look(space, index));
    }

    /** Of a study, ordered by family. */
    public static List<Demand> of(DesignSpace space, AtlasSettings settings) {
        Demands demands = new Demands(space);
        return demands.seen.entrySet().stream()
                .filter(entry -> entry.getValue().groups.size() * demands.weight >= FEWEST_CASES)
                .map(entry -> demands.demand(entry.getKey(), entry.getValue(), settings))
                .sorted(Comparator.comparing(demand -> AtlasFolder.key(demand.family())))
                .toList();
    }

    private void look(DesignSpace space, long index) {
        DesignPoint point = space.point(index);
        if (space.exclusion(index, point).isPresent()) {
            return;
        }
        try {
            DesignCase designCase = point.toCase();
            Optional<String> reason = Family.reasonAgainst(designCase);
            if (reason.isEmpty()) {
                SimilarCase similar = new SimilarCase(designCase);
                Family family = Family.of(designCase);
                double[] groups = family.groups(designCase, similar.groups());
                if (family.isCovered(groups)) {
                    Seen of = seen.computeIfAbsent(family, other -> new Seen(point));
                    of.add(point);
                    of.groups.add(groups);
                    of.pressureToFlow.add(similar.pressureToFlow());
                    of.drivings.add(designCase.flaw().driving());
                    of.isNotched |= designCase.flaw().notch() != NotchFactor.NONE;
                }
            }
        } catch (InvalidInputException refused) {
            // A row will say so.
            return;
        }
    }

    private Demand demand(Family family, Seen of, AtlasSettings settings) {
        List<Family.Quantity> quantities = family.quantities();
        List<double[]> corners = weight > 1 ? corners(family, of) : List.of();
        List<GroupAxis> axes = IntStream.range(0, quantities.size())
                .mapToObj(i -> axis(quantities.get(i), range(of.groups, i), range(corners, i)))
                .toList();
        double[] ratios = of.pressureToFlow.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return new Demand(
                family,
                axes,
                settings.currentTolerance(),
                settings.tolerance(),
                rounded(ratios[(int) Math.ceil(COVERED * ratios.length) - 1]),
                of.isNotched,
                of.drivings.contains(Driving.NORMAL_TRACTION),
                of.drivings.contains(Driving.PRESSURE),
                settings.largestNodes());
    }

    private static DoubleSummaryStatistics range(List<double[]> groups, int position) {
        return groups.stream().mapToDouble(values -> values[position]).summaryStatistics();
    }

    private static GroupAxis axis(
            Family.Quantity quantity, DoubleSummaryStatistics inside, DoubleSummaryStatistics corners) {
        double low = Math.min(inside.getMin(), corners.getMin());
        double high = Math.max(inside.getMax(), corners.getMax());
        GroupAxis some = quantity.axis(inside.getMin(), inside.getMax());
        double length = Math.abs(some.coordinate(inside.getMax()) - some.coordinate(inside.getMin()));
        double longer = Math.abs(some.coordinate(high) - some.coordinate(low));
        return longer <= NEAR * length ? quantity.axis(low, high) : some;
    }

    /** Groups where all inputs are at either end of what was seen, as far as the family has such a case. */
    private static List<double[]> corners(Family family, Seen of) {
        List<Map<Parameter, Double>> inputs = List.of(Map.of());
        for (Map.Entry<Parameter, DoubleSummaryStatistics> input : of.inputs.entrySet()) {
            double low = input.getValue().getMin();
            double high = input.getValue().getMax();
            if (low < high) {
                inputs = inputs.stream()
                        .flatMap(others -> Stream.of(low, high).map(value -> {
                            Map<Parameter, Double> more = new EnumMap<>(Parameter.class);
                            more.putAll(others);
                            more.put(input.getKey(), value);
                            return more;
                        }))
                        .toList();
            }
        }
        return inputs.stream()
                .flatMap(values -> groups(family, of.any.with(values)).stream())
                .toList();
    }

    private static Optional<double[]> groups(Family family, DesignPoint point) {
        try {
            SimilarCase similar = new SimilarCase(point.toCase());
            double[] groups = family.groups(similar.input(), similar.groups());
            return family.isCovered(groups) ? Optional.of(groups) : Optional.empty();
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }

    /** Up to the next quarter of a decade, so that similar studies ask for the same. */
    private static double rounded(double ratio) {
        return StrictMath.pow(10, Math.ceil(4 * StrictMath.log10(ratio)) / 4);
    }
}
