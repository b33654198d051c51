package org.critscape.solver.similarity;

import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.Wall;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.PhysicalConstants;
import org.critscape.solver.quantity.Require;
import org.critscape.solver.topography.Topography;

/**
 * What the dimensionless solution depends on, beside the shape.
 *
 * <p>With linear kinetics the current ratio depends on shape, H/S and λ alone and the pressure function on these, the wall and n
 * (Buckingham's theorem on the equations of the packages {@code current} and {@code creep}).
 *
 * @param heightToSeparation H/S [1]
 * @param wagnerNumber λ = κ R_ct/S, interfacial resistance by that of a period of electrolyte; 0 to 1e4 [1]
 * @param creepExponent n [1]
 * @param wall how lithium moves along the interface
 */
public record DimensionlessGroups(double heightToSeparation, double wagnerNumber, double creepExponent, Wall wall) {
    private static final String ADVICE =
            "Maybe one of resistance, conductivity, an activation energy and peak separation"
                    + " is in the wrong unit.";

    /** Largest Wagner number the model covers: far beyond, the current is uniform and the electrolyte does not matter. */
    public static final double LARGEST_WAGNER_NUMBER = 1e4;

    /** Checks the Wagner number. */
    public DimensionlessGroups {
        Require.within("Wagner number", wagnerNumber, 0, LARGEST_WAGNER_NUMBER, "", ADVICE);
    }

    /**
     * The groups of a case.
     *
     * @param temperature T, 200 to 450 [K]
     * @throws InvalidInputException where the Wagner number at that temperature is out of range
     */
    public static DimensionlessGroups of(
            Topography topography, Electrolyte electrolyte, Kinetics kinetics, Lithium lithium, double temperature) {
        double separation = topography.peakSeparation();
        double wagnerNumber = electrolyte.conductivityAt(temperature) * kinetics.resistanceAt(temperature) / separation;
        if (!(wagnerNumber >= 0 && wagnerNumber <= LARGEST_WAGNER_NUMBER)) {
            throw new InvalidInputException(
                    "Wagner number",
                    wagnerNumber + " (at operation.temperature " + temperature + " K; electrolyte.conductivity "
                            + electrolyte.conductivity() + " S/m and interface.resistance "
                            + kinetics.resistanceAt(PhysicalConstants.REFERENCE_TEMPERATURE)
                            + " Ω m² at 298.15 K, topography.peak-separation " + separation + " m)",
                    "between 0 and " + LARGEST_WAGNER_NUMBER,
                    ADVICE);
        }
        return new DimensionlessGroups(
                topography.peakHeight() / separation, wagnerNumber, lithium.creepExponent(), lithium.wall());
    }
}
