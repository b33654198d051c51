package org.critscape.solver.cell;

/**
 * The accuracy a case is solved to.
 *
 * @param currentOrder polynomial order of the potential, 2 to 12
 * @param creepOrder polynomial order of the velocity, 2 to 8; the pressure has one less
 * @param regularisation r: strain rates are smoothed below r v0/S, see physics [1]
 * @param newtonTolerance relative residual at which Newton's method stops [1]
 * @param newtonIterations most Newton steps over the whole continuation
 */
public record SolverSettings(
        int currentOrder, int creepOrder, double regularisation, double newtonTolerance, int newtonIterations) {
    public static final SolverSettings DEFAULT = new SolverSettings(8, 4, 0.02, 1e-8, 60);
}
