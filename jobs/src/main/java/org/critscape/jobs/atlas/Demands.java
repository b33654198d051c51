package org.critscape.jobs.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
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
 * the space. Rows that lie outside of what it saw are solved directly. Ranges are widened to whole steps, so few do.
 */
public final class Demands {
    private static final int MOST_LOOKED_AT = 100_000;

    private static final long SEED = 20240229;

    /** A family with fewer cases is solved directly: an atlas would take as many solves. */
    private static final long FEWEST_CASES = 500;

    /** Rows with a larger ratio of pressure to flow may be less accurate than asked for. */
    private static final double COVERED = 0.95;

    private final Map<Family, Seen> seen = new LinkedHashMap<>();
    /** Cases by looked at ones. */
    private final double weight;

    /** What was seen of a family. */
    private static final class Seen {
        private final List<double[]> groups = new ArrayList<>();
        private final List<Double> pressureToFlow = new ArrayList<>();
        private final Set<Driving> drivings = EnumSet.noneOf(Driving.class);
        private boolean isNotched;
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
                .map(entry -> demand(entry.getKey(), entry.getValue(), settings))
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
                    Seen of = seen.computeIfAbsent(family, other -> new Seen());
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

    private static Demand demand(Family family, Seen of, AtlasSettings settings) {
        List<Family.Quantity> quantities = family.quantities();
        List<GroupAxis> axes = IntStream.range(0, quantities.size())
                .mapToObj(i -> {
                    double[] values =
                            of.groups.stream().mapToDouble(groups -> groups[i]).toArray();
                    return quantities
                            .get(i)
                            .axis(
                                    Arrays.stream(values).min().orElseThrow(),
                                    Arrays.stream(values).max().orElseThrow());
                })
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

    /** Up to the next quarter of a decade, so that similar studies ask for the same. */
    private static double rounded(double ratio) {
        return StrictMath.pow(10, Math.ceil(4 * StrictMath.log10(ratio)) / 4);
    }
}
