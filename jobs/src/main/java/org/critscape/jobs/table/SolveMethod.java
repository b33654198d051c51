package org.critscape.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * How a case was solved.
 *
 * @param isAtlas whether its interface was interpolated
 * @param isShared whether all it took was solved for a case before it
 * @param reason why it was not although the study asks for it; null else
 */
public record SolveMethod(
        boolean isAtlas, boolean isShared, @Nullable String reason) {
    /** By the solver, as the study asks for. */
    public static final SolveMethod DIRECT = new SolveMethod(false, false, null);

    /** By the solver for a case before it of equal groups; the same numbers, to the last bit. */
    public static final SolveMethod SHARED = new SolveMethod(false, true, null);

    /** By an atlas. */
    public static final SolveMethod ATLAS = new SolveMethod(true, false, null);

    /** The same, although the study asks for an atlas, for a reason. */
    public SolveMethod because(String cause) {
        return new SolveMethod(isAtlas, isShared, cause);
    }

    /** Of the case alone, the same in every run. */
    String word() {
        return isAtlas ? "atlas" : "direct";
    }

    /** Of this run: which case of equal groups was the first depends on where a sweep began. */
    String wordOfRun() {
        return isShared ? "shared" : word();
    }
}
