package org.critscape.solver.cell;

/**
 * The size and cost of a solve in reproducible units; seconds are kept elsewhere.
 *
 * @param currentUnknowns unknowns of the current distribution
 * @param creepUnknowns unknowns of the creep flow on its finest level
 * @param newtonIterations Newton steps over all levels of the creep flow
 * @param currentResidual relative residual of the current distribution [1]
 * @param creepError estimated relative error that Newton's method leaves in the velocity [1]
 */
public record SolveEffort(
        int currentUnknowns, int creepUnknowns, int newtonIterations, double currentResidual, double creepError) {}
