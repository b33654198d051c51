package org.critscape.solver.material;

import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * How current passes the lithium/electrolyte interface: i(φ), with i the plating current density along the normal [A/m²]
 * and φ the driving voltage, electrolyte minus lithium [V].
 *
 * <p>R_ct is the small-signal resistance dφ/di at φ = 0, without pressure; R_ct(T) = R_ct0 exp(E_R/R (1/T − 1/T0)),
 * T0 = 298.15 K. This Arrhenius law is common practice, not the paper's (Zhang et al., Energy Environ. Sci. 2024, 17,
 * 1448).
 */
public sealed interface Kinetics {
    /** Interfacial resistance R_ct at a temperature of 200 K to 450 K; 0 without kinetics [Ω m²]. */
    double resistanceAt(double temperature);

    /** Whether the distribution of the current depends on how much of it there is. */
    boolean dependsOnCurrent();

    /** Primary distribution: no interfacial resistance, φ = 0. */
    record Primary() implements Kinetics {
        @Override
        public double resistanceAt(double temperature) {
            Arrhenius.requireTemperature(temperature);
            return 0;
        }

        @Override
        public boolean dependsOnCurrent() {
            return false;
        }
    }

    /**
     * Secondary distribution, linearised Butler–Volmer as in the paper: i = φ/R_ct; valid for F|φ| below about R T, 26 mV
     * at 25 °C.
     *
     * @param resistance R_ct0 at 298.15 K, 1e-8 to 10 (1e-4 to 1e5 Ω cm²; measured values lie well inside) [Ω m²]
     * @param activationEnergy E_R, 0 to 200e3 [J/mol]
     */
    record Linear(double resistance, double activationEnergy) implements Kinetics {
        /** Checks the ranges. */
        public Linear {
            requireResistance(resistance, activationEnergy);
        }

        @Override
        public double resistanceAt(double temperature) {
            return resistance / Arrhenius.factor(activationEnergy, temperature);
        }

        @Override
        public boolean dependsOnCurrent() {
            return false;
        }
    }

    /**
     * Butler–Volmer kinetics, beyond the paper: i = i0 [exp((1 − α) F φ/(R T)) − exp(−α F φ/(R T))], i0 = R T/(F R_ct).
     *
     * @param resistance R_ct0 at 298.15 K, 1e-8 to 10 [Ω m²]
     * @param activationEnergy E_R, 0 to 200e3 [J/mol]
     * @param transferCoefficient α, 0.1 to 0.9; the plating branch carries 1 − α [1]
     */
    record ButlerVolmer(double resistance, double activationEnergy, double transferCoefficient) implements Kinetics {
        /** Checks the ranges. */
        public ButlerVolmer {
            requireResistance(resistance, activationEnergy);
            Require.within(
                    "transfer coefficient", transferCoefficient, 0.1, 0.9, "", "Maybe leave it at 0.5, symmetric.");
        }

        @Override
        public double resistanceAt(double temperature) {
            return resistance / Arrhenius.factor(activationEnergy, temperature);
        }

        @Override
        public boolean dependsOnCurrent() {
            return true;
        }
    }

    /**
     * Kinetics of lithium under an excess pressure Δp, which plates less readily: φ − Ω Δp/F drives, and the current falls
     * by exp(−β Ω Δp/(R T)). Form of the paper, after Monroe and Newman, J. Electrochem. Soc. 2004, 151, A880; Ω molar
     * volume of lithium.
     *
     * @param withoutPressure linear or Butler–Volmer
     * @param activationVolume β, activation volume of the exchange current by Ω, 0 to 1 [1]
     */
    record PressureCoupled(Kinetics withoutPressure, double activationVolume) implements Kinetics {
        /** Checks that there is a resistance for the pressure to act on. */
        public PressureCoupled {
            if (!(withoutPressure instanceof Linear || withoutPressure instanceof ButlerVolmer)) {
                throw new InvalidInputException(
                        "pressure coupling",
                        "on (interface.pressure-coupling) without interfacial resistance (interface.kinetics = primary)",
                        "off, or with linear or Butler-Volmer kinetics",
                        "Maybe set interface.kinetics = linear.");
            }
            Require.within("activation volume", activationVolume, 0, 1, "(by molar volume)", "Maybe leave it at 0.5.");
        }

        @Override
        public double resistanceAt(double temperature) {
            return withoutPressure.resistanceAt(temperature);
        }

        @Override
        public boolean dependsOnCurrent() {
            return true;
        }
    }

    private static void requireResistance(double resistance, double activationEnergy) {
        Require.within(
                "interfacial resistance",
                resistance,
                1e-8,
                10,
                "Ω m²",
                "Maybe the unit is wrong (1 Ω cm² is 1e-4 Ω m²), or primary kinetics, without resistance, is meant.");
        Arrhenius.requireActivationEnergy("interfacial resistance activation energy", activationEnergy);
    }
}
