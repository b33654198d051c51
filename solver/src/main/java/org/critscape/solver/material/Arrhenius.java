package org.critscape.solver.material;

import static org.critscape.solver.quantity.PhysicalConstants.GAS_CONSTANT;
import static org.critscape.solver.quantity.PhysicalConstants.REFERENCE_TEMPERATURE;

import org.critscape.solver.quantity.Require;

/**
 * Thermal activation, f = exp(−E/R (1/T − 1/T0)), and the temperatures it is trusted at.
 *
 * <p>E activation energy [J/mol], R gas constant [J/(mol K)], T temperature [K], T0 = 298.15 K. Exact where one process
 * with a constant activation energy limits the rate; no phase changes. Lithium melts at 453.65 K, which sets the upper
 * end; the lower one, 200 K, is where no cell of this kind is run or characterised (chosen). With activation energies
 * up to 200 kJ/mol every factor is a normal double.
 */
public final class Arrhenius {
    /** Lowest temperature the laws are used at [K]. */
    public static final double LOWEST_TEMPERATURE = 200;
    /** Highest temperature the laws are used at, just below the melting point of lithium [K]. */
    public static final double HIGHEST_TEMPERATURE = 450;
    /** Largest activation energy allowed, about 2 eV: none is known for these materials beyond it [J/mol]. */
    public static final double HIGHEST_ACTIVATION_ENERGY = 200e3;

    private Arrhenius() {}

    /**
     * A rate at a temperature by the same rate at 298.15 K [1]; grows with temperature.
     *
     * @param activationEnergy E [J/mol]
     * @param temperature T [K]
     */
    static double factor(double activationEnergy, double temperature) {
        double inverse = 1 / requireTemperature(temperature) - 1 / REFERENCE_TEMPERATURE;
        return StrictMath.exp(-activationEnergy / GAS_CONSTANT * inverse);
    }

    /** {@code temperature} [K] where lithium is solid and the laws hold: 200 K to 450 K. */
    public static double requireTemperature(double temperature) {
        return Require.within(
                "temperature",
                temperature,
                LOWEST_TEMPERATURE,
                HIGHEST_TEMPERATURE,
                "K",
                "Maybe it was given in °C; lithium melts at 453.65 K.");
    }

    static double requireActivationEnergy(String quantity, double value) {
        return Require.within(
                quantity,
                value,
                0,
                HIGHEST_ACTIVATION_ENERGY,
                "J/mol",
                "Maybe the unit is wrong: 1 eV per particle is 96485 J/mol.");
    }
}
