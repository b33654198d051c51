package org.critscape.solver.atlas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.similarity.StationOutputs;

/**
 * By how much an atlas is off at places that no node is at, as relative errors that 95 % of unseen solves stay below.
 *
 * <p>The critical current has a margin of its own, by place and by how much stress has a share in it: errors of current and
 * stress at their largest do not come together, and not where growth starts.
 *
 * @param currentRatio of max k [1]
 * @param pressure of max Π [1]
 * @param traction of max T [1]
 * @param criticalCurrent of E [1]
 */
record Margins(PlacedError currentRatio, PlacedError pressure, PlacedError traction, PlacedError criticalCurrent)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** None known yet. */
    static final Margins NONE = new Margins(PlacedError.NONE, PlacedError.NONE, PlacedError.NONE, PlacedError.NONE);

    /** Of an atlas, by solves that it has not seen; {@code all} says what their outputs stand for. */
    static Margins of(FamilyAtlas atlas, StationOutputs all, List<SolvedGroups> checks, FamilyBuild.Demand demand) {
        StationOutputs some = atlas.outputs();
        List<PlacedError.Seen> current = new ArrayList<>();
        List<PlacedError.Seen> pressure = new ArrayList<>();
        List<PlacedError.Seen> traction = new ArrayList<>();
        List<PlacedError.Seen> critical = new ArrayList<>();
        for (SolvedGroups check : checks) {
            FamilyAtlas.Point point = atlas.at(check.groups());
            double off = Math.abs(
                    some.logLargestCurrentRatio(point.outputs()) - all.logLargestCurrentRatio(check.outputs()));
            current.add(new PlacedError.Seen(point.position(), atlas.currentChange(point), off));
            pressure.add(seen(atlas, all, point, check, Driving.PRESSURE));
            traction.add(seen(atlas, all, point, check, Driving.NORMAL_TRACTION));
            for (double pressureToFlow : demand.ratios()) {
                critical.add(critical(atlas, all, point, check, demand, pressureToFlow));
            }
        }
        return new Margins(
                PlacedError.of(current),
                PlacedError.of(pressure),
                PlacedError.of(traction),
                PlacedError.of(critical, demand.ratios().length));
    }

    private static PlacedError.Seen seen(
            FamilyAtlas atlas, StationOutputs all, FamilyAtlas.Point point, SolvedGroups check, Driving driving) {
        double now = atlas.outputs().largestStress(point.outputs(), driving);
        double off = Math.abs((now - all.largestStress(check.outputs(), driving)) / now);
        return new PlacedError.Seen(point.position(), atlas.stressChange(point, driving), off);
    }

    /** At one B, the worst of all driving fields and notches that count. */
    private static PlacedError.Seen critical(
            FamilyAtlas atlas,
            StationOutputs all,
            FamilyAtlas.Point point,
            SolvedGroups check,
            FamilyBuild.Demand demand,
            double pressureToFlow) {
        InterfacePoints points = atlas.outputs().points(point.outputs());
        InterfacePoints before = atlas.outputs().points(point.before());
        List<LoadCurve> now = check.curves(demand, points);
        List<LoadCurve> earlier = check.curves(demand, before);
        List<LoadCurve> exact = check.curves(demand, all.points(check.outputs()));
        double share = 0;
        double change = 0;
        double off = 0;
        for (int i = 0; i < now.size(); i++) {
            share = Math.max(share, now.get(i).stressShare(pressureToFlow));
            change = Math.max(change, relative(now.get(i), earlier.get(i), pressureToFlow));
            off = Math.max(off, relative(now.get(i), exact.get(i), pressureToFlow));
        }
        return new PlacedError.Seen(place(point, share), change, off);
    }

    /** Of the critical current, as of one load curve against another [1]. */
    static double relative(LoadCurve one, LoadCurve other, double pressureToFlow) {
        return Math.abs(one.creepExponent() * StrictMath.log(one.load(pressureToFlow) / other.load(pressureToFlow)));
    }

    /** Where a critical current is: the position in the box, and the share of stress from −1 for none to 1 for all. */
    static double[] place(FamilyAtlas.Point point, double stressShare) {
        double[] place = Arrays.copyOf(point.position(), point.position().length + 1);
        place[place.length - 1] = 2 * stressShare - 1;
        return place;
    }

    PlacedError stress(Driving driving) {
        return driving == Driving.NORMAL_TRACTION ? traction : pressure;
    }
}
