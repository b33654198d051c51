package org.critscape.jobs.space;

/** Independent samples, each coordinate a hash of seed, index and dimension. */
final class RandomPlan implements Plan {
    private static final long serialVersionUID = 1L;

    private final long seed;

    RandomPlan(long seed) {
        this.seed = seed;
    }

    @Override
    public double coordinate(long index, int dimension) {
        return KeyedHash.uniform(KeyedHash.of(KeyedHash.of(seed, dimension), index));
    }

    @Override
    public long most() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isExtensible() {
        return true;
    }
}
