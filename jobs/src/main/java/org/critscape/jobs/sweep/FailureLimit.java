package org.critscape.jobs.sweep;

import org.critscape.solver.quantity.Require;

/**
 * The share of cases that are not solved at which a sweep stops, once there are enough of them to tell. Inaccurate ones
 * count although they have numbers. Cases that the model rejects do not: they cost nothing, and a plan tells them
 * beforehand.
 *
 * @param share 0 to 1; 1 never stops
 */
public record FailureLimit(double share) {
    /** Fewer cases say nothing about the study. */
    public static final long ENOUGH_CASES = 100;

    /** Checks the share. */
    public FailureLimit {
        Require.within("sweep.failure-limit", share, 0, 1, "", "Maybe 0.2.");
    }

    boolean isExceededBy(LiveCounts.Counts counts) {
        long judged = counts.done() - counts.rejected();
        return judged >= ENOUGH_CASES && share < 1 && counts.failed() > share * judged;
    }
}
