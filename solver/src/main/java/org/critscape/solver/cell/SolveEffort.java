package org.critscape.solver.cell;

/**
 * The size and cost of a solve in reproducible units; seconds are kept elsewhere.
 *
 * @param currentUnknowns unknowns of the current distribution
 * @param creepUnknowns unknowns of the creep flow on its finest level
 * @param newtonIterations Newton steps over all meshes of the creep flow
 * @param refinements meshes of the creep flow beyond the first
 * @param currentResidual relative residual of the current distribution [1]
 * @param creepError estimated relative error that Newton's method leaves in the velocity [1]
 */
public record SolveEffort(
        int currentUnknowns,
        int creepUnknowns,
        int newtonIterations,
        int refinements,
        double currentResidual,
        double creepError) {
    /** Of an analytic solution. */
    static final SolveEffort NONE = new SolveEffort(0, 0, 0, 0, 0, 0);
}
