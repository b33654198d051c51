package org.critscape.jobs.space;

/**
 * Doubles as {@link Double#toHexString} writes them, ten times as fast: the identity of a case spells some thirty of them,
 * and a flat case takes less time than the library's way of doing so.
 */
final class HexadecimalText {
    private static final int MANTISSA_DIGITS = 13;
    private static final int BITS_PER_DIGIT = 4;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private HexadecimalText() {}

    /** Appends the text of a value. */
    static void append(double value, StringBuilder text) {
        if (!Double.isFinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
            text.append(Double.toHexString(value));
            return;
        }
        long mantissa = Double.doubleToRawLongBits(value) & 0x000fffffffffffffL;
        text.append(value < 0 ? "-0x1." : "0x1.");
        int shift = (MANTISSA_DIGITS - 1) * BITS_PER_DIGIT;
        do {
            text.append(DIGITS[(int) (mantissa >>> shift) & 15]);
            shift -= BITS_PER_DIGIT;
        } while (shift >= 0 && (mantissa & (1L << (shift + BITS_PER_DIGIT)) - 1) != 0);
        text.append('p').append(Math.getExponent(value));
    }
}
