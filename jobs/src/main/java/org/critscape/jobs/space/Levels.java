package org.critscape.jobs.space;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Set;
import org.critscape.solver.quantity.InvalidInputException;

/** The values of an axis as a function of position. Classes, not records: Kryo's field serializer cannot fill a record. */
sealed interface Levels extends Serializable {
    int size();

    double value(int position);

    /** How one level follows from another. */
    Spacing spacing();

    /** Values as listed. */
    final class Listed implements Levels {
        private static final long serialVersionUID = 1L;

        private final double[] values;

        Listed(Parameter parameter, double[] values) {
            this.values = values.clone();
            if (values.length == 0) {
                throw new InvalidInputException(
                        parameter.path(), "an empty list", "a list of at least one value", "Maybe remove the key.");
            }
            Set<Double> seen = new HashSet<>();
            for (double value : values) {
                if (!seen.add(value)) {
                    throw new InvalidInputException(
                            parameter.path(),
                            "a list with " + parameter.domain().describe(value) + " twice",
                            "a list of different values",
                            "Maybe remove one of the two.");
                }
            }
        }

        @Override
        public Spacing spacing() {
            return Spacing.LISTED;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double value(int position) {
            return values[position];
        }
    }

    /** Even steps, computed in decimal so that 5 µm to 75 µm in eight levels contains exactly 15 µm. */
    final class Linear implements Levels {
        private static final long serialVersionUID = 1L;

        private final BigDecimal from;
        private final BigDecimal to;
        private final int count;

        Linear(Parameter parameter, BigDecimal from, BigDecimal to, int count) {
            requireRange(parameter, from, to, count);
            this.from = from;
            this.to = to;
            this.count = count;
        }

        @Override
        public Spacing spacing() {
            return Spacing.LINEAR;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public double value(int position) {
            BigDecimal steps = BigDecimal.valueOf(count - 1L);
            BigDecimal weighted = from.multiply(BigDecimal.valueOf(count - 1L - position))
                    .add(to.multiply(BigDecimal.valueOf(position)));
            return weighted.divide(steps, MathContext.DECIMAL128).doubleValue();
        }
    }

    /**
     * Constant ratio. Inner levels are rounded to twelve digits: a decade is then a decade, and the last bits of a
     * logarithm do not enter the identity of a case.
     */
    final class Logarithmic implements Levels {
        private static final long serialVersionUID = 1L;
        private static final MathContext TWELVE_DIGITS = new MathContext(12);

        private final double from;
        private final double to;
        private final int count;

        Logarithmic(Parameter parameter, BigDecimal from, BigDecimal to, int count) {
            requireRange(parameter, from, to, count);
            if (from.signum() <= 0 || to.signum() <= 0) {
                throw new InvalidInputException(
                        parameter.path(),
                        "a logarithmic range from " + from.toPlainString() + " to " + to.toPlainString(),
                        "a range above 0",
                        "Maybe use scale = linear.");
            }
            this.from = from.doubleValue();
            this.to = to.doubleValue();
            this.count = count;
        }

        @Override
        public Spacing spacing() {
            return Spacing.LOGARITHMIC;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public double value(int position) {
            if (position == 0) {
                return from;
            }
            if (position == count - 1) {
                return to;
            }
            double level = from * StrictMath.pow(to / from, position / (count - 1.0));
            return new BigDecimal(level).round(TWELVE_DIGITS).doubleValue();
        }
    }

    private static void requireRange(Parameter parameter, BigDecimal from, BigDecimal to, int count) {
        if (count < 2) {
            throw new InvalidInputException(
                    parameter.path(),
                    "a range of " + count + " levels",
                    "a range of at least 2",
                    "Maybe give one value.");
        }
        if (from.compareTo(to) == 0) {
            throw new InvalidInputException(
                    parameter.path(), "a range that ends where it starts", "a range", "Maybe give one value.");
        }
    }
}
