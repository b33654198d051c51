package org.critscape.jobs.config;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * A range of one input as the command line gives it, {@code dendrite.flaw-length=0.1..10 um}.
 *
 * @param parameter the input, an amount
 * @param low lower end [SI]
 * @param high upper end, above the lower [SI]
 */
public record InputRange(Parameter parameter, double low, double high) {
    private static final String ALLOWED = "KEY=LOW..HIGH with a unit";
    private static final String EXAMPLE = "Maybe \"dendrite.flaw-length=0.1..10 um\".";
    private static final Pattern RANGE = Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(.*?\\d\\.?[^.]*)\\.\\.(.+)");
    private static final Pattern UNIT = Pattern.compile("\\s*[+-]?[\\d.]+(?:[eE][+-]?\\d+)?\\s*(.*?)\\s*");

    /**
     * Reads a range; a unit behind its upper end holds for both.
     *
     * @param option what gave it, for messages: "--worst-over"
     * @throws InvalidInputException where the key is unknown or the text no range
     * @throws ConfigurationException where the input may not hold its ends
     */
    public static InputRange parse(String option, String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(option, "\"" + text + "\"", ALLOWED, EXAMPLE);
        }
        Parameter parameter = parameter(option, matcher.group(1));
        if (!(parameter.domain() instanceof Domain.Interval interval) || interval.whole()) {
            throw new InvalidInputException(
                    option, "\"" + text + "\", whose key holds no amount,", "a range of an amount", EXAMPLE);
        }
        AmountReader reader = new AmountReader(option, parameter.path(), interval, parameter.example());
        String unit = unit(matcher.group(3));
        String first = matcher.group(2).strip();
        double low =
                reader.read(unit(first).isEmpty() ? first + " " + unit : first).doubleValue();
        double high = reader.read(matcher.group(3)).doubleValue();
        if (!(low < high)) {
            throw new InvalidInputException(
                    option, "\"" + text + "\"", "a range whose lower end comes first", "Maybe exchange the two.");
        }
        return new InputRange(parameter, low, high);
    }

    private static Parameter parameter(String option, String key) {
        List<String> keys =
                Arrays.stream(Parameter.values()).map(Parameter::path).toList();
        return Parameter.ofPath(key)
                .orElseThrow(() -> new InvalidInputException(
                        option,
                        "\"" + key + "\", which is no key of a study,",
                        ALLOWED,
                        Nearest.toKey(key, keys)
                                .map(nearest -> "Maybe " + nearest + " is meant.")
                                .orElse("Maybe see conf/reference.conf for all keys.")));
    }

    private static String unit(String amount) {
        Matcher matcher = UNIT.matcher(amount);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** The value at a share of the range, in the logarithm where it is above 0 [SI]. */
    public double value(double share) {
        return share <= 0
                ? low
                : share >= 1 ? high : low > 0 ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
    }
}
