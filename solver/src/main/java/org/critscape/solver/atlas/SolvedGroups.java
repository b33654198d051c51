package org.critscape.solver.atlas;

import java.util.List;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.similarity.StationOutputs;

/**
 * A solve that a build has seen.
 *
 * @param groups one value of each axis
 * @param outputs of all stations
 */
record SolvedGroups(double[] groups, double[] outputs) {
    /** The creep exponent [1]. */
    double exponent() {
        return groups[Family.Quantity.EXPONENT_AT];
    }

    /** Load curves of all that a demand asks for; {@code all} says what the outputs stand for. */
    List<LoadCurve> curves(FamilyBuild.Demand demand, StationOutputs all) {
        return curves(demand, all.points(outputs));
    }

    /** The same of other fields at these groups. */
    List<LoadCurve> curves(FamilyBuild.Demand demand, InterfacePoints points) {
        return FamilyNode.curves(
                exponent(), groups[Family.Quantity.STEEPNESS_AT], demand.drivings(), demand.isNotched(), points);
    }
}
