package org.critscape.jobs.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.List;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Reads what stands behind the key of an input, a single value, a list or a range, as an axis.
 *
 * @param parameter the input
 * @param setting its key and value
 * @param maps reads height maps
 */
record AxisReader(Parameter parameter, Setting setting, HeightMapFiles maps) {
    private static final List<String> RANGE_KEYS = List.of("from", "to", "count", "scale");
    private static final Domain.Interval COUNT = new Domain.Interval(Dimension.NUMBER, 2, 1e9, true);
    private static final Domain.Options SCALES = new Domain.Options(List.of("linear", "log"));

    /** The axis; throws {@link ConfigurationException} where the input may not hold it. */
    Axis read() {
        try {
            if (setting.value() instanceof ConfigObject range) {
                return range(range);
            }
            return list(setting.value() instanceof ConfigList list ? list : List.of(setting.value()));
        } catch (InvalidInputException e) {
            throw new ConfigurationException(setting.place() + ": " + e.getMessage());
        }
    }

    private Axis list(List<ConfigValue> values) {
        List<Setting> parts =
                values.stream().map(value -> setting.part("", value)).toList();
        if (parameter.domain() instanceof Domain.Options options) {
            return Axis.words(
                    parameter, parts.stream().map(part -> part.word(options)).toList());
        }
        if (parameter.domain() instanceof Domain.MapFile) {
            return Axis.maps(parts.stream().map(maps::read).toList());
        }
        double[] amounts =
                parts.stream().mapToDouble(part -> amount(part).doubleValue()).toArray();
        setting.requireDifferent(parameter.domain(), amounts);
        return Axis.list(parameter, amounts);
    }

    private Axis range(ConfigObject range) {
        if (!(parameter.domain() instanceof Domain.Interval)) {
            throw setting.refused(
                    "a group in braces", parameter.domain().allowed() + ", or a list of them", "Maybe write [a, b].");
        }
        range.forEach((key, value) -> {
            if (!RANGE_KEYS.contains(key)) {
                throw KeyTree.unknownPart(setting.part(key, value), RANGE_KEYS);
            }
        });
        BigDecimal from = amount(required(range, "from"));
        BigDecimal to = amount(required(range, "to"));
        int count = required(range, "count").amount(COUNT, 8).intValueExact();
        ConfigValue scale = range.get("scale");
        boolean isLogarithmic =
                scale != null && setting.part("scale", scale).word(SCALES).equals("log");
        if (isLogarithmic && (from.signum() <= 0 || to.signum() <= 0)) {
            throw setting.refused(
                    "a logarithmic range from " + required(range, "from").quoted() + " to "
                            + required(range, "to").quoted(),
                    "a range above 0",
                    "Maybe use scale = linear.");
        }
        return isLogarithmic ? Axis.logarithmic(parameter, from, to, count) : Axis.linear(parameter, from, to, count);
    }

    private Setting required(ConfigObject range, String key) {
        ConfigValue found = range.get(key);
        if (found == null) {
            throw setting.refused(
                    "a range without " + key,
                    "a range with from, to and count, and optionally scale",
                    "Maybe add " + key + ".");
        }
        return setting.part(key, found);
    }

    private BigDecimal amount(Setting part) {
        return part.amount((Domain.Interval) parameter.domain(), parameter.example());
    }
}
