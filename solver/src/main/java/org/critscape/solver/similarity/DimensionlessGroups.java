package org.critscape.solver.similarity;

import org.critscape.solver.quantity.Require;

/**
 * What the dimensionless solution depends on, beside the shape.
 *
 * <p>With linear kinetics the current ratio depends on shape, H/S and λ alone and the pressure function on these and n
 * (Buckingham's theorem on the equations of the packages {@code current} and {@code creep}).
 *
 * @param heightToSeparation H/S [1]
 * @param wagnerNumber λ = κ R_ct/S, interfacial resistance by that of a period of electrolyte; 0 to 1e4 [1]
 * @param creepExponent n [1]
 */
public record DimensionlessGroups(double heightToSeparation, double wagnerNumber, double creepExponent) {
    /** Checks the Wagner number. */
    public DimensionlessGroups {
        Require.within(
                "Wagner number",
                wagnerNumber,
                0,
                1e4,
                "(conductivity · resistance / peak separation)",
                "Maybe the interfacial resistance or the peak separation is in the wrong unit.");
    }

    /**
     * The groups of a case.
     *
     * @param peakHeight H [m]
     * @param peakSeparation S [m]
     * @param conductivity κ [S/m]
     * @param interfacialResistance R_ct, 0 for the primary distribution [Ω m²]
     * @param creepExponent n [1]
     */
    public static DimensionlessGroups of(
            double peakHeight,
            double peakSeparation,
            double conductivity,
            double interfacialResistance,
            double creepExponent) {
        return new DimensionlessGroups(
                peakHeight / peakSeparation, conductivity * interfacialResistance / peakSeparation, creepExponent);
    }
}
