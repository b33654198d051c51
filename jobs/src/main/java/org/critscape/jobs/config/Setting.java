package org.critscape.jobs.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.critscape.jobs.space.Domain;

/**
 * A key and what stands behind it.
 *
 * @param key the whole path, "topography.peak-height"
 * @param value as parsed
 */
record Setting(String key, ConfigValue value) {
    /** The words for values that are not one number or word. */
    private static final Map<String, String> KINDS =
            Map.of("OBJECT", "a group in braces", "LIST", "a list", "NULL", "null");

    /** Where it was written: "conf/case.conf:12", or "--set". */
    String place() {
        return place(value.origin());
    }

    static String place(ConfigOrigin origin) {
        String description = origin.description();
        if (origin.filename() == null) {
            // A range whose parts come from several files has no single place.
            return description.contains(Overrides.PLACE) ? Overrides.PLACE : description;
        }
        return origin.filename() + (origin.lineNumber() > 0 ? ":" + origin.lineNumber() : "");
    }

    /** The text of a single value, as written; throws {@link ConfigurationException} for lists, groups and null. */
    String text(String allowed, String advice) {
        String kind = KINDS.get(value.valueType().name());
        if (kind != null) {
            throw refused(kind, allowed, advice);
        }
        // Reading a number as a string keeps its digits as they were written.
        return value.atKey("value").getString("value");
    }

    /** The single value as written, in quotes. */
    String quoted() {
        return "\"" + text("a single value", "Maybe take one of them.") + "\"";
    }

    /** The single value as an amount in SI. */
    BigDecimal amount(Domain.Interval interval, double example) {
        AmountReader reader = new AmountReader(place(), key, interval, example);
        return reader.read(text(reader.allowed(), reader.exampleAdvice()));
    }

    /** The single value as one of several words. */
    String word(Domain.Options options) {
        String word = text(options.allowed(), "Maybe " + options.words().get(0) + ".");
        if (!options.words().contains(word)) {
            String advice = Nearest.to(word, options.words())
                    .map(nearest -> "Maybe " + nearest + ".")
                    .orElse("Maybe conf/reference.conf helps: it explains every key.");
            throw refused("\"" + word + "\"", options.allowed(), advice);
        }
        return word;
    }

    /** This value under its own key as part of a list, or a value within it. */
    Setting part(String name, ConfigValue part) {
        return new Setting(name.isEmpty() ? key : key + "." + name, part);
    }

    /** Refuses a list that has a value [SI] twice, also where it is written in two ways. */
    void requireDifferent(Domain domain, double[] values) {
        Set<Double> seen = new HashSet<>();
        for (double value : values) {
            if (!seen.add(value)) {
                throw refused(
                        "a list with " + Shown.example(domain, value) + " twice",
                        "a list of different values",
                        "Maybe remove one of the two.");
            }
        }
    }

    ConfigurationException refused(String value, String allowed, String advice) {
        return ConfigurationException.refused(place(), key, value, allowed, advice);
    }
}
