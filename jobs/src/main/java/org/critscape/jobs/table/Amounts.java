package org.critscape.jobs.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Amounts in the units that people in the field use. */
public final class Amounts {
    private static final MathContext DIGITS = new MathContext(5);
    private static final double LARGEST_PLAIN = 1e6;
    private static final double SMALLEST_HANDY = 0.1;
    private static final double LARGEST_HANDY = 1000;
    private static final double SMALLEST_PLAIN = 1e-4;

    private static final List<Scale> LENGTHS =
            List.of(new Scale("µm", 1e6), new Scale("nm", 1e9), new Scale("mm", 1e3), new Scale("m", 1));
    private static final List<Scale> PRESSURES =
            List.of(new Scale("MPa", 1e-6), new Scale("GPa", 1e-9), new Scale("kPa", 1e-3), new Scale("Pa", 1));
    private static final List<Scale> TOUGHNESSES = List.of(new Scale("MPa √m", 1e-6));
    private static final List<Scale> CONDUCTIVITIES = List.of(new Scale("mS/cm", 10));
    private static final List<Scale> CURRENTS = List.of(new Scale("mA/cm²", 0.1));
    private static final List<Scale> RESISTANCES = List.of(new Scale("Ω cm²", 1e4));
    /** By SI unit, as tables and as inputs spell it, the usual unit first; others are shown as they are. */
    private static final Map<String, List<Scale>> SCALES = Map.ofEntries(
            Map.entry("m", LENGTHS),
            Map.entry("Pa", PRESSURES),
            Map.entry("Pa √m", TOUGHNESSES),
            Map.entry("Pa.m^0.5", TOUGHNESSES),
            Map.entry("S/m", CONDUCTIVITIES),
            Map.entry("A/m²", CURRENTS),
            Map.entry("A/m^2", CURRENTS),
            Map.entry("Ω m²", RESISTANCES),
            Map.entry("ohm.m^2", RESISTANCES),
            Map.entry("Pa.s^(1/n)", List.of(new Scale("MPa s^(1/n)", 1e-6))),
            Map.entry("J/mol", List.of(new Scale("kJ/mol", 1e-3))),
            Map.entry("J/m^2", List.of(new Scale("J/m²", 1))),
            Map.entry("rad", List.of(new Scale("°", 180 / Math.PI))),
            Map.entry("m^3/mol", List.of(new Scale("cm³/mol", 1e6))),
            Map.entry("1", List.of(new Scale("", 1))));

    /** An amount in SI within a message, in quotes where the user wrote it himself: those stay. */
    private static final Pattern SI_AMOUNT = Pattern.compile("(?<![\\w.\"'/-])(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\+?\\d+)?) ("
            + SCALES.keySet().stream()
                    .filter(unit -> !unit.equals("1"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")(?![\\w/^²³]|\\.\\w)");
    /** A plain number with more digits than mean anything. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\w.\"'/-])-?\\d+\\.\\d{5,}(?:[eE]-?\\d+)?(?![\\w.])");

    /**
     * A unit.
     *
     * @param unit its sign; empty for plain numbers
     * @param factor what a value [SI] is multiplied by
     */
    public record Scale(String unit, double factor) {
        /** Whether people would write the value [SI] in this unit: 0.1 to 1000. */
        boolean isHandyFor(double value) {
            double exact = Math.abs(value * factor);
            double size = Double.isFinite(exact)
                    ? BigDecimal.valueOf(exact).round(DIGITS).doubleValue()
                    : 0;
            return size >= SMALLEST_HANDY && size < LARGEST_HANDY;
        }
    }

    private Amounts() {}

    /** The unit in which people would write a value [SI]. */
    public static Scale scale(double value, String siUnit) {
        List<Scale> scales = SCALES.getOrDefault(siUnit, List.of(new Scale(siUnit, 1)));
        return scales.stream()
                .filter(candidate -> candidate.isHandyFor(value))
                .findFirst()
                .orElse(scales.get(0));
    }

    /** A value [SI] with its unit, to five digits. */
    public static String amount(double value, String siUnit) {
        Scale scale = scale(value, siUnit);
        return (number(value * scale.factor()) + " " + scale.unit()).stripTrailing();
    }

    /** A message whose amounts are in SI, with all their digits, in the units of the field. */
    public static String message(String text) {
        String scaled = SI_AMOUNT
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(amount(Double.parseDouble(match.group(1)), match.group(2))));
        return LONG_NUMBER.matcher(scaled).replaceAll(match -> number(Double.parseDouble(match.group())));
    }

    /** A column's name in words, without its unit. */
    public static String label(Column<?> column) {
        return column.name()
                .replaceFirst("(_a_per_m2|_s_per_m|_ohm_m2|_pa|_m|_k)$", "")
                .replace('_', ' ');
    }

    /** A number to five digits, without trailing zeros. */
    public static String number(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : new DecimalFormat("0.####E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(value)
                        .replace('E', 'e');
    }
}
