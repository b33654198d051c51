package org.critscape.solver.creep;

/**
 * Dimensionless power-law creep, η = ⅓ ε̇_e^(1/n − 1) with ε̇_e² = ⅔ D:D + r².
 *
 * <p>Stresses by σ0 = (v0/(S C))^(1/n), rates by v0/S; the von Mises form of the uniaxial law ε̇ = C σⁿ.
 *
 * @param exponent n, 1 to 8 [1]
 * @param regularisation r: below this rate the solid flows like a Newtonian fluid [1]
 */
record PowerLaw(double exponent, double regularisation) {
    /** ε̇_e² from D:D. */
    double squaredRate(double contraction) {
        return 2.0 / 3 * contraction + regularisation * regularisation;
    }

    /** η from ε̇_e². */
    double viscosity(double squaredRate) {
        return exponent == 1 ? 1 / 3.0 : StrictMath.pow(squaredRate, 0.5 * (1 / exponent - 1)) / 3;
    }

    /** c in d(2ηD) = 2η dD + c (D:dD) D, from η and ε̇_e²; 0 or negative, for the solid softens. */
    double softening(double viscosity, double squaredRate) {
        return 4.0 / 3 * viscosity * (1 / exponent - 1) / squaredRate;
    }
}
