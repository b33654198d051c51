package org.critscape.solver.atlas;

import static java.lang.StrictMath.pow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.similarity.StationOutputs;

/** Which stations matter, and how much, by the solves that a build has seen. */
final class StationChoice {
    /** A change of a node that is expected to matter is this part of the error that is allowed. */
    private static final double SHARE = 0.5;

    /** Stations whose own critical current is below the least by this factor somewhere decide where to refine. */
    private static final double DECISIVE = 0.7;

    /** Kept stations have, in every solve, one whose own critical current is at most so much above the least. */
    private static final double KEPT_CRITICAL = 0.9995;

    /** The same of the largest pressure and traction. */
    private static final double KEPT_STRESS = 0.995;

    private static final double LOOSEST = 0.1;

    private final Demand demand;
    private final StationOutputs all;
    private final List<SolvedGroups> solves;

    /**
     * @param all what the outputs of the solves stand for
     */
    StationChoice(Demand demand, StationOutputs all, List<SolvedGroups> solves) {
        this.demand = demand;
        this.all = all;
        this.solves = List.copyOf(solves);
    }

    /** Of the outputs, from what errors of current and stress do to critical currents where stress counts most. */
    double[] tolerances() {
        double byStress = 0;
        for (SolvedGroups solve : solves) {
            for (LoadCurve loads : solve.curves(demand, all)) {
                LoadCurve.Site site = loads.sites().get(loads.siteAt(demand.pressureToFlow()));
                double stress = demand.pressureToFlow() * site.notchFactor() * Math.abs(site.stress());
                byStress = Math.max(byStress, solve.exponent() * stress / site.load(demand.pressureToFlow()));
            }
        }
        double stress = byStress == 0 ? LOOSEST : Math.min(LOOSEST, SHARE * demand.tolerance() / byStress);
        return all.tolerances(SHARE * demand.currentTolerance(), stress, decisive());
    }

    /** Which stations come near to being critical somewhere, the tip always among them. */
    private boolean[] decisive() {
        boolean[] within = new boolean[all.stations()];
        within[0] = true;
        for (SolvedGroups solve : solves) {
            double least = pow(DECISIVE, 1 / solve.exponent());
            for (LoadCurve loads : solve.curves(demand, all)) {
                for (double ratio : demand.ratios()) {
                    double largest = loads.load(ratio);
                    for (int i = 0; i < within.length; i++) {
                        within[i] |= loads.sites().get(i).load(ratio) >= least * largest;
                    }
                }
            }
        }
        return within;
    }

    /** The tip and, chosen greedily, stations of which in every solve one is critical, or nearly. */
    int[] few() {
        List<BitSet> uncovered = new ArrayList<>();
        for (SolvedGroups solve : solves) {
            InterfacePoints points = all.points(solve.outputs());
            for (LoadCurve loads : solve.curves(demand, all)) {
                for (double ratio : demand.ratios()) {
                    double[] own = loads.sites().stream()
                            .mapToDouble(site -> site.load(ratio))
                            .toArray();
                    uncovered.add(near(own, pow(KEPT_CRITICAL, 1 / solve.exponent())));
                }
            }
            uncovered.add(near(points.pressureFunction(), KEPT_STRESS));
            uncovered.add(near(points.normalTraction(), KEPT_STRESS));
        }
        SortedSet<Integer> chosen = new TreeSet<>(List.of(0));
        uncovered.removeIf(near -> near.get(0));
        while (!uncovered.isEmpty()) {
            int next = most(uncovered);
            chosen.add(next);
            uncovered.removeIf(near -> near.get(next));
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The station that most of some sets hold. */
    private int most(List<BitSet> sets) {
        int[] count = new int[all.stations()];
        sets.forEach(set -> set.stream().forEach(i -> count[i]++));
        int most = 0;
        for (int i = 1; i < count.length; i++) {
            most = count[i] > count[most] ? i : most;
        }
        return most;
    }

    private static BitSet near(double[] values, double part) {
        double largest = Arrays.stream(values).max().orElseThrow();
        BitSet near = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            near.set(i, largest - values[i] <= (1 - part) * Math.abs(largest));
        }
        return near;
    }
}
