package org.critscape.jobs.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.critscape.jobs.table.Column;

/** Numbers in the units that people in the field use. */
final class Display {
    private static final MathContext DIGITS = new MathContext(5);
    private static final double LARGEST_PLAIN = 1e6;
    private static final double SMALLEST_PLAIN = 1e-4;

    /** By SI unit, as tables and as inputs spell it; other units are shown as they are. */
    private static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("m", new Scale("µm", 1e6)),
            Map.entry("Pa", new Scale("MPa", 1e-6)),
            Map.entry("Pa √m", new Scale("MPa √m", 1e-6)),
            Map.entry("Pa.m^0.5", new Scale("MPa √m", 1e-6)),
            Map.entry("S/m", new Scale("mS/cm", 10)),
            Map.entry("A/m²", new Scale("mA/cm²", 0.1)),
            Map.entry("A/m^2", new Scale("mA/cm²", 0.1)),
            Map.entry("Ω m²", new Scale("Ω cm²", 1e4)),
            Map.entry("ohm.m^2", new Scale("Ω cm²", 1e4)),
            Map.entry("J/mol", new Scale("kJ/mol", 1e-3)),
            Map.entry("m^3/mol", new Scale("cm³/mol", 1e6)),
            Map.entry("1", new Scale("", 1)));

    private record Scale(String unit, double factor) {}

    private Display() {}

    /** A value [SI] with its unit, to five digits. */
    static String amount(double value, String siUnit) {
        Scale scale = SCALES.getOrDefault(siUnit, new Scale(siUnit, 1));
        return (number(value * scale.factor()) + " " + scale.unit()).stripTrailing();
    }

    /** A column's name in words, without its unit. */
    static String label(Column<?> column) {
        return column.name()
                .replaceFirst("(_a_per_m2|_s_per_m|_ohm_m2|_pa|_m|_k)$", "")
                .replace('_', ' ');
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

    /** A number to five digits, without trailing zeros. */
    static String number(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : new DecimalFormat("0.####E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(value)
                        .replace('E', 'e');
    }
}
