package org.critscape.jobs.report.paper;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A closure and what became of the checks under it.
 *
 * @param claims what decides each check, and by what margin
 * @param gain the largest gain of an egg-box over flat, if any is known
 */
record JudgedClosure(ClosureInputs inputs, Map<Check, Claim> claims, Optional<Gain> gain) {
    /** More checks first, then fewer contradictions, then the one whose weakest check is the surest. */
    static final Comparator<JudgedClosure> BEST_FIRST = Comparator.comparingLong(
                    (JudgedClosure closure) -> -closure.count(Verdict.HOLDS))
            .thenComparingLong(closure -> closure.count(Verdict.DOES_NOT_HOLD))
            .thenComparingDouble(closure -> -closure.weakest());

    /**
     * What contouring brings at most.
     *
     * @param gain critical current by that of flat, less 1
     */
    record Gain(Surface surface, Estimate gain) {}

    /** Copies the map. */
    JudgedClosure {
        claims = new EnumMap<>(claims);
    }

    Verdict verdict(Check check) {
        return claim(check).verdict();
    }

    Claim claim(Check check) {
        Claim claim = claims.get(check);
        if (claim == null) {
            throw new IllegalStateException("check " + check.number() + " was not judged");
        }
        return claim;
    }

    /** Numbers of the checks with a verdict, in their order. */
    List<Integer> numbers(Verdict verdict) {
        return claims.keySet().stream()
                .filter(check -> verdict(check) == verdict)
                .map(Check::number)
                .toList();
    }

    long count(Verdict verdict) {
        return numbers(verdict).size();
    }

    /** The least margin by its error among the checks that hold; 0 where none does. */
    double weakest() {
        return claims.values().stream()
                .filter(claim -> claim.verdict() == Verdict.HOLDS)
                .mapToDouble(Claim::certainty)
                .min()
                .orElse(0);
    }
}
