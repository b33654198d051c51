package org.critscape.solver.cell;

import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;

/** One case of a design space: a contoured interface between two materials, run at one state. */
public record DesignCase(
        Topography topography,
        Electrolyte electrolyte,
        Kinetics kinetics,
        Lithium lithium,
        Flaw flaw,
        Operation operation,
        SolverSettings settings) {
    /** Checks that the lithium does not reach through the electrolyte. */
    public DesignCase {
        if (!(electrolyte.thickness() > topography.peakHeight())) {
            throw new InvalidInputException(
                    "electrolyte thickness",
                    electrolyte.thickness() + " m (electrolyte.thickness)",
                    "above the peak height, " + topography.peakHeight() + " m (" + heightFrom(topography)
                            + "), or the lithium is short-circuited",
                    "Maybe one of them is in the wrong unit.");
        }
    }

    /** The key that the peak height comes from. */
    private static String heightFrom(Topography topography) {
        if (topography instanceof HeightMap) {
            return "topography.file times topography.height-scale";
        }
        return topography instanceof RoughSurface ? "it follows from topography.rms-height" : "topography.peak-height";
    }
}
