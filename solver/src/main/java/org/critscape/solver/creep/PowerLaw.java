package org.critscape.solver.creep;

/**
 * Dimensionless creep of the lithium, η = ⅓ s/ε̇_e with ε̇_e² = ⅔ D:D + r² and s the equivalent stress of the law
 *
 * <pre>
 *   ε̇_e = sⁿ + c s,   c = ε̇_t^(1 − 1/n)
 * </pre>
 *
 * <p>Stresses by σ0 = (v0/(S C))^(1/n), rates by v0/S; the von Mises form of the uniaxial law ε̇ = C σⁿ, or of that with a
 * linear part that adds to its rate, diffusional creep: both parts are equal at the transition rate ε̇_t, the linear one
 * is the larger below. Without it, c = 0, s = ε̇_e^(1/n) in closed form; else s is the root, to round-off.
 *
 * @param exponent n, 1 to 8 [1]
 * @param regularisation r: below this rate the solid flows like a Newtonian fluid [1]
 * @param linearRate c, rate of the linear part at s = 1; 0 for a power law alone [1]
 */
record PowerLaw(double exponent, double regularisation, double linearRate) {
    private static final double ROUND_OFF = 1e-15;
    /** Newton's method takes about five; the bound only ends a wandering in the last digit. */
    private static final int MOST_STEPS = 40;

    /** A power law alone. */
    PowerLaw(double exponent, double regularisation) {
        this(exponent, regularisation, 0);
    }

    /**
     * With a linear part.
     *
     * @param transitionRate ε̇_t by v0/S; 0 for a power law alone [1]
     */
    static PowerLaw withTransition(double exponent, double regularisation, double transitionRate) {
        double linearRate = transitionRate == 0 ? 0 : StrictMath.pow(transitionRate, 1 - 1 / exponent);
        return new PowerLaw(exponent, regularisation, linearRate);
    }

    /** The law with another exponent and the same linear part. */
    PowerLaw withExponent(double other) {
        return new PowerLaw(other, regularisation, linearRate);
    }

    /** ε̇_e² from D:D. */
    double squaredRate(double contraction) {
        return 2.0 / 3 * contraction + regularisation * regularisation;
    }

    /** η from ε̇_e². */
    double viscosity(double squaredRate) {
        if (exponent == 1) {
            return 1 / (3.0 * (1 + linearRate));
        } else if (linearRate == 0) {
            return StrictMath.pow(squaredRate, 0.5 * (1 / exponent - 1)) / 3;
        }
        double rate = Math.sqrt(squaredRate);
        return stress(rate) / (3 * rate);
    }

    /** c in d(2ηD) = 2η dD + c (D:dD) D, from η and ε̇_e²; 0 or negative, for the solid softens. */
    double softening(double viscosity, double squaredRate) {
        return 4.0 / 3 * viscosity * (rateSensitivity(viscosity) - 1) / squaredRate;
    }

    /** d ln s/d ln ε̇_e, from 1/n where the power law rules to 1 where the linear part does. */
    private double rateSensitivity(double viscosity) {
        if (linearRate == 0) {
            return 1 / exponent;
        }
        double linearShare = 3 * viscosity * linearRate;
        return 1 / (exponent - (exponent - 1) * linearShare);
    }

    /** s from ε̇_e. The rate is convex in the stress: from above Newton's method falls to the root. */
    private double stress(double rate) {
        double stress = Math.min(StrictMath.pow(rate, 1 / exponent), rate / linearRate);
        for (int step = 0; step < MOST_STEPS; step++) {
            double power = StrictMath.pow(stress, exponent - 1);
            double excess = stress * (power + linearRate) - rate;
            double change = excess / (exponent * power + linearRate);
            stress -= change;
            if (Math.abs(change) <= ROUND_OFF * stress) {
                break;
            }
        }
        return stress;
    }
}
