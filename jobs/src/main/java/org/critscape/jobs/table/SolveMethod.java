package org.critscape.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * How a case was solved.
 *
 * @param isAtlas whether its interface was interpolated
 * @param reason why it was not although the study asks for it; null else
 */
public record SolveMethod(boolean isAtlas, @Nullable String reason) {
    /** By the solver, as the study asks for. */
    public static final SolveMethod DIRECT = new SolveMethod(false, null);

    /** By an atlas. */
    public static final SolveMethod ATLAS = new SolveMethod(true, null);

    /** By the solver, for a reason. */
    public static SolveMethod directly(String reason) {
        return new SolveMethod(false, reason);
    }

    String word() {
        return isAtlas ? "atlas" : "direct";
    }
}
