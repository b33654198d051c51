package org.critscape.jobs.space;

/**
 * A permutation of 0 … N − 1 that takes no memory: a Feistel network over the next even number of bits, applied until
 * it falls below N (cycle walking); J. Black and P. Rogaway, CT-RSA 2002, doi:10.1007/3-540-45760-7_9. The network
 * permutes at most 4 N numbers (16 where N is small), so a few turns do.
 */
final class KeyedPermutation {
    private static final int ROUNDS = 8;

    private KeyedPermutation() {}

    /**
     * The image of an index.
     *
     * @param size N, at least 1 and at most 2⁶²
     * @param index 0 to N − 1
     */
    static long of(long key, long size, long index) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        int half = Math.max(2, (bits + 1) / 2);
        long image = index;
        do {
            image = network(key, half, image);
        } while (image >= size);
        return image;
    }

    private static long network(long key, int half, long value) {
        long mask = (1L << half) - 1;
        long left = value >>> half, right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ (KeyedHash.of(KeyedHash.of(key, round), right) & mask);
            left = right;
            right = mixed;
        }
        return left << half | right;
    }
}
