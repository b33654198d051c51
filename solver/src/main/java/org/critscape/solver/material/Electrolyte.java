package org.critscape.solver.material;

/**
 * A solid electrolyte: conduction and fracture.
 *
 * @param conductivity ionic conductivity κ at 298.15 K [S/m]
 * @param conductivityActivationEnergy [J/mol]
 * @param thickness L [m]
 * @param youngsModulus E [Pa]
 * @param poissonRatio ν [1]
 * @param fractureToughness K_IC [Pa √m]
 */
public record Electrolyte(
        double conductivity,
        double conductivityActivationEnergy,
        double thickness,
        double youngsModulus,
        double poissonRatio,
        double fractureToughness) {}
