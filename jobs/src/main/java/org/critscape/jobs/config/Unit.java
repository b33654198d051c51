package org.critscape.jobs.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.space.Dimension;
import org.critscape.solver.quantity.PhysicalConstants;

/**
 * A unit of configuration files: SI value = number · factor + offset, in exact decimal arithmetic.
 *
 * <p>A table and not a library: jobs/docs/decisions/0001-units-as-a-table.md says why.
 *
 * @param symbol in plain letters, "ohm.cm^2"
 * @param dimension what it measures
 * @param factor SI units in one unit
 * @param offset SI value of zero units
 */
record Unit(String symbol, Dimension dimension, BigDecimal factor, BigDecimal offset) {
    /** Plain numbers. */
    static final Unit ONE = unit(Dimension.NUMBER, "", "1");

    /** The units of each dimension, the usual ones first. */
    private static final List<Unit> TABLE = List.of(
            ONE,
            unit(Dimension.LENGTH, "um", "1e-6"),
            unit(Dimension.LENGTH, "nm", "1e-9"),
            unit(Dimension.LENGTH, "mm", "1e-3"),
            unit(Dimension.LENGTH, "cm", "1e-2"),
            unit(Dimension.LENGTH, "m", "1"),
            unit(Dimension.TEMPERATURE, "K", "1"),
            new Unit("degC", Dimension.TEMPERATURE, BigDecimal.ONE, new BigDecimal("273.15")),
            unit(Dimension.PRESSURE, "MPa", "1e6"),
            unit(Dimension.PRESSURE, "GPa", "1e9"),
            unit(Dimension.PRESSURE, "kPa", "1e3"),
            unit(Dimension.PRESSURE, "bar", "1e5"),
            unit(Dimension.PRESSURE, "Pa", "1"),
            unit(Dimension.TOUGHNESS, "MPa.m^0.5", "1e6"),
            unit(Dimension.TOUGHNESS, "kPa.m^0.5", "1e3"),
            unit(Dimension.TOUGHNESS, "Pa.m^0.5", "1"),
            unit(Dimension.CONDUCTIVITY, "mS/cm", "0.1"),
            unit(Dimension.CONDUCTIVITY, "uS/cm", "1e-4"),
            unit(Dimension.CONDUCTIVITY, "S/cm", "100"),
            unit(Dimension.CONDUCTIVITY, "mS/m", "1e-3"),
            unit(Dimension.CONDUCTIVITY, "S/m", "1"),
            unit(Dimension.AREA_RESISTANCE, "ohm.cm^2", "1e-4"),
            unit(Dimension.AREA_RESISTANCE, "mohm.cm^2", "1e-7"),
            unit(Dimension.AREA_RESISTANCE, "kohm.cm^2", "0.1"),
            unit(Dimension.AREA_RESISTANCE, "ohm.m^2", "1"),
            unit(Dimension.CURRENT_DENSITY, "mA/cm^2", "10"),
            unit(Dimension.CURRENT_DENSITY, "uA/cm^2", "0.01"),
            unit(Dimension.CURRENT_DENSITY, "A/cm^2", "1e4"),
            unit(Dimension.CURRENT_DENSITY, "A/m^2", "1"),
            new Unit("eV", Dimension.MOLAR_ENERGY, electronvolt(), BigDecimal.ZERO),
            new Unit("meV", Dimension.MOLAR_ENERGY, electronvolt().scaleByPowerOfTen(-3), BigDecimal.ZERO),
            unit(Dimension.MOLAR_ENERGY, "kJ/mol", "1e3"),
            unit(Dimension.MOLAR_ENERGY, "J/mol", "1"),
            unit(Dimension.SURFACE_ENERGY, "J/m^2", "1"),
            unit(Dimension.SURFACE_ENERGY, "mJ/m^2", "1e-3"),
            unit(Dimension.ANGLE, "deg", "0.0174532925199432957692369"),
            unit(Dimension.ANGLE, "rad", "1"),
            unit(Dimension.MOLAR_VOLUME, "cm^3/mol", "1e-6"),
            unit(Dimension.MOLAR_VOLUME, "m^3/mol", "1"),
            unit(Dimension.STRAIN_RATE, "1/s", "1"),
            unit(Dimension.CREEP_CONSTANT, "MPa.s^(1/n)", "1e6"),
            unit(Dimension.CREEP_CONSTANT, "Pa.s^(1/n)", "1"));

    /** Other ways to write the same symbol, as regular expressions; replaced in this order. */
    private static final List<Map.Entry<String, String>> SPELLINGS = List.of(
            Map.entry("[\u00b5\u03bc]", "u"), // micro sign, Greek mu
            Map.entry("[\u03a9\u2126]", "ohm"), // Greek omega, ohm sign
            Map.entry("\u00b0", "deg"),
            Map.entry("\u00b2", "^2"),
            Map.entry("\u00b3", "^3"),
            Map.entry("\\^\\(1/2\\)", "^0.5"),
            Map.entry("sqrt\\(m\\)|\u221am", "m^0.5"),
            Map.entry("\\s*/\\s*", "/"),
            Map.entry("\\s*[.*\u00b7]\\s*|\\s+", "."));

    private static final MathContext SIX_DIGITS = new MathContext(6);
    // Decades of the numbers that people write: 0.1 to 1000.
    private static final double SMALLEST_HANDY = -1;
    private static final double LARGEST_HANDY = 3;

    private static Unit unit(Dimension dimension, String symbol, String factor) {
        return new Unit(symbol, dimension, new BigDecimal(factor), BigDecimal.ZERO);
    }

    /** One electronvolt per particle [J/mol], exact. */
    private static BigDecimal electronvolt() {
        return BigDecimal.valueOf(PhysicalConstants.AVOGADRO)
                .multiply(BigDecimal.valueOf(PhysicalConstants.ELEMENTARY_CHARGE));
    }

    /** The unit of a symbol, in any of its spellings. */
    static Optional<Unit> find(String symbol) {
        String wanted = plain(symbol);
        return TABLE.stream().filter(unit -> unit.symbol.equals(wanted)).findFirst();
    }

    /** A symbol as the table would spell it. */
    static String plain(String symbol) {
        String plain = symbol.strip();
        for (Map.Entry<String, String> spelling : SPELLINGS) {
            plain = plain.replaceAll(spelling.getKey(), spelling.getValue());
        }
        return plain;
    }

    /** The units of a dimension, the usual ones first. */
    static List<Unit> of(Dimension dimension) {
        return TABLE.stream().filter(unit -> unit.dimension == dimension).toList();
    }

    /** The SI value of a number of these units. */
    BigDecimal toSi(BigDecimal number) {
        return number.multiply(factor).add(offset);
    }

    /** A value of this dimension [SI] in these units, to six digits, "25 um". */
    String show(double si) {
        BigDecimal number = number(si).stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        String text = exponent >= -4 && exponent <= 5
                ? number.toPlainString()
                : new DecimalFormat("0.#####E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(number)
                        .toLowerCase(Locale.ROOT);
        return symbol.isEmpty() ? text : text + " " + symbol;
    }

    private BigDecimal number(double si) {
        return BigDecimal.valueOf(si)
                .subtract(offset)
                .divide(factor, MathContext.DECIMAL128)
                .round(SIX_DIGITS);
    }

    /** A value [SI] as a configuration file would write it, such that it reads back as the same double. */
    static String show(Dimension dimension, double si) {
        return handy(dimension, si)
                .map(unit -> unit.show(si))
                .orElseGet(() -> dimension == Dimension.NUMBER ? Double.toString(si) : si + " " + dimension.siUnit());
    }

    /** The unit to write a value [SI] in: six digits hold it exactly, and few of them are zeros. */
    static Optional<Unit> handy(Dimension dimension, double si) {
        List<Unit> exact = of(dimension).stream()
                .filter(unit -> unit.toSi(unit.number(si)).doubleValue() == si)
                .toList();
        return exact.stream()
                .filter(unit -> unit.decades(si) >= SMALLEST_HANDY && unit.decades(si) < LARGEST_HANDY)
                .findFirst()
                .or(() -> exact.stream().min(Comparator.comparingDouble(unit -> Math.abs(unit.decades(si)))));
    }

    private double decades(double si) {
        double size = Math.abs(number(si).doubleValue());
        return size == 0 ? 0 : StrictMath.log10(size);
    }

    /** The symbols of a dimension's units, "um, nm, mm". */
    static String symbols(Dimension dimension) {
        return String.join(", ", of(dimension).stream().map(Unit::symbol).toList());
    }
}
