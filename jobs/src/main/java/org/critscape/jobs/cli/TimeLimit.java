package org.critscape.jobs.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.solver.quantity.InvalidInputException;

/** Reads "20 min". */
final class TimeLimit {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*([a-z]+)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private TimeLimit() {}

    /** What is left of a limit that counts from a start, never below zero. */
    static Duration left(Duration limit, Instant start, Instant now) {
        Duration left = limit.minus(Duration.between(start, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The time that an option gives; throws {@link InvalidInputException} where it is none. */
    static Duration parse(String option, String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        Long unit = matcher.matches() ? MILLISECONDS.get(matcher.group(2)) : null;
        if (unit == null || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw new InvalidInputException(
                    option, "\"" + text + "\"", "a time above zero in s, min, h or d", "Maybe \"20 min\".");
        }
        return Duration.ofMillis(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .longValue());
    }
}
