package org.critscape.solver.cell;

/**
 * Solves one case after the other and keeps what it solved for the latest dimensionless groups. Cases that differ only in
 * what scales (flaw, toughness, stack pressure, calibration, or temperature where it changes no group) then cost next to
 * nothing. Outcomes are bit for bit those of {@link CellSolver}.
 *
 * <p>For one thread; holds some ten megabytes.
 */
public final class SimilarCases {
    private final SolvedLevels solved = new SolvedLevels();

    /** Whether all that the latest case took had been solved for one before it. */
    public boolean isShared() {
        return solved.isShared();
    }

    /** The outcome of one case. */
    public CaseOutcome solve(DesignCase designCase) {
        solved.begin();
        return CellSolver.outcome(designCase, contour -> {}, solved);
    }
}
