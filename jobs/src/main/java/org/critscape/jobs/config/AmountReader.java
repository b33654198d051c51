package org.critscape.jobs.config;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;

/**
 * Reads "25 um" as exact decimal SI, or says what is wrong with it in the units that the user wrote.
 *
 * @param place file and line, or "--set"
 * @param key the configuration key
 * @param interval what it may hold
 * @param usual a usual value [SI]
 */
record AmountReader(String place, String key, Domain.Interval interval, double usual) {
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?)\\s*(.*)", Pattern.DOTALL);

    /** Beyond these powers of ten a sum of exact decimals could fill the memory. */
    private static final int LARGEST_EXPONENT = 300;

    /** The value in SI; throws {@link ConfigurationException} where there is none, or outside the interval. */
    BigDecimal read(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused(text, "", allowed(), exampleAdvice());
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (number.signum() != 0 && Math.abs(number.precision() - (long) number.scale()) > LARGEST_EXPONENT) {
            throw refused(text, "", allowed(), exampleAdvice());
        }
        Unit unit = unit(text, number, matcher.group(2));
        BigDecimal value = unit.toSi(number);
        if (!interval.contains(value.doubleValue())) {
            throw refused(text, "", allowed(unit), outsideAdvice(number));
        }
        return value;
    }

    private Unit unit(String text, BigDecimal number, String symbol) {
        Dimension dimension = interval.dimension();
        if (symbol.isEmpty()) {
            if (dimension == Dimension.NUMBER) {
                return Unit.ONE;
            }
            throw refused(text, ", without a unit,", allowed(), withUnit(number).orElse(exampleAdvice()));
        }
        Unit unit = Unit.find(symbol).orElseThrow(() -> unknown(text, number, symbol));
        if (unit.dimension() != dimension) {
            String advice = dimension == Dimension.NUMBER ? "Maybe leave the unit away." : exampleAdvice();
            throw refused(text, ", " + unit.dimension().description() + ",", allowed(), advice);
        }
        return unit;
    }

    private ConfigurationException unknown(String text, BigDecimal number, String symbol) {
        Dimension dimension = interval.dimension();
        if (dimension == Dimension.NUMBER) {
            return refused(text, "", allowed(Unit.ONE), exampleAdvice());
        }
        String advice = UnitGuess.of(symbol, dimension)
                .map(unit -> "Maybe you meant the unit " + unit.symbol() + ".")
                .or(() -> withoutPrefix(number, symbol))
                .orElse(exampleAdvice());
        return refused(
                text,
                ", in an unknown unit,",
                dimension.description() + " in one of the units " + Unit.symbols(dimension),
                advice);
    }

    /** "0.005 Mohm.cm^2" is right but for a prefix that no key needs. */
    private Optional<String> withoutPrefix(BigDecimal number, String symbol) {
        int power = symbol.startsWith("M") ? 6 : symbol.startsWith("G") ? 9 : 0;
        return Unit.find(symbol.substring(1))
                .filter(unit -> power > 0 && unit.dimension() == interval.dimension())
                .map(unit -> unit.toSi(number.scaleByPowerOfTen(power)).doubleValue())
                .filter(interval::contains)
                .map(value -> "Maybe you meant \"" + Unit.show(interval.dimension(), value) + "\".");
    }

    /** Most values out of range are right in another unit. */
    private String outsideAdvice(BigDecimal number) {
        return withUnit(number).orElse("Maybe take " + example() + ", a usual value.");
    }

    private String example() {
        return Shown.example(interval, usual);
    }

    /** Of the units in which the number may be right, the one that brings it nearest to a usual value. */
    private Optional<String> withUnit(BigDecimal number) {
        return Unit.of(interval.dimension()).stream()
                .filter(unit -> !unit.symbol().isEmpty())
                .filter(unit -> interval.contains(unit.toSi(number).doubleValue()))
                .min(Comparator.comparingDouble(unit -> decadesFromUsual(unit.toSi(number))))
                .map(unit -> "Maybe you meant \"" + inWords(number, unit) + "\".");
    }

    private double decadesFromUsual(BigDecimal value) {
        double ratio = value.doubleValue() / usual;
        return ratio > 0 && Double.isFinite(ratio) ? Math.abs(StrictMath.log10(ratio)) : 0;
    }

    /** Whoever copies a number from a table, in SI, reads it in the unit that configurations use. */
    private String inWords(BigDecimal number, Unit unit) {
        boolean si =
                unit.factor().compareTo(BigDecimal.ONE) == 0 && unit.offset().signum() == 0;
        return si ? Unit.show(interval.dimension(), unit.toSi(number).doubleValue()) : number + " " + unit.symbol();
    }

    /** What is allowed, in the usual unit. */
    String allowed() {
        return allowed(Unit.of(interval.dimension()).get(0));
    }

    /** Advice that shows a usual value. */
    String exampleAdvice() {
        return "Maybe write it like " + example() + ".";
    }

    private String allowed(Unit unit) {
        return interval.kind() + " between " + unit.show(interval.low()) + " and " + unit.show(interval.high());
    }

    private ConfigurationException refused(String text, String remark, String allowed, String advice) {
        return ConfigurationException.refused(place, key, "\"" + text + "\"" + remark, allowed, advice);
    }
}
