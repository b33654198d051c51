package org.critscape.jobs.report.study;

import java.util.List;
import org.critscape.jobs.table.Amounts;
import org.critscape.jobs.table.CaseTable;
import org.jspecify.annotations.Nullable;

/**
 * An input in which the cases of a study differ, or a result, as an axis of charts.
 *
 * @param column of the case table
 * @param label in words
 * @param siUnit of the column; empty for words
 * @param scale the unit of the axis; that of plain numbers for words
 * @param words all of them, sorted; none for amounts
 * @param levels all amounts [SI], where they are few; else none
 * @param low smallest amount [SI]
 * @param high largest amount [SI]
 */
record Variable(
        String column,
        String label,
        String siUnit,
        Amounts.Scale scale,
        List<String> words,
        List<Double> levels,
        double low,
        double high) {
    /** Amounts that span more than this are shown on a logarithmic axis. */
    private static final double DECADES = 20;

    private static final double SMALLEST_TICK = 1e-12;

    private static final String OF_SURFACES = "topography.";

    /** Copies the lists. */
    Variable {
        words = List.copyOf(words);
        levels = List.copyOf(levels);
    }

    /** An input of words. */
    static Variable ofWords(String column, String label, List<String> words) {
        return new Variable(column, label, "", Amounts.scale(1, "1"), words, List.of(), 0, 0);
    }

    /** An amount. */
    static Variable ofAmounts(
            String column, String label, String siUnit, List<Double> levels, double low, double high) {
        return new Variable(column, label, siUnit, Amounts.scale(high, siUnit), List.of(), levels, low, high);
    }

    boolean isWords() {
        return !words.isEmpty();
    }

    boolean isLogarithmic() {
        return !isWords() && low > 0 && high / low > DECADES;
    }

    /** Whether an axis shows powers of ten: charts have no ticks for numbers that small. */
    boolean isShownByPowers() {
        return isLogarithmic() && low * scale.factor() < SMALLEST_TICK;
    }

    /** The label with its unit. */
    String title() {
        return titled(label);
    }

    /** The label of an axis, as {@link #place} counts on it. */
    String axisLabel() {
        return isShownByPowers() ? "log₁₀ of " + label : label;
    }

    /** The label of an axis with its unit. */
    String axisTitle() {
        return titled(axisLabel());
    }

    private String titled(String words) {
        return scale.unit().isEmpty() ? words : words + " [" + scale.unit() + "]";
    }

    /** A value [SI] as a sentence has it. */
    String value(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof Double number
                ? Amounts.amount(number, siUnit)
                : value.toString().replace('-', ' ');
    }

    /** An amount [SI] as axes count it: in their unit, one below all ticks as its power of ten. */
    double shown(double amount) {
        double scaled = amount * scale.factor();
        return isShownByPowers() ? StrictMath.log10(scaled) : scaled;
    }

    /** Whether it is an input of the surface, which a design chooses; else a condition that it meets. */
    boolean isOfSurface() {
        return CaseTable.TABLE.columns().stream()
                .filter(known -> known.name().equals(column))
                .flatMap(known -> known.inputs().stream())
                .anyMatch(input -> input.path().startsWith(OF_SURFACES));
    }

    /** A value as charts take it: rounded, a word as its place among the words. */
    @Nullable
    Object place(@Nullable Object value) {
        if (value instanceof Double number) {
            return Numbers.rounded(shown(number));
        }
        return value == null ? null : words.indexOf(value.toString());
    }
}
