package org.critscape.solver.material;

import org.critscape.solver.quantity.Require;

/**
 * How current passes the lithium/electrolyte interface: i = φ / R_ct, with i the plating current density along the
 * normal [A/m²] and φ the driving voltage, electrolyte minus lithium [V].
 *
 * <p>Linearised Butler–Volmer as in the paper (Zhang et al., Energy Environ. Sci. 2024, 17, 1448); valid for F|φ| below
 * about R T, 26 mV at 25 °C. The Arrhenius law of R_ct is common practice, not the paper's.
 */
public sealed interface Kinetics {
    /** Interfacial resistance R_ct at a temperature of 200 K to 450 K; 0 without kinetics [Ω m²]. */
    double resistanceAt(double temperature);

    /** Primary distribution: no interfacial resistance, φ = 0. */
    record Primary() implements Kinetics {
        @Override
        public double resistanceAt(double temperature) {
            Arrhenius.requireTemperature(temperature);
            return 0;
        }
    }

    /**
     * Secondary distribution: R_ct(T) = R_ct0 exp(E_R/R (1/T − 1/T0)), T0 = 298.15 K.
     *
     * @param resistance R_ct0 at 298.15 K, 1e-8 to 10 (1e-4 to 1e5 Ω cm²; measured values lie well inside) [Ω m²]
     * @param activationEnergy E_R, 0 to 200e3 [J/mol]
     */
    record Linear(double resistance, double activationEnergy) implements Kinetics {
        /** Checks the ranges. */
        public Linear {
            Require.within(
                    "interfacial resistance",
                    resistance,
                    1e-8,
                    10,
                    "Ω m²",
                    "Maybe the unit is wrong (1 Ω cm² is 1e-4 Ω m²), or primary kinetics, without resistance, is meant.");
            Arrhenius.requireActivationEnergy("interfacial resistance activation energy", activationEnergy);
        }

        @Override
        public double resistanceAt(double temperature) {
            return resistance / Arrhenius.factor(activationEnergy, temperature);
        }
    }
}
