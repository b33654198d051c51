package org.critscape.jobs.space;

import org.apache.commons.math3.primes.Primes;

/**
 * Halton's sequence: the digits of the index in a prime base, mirrored at the point, and scrambled like {@link
 * SobolPlan}'s: a digit passes through a permutation that depends on the digits above it. Without that, axes of large
 * bases go up and down together; A. B. Owen, A randomized Halton algorithm in R, 2017, arXiv:1706.02808.
 */
final class HaltonPlan implements Plan {
    private static final long serialVersionUID = 1L;
    private static final double ULP = 0x1p-53;

    private final long seed;
    private final int[] bases;

    HaltonPlan(long seed, int dimensions) {
        this.seed = seed;
        this.bases = new int[dimensions];
        int prime = 1;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            prime = Primes.nextPrime(prime + 1);
            bases[dimension] = prime;
        }
    }

    @Override
    public double coordinate(long index, int dimension) {
        int base = bases[dimension];
        long key = KeyedHash.of(seed, dimension);
        double sum = 0;
        double weight = 1;
        long rest = index;
        long above = 0;
        long scale = 1;
        // The zeros that lead the index are digits too: they are permuted like the others.
        for (int place = 0; weight > ULP; place++) {
            long digit = rest % base;
            weight /= base;
            sum += weight * KeyedPermutation.of(KeyedHash.of(KeyedHash.of(key, place), above), base, digit);
            above += digit * scale;
            rest /= base;
            scale = rest == 0 ? 0 : scale * base;
        }
        return Math.min(sum, 1 - ULP);
    }

    @Override
    public long most() {
        // As many digits as a number between 0 and 1 can hold.
        return 1L << 50;
    }

    @Override
    public boolean isExtensible() {
        return true;
    }
}
