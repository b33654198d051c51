package org.critscape.jobs.space;

/** How the samples of a design are spread. */
public enum PlanKind {
    /** Each of N equal slices of every axis holds one of N samples. */
    LATIN_HYPERCUBE,
    /** A digital sequence in base 2, scrambled. */
    SOBOL,
    /** Radical inverses in the first primes, scrambled. */
    HALTON,
    /** Independent samples. */
    RANDOM;

    Plan plan(long seed, long cases, int dimensions) {
        return switch (this) {
            case LATIN_HYPERCUBE -> new LatinHypercubePlan(seed, cases);
            case SOBOL -> new SobolPlan(seed, dimensions);
            case HALTON -> new HaltonPlan(seed, dimensions);
            case RANDOM -> new RandomPlan(seed);
        };
    }
}
