package org.critscape.solver.similarity;

import java.io.Serializable;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * A range of one dimensionless group and the coordinate in which solutions are nearly polynomials of it.
 *
 * @param quantity the group's name, "Wagner number"
 * @param scale the coordinate
 * @param low least value, may equal the largest [1]
 * @param high largest value [1]
 */
public record GroupAxis(String quantity, Scale scale, double low, double high) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Coordinates of groups. */
    public enum Scale {
        /** x. */
        LINEAR,
        /** ln x, for values above 0. */
        LOGARITHMIC,
        /** 1/x, for values above 0: the creep exponent acts through the rate sensitivity 1/n. */
        INVERSE,
        /**
         * x/(x + 0.1), for values from 0 on. Of a shallow wave with wave number q [1/S] the kinetics leave 1/(1 + q λ)
         * of the current's variation, which is linear in λ/(λ + 1/q), and q is about 2π: both limits of the Wagner
         * number are ordinary points.
         */
        SATURATING,
        /**
         * ln((x + 0.005)/(x + 0.2)), for values from 0 on. Beside an edge of width σ waves of all lengths from σ to S
         * matter, so the variation is spread over ln λ from about σ/(2πS) to 1/2π, with ordinary points at both limits.
         */
        WIDELY_SATURATING
    }

    private static final double HALF_SATURATION = 0.1;
    private static final double FIRST_SATURATION = 0.005;
    private static final double LAST_SATURATION = 0.2;

    /** Checks the range. */
    public GroupAxis {
        boolean isPositive = scale == Scale.LOGARITHMIC || scale == Scale.INVERSE;
        boolean isLowAllowed = isPositive ? low > 0 : scale == Scale.LINEAR || low >= 0;
        if (!(isLowAllowed && low <= high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new InvalidInputException(
                    "range of " + quantity,
                    low + " to " + high,
                    "finite, upward"
                            + (isPositive ? " and above 0" : scale == Scale.SATURATING ? " and from 0 on" : ""),
                    "Maybe its ends are exchanged.");
        }
    }

    /** The coordinate of a value; falls with it where the scale is inverse. */
    public double coordinate(double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOGARITHMIC -> StrictMath.log(value);
            case INVERSE -> 1 / value;
            case SATURATING -> value / (value + HALF_SATURATION);
            case WIDELY_SATURATING -> StrictMath.log((value + FIRST_SATURATION) / (value + LAST_SATURATION));
        };
    }

    /** The value at a coordinate, held within the range against round-off. */
    public double value(double coordinate) {
        double value = switch (scale) {
            case LINEAR -> coordinate;
            case LOGARITHMIC -> StrictMath.exp(coordinate);
            case INVERSE -> 1 / coordinate;
            case SATURATING -> HALF_SATURATION * coordinate / (1 - coordinate);
            case WIDELY_SATURATING -> {
                double ratio = StrictMath.exp(coordinate);
                yield (LAST_SATURATION * ratio - FIRST_SATURATION) / (1 - ratio);
            }
        };
        return Math.min(Math.max(value, low), high);
    }

    /** Whether a value lies in the range. */
    public boolean covers(double value) {
        return value >= low && value <= high;
    }

    /** Where a value lies by its coordinate, from −1 at one end of the range to 1 at the other; 0 where they are equal. */
    public double position(double value) {
        double length = highest() - lowest();
        return length == 0 ? 0 : (2 * coordinate(value) - lowest() - highest()) / length;
    }

    double lowest() {
        return Math.min(coordinate(low), coordinate(high));
    }

    double highest() {
        return Math.max(coordinate(low), coordinate(high));
    }
}
