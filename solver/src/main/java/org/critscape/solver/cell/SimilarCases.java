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

    /** The outcome of one case. */
    public CaseOutcome solve(DesignCase designCase) {
        return CellSolver.outcome(designCase, contour -> {}, solved);
    }
}
