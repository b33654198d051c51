package org.critscape.solver.atlas;

import static java.lang.StrictMath.pow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.similarity.AdaptiveInterpolation;
import org.critscape.solver.similarity.AdaptiveInterpolation.Node;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.similarity.NodeIndex;
import org.critscape.solver.similarity.StationOutputs;
import org.jspecify.annotations.Nullable;

/**
 * Makes the atlas of a family: asks for solves, batch after batch, until solves that are not nodes are met.
 *
 * <p>What it asks for and what it makes of the answers depends on the demand and the answers alone, which depend on
 * nothing but what is asked. So a build that is repeated, here or elsewhere, ends with the same atlas to the last bit, and
 * one whose solves are all known costs next to nothing.
 */
public final class FamilyBuild {
    /** Nodes of a batch. The next ones depend on the last ones, so more at once are worth less each. */
    private static final int BATCH = 16;

    private static final int BATCH_OF_CHANGES = 8;

    /** Of all nodes this part at most is solved on the finer mesh: what it changes is small, and partly noise. */
    private static final int OF_CHANGES = 10;

    /** Unseen solves by number of groups. */
    private static final int CHECKS = 10;

    /** Each with tolerances half those of the one before. */
    private static final int ROUNDS = 6;

    private static final double FIRST_ROUND = 4;

    /** What a round must leave of the error of interpolation for another to follow: solves have errors of their own. */
    private static final double WORTHWHILE = 0.8;

    /** What of the tolerances interpolation may take. */
    private static final double OF_INTERPOLATION = 0.5;

    private final Demand demand;
    private final FamilySolver solver;
    private final int groups;
    private final Meshes coarseMeshes;
    private final Meshes fineMeshes;

    /** Outputs of all solves so far, coarse and fine, of which stations are chosen. */
    private final List<SolvedGroups> solves = new ArrayList<>();

    private FamilyBuild(Demand demand, FamilySolver solver) {
        this.demand = demand;
        this.solver = solver;
        this.groups = demand.axes().size();
        this.coarseMeshes = FamilyNode.meshes(demand.family(), demand.axes(), false);
        this.fineMeshes = FamilyNode.meshes(demand.family(), demand.axes(), true);
    }

    /**
     * What an atlas is to be good for.
     *
     * @param axes ranges of the family's groups
     * @param currentTolerance relative error of max k [1]
     * @param tolerance relative error of the critical current [1]
     * @param pressureToFlow largest B for which the tolerance counts [1]
     * @param isNotched whether notch factors count
     * @param byTraction whether the normal traction drives somewhere
     * @param byPressure whether the excess pressure does
     * @param largestNodes most coarse solves
     */
    public record Demand(
            Family family,
            List<GroupAxis> axes,
            double currentTolerance,
            double tolerance,
            double pressureToFlow,
            boolean isNotched,
            boolean byTraction,
            boolean byPressure,
            int largestNodes) {
        /** Keeps its own copy. */
        public Demand {
            axes = List.copyOf(axes);
        }

        /** Ratios of pressure to flow at which an atlas is looked at. */
        double[] ratios() {
            return new double[] {0, pressureToFlow / 10, pressureToFlow / 3, pressureToFlow};
        }

        List<Driving> drivings() {
            return Arrays.stream(Driving.values())
                    .filter(driving -> driving == Driving.NORMAL_TRACTION ? byTraction : byPressure)
                    .toList();
        }
    }

    /** Solves groups of a family, in any order, anywhere. */
    @FunctionalInterface
    public interface FamilySolver {
        /** One answer for each request, in order. */
        List<Answer> solve(Family family, List<Request> requests);
    }

    /**
     * A solve that is asked for.
     *
     * @param groups one value of each axis
     * @param coarse the coarser meshes
     * @param fine the finer ones, where both are asked for; null else
     */
    public record Request(
            List<Double> groups, Meshes coarse, @Nullable Meshes fine) {}

    /**
     * What was solved; null where there is no solve.
     *
     * @param coarse on the coarser mesh
     * @param fine on the finer one
     */
    public record Answer(
            @Nullable StationFields coarse, @Nullable StationFields fine) {
        /** No solve. */
        public static final Answer NONE = new Answer(null, null);
    }

    /**
     * How a build ended.
     *
     * @param atlas null where not even the first nodes could be solved
     * @param checks number of solves that were not nodes
     * @param failures number of requests without a solve
     */
    public record Built(@Nullable FamilyAtlas atlas, int checks, int failures) {}

    /** Makes an atlas. */
    public static Built build(Demand demand, FamilySolver solver) {
        return new FamilyBuild(demand, solver).run();
    }

    private int failures;

    private Built run() {
        int stations = FamilyNode.stations(demand.family(), demand.axes());
        StationOutputs all = new StationOutputs(stations, 0);
        double[] going = new double[all.count()];
        Arrays.fill(going, Double.POSITIVE_INFINITY);
        AdaptiveInterpolation coarse = AdaptiveInterpolation.over(demand.axes(), going);
        coarse = answered(coarse, coarse.batch(BATCH), false);
        if (coarse.answers().isEmpty()) {
            return new Built(null, 0, failures);
        }
        double[] tolerances = new StationChoice(demand, all, solves).tolerances();
        AdaptiveInterpolation change = AdaptiveInterpolation.over(demand.axes(), tolerances);
        change = answered(change, change.batch(BATCH), true);
        List<SolvedGroups> checks = List.of();
        FamilyAtlas atlas = null;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double[] now = scaled(tolerances, FIRST_ROUND * pow(2, -round));
            coarse = refined(coarse.toTolerances(now), BATCH, demand.largestNodes(), false);
            change = refined(change.toTolerances(now), BATCH_OF_CHANGES, demand.largestNodes() / OF_CHANGES, true);
            if (change.answers().isEmpty()) {
                return new Built(null, 0, failures);
            }
            if (checks.isEmpty()) {
                checks = checks(coarse);
            }
            atlas = atlas(coarse, change, all, checks);
            double excess = interpolationExcess(atlas, checks);
            if (excess <= 1 || excess > WORTHWHILE * before || coarse.answers().size() >= demand.largestNodes()) {
                break;
            }
            before = excess;
        }
        return new Built(atlas, checks.size(), failures);
    }

    private AdaptiveInterpolation refined(AdaptiveInterpolation from, int batch, int most, boolean isChange) {
        AdaptiveInterpolation refined = from;
        while (refined.answers().size() < most) {
            List<Node> nodes = refined.batch(batch);
            if (nodes.isEmpty()) {
                break;
            }
            refined = answered(refined, nodes, isChange);
        }
        return refined;
    }

    private AdaptiveInterpolation answered(AdaptiveInterpolation from, List<Node> nodes, boolean isChange) {
        List<Answer> answers = solver.solve(
                demand.family(),
                nodes.stream()
                        .map(node -> new Request(node.groups(), coarseMeshes, isChange ? fineMeshes : null))
                        .toList());
        SortedMap<NodeIndex, double[]> found = new TreeMap<>();
        Collection<NodeIndex> none = new TreeSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            double[] coarse = outputs(answers.get(i).coarse());
            double[] fine = outputs(answers.get(i).fine());
            if (coarse == null || (isChange && fine == null)) {
                none.add(nodes.get(i).index());
                failures++;
            } else if (fine != null && isChange) {
                found.put(nodes.get(i).index(), difference(fine, coarse));
                keep(nodes.get(i).groups(), fine);
            } else {
                found.put(nodes.get(i).index(), coarse);
                keep(nodes.get(i).groups(), coarse);
            }
        }
        return from.with(found, none);
    }

    private static double @Nullable [] outputs(@Nullable StationFields fields) {
        return fields == null
                ? null
                : new StationOutputs(fields.stations().x().length, 0).of(fields.stations(), fields.whole());
    }

    private void keep(List<Double> at, double[] outputs) {
        solves.add(new SolvedGroups(values(at), outputs));
    }

    private static double[] values(List<Double> groups) {
        return groups.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] difference(double[] of, double[] from) {
        return IntStream.range(0, of.length).mapToDouble(j -> of[j] - from[j]).toArray();
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private List<SolvedGroups> checks(AdaptiveInterpolation coarse) {
        List<double[]> unseen = coarse.unseen(0, CHECKS * groups);
        List<Request> requests = unseen.stream()
                .map(at -> new Request(Arrays.stream(at).boxed().toList(), coarseMeshes, fineMeshes))
                .toList();
        List<Answer> answers = solver.solve(demand.family(), requests);
        List<SolvedGroups> checks = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            double[] fine = outputs(answers.get(i).fine());
            if (fine == null) {
                failures++;
            } else {
                checks.add(new SolvedGroups(unseen.get(i), fine));
            }
        }
        return checks;
    }

    private FamilyAtlas atlas(
            AdaptiveInterpolation coarse, AdaptiveInterpolation change, StationOutputs all, List<SolvedGroups> checks) {
        int[] chosen = new StationChoice(demand, all, solves).few();
        int[] indices = all.only(chosen);
        StationOutputs some = new StationOutputs(chosen.length, 0);
        FamilyAtlas without = new FamilyAtlas(
                demand.family(),
                demand.axes(),
                some,
                coarse.interpolant(indices),
                change.interpolant(indices),
                Margins.NONE);
        return new FamilyAtlas(
                demand.family(),
                demand.axes(),
                some,
                coarse.interpolant(indices),
                change.interpolant(indices),
                Margins.of(without, all, checks, demand));
    }

    /** What interpolation adds to the error at the largest B, by what it may; nine in ten of the checks stay below. */
    private double interpolationExcess(FamilyAtlas atlas, List<SolvedGroups> checks) {
        double[] excess = checks.stream()
                .mapToDouble(check -> interpolationExcess(atlas, check))
                .sorted()
                .toArray();
        return excess.length == 0 ? 0 : excess[(int) Math.ceil(0.9 * excess.length) - 1];
    }

    private double interpolationExcess(FamilyAtlas atlas, SolvedGroups check) {
        FamilyAtlas.Point point = atlas.at(check.groups());
        double excess = atlas.currentInterpolationError(point) / (OF_INTERPOLATION * demand.currentTolerance());
        StationOutputs outputs = atlas.outputs();
        List<LoadCurve> now = check.curves(demand, outputs.points(point.outputs()));
        List<LoadCurve> before = check.curves(demand, outputs.points(point.before()));
        for (int i = 0; i < now.size(); i++) {
            double error = atlas.criticalInterpolationError(point, now.get(i), before.get(i), demand.pressureToFlow());
            excess = Math.max(excess, error / (OF_INTERPOLATION * demand.tolerance()));
        }
        return excess;
    }
}
