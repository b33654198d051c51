package org.critscape.jobs.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.space.Dimension;

/** The unit that somebody may have meant: a name in words, a forgotten ^, a negative power, other capitals. */
final class UnitGuess {
    /** What people write for a unit, as regular expressions over the whole symbol in small letters. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("(deg(rees?)?)?[. ]*c(elsius)?|centigrade", "degC"),
            Map.entry("(deg(rees?)?)?[. ]*k(elvins?)?", "K"),
            Map.entry("microns?|micromet(er|re)s?|mu|mum", "um"),
            Map.entry("nanomet(er|re)s?", "nm"),
            Map.entry("millimet(er|re)s?", "mm"),
            Map.entry("centimet(er|re)s?", "cm"),
            Map.entry("met(er|re)s?", "m"),
            Map.entry("electron-?volts?", "eV"));

    /** How people write the powers of a symbol; replaced in this order. */
    private static final List<Map.Entry<String, String>> POWERS = List.of(
            Map.entry("-(?=[a-z])", "."), // ohm-cm2
            Map.entry("\\*\\*", "^"),
            Map.entry("m\\^?1/2\\b", "m^0.5"),
            Map.entry("\\.?\\b([a-z]+)\\^?-1\\b", "/$1"),
            Map.entry("\\.?\\b([a-z]+)\\^?-(\\d)", "/$1^$2"),
            Map.entry("\\b(c?m)(\\d)", "$1^$2"));

    private UnitGuess() {}

    /** A unit of the dimension, or nothing where the symbol resembles none. */
    static Optional<Unit> of(String symbol, Dimension dimension) {
        List<Unit> units = Unit.of(dimension);
        String plain = Unit.plain(symbol).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> name : NAMES) {
            if (plain.matches(name.getKey())) {
                Optional<Unit> named = named(name.getValue(), units);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        String careful = Unit.plain(symbol);
        for (Map.Entry<String, String> power : POWERS) {
            plain = plain.replaceAll(power.getKey(), power.getValue());
            careful = careful.replaceAll(power.getKey(), power.getValue());
        }
        String guess = plain;
        String typed = careful;
        return guess(guess, units).filter(unit -> !isAnotherPrefix(typed, unit.symbol()));
    }

    private static Optional<Unit> guess(String guess, List<Unit> units) {
        return named(guess, units)
                .or(() -> begunBy(guess, units))
                .or(() -> Nearest.to(guess, units.stream().map(Unit::symbol).toList())
                        .flatMap(nearest -> named(nearest, units)));
    }

    /** Whether only the capital of the prefix differs, as of Mohm and mohm: a slip of nine decades, which nobody means. */
    private static boolean isAnotherPrefix(String typed, String symbol) {
        return symbol.matches("[mM].+")
                && typed.equalsIgnoreCase(symbol)
                && !typed.equals(symbol)
                && typed.substring(1).equals(symbol.substring(1));
    }

    /** The usual unit that begins like this: "ohm". */
    private static Optional<Unit> begunBy(String start, List<Unit> units) {
        return units.stream()
                .filter(unit -> start.length() > 2
                        && unit.symbol().toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst();
    }

    private static Optional<Unit> named(String symbol, List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.symbol().equalsIgnoreCase(symbol))
                .findFirst();
    }
}
