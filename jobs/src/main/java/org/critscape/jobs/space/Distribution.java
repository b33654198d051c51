package org.critscape.jobs.space;

import java.io.Serializable;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * How an amount is drawn between two bounds: the inverse of its cumulative distribution. Values are rounded to twelve
 * digits, so that the last bits of a logarithm do not enter the identity of a case. Bounds are in SI.
 */
public sealed interface Distribution extends Serializable {
    /** Lowest value [SI]. */
    double low();

    /** Highest value [SI]. */
    double high();

    /** The value below which a share of all draws lies, before rounding. */
    double quantile(double share);

    /** Name and numbers, exactly: equal texts are equal distributions. */
    String description();

    /** The value that a coordinate in [0, 1) stands for. */
    default double value(double coordinate) {
        return Math.max(low(), Math.min(high(), TwelveDigits.of(quantile(coordinate))));
    }

    /** Evenly between the bounds. */
    static Distribution uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** Evenly in the logarithm; bounds above zero. */
    static Distribution logUniform(double low, double high) {
        return new LogUniform(low, high);
    }

    /** Normal, cut off at the bounds. */
    static Distribution normal(double mean, double deviation, double low, double high) {
        return new Normal(mean, deviation, low, high);
    }

    /** Log-normal, cut off at the bounds: two thirds within a factor of the median. */
    static Distribution logNormal(double median, double factor, double low, double high) {
        return new LogNormal(median, factor, low, high);
    }

    /** Triangular with its peak at the mode. */
    static Distribution triangular(double low, double mode, double high) {
        return new Triangular(low, mode, high);
    }

    /** Evenly between the bounds. */
    final class Uniform implements Distribution {
        private static final long serialVersionUID = 1L;
        private final double low;
        private final double high;

        private Uniform(double low, double high) {
            requireOrder(low, high);
            this.low = low;
            this.high = high;
        }

        @Override
        public double low() {
            return low;
        }

        @Override
        public double high() {
            return high;
        }

        @Override
        public double quantile(double share) {
            return low + share * (high - low);
        }

        @Override
        public String description() {
            return "uniform, " + low + " to " + high;
        }
    }

    /** Evenly in the logarithm. */
    final class LogUniform implements Distribution {
        private static final long serialVersionUID = 1L;
        private final double low;
        private final double high;

        private LogUniform(double low, double high) {
            requireOrder(low, high);
            requirePositive("from", low);
            this.low = low;
            this.high = high;
        }

        @Override
        public double low() {
            return low;
        }

        @Override
        public double high() {
            return high;
        }

        @Override
        public double quantile(double share) {
            return low * StrictMath.pow(high / low, share);
        }

        @Override
        public String description() {
            return "log-uniform, " + low + " to " + high;
        }
    }

    /** Normal, cut off. */
    final class Normal implements Distribution {
        private static final long serialVersionUID = 1L;
        private final double mean;
        private final double deviation;
        private final double low;
        private final double high;
        private final double below;
        private final double inside;

        private Normal(double mean, double deviation, double low, double high) {
            requireOrder(low, high);
            requirePositive("deviation", deviation);
            NormalDistribution standard = new NormalDistribution(null, 0, 1);
            this.mean = mean;
            this.deviation = deviation;
            this.low = low;
            this.high = high;
            this.below = standard.cumulativeProbability((low - mean) / deviation);
            this.inside = standard.cumulativeProbability((high - mean) / deviation) - below;
            requireInside(inside);
        }

        @Override
        public double low() {
            return low;
        }

        @Override
        public double high() {
            return high;
        }

        @Override
        public double quantile(double share) {
            double score = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(below + share * inside);
            return Math.max(low, Math.min(high, mean + deviation * score));
        }

        @Override
        public String description() {
            return "normal, mean " + mean + ", deviation " + deviation + ", " + low + " to " + high;
        }
    }

    /** Log-normal, cut off. */
    final class LogNormal implements Distribution {
        private static final long serialVersionUID = 1L;
        private final double median;
        private final double factor;
        private final double low;
        private final double high;
        private final Normal logarithm;

        private LogNormal(double median, double factor, double low, double high) {
            requireOrder(low, high);
            requirePositive("from", low);
            requirePositive("median", median);
            if (!(factor > 1)) {
                throw new InvalidInputException("factor", Double.toString(factor), "above 1", "Maybe 2.");
            }
            this.median = median;
            this.factor = factor;
            this.low = low;
            this.high = high;
            this.logarithm = new Normal(
                    StrictMath.log(median), StrictMath.log(factor), StrictMath.log(low), StrictMath.log(high));
        }

        @Override
        public double low() {
            return low;
        }

        @Override
        public double high() {
            return high;
        }

        @Override
        public double quantile(double share) {
            return StrictMath.exp(logarithm.quantile(share));
        }

        @Override
        public String description() {
            return "log-normal, median " + median + ", factor " + factor + ", " + low + " to " + high;
        }
    }

    /** A triangle over the bounds with its peak at the mode. */
    final class Triangular implements Distribution {
        private static final long serialVersionUID = 1L;
        private final double low;
        private final double mode;
        private final double high;

        private Triangular(double low, double mode, double high) {
            requireOrder(low, high);
            if (!(mode >= low && mode <= high)) {
                throw new InvalidInputException(
                        "mode", Double.toString(mode), "between from and to", "Maybe halfway between them.");
            }
            this.low = low;
            this.mode = mode;
            this.high = high;
        }

        @Override
        public double low() {
            return low;
        }

        @Override
        public double high() {
            return high;
        }

        @Override
        public double quantile(double share) {
            double width = high - low, rise = mode - low, fall = high - mode;
            return share * width < rise
                    ? low + Math.sqrt(share * width * rise)
                    : high - Math.sqrt((1 - share) * width * fall);
        }

        @Override
        public String description() {
            return "triangular, " + low + " to " + high + ", mode " + mode;
        }
    }

    private static void requireOrder(double low, double high) {
        if (!(low < high)) {
            throw new InvalidInputException(
                    "from", Double.toString(low), "below to, " + high, "Maybe exchange the two.");
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0)) {
            throw new InvalidInputException(
                    what, Double.toString(value), "above 0", "Maybe use a uniform distribution.");
        }
    }

    private static void requireInside(double inside) {
        if (!(inside > 1e-6)) {
            throw new InvalidInputException(
                    "share of the distribution between from and to",
                    Double.toString(inside),
                    "above 1e-6",
                    "Maybe move the bounds towards the mean.");
        }
    }
}
