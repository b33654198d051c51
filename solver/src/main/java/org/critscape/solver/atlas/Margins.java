package org.critscape.solver.atlas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.similarity.StationOutputs;

/**
 * By how much an atlas is off at places that no node is at, as relative errors that 95 % of unseen solves stay below.
 *
 * @param currentRatio of max k [1]
 * @param pressure of max Π [1]
 * @param traction of max T [1]
 */
record Margins(PlacedError currentRatio, PlacedError pressure, PlacedError traction) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** None known yet. */
    static final Margins NONE = new Margins(PlacedError.NONE, PlacedError.NONE, PlacedError.NONE);

    /** Of an atlas, by solves that it has not seen; {@code all} says what their outputs stand for. */
    static Margins of(FamilyAtlas atlas, StationOutputs all, List<SolvedGroups> checks) {
        StationOutputs some = atlas.outputs();
        List<PlacedError.Seen> current = new ArrayList<>();
        List<PlacedError.Seen> pressure = new ArrayList<>();
        List<PlacedError.Seen> traction = new ArrayList<>();
        for (SolvedGroups check : checks) {
            FamilyAtlas.Point point = atlas.at(check.groups());
            double off = Math.abs(
                    some.logLargestCurrentRatio(point.outputs()) - all.logLargestCurrentRatio(check.outputs()));
            current.add(new PlacedError.Seen(point.position(), atlas.currentChange(point), off));
            pressure.add(seen(atlas, all, point, check, Driving.PRESSURE));
            traction.add(seen(atlas, all, point, check, Driving.NORMAL_TRACTION));
        }
        return new Margins(PlacedError.of(current), PlacedError.of(pressure), PlacedError.of(traction));
    }

    private static PlacedError.Seen seen(
            FamilyAtlas atlas, StationOutputs all, FamilyAtlas.Point point, SolvedGroups check, Driving driving) {
        double now = atlas.outputs().largestStress(point.outputs(), driving);
        double off = Math.abs((now - all.largestStress(check.outputs(), driving)) / now);
        return new PlacedError.Seen(point.position(), atlas.stressChange(point, driving), off);
    }

    PlacedError stress(Driving driving) {
        return driving == Driving.NORMAL_TRACTION ? traction : pressure;
    }
}
