package org.critscape.jobs.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Distribution;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Drawn;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Reads what stands behind the key of an input as something that every sample draws a value of: a distribution, values
 * with weights, a list or a range.
 *
 * @param parameter the input
 * @param setting its key and value
 * @param maps reads height maps
 */
record DrawReader(Parameter parameter, Setting setting, HeightMapFiles maps) {
    private static final String DISTRIBUTION = "distribution";
    private static final String VALUES = "values";
    private static final String WEIGHTS = "weights";
    private static final Domain.Options DISTRIBUTIONS =
            new Domain.Options(List.of("uniform", "log-uniform", "normal", "log-normal", "triangular"));
    private static final List<String> CENTRES = List.of("mean", "median", "mode");
    private static final Domain.Interval FACTOR = Domain.amount(Dimension.NUMBER, 1, 1e6);
    private static final Domain.Interval WEIGHT = Domain.amount(Dimension.NUMBER, 0, 1e9);

    /** Whether a value has a meaning only where something is drawn. */
    static boolean isDraw(Setting setting) {
        return setting.value() instanceof ConfigObject group
                && (group.containsKey(DISTRIBUTION) || group.containsKey(VALUES) || group.containsKey(WEIGHTS));
    }

    /** Whether a value is one of which only one can be drawn. */
    static boolean isFixed(Setting setting) {
        return setting.value() instanceof ConfigList list
                ? list.size() == 1
                : !(setting.value() instanceof ConfigObject);
    }

    /** What is drawn; throws {@link ConfigurationException} where the input may not hold it. */
    Drawn read() {
        if (!isDraw(setting)) {
            return Drawn.of(new AxisReader(parameter, setting, maps).read());
        }
        ConfigObject group = (ConfigObject) setting.value();
        try {
            return group.containsKey(DISTRIBUTION) ? Drawn.of(parameter, distribution(group)) : weighted(group);
        } catch (InvalidInputException e) {
            // The bounds of a distribution are named by their own words.
            String key = e.quantity().matches("[a-z]+") ? setting.key() + "." : "";
            throw new ConfigurationException(setting.place() + ": " + key + e.getMessage());
        }
    }

    private Distribution distribution(ConfigObject group) {
        if (!(parameter.domain() instanceof Domain.Interval interval)) {
            throw setting.refused(
                    "a distribution",
                    parameter.domain().allowed() + ", or several with weights",
                    "Maybe { values = [a, b], weights = [3, 1] }.");
        }
        String word = setting.part(DISTRIBUTION, Objects.requireNonNull(group.get(DISTRIBUTION)))
                .word(DISTRIBUTIONS);
        List<String> numbers = numbers(word);
        known(group, DISTRIBUTION, numbers);
        double[] values = numbers.stream()
                .mapToDouble(number -> number(group, word, number, interval))
                .toArray();
        requireOrder(group, numbers, values);
        return switch (word) {
            case "uniform" -> Distribution.uniform(values[0], values[1]);
            case "log-uniform" -> Distribution.logUniform(values[0], values[1]);
            case "normal" -> Distribution.normal(values[0], values[1], values[2], values[3]);
            case "log-normal" -> Distribution.logNormal(values[0], values[1], values[2], values[3]);
            default -> Distribution.triangular(values[0], values[1], values[2]);
        };
    }

    private static List<String> numbers(String distribution) {
        return switch (distribution) {
            case "uniform", "log-uniform" -> List.of("from", "to");
            case "normal" -> List.of("mean", "deviation", "from", "to");
            case "log-normal" -> List.of("median", "factor", "from", "to");
            default -> List.of("from", "mode", "to");
        };
    }

    /** Bounds in their order, and the centre between them: the other half would never be drawn. In the user's own words. */
    private void requireOrder(ConfigObject group, List<String> numbers, double[] values) {
        Setting from = part(group, "from");
        Setting to = part(group, "to");
        double low = values[numbers.indexOf("from")];
        double high = values[numbers.indexOf("to")];
        if (!(low < high)) {
            throw from.refused(from.quoted(), "below to, " + to.quoted(), "Maybe exchange the two.");
        }
        for (String centre : CENTRES) {
            int position = numbers.indexOf(centre);
            if (position >= 0 && !(values[position] >= low && values[position] <= high)) {
                Setting found = part(group, centre);
                throw found.refused(
                        found.quoted(),
                        "between from and to, " + from.quoted() + " and " + to.quoted(),
                        "Maybe halfway between them, or move from and to.");
            }
        }
    }

    private Setting part(ConfigObject group, String name) {
        return setting.part(name, Objects.requireNonNull(group.get(name)));
    }

    private double number(ConfigObject group, String word, String name, Domain.Interval interval) {
        ConfigValue found = group.get(name);
        if (found == null) {
            throw setting.refused(
                    "a " + word + " distribution without " + name,
                    "one with " + String.join(", ", numbers(word)),
                    "Maybe add " + name + ".");
        }
        Setting part = setting.part(name, found);
        return switch (name) {
            case "factor" -> part.amount(FACTOR, 2).doubleValue();
            case "deviation" -> {
                double width = interval.high() - interval.low();
                yield part.amount(Domain.amount(interval.dimension(), 0, width), width / 10)
                        .doubleValue();
            }
            default -> part.amount(interval, parameter.example()).doubleValue();
        };
    }

    private Drawn weighted(ConfigObject group) {
        known(group, VALUES, List.of(WEIGHTS));
        ConfigValue values = group.get(VALUES);
        if (values == null) {
            throw setting.refused("weights without values", "values with weights", "Maybe add values = [a, b].");
        }
        AxisReader levels = new AxisReader(parameter, new Setting(setting.key(), values), maps);
        ConfigValue weights = group.get(WEIGHTS);
        if (weights == null) {
            return Drawn.of(levels.read());
        }
        Setting part = setting.part(WEIGHTS, weights);
        if (!(weights instanceof ConfigList list)) {
            throw part.refused("not a list", "a list of numbers, one for each value", "Maybe [3, 1].");
        }
        return Drawn.weighted(
                levels.read(),
                list.stream()
                        .mapToDouble(weight ->
                                part.part("", weight).amount(WEIGHT, 1).doubleValue())
                        .toArray());
    }

    private void known(ConfigObject group, String first, List<String> others) {
        group.forEach((key, value) -> {
            if (!key.equals(first) && !others.contains(key)) {
                List<String> keys = new ArrayList<>(others);
                keys.add(0, first);
                throw KeyTree.unknownPart(setting.part(key, value), keys);
            }
        });
    }
}
