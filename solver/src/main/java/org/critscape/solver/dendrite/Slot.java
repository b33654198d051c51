package org.critscape.solver.dendrite;

import org.critscape.solver.quantity.Require;

/**
 * How wide a flaw is, and what that does beside the flow resistance of {@link SlotFlow}.
 *
 * @param width how the half opening without pressure, b0, is known
 * @param opening whether pressure widens the flaw
 * @param surfaceEnergy γ of the lithium, 0 to 2; 0 leaves capillarity out [J/m²]
 * @param contactAngle θ of lithium on the electrolyte, 0 (wets) to π (does not) [rad]
 */
public record Slot(Width width, Opening opening, double surfaceEnergy, double contactAngle) {
    /** Whether pressure widens a flaw. */
    public enum Opening {
        /** b = b0. */
        RIGID,
        /**
         * b = b0 + (π/2) p a (1 − ν²)/E: the mean half opening of a straight crack of length 2a under uniform pressure p
         * (Sneddon, Proc. R. Soc. A 1946, 187, 229, doi:10.1098/rspa.1946.0077). <b>Assumed</b> for the edge crack of
         * length a, whose mouth opens 1.46 times as far.
         */
        ELASTIC
    }

    /** How the half opening without pressure is known. */
    public sealed interface Width {}

    /**
     * From the critical current of the flat interface at 298.15 K and 7 MPa.
     *
     * @param flatCriticalCurrent 1e-3 to 1e6 [A/m²]
     */
    public record Calibrated(double flatCriticalCurrent) implements Width {
        /** Checks the range. */
        public Calibrated {
            Require.within(
                    "flat critical current",
                    flatCriticalCurrent,
                    1e-3,
                    1e6,
                    "A/m²",
                    "Maybe the unit is wrong: 1 mA/cm² is 10 A/m².");
        }
    }

    /**
     * Given.
     *
     * @param halfOpening b0, 1e-10 (an atom) to 1e-4 [m]
     */
    public record Given(double halfOpening) implements Width {
        /** Checks the range. */
        public Given {
            Require.within("half opening", halfOpening, 1e-10, 1e-4, "m", "Maybe the unit is wrong: 1 nm is 1e-9 m.");
        }
    }

    /** Checks the ranges. */
    public Slot {
        Require.within(
                "surface energy", surfaceEnergy, 0, 2, "J/m²", "Maybe the unit is wrong: lithium has 0.45 J/m².");
        Require.within(
                "contact angle", contactAngle, 0, Math.PI, "rad", "Maybe the unit is wrong: 180 degrees are π rad.");
    }

    /** A rigid slot without capillarity, calibrated [A/m²]. */
    public static Slot calibrated(double flatCriticalCurrent) {
        return new Slot(new Calibrated(flatCriticalCurrent), Opening.RIGID, 0, Math.PI);
    }

    /**
     * −γ cos θ, by the half opening the pressure that holds lithium back from a slot; negative where it wets [N/m].
     */
    double capillaryTension() {
        return surfaceEnergy == 0 ? 0 : -surfaceEnergy * StrictMath.cos(contactAngle);
    }
}
