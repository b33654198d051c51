package org.critscape.jobs.space;

/**
 * Latin hypercube: of N samples each lies in another of N equal slices of every axis, at random within it; M. D. McKay,
 * R. J. Beckman and W. J. Conover, Technometrics 1979, 21, 239, doi:10.2307/1268522. The slices are those of the index
 * under a {@link KeyedPermutation}. With another N every sample is another one, so the plan cannot be extended.
 */
final class LatinHypercubePlan implements Plan {
    private static final long serialVersionUID = 1L;
    /** Beyond it slices are finer than the numbers between 0 and 1. */
    private static final long MOST = 1L << 40;

    private final long seed;
    private final long cases;

    LatinHypercubePlan(long seed, long cases) {
        this.seed = seed;
        this.cases = cases;
    }

    @Override
    public double coordinate(long index, int dimension) {
        long key = KeyedHash.of(seed, dimension);
        long slice = KeyedPermutation.of(key, cases, index);
        double within = KeyedHash.uniform(KeyedHash.of(~key, index));
        return Math.min((slice + within) / cases, Math.nextDown((slice + 1.0) / cases));
    }

    @Override
    public long most() {
        return MOST;
    }

    @Override
    public boolean isExtensible() {
        return false;
    }
}
