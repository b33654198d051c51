package org.critscape.jobs.optimum;

import java.math.BigDecimal;
import java.math.MathContext;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;

/**
 * An input of the surface that is refined between the bounds that the study gives it, by a coordinate in [0, 1]: in the
 * logarithm where both are above 0.
 *
 * @param parameter the input
 * @param column of the case table
 * @param low least value of the study [SI]
 * @param high greatest value, above the least [SI]
 */
public record RefinedInput(Parameter parameter, String column, double low, double high) {
    /** What a page shows is what was solved. */
    private static final double NEAR = 1e-3;

    private static final MathContext DIGITS = new MathContext(5);

    /** The value at a coordinate, to five digits within the bounds [SI]. */
    double value(double coordinate) {
        double share = Math.max(0, Math.min(1, coordinate));
        double exact = low > 0 ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
        double rounded = new BigDecimal(exact).round(DIGITS).doubleValue();
        return Math.max(low, Math.min(high, rounded));
    }

    /** The coordinate of a value. */
    double coordinate(double value) {
        double share =
                low > 0 ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** Whether a value is one of the bounds, but for a thousandth of the range. */
    public boolean isBound(double value) {
        double coordinate = coordinate(value);
        return coordinate <= NEAR || coordinate >= 1 - NEAR;
    }

    /** Its SI unit. */
    public String unit() {
        return parameter.domain() instanceof Domain.Interval interval
                ? interval.dimension().siUnit()
                : Dimension.NUMBER.siUnit();
    }
}
