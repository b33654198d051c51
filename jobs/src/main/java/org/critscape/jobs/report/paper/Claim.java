package org.critscape.jobs.report.paper;

import java.util.Comparator;
import java.util.List;

/**
 * That a number is positive. Every check is made of such claims by "all" and "any" in three-valued logic, so one of them
 * decides it, and says by what margin.
 *
 * @param text what the number is: "critical current of H10S150 beyond that of H5S150"
 * @param margin the number and its error; NaN where it is not known
 * @param unit its unit
 */
public record Claim(String text, Estimate margin, String unit) {
    private static final Comparator<Claim> BY_CERTAINTY =
            Comparator.comparing(Claim::verdict).thenComparing(Claim::certainty);

    /** A claim that nothing decides, since a case has no numbers. */
    static Claim missing(String text) {
        return new Claim(text, new Estimate(Double.NaN, Double.NaN), "");
    }

    /** The claim that decides whether all hold; one of them if there are several. */
    static Claim all(List<Claim> claims) {
        return claims.stream().min(BY_CERTAINTY).orElseThrow();
    }

    /** The claim that decides whether any holds. */
    static Claim any(List<Claim> claims) {
        return claims.stream().max(BY_CERTAINTY).orElseThrow();
    }

    /** Whether the number is positive beyond its error, negative beyond it, or neither. */
    public Verdict verdict() {
        if (margin.value() - margin.error() > 0) {
            return Verdict.HOLDS;
        }
        return margin.value() + margin.error() < 0 ? Verdict.DOES_NOT_HOLD : Verdict.UNDECIDED;
    }

    /** Whether the number is known. */
    boolean isKnown() {
        return !Double.isNaN(margin.value());
    }

    /** The number by its error; what is not known stands between what holds and what does not. */
    double certainty() {
        if (!isKnown() || margin.value() == 0) {
            return 0;
        }
        return margin.error() == 0 ? Math.signum(margin.value()) * Double.MAX_VALUE : margin.value() / margin.error();
    }
}
