package org.critscape.jobs.space;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol's sequence with the direction numbers of S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 2008, 30, 2635,
 * doi:10.1137/070709359, as Commons Math has them, scrambled after A. B. Owen (nested uniform scrambling: a digit is
 * flipped or not by a hash of the digits above it). The sample of an index is made from the bits of its Gray code and
 * none before it; the generator itself is no function of an index, knows one thread, and reads a file when it is made.
 */
final class SobolPlan implements Plan {
    private static final long serialVersionUID = 1L;
    /** The generator counts in int. */
    private static final int BITS = 31;

    private static final double ULP = 0x1p-53;

    private final long seed;
    /** Direction numbers by dimension and bit, the first binary digit on top of 32. */
    private final long[][] directions;

    SobolPlan(long seed, int dimensions) {
        this.seed = seed;
        this.directions = new long[dimensions][BITS];
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        for (int bit = 0; bit < BITS; bit++) {
            // The index whose Gray code has this bit alone.
            double[] point = generator.skipTo((int) ((2L << bit) - 1));
            for (int dimension = 0; dimension < dimensions; dimension++) {
                directions[dimension][bit] = (long) (point[dimension] * 0x1p32);
            }
        }
    }

    @Override
    public double coordinate(long index, int dimension) {
        long digits = digits(index, dimension);
        long key = KeyedHash.of(seed, dimension);
        long scrambled = 0;
        for (int place = 1; place <= 32; place++) {
            // A one on top tells prefixes of different length apart.
            long prefix = (1L << (place - 1)) | (digits >>> (33 - place));
            long flip = KeyedHash.of(key, prefix) >>> 63;
            long digit = (digits >>> (32 - place)) & 1;
            scrambled = (scrambled << 1) | (digit ^ flip);
        }
        long below = KeyedHash.of(key, 1L << 32 | digits) >>> 43;
        return (scrambled << 21 | below) * ULP;
    }

    /** The first 32 binary digits of the sequence itself. */
    long digits(long index, int dimension) {
        long digits = 0;
        long[] direction = directions[dimension];
        for (long code = index ^ index >>> 1; code != 0; code &= code - 1) {
            digits ^= direction[Long.numberOfTrailingZeros(code)];
        }
        return digits;
    }

    @Override
    public long most() {
        return 1L << BITS;
    }

    @Override
    public boolean isExtensible() {
        return true;
    }
}
