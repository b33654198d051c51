package org.critscape.jobs.space;

/**
 * Doubles as {@link Double#toHexString} writes them, ten times as fast: the identity of a case spells some thirty of them,
 * and a flat case takes less time than the library's way of doing so.
 */
final class HexadecimalText {
    private static final int MANTISSA_DIGITS = 13;
    private static final int BITS_PER_DIGIT = 4;

    private HexadecimalText() {}

    /** The text of a value. */
    static String of(double value) {
        if (!Double.isFinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
            return Double.toHexString(value);
        }
        long mantissa = Double.doubleToRawLongBits(value) & 0x000fffffffffffffL;
        StringBuilder text = new StringBuilder(24).append(value < 0 ? "-0x1." : "0x1.");
        int shift = (MANTISSA_DIGITS - 1) * BITS_PER_DIGIT;
        do {
            text.append(Character.forDigit((int) (mantissa >>> shift) & 15, 16));
            shift -= BITS_PER_DIGIT;
        } while (shift >= 0 && (mantissa & (1L << (shift + BITS_PER_DIGIT)) - 1) != 0);
        return text.append('p').append(Math.getExponent(value)).toString();
    }
}
