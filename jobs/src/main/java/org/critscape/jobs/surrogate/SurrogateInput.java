package org.critscape.jobs.surrogate;

import java.util.function.DoubleUnaryOperator;

/** A number that a surrogate sees: a dimensionless column of a data set, bent so that what is learned is smooth in it. */
enum SurrogateInput {
    /** H/S. */
    HEIGHT("height_to_separation", "ln(x)", StrictMath::log),
    /** λ, which stops to matter where it is large. */
    WAGNER("wagner_number", "x/(x + 0.1)", x -> x / (x + 0.1)),
    /** n, whose inverse is the power in the growth criterion. */
    CREEP("creep_exponent", "1/x", x -> 1 / x),
    /** B. */
    FLOW("pressure_to_flow", "ln(x)", StrictMath::log),
    /** Standard deviation of the filter by S. */
    EDGE("edge_to_separation", "ln(x)", StrictMath::log),
    /** Width of the flat top by S. */
    TOP("top_fraction", "x", x -> x),
    /** Root mean square height by S. */
    ROUGHNESS("rms_to_separation", "ln(x)", StrictMath::log),
    /** Correlation length by S. */
    CORRELATION("correlation_to_separation", "ln(x)", StrictMath::log),
    /** Hurst exponent. */
    HURST("hurst_exponent", "x", x -> x);

    private final String column;
    private final String formula;
    private final DoubleUnaryOperator bend;

    SurrogateInput(String column, String formula, DoubleUnaryOperator bend) {
        this.column = column;
        this.formula = formula;
        this.bend = bend;
    }

    /** Its column in a data set. */
    String column() {
        return column;
    }

    /** How it is bent, in words of mathematics. */
    String formula() {
        return formula;
    }

    /** The bent value [1]; NaN where there is none. */
    double bent(double value) {
        double bent = bend.applyAsDouble(value);
        return Double.isFinite(bent) ? bent : Double.NaN;
    }
}
