package org.critscape.solver.cell;

/**
 * The size and cost of a solve in reproducible units; seconds are kept elsewhere.
 *
 * @param currentUnknowns unknowns of the current distribution
 * @param creepUnknowns unknowns of the creep flow on its finest level
 * @param newtonIterations Newton steps over all meshes of the creep flow and all current densities
 * @param refinements meshes of the creep flow beyond the first
 * @param currentResidual relative residual of the current distribution [1]
 * @param creepError estimated relative error that Newton's method leaves in the velocity [1]
 * @param currentDensities geometrical current densities at which the fields were solved: 1 where they are similar
 * @param currentIterations Newton steps of the current distribution over all of them, 0 with a linear law
 * @param couplingIterations times that the current followed the pressure, over all of them; 0 without coupling
 */
public record SolveEffort(
        int currentUnknowns,
        int creepUnknowns,
        int newtonIterations,
        int refinements,
        double currentResidual,
        double creepError,
        int currentDensities,
        int currentIterations,
        int couplingIterations) {
    /** Of fields that are similar at all current densities. */
    public SolveEffort(
            int currentUnknowns,
            int creepUnknowns,
            int newtonIterations,
            int refinements,
            double currentResidual,
            double creepError) {
        this(currentUnknowns, creepUnknowns, newtonIterations, refinements, currentResidual, creepError, 1, 0, 0);
    }

    /** Of an analytic solution. */
    static final SolveEffort NONE = new SolveEffort(0, 0, 0, 0, 0, 0);
}
