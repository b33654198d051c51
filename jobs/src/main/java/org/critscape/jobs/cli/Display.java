package org.critscape.jobs.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.critscape.jobs.table.Amounts;
import org.critscape.jobs.table.Column;

/** Numbers in the units that people in the field use. */
final class Display {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Display() {}

    /** A value [SI] with its unit, to five digits. */
    static String amount(double value, String siUnit) {
        return Amounts.amount(value, siUnit);
    }

    /** A message whose amounts are in SI, with all their digits, in the units of the field. */
    static String message(String text) {
        return Amounts.message(text);
    }

    /** A column's name in words, without its unit. */
    static String label(Column<?> column) {
        return Amounts.label(column);
    }

    /** A number to five digits, without trailing zeros. */
    static String number(double value) {
        return Amounts.number(value);
    }

    /** A rate, such as cases per second, to three digits. */
    static String rate(double perSecond) {
        return threeDigits(perSecond).toPlainString();
    }

    /** The three digits of a rate that mean something. */
    static BigDecimal threeDigits(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** "45 s", "3 min 20 s", "2 h 5 min", "4 d 3 h". */
    static String time(Duration time) {
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        } else if (time.toHours() < 1) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        } else if (time.toDays() < 1) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toDays() + " d " + time.toHoursPart() + " h";
    }

    /** "1 case", "45 cases". */
    static String cases(long count) {
        return count == 1 ? "1 case" : count + " cases";
    }
}
