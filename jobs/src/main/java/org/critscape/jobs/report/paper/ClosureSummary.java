package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a study of closures comes down to, in a few sentences. */
final class ClosureSummary {
    /** The paper's gain, "approx. 50 %". */
    private static final double GAIN_OF_PAPER = 0.5;

    /** A gain counts as the paper's from here on. */
    private static final double NEAR_GAIN = 0.45;

    /** What is claimed of tables alone; the other checks take other kinds of cases. */
    private static final List<Check> CORE =
            List.of(2, 3, 4, 6, 7, 8, 9, 10).stream().map(Check::of).toList();

    private final List<JudgedClosure> closures;

    /** Of at least one closure. */
    ClosureSummary(List<JudgedClosure> closures) {
        this.closures = List.copyOf(closures);
    }

    /** The closure under which most checks hold. */
    JudgedClosure best() {
        return closures.stream().min(JudgedClosure.BEST_FIRST).orElseThrow();
    }

    /** Of those with an interior maximum in both series, the one whose largest gain is nearest to the paper's. */
    Optional<JudgedClosure> nearestInMagnitude() {
        return closures.stream()
                .filter(closure -> closure.verdict(Check.INTERIOR_MAXIMUM) == Verdict.HOLDS)
                .filter(closure -> closure.gain().isPresent())
                .min(Comparator.comparingDouble((JudgedClosure closure) ->
                                Math.abs(closure.gain().orElseThrow().gain().value() - GAIN_OF_PAPER))
                        .thenComparing(JudgedClosure.BEST_FIRST));
    }

    /** Number of closures with a verdict on a check. */
    long count(Check check, Verdict verdict) {
        return closures.stream()
                .filter(closure -> closure.verdict(check) == verdict)
                .count();
    }

    /** The sentences, the most important first. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        JudgedClosure best = best();
        long most = best.count(Verdict.HOLDS);
        long asMany = closures.stream()
                .filter(closure -> closure.count(Verdict.HOLDS) == most)
                .count();
        sentences.add(String.format(
                Locale.ROOT,
                "Best by number of checks: %s%s. Of %,d closures %,d have as many; this one has the fewest contradictions"
                        + " and the surest margins, %.3g times their errors at least.",
                described(best),
                gain(best),
                closures.size(),
                asMany,
                best.weakest()));
        sentences.add(nearestInMagnitude()
                .map(near -> "Nearest in magnitude, an interior maximum in both series and a gain nearest to 50 %: "
                        + described(near) + gain(near) + ".")
                .orElse("Nearest in magnitude: no closure has an interior maximum beyond the numerical errors."));
        sentences.add("What no closure reproduces: " + String.join("; ", unreproduced()) + ".");
        long core = closures.stream()
                .filter(closure -> CORE.stream().allMatch(check -> closure.verdict(check) == Verdict.HOLDS))
                .count();
        sentences.add(String.format(
                Locale.ROOT,
                "Checks 2 to 4 and 6 to 10 hold together under %,d of %,d closures.",
                core,
                closures.size()));
        return sentences;
    }

    private List<String> unreproduced() {
        List<String> none = new ArrayList<>();
        for (Check check : Check.values()) {
            if (count(check, Verdict.HOLDS) == 0) {
                none.add("check " + check.number() + left(check));
            }
        }
        boolean both = nearestInMagnitude()
                .flatMap(JudgedClosure::gain)
                .filter(gain -> gain.gain().value() >= NEAR_GAIN)
                .isPresent();
        if (!both) {
            none.add("an interior maximum in both series together with a gain of about 50 %"
                    + closures.stream()
                            .filter(closure -> closure.verdict(Check.INTERIOR_MAXIMUM) == Verdict.HOLDS)
                            .flatMap(closure -> closure.gain().stream())
                            .mapToDouble(gain -> gain.gain().value())
                            .max()
                            .stream()
                            .mapToObj(most -> ", the largest gain being " + percent(most))
                            .collect(Collectors.joining()));
        }
        if (closures.stream()
                .noneMatch(closure ->
                        Arrays.stream(Check.values()).allMatch(check -> closure.verdict(check) == Verdict.HOLDS))) {
            none.add("all eleven checks at once");
        }
        return none.isEmpty() ? List.of("nothing") : none;
    }

    /** What a check that nothing fulfils is instead. */
    private String left(Check check) {
        if (closures.stream().noneMatch(closure -> closure.claim(check).isKnown())) {
            return " (undecided, for its cases are not there)";
        }
        return count(check, Verdict.UNDECIDED) == 0 ? "" : " (undecided, not contradicted, under some)";
    }

    private static String described(JudgedClosure closure) {
        return closure.count(Verdict.HOLDS) + " hold (" + numbers(closure, Verdict.HOLDS) + "), "
                + closure.count(Verdict.DOES_NOT_HOLD) + " do not (" + numbers(closure, Verdict.DOES_NOT_HOLD)
                + "), under "
                + closure.inputs().words();
    }

    static String numbers(JudgedClosure closure, Verdict verdict) {
        List<Integer> numbers = closure.numbers(verdict);
        return numbers.isEmpty()
                ? "none"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** ", with a gain of 3 % at most, by H60S150". */
    static String gain(JudgedClosure closure) {
        return closure.gain()
                .map(gain -> "; largest gain over flat " + percent(gain.gain().value()) + " (± "
                        + percent(gain.gain().error()) + "), by "
                        + gain.surface().label())
                .orElse("");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
