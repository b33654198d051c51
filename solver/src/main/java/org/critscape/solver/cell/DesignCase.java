package org.critscape.solver.cell;

import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;

/**
 * One case of a design space: a contoured interface between two materials, run at one state.
 *
 * @param lithium not looked at where {@code lithiumModel} is none
 * @param flaw not looked at where {@code lithiumModel} is none
 * @param lithiumModel what is solved of the lithium
 */
public record DesignCase(
        Topography topography,
        Electrolyte electrolyte,
        Kinetics kinetics,
        Lithium lithium,
        Flaw flaw,
        Operation operation,
        SolverSettings settings,
        LithiumModel lithiumModel) {
    /** Checks that the lithium does not reach through the electrolyte, and has a pressure where that acts on the current. */
    public DesignCase {
        if (lithiumModel == LithiumModel.NONE && kinetics instanceof Kinetics.PressureCoupled) {
            throw new InvalidInputException(
                    "pressure coupling",
                    "iterated (interface.pressure-coupling)",
                    "none where no lithium is solved (lithium.model = none), since it takes the lithium's pressure",
                    "Maybe set interface.pressure-coupling = none, or lithium.model = power-law.");
        }
        if (!(electrolyte.thickness() > topography.peakHeight())) {
            throw new InvalidInputException(
                    "electrolyte thickness",
                    electrolyte.thickness() + " m (electrolyte.thickness)",
                    "above the peak height, " + topography.peakHeight() + " m (" + heightFrom(topography)
                            + "), or the lithium is short-circuited",
                    "Maybe one of them is in the wrong unit.");
        }
    }

    /** A case whose lithium creeps. */
    public DesignCase(
            Topography topography,
            Electrolyte electrolyte,
            Kinetics kinetics,
            Lithium lithium,
            Flaw flaw,
            Operation operation,
            SolverSettings settings) {
        this(topography, electrolyte, kinetics, lithium, flaw, operation, settings, LithiumModel.POWER_LAW);
    }

    /** Whether the current distribution is all that is solved. */
    public boolean isCurrentOnly() {
        return lithiumModel == LithiumModel.NONE;
    }

    /** Whether current ratio or pressure function depend on the current density, so that no closed form gives its critical value. */
    boolean dependsOnCurrent() {
        return kinetics.dependsOnCurrent() || lithium.hasTransition();
    }

    /** The key that the peak height comes from. */
    private static String heightFrom(Topography topography) {
        if (topography instanceof HeightMap) {
            return "topography.file times topography.height-scale";
        }
        return topography instanceof RoughSurface ? "it follows from topography.rms-height" : "topography.peak-height";
    }
}
