package org.critscape.solver.material;

import org.critscape.solver.quantity.Require;

/**
 * A solid electrolyte: single-ion conduction and linear elastic fracture.
 *
 * <p>κ(T) = κ0 exp(−E_κ/R (1/T − 1/T0)), T0 = 298.15 K; isotropic and uniform. Elasticity and toughness do not depend
 * on temperature (assumed: the literature gives them at room temperature only). The ranges below are wide enough for
 * every known solid electrolyte and narrow enough to catch a wrong unit.
 *
 * @param conductivity ionic conductivity κ0 at 298.15 K, 1e-6 to 100 [S/m]
 * @param conductivityActivationEnergy E_κ, 0 to 200e3 [J/mol]
 * @param thickness L, from the interface to the flat far plane, 1e-6 to 0.1 [m]
 * @param youngsModulus E, 1e8 (polymers) to 1e12 (diamond) [Pa]
 * @param poissonRatio ν, 0 to 0.5 (incompressible) [1]
 * @param fractureToughness K_IC, 1e4 to 1e8 (tough metals) [Pa √m]
 */
public record Electrolyte(
        double conductivity,
        double conductivityActivationEnergy,
        double thickness,
        double youngsModulus,
        double poissonRatio,
        double fractureToughness) {
    /** Checks the ranges. */
    public Electrolyte {
        Require.within("conductivity", conductivity, 1e-6, 100, "S/m", "Maybe the unit is wrong: 1 mS/cm is 0.1 S/m.");
        Arrhenius.requireActivationEnergy("conductivity activation energy", conductivityActivationEnergy);
        Require.within("electrolyte thickness", thickness, 1e-6, 0.1, "m", "Maybe the unit is wrong: 1 mm is 1e-3 m.");
        Require.within("Young's modulus", youngsModulus, 1e8, 1e12, "Pa", "Maybe the unit is wrong: 1 GPa is 1e9 Pa.");
        Require.within(
                "Poisson ratio", poissonRatio, 0, 0.5, "", "Maybe another quantity was given; 0.25 to 0.4 is usual.");
        Require.within(
                "fracture toughness",
                fractureToughness,
                1e4,
                1e8,
                "Pa √m",
                "Maybe the unit is wrong: 1 MPa √m is 1e6 Pa √m.");
    }

    /** Ionic conductivity κ at a temperature of 200 K to 450 K [S/m]. */
    public double conductivityAt(double temperature) {
        return conductivity * Arrhenius.factor(conductivityActivationEnergy, temperature);
    }
}
