package org.critscape.jobs.space;

import java.math.BigDecimal;
import java.math.MathContext;

/** The double nearest to a value rounded to twelve decimal digits, half up. */
final class TwelveDigits {
    private static final MathContext DIGITS = new MathContext(12);
    private static final double LOG_2 = 0.301029995663981;
    private static final double LOWEST = 1e11;
    private static final double HIGHEST = 1e12;

    /** A scaled value is off by 1e-4 at most: this far from a half its side is known. */
    private static final double UNSURE = 1e-3;

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private TwelveDigits() {}

    /**
     * Rounds a finite value. Where scaling by an exact power of ten leaves no doubt of the whole number of twelve digits, one
     * division of two exact doubles gives the nearest double to their ratio; elsewhere decimal arithmetic does.
     */
    static double of(double value) {
        double size = Math.abs(value);
        // By the binary exponent, which gives the decimal one or one less.
        int power = 11 - (int) Math.floor(Math.getExponent(size) * LOG_2);
        if (power < POWERS.length && scaled(size, power) >= HIGHEST) {
            power--;
        }
        if (Math.abs(power) < POWERS.length) {
            double scaled = scaled(size, power);
            double whole = Math.rint(scaled);
            boolean isSure = Math.abs(Math.abs(scaled - whole) - 0.5) > UNSURE;
            if (isSure && whole >= LOWEST && whole < HIGHEST) {
                return Math.copySign(power < 0 ? whole * POWERS[-power] : whole / POWERS[power], value);
            }
        }
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static double scaled(double size, int power) {
        return power < 0 ? size / POWERS[Math.min(-power, POWERS.length - 1)] : size * POWERS[power];
    }
}
