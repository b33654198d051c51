package org.critscape.jobs.space;

/**
 * Random bits as a pure function of a key, so that any draw can be made alone. Each word of the key passes through the
 * 64-bit finaliser of the generator SplitMix; G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014,
 * doi:10.1145/2660193.2660195.
 */
final class KeyedHash {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double ULP = 0x1p-53;

    private KeyedHash() {}

    /** 64 bits of a word under a key; equal keys and words have equal bits. */
    static long of(long key, long word) {
        long z = (key ^ word * GOLDEN_GAMMA) + GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        // Once more: the multiplication above maps words that differ in high bits only onto near neighbours.
        z = (z + GOLDEN_GAMMA ^ z >>> 33) * 0xff51afd7ed558ccdL;
        return z ^ z >>> 33;
    }

    /** The high 53 bits as a number in [0, 1). */
    static double uniform(long bits) {
        return (bits >>> 11) * ULP;
    }
}
