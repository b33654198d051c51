package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.mesh.InterfaceField;

/**
 * The current ratio k = i/i_geo over the interface.
 *
 * @param ratio k [1]
 * @param potential φ of the electrolyte at the interface, by i_geo S/κ [1]
 * @param areaRatio interface area by projected area [1]
 * @param meanRatio charge balance: ∫ k dA by the projected area, 1 when charge is conserved [1]
 * @param unknowns of the system
 * @param newtonIterations Newton steps, 0 where the law of the interface is linear
 * @param residual relative residual of the system [1]
 */
public record CurrentDistribution(
        InterfaceField ratio,
        InterfaceField potential,
        double areaRatio,
        double meanRatio,
        int unknowns,
        int newtonIterations,
        double residual) {
    /** Largest current ratio at a node of the interface [1]. */
    public double largestRatio() {
        return Arrays.stream(ratio.nodal()).max().orElseThrow();
    }
}
