package org.critscape.solver.quantity;

/** Checks at the boundary: every method returns its value or throws {@link InvalidInputException}; NaN never passes. */
public final class Require {
    private static final double FIRST_POWER = 1e7;
    private static final double LARGEST_PLAIN = 1e15;

    private Require() {}

    /**
     * {@code value} where it is finite and above zero.
     *
     * @param quantity the quantity in the field's words
     * @param unit its unit, empty where it has none
     * @param advice a sentence that starts with "Maybe"
     */
    public static double positive(String quantity, double value, String unit, String advice) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(quantity, with(value, unit), "finite and above " + with(0, unit), advice);
        }
        return value;
    }

    /**
     * {@code value} where {@code low <= value <= high}.
     *
     * @param quantity the quantity in the field's words
     * @param unit its unit, empty where it has none
     * @param advice a sentence that starts with "Maybe"
     */
    public static double within(String quantity, double value, double low, double high, String unit, String advice) {
        if (!(value >= low && value <= high)) {
            throw new InvalidInputException(
                    quantity, with(value, unit), "between " + plain(low) + " and " + with(high, unit), advice);
        }
        return value;
    }

    private static String with(double value, String unit) {
        return unit.isEmpty() ? plain(value) : plain(value) + " " + unit;
    }

    /** All digits; large whole numbers without the power of ten that a double writes from 1e7 on. */
    private static String plain(double value) {
        boolean large = Math.abs(value) >= FIRST_POWER && Math.abs(value) < LARGEST_PLAIN;
        return large && value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
