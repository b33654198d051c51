package org.critscape.solver.dendrite;

import org.critscape.solver.quantity.Require;

/**
 * The interfacial flaw a dendrite starts from: a narrow edge crack in the electrolyte, full of lithium.
 *
 * @param length a, 1e-9 (an atomic step) to 1e-3 (a pellet) [m]
 * @param notch how the contour concentrates the pressure at the flaw
 * @param driving what of the stress at the interface the flaw feels
 * @param slot its width
 */
public record Flaw(double length, NotchFactor notch, Driving driving, Slot slot) {
    /** Y, geometry factor of a shallow edge crack [1]. */
    private static final double EDGE_CRACK = 1.12;

    /** Checks the ranges. */
    public Flaw {
        Require.within("flaw length", length, 1e-9, 1e-3, "m", "Maybe the unit is wrong: 1 µm is 1e-6 m.");
    }

    /**
     * A rigid flaw that feels the excess pressure, calibrated by the critical current of the flat interface at 298.15 K
     * and 7 MPa [A/m²].
     */
    public Flaw(double length, NotchFactor notch, double flatCriticalCurrent) {
        this(length, notch, Driving.PRESSURE, Slot.calibrated(flatCriticalCurrent));
    }

    /**
     * Uniform pressure at which the flaw grows, p_c = K_IC / (Y √(π a)), Y = 1.12 for an edge crack [Pa].
     *
     * <p>Linear elastic fracture mechanics (Tada, Paris, Irwin, The Stress Analysis of Cracks Handbook); the
     * electrolyte is taken as a half space, a ≪ S.
     *
     * @param fractureToughness K_IC [Pa √m]
     */
    public double fracturePressure(double fractureToughness) {
        return fractureToughness / (EDGE_CRACK * StrictMath.sqrt(StrictMath.PI * length));
    }

    /** Length at which {@link #fracturePressure} is {@code pressure} [m]. */
    static double lengthAt(double pressure, double fractureToughness) {
        double root = fractureToughness / (EDGE_CRACK * pressure);
        return root * root / StrictMath.PI;
    }
}
