package org.critscape.solver.quantity;

/** Checks at the boundary: every method returns its value or throws {@link InvalidInputException}. */
public final class Require {
    private Require() {}

    /** {@code value} where it is finite and above zero. */
    public static double positive(String quantity, double value, String unit, String advice) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(quantity, value + " " + unit, "above 0 " + unit, advice);
        }
        return value;
    }

    /** {@code value} where {@code low <= value <= high}. */
    public static double within(String quantity, double value, double low, double high, String unit, String advice) {
        if (!(value >= low && value <= high)) {
            throw new InvalidInputException(
                    quantity, value + " " + unit, "between " + low + " and " + high + " " + unit, advice);
        }
        return value;
    }
}
