package org.critscape.solver.material;

import static org.critscape.solver.quantity.PhysicalConstants.FARADAY;
import static org.critscape.solver.quantity.PhysicalConstants.GAS_CONSTANT;

import org.critscape.solver.quantity.Require;

/**
 * Lithium metal as a creeping solid: ε̇ = C σⁿ, C(T) = A_c exp(−Q_c/(R T)), or with a transition rate ε̇_t above 0
 * ε̇ = C σⁿ + ε̇_t σ/σ_t, where C σ_tⁿ = ε̇_t: linear creep beside it, the larger of both below ε̇_t.
 *
 * <p>ε̇ uniaxial strain rate [1/s], σ uniaxial stress [Pa], n creep exponent [1], C creep coefficient [Pa⁻ⁿ s⁻¹], Q_c
 * activation energy [J/mol], R gas constant [J/(mol K)], T temperature [K]. Steady dislocation creep at 200 K to 450 K;
 * no elasticity, hardening or size effect. The form is the paper's; its parameters come from LePage et al., J.
 * Electrochem. Soc. 2019, 166, A89, doi:10.1149/2.0221902jes, see {@link MaterialPreset}.
 *
 * <p>The linear part stands for diffusional creep (Nabarro–Herring, Coble), whose rate adds to that of dislocations since
 * they move independently. Nobody measured ε̇_t of lithium: it is an assumption, and so is that it holds at the
 * temperature of the case, whatever that is. At n = 1 both parts are equal at all rates.
 *
 * <p>C spans hundreds of decades at large n, its n-th root only a few: prefer {@link #flowStress}.
 *
 * @param molarVolume Ω, 1e-6 to 1e-4 [m³/mol]
 * @param creepExponent n, 1 (Newtonian) to 8 (where the creep solver is verified) [1]
 * @param creepConstant A_c^(−1/n), 1 to 1e20, from syrup to rock [Pa s^(1/n)]
 * @param creepActivationEnergy Q_c, 0 to 200e3 [J/mol]
 * @param wall how it moves along the electrolyte
 * @param transitionRate ε̇_t, 0 (a power law alone) to 0.01 [1/s]
 */
public record Lithium(
        double molarVolume,
        double creepExponent,
        double creepConstant,
        double creepActivationEnergy,
        Wall wall,
        double transitionRate) {
    /** Checks the ranges. */
    public Lithium {
        Require.within(
                "molar volume",
                molarVolume,
                1e-6,
                1e-4,
                "m³/mol",
                "Maybe the unit is wrong: 1 cm³/mol is 1e-6 m³/mol.");
        Require.within(
                "creep exponent", creepExponent, 1, 8, "", "Maybe its inverse, the rate sensitivity, was given.");
        Require.within(
                "creep constant",
                creepConstant,
                1,
                1e20,
                "Pa s^(1/n)",
                "Maybe A_c was given: the creep constant is A_c^(-1/n), 2e5 Pa s^(1/n) for lithium.");
        Arrhenius.requireActivationEnergy("creep activation energy", creepActivationEnergy);
        Require.within(
                "transition rate",
                transitionRate,
                0,
                0.01,
                "1/s",
                "Maybe lithium.creep-exponent = 1 is meant: it makes creep linear in the flaw too.");
    }

    /** Lithium whose creep is a power law alone. */
    public Lithium(
            double molarVolume, double creepExponent, double creepConstant, double creepActivationEnergy, Wall wall) {
        this(molarVolume, creepExponent, creepConstant, creepActivationEnergy, wall, 0);
    }

    /** Lithium that sticks to the electrolyte. */
    public Lithium(double molarVolume, double creepExponent, double creepConstant, double creepActivationEnergy) {
        this(molarVolume, creepExponent, creepConstant, creepActivationEnergy, Wall.STICK);
    }

    /** Creep coefficient C at a temperature of 200 K to 450 K [Pa⁻ⁿ s⁻¹]. */
    public double creepCoefficientAt(double temperature) {
        return StrictMath.pow(creepResistanceAt(temperature), -creepExponent);
    }

    /** C^(−1/n), the flow stress at a strain rate of 1/s, at a temperature of 200 K to 450 K [Pa s^(1/n)]. */
    public double creepResistanceAt(double temperature) {
        double T = Arrhenius.requireTemperature(temperature);
        return creepConstant * StrictMath.exp(creepActivationEnergy / (creepExponent * GAS_CONSTANT * T));
    }

    /**
     * Stress that creeps at a given rate by the power law, σ = (ε̇/C)^(1/n) [Pa].
     *
     * @param strainRate ε̇, not negative [1/s]
     * @param temperature T, 200 K to 450 K [K]
     */
    public double flowStress(double strainRate, double temperature) {
        return creepResistanceAt(temperature) * StrictMath.pow(strainRate, 1 / creepExponent);
    }

    /** Whether creep has a linear part, so that stresses do not follow a root of the current. */
    public boolean hasTransition() {
        return transitionRate > 0;
    }

    /** Thickness of lithium plated per second by 1 A/m², Ω/F [(m/s)/(A/m²)]. */
    public double platingVelocityPerCurrent() {
        return molarVolume / FARADAY;
    }
}
