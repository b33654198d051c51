package org.critscape.jobs.space;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an input may hold. Every value is one double: an amount in SI, or the position of a word among its options. */
public sealed interface Domain {
    /** Whether the input may hold this value. */
    boolean contains(double value);

    /** The value in words, with its SI unit. */
    String describe(double value);

    /** What is allowed, to follow "must be". */
    String allowed();

    /** Any amount between two bounds [SI], both included. */
    static Interval amount(Dimension dimension, double low, double high) {
        return new Interval(dimension, low, high, false);
    }

    /** Whole numbers between two bounds, both included. */
    static Interval whole(double low, double high) {
        return new Interval(Dimension.NUMBER, low, high, true);
    }

    /**
     * Amounts between two bounds, both included.
     *
     * @param dimension what is measured
     * @param low lower bound [SI]
     * @param high upper bound [SI]
     * @param whole whether only whole numbers count
     */
    record Interval(Dimension dimension, double low, double high, boolean whole) implements Domain {
        @Override
        public boolean contains(double value) {
            return value >= low && value <= high && (!whole || value == Math.rint(value));
        }

        @Override
        public String describe(double value) {
            String number = Double.isFinite(value)
                    ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                    : Double.toString(value);
            return dimension == Dimension.NUMBER ? number : number + " " + dimension.siUnit();
        }

        /** What is measured, in words: "a length", "a whole number". */
        public String kind() {
            return whole ? "a whole number" : dimension.description();
        }

        @Override
        public String allowed() {
            return kind() + " between " + describe(low) + " and " + describe(high);
        }
    }

    /** A height map: its position among those that an axis lists, which alone know what it is. */
    record MapFile() implements Domain {
        /** A usual name. */
        public static final String EXAMPLE = "map.csv";

        @Override
        public boolean contains(double value) {
            return value == Math.rint(value) && value >= 0;
        }

        @Override
        public String describe(double value) {
            return EXAMPLE;
        }

        @Override
        public String allowed() {
            return "the path of a height map, relative to the study's folder";
        }
    }

    /**
     * One word of several.
     *
     * @param words the words in the order of the constants they name
     */
    record Options(List<String> words) implements Domain {
        /** The constants of an enumeration as configuration files spell them: EGG_BOX is egg-box. */
        static Options of(Class<? extends Enum<?>> type) {
            return new Options(Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
        }

        @Override
        public boolean contains(double value) {
            return value == Math.rint(value) && value >= 0 && value < words.size();
        }

        @Override
        public String describe(double value) {
            return contains(value) ? words.get((int) value) : Double.toString(value);
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }
    }
}
