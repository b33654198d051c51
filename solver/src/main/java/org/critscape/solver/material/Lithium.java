package org.critscape.solver.material;

/**
 * Lithium metal as a creeping solid, ε̇ = A_c σⁿ exp(−Q_c/RT).
 *
 * @param molarVolume Ω [m³/mol]
 * @param creepExponent n [1]
 * @param creepConstant A_c^(−1/n) [Pa s^(1/n)]
 * @param creepActivationEnergy Q_c [J/mol]
 */
public record Lithium(
        double molarVolume, double creepExponent, double creepConstant, double creepActivationEnergy) {}
