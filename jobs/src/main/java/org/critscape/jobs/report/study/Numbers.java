package org.critscape.jobs.report.study;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the page holds them. */
final class Numbers {
    /** As many as a chart can show and a reader may compare with the table; more would only make the page longer. */
    private static final int DIGITS = 6;

    private Numbers() {}

    /** As the page holds it. */
    static double rounded(double value) {
        return rounded(value, DIGITS);
    }

    /** To as many digits. */
    static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits)).doubleValue();
    }
}
