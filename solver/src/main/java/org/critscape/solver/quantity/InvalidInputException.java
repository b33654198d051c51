package org.critscape.solver.quantity;

/**
 * A value outside what the model allows. The message names the quantity, its value, what is allowed, and ends in advice.
 *
 * <p>This is the only exception by which the solver refuses its input; a sweep turns it into a rejected row.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String quantity;

    /**
     * @param quantity the quantity in the field's words, "peak height"
     * @param value the refused value with its unit
     * @param allowed what is allowed, "between 0 and 1e-2 m"
     * @param advice a sentence that starts with "Maybe"
     */
    public InvalidInputException(String quantity, String value, String allowed, String advice) {
        super(quantity + " is " + value + " but must be " + allowed + ". " + advice);
        this.quantity = quantity;
    }

    /** The quantity whose value was refused. */
    public String quantity() {
        return quantity;
    }
}
