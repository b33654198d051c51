package org.critscape.solver.cell;

import org.critscape.solver.quantity.Require;
import org.critscape.solver.topography.FundamentalCell;

/**
 * Resolution and tolerances of a solve.
 *
 * @param currentOrder polynomial order of the potential, 2 to 12
 * @param creepOrder polynomial order of the velocity, 2 to 8; the pressure has one less
 * @param regularisation r: strain rates are smoothed below r v0/S, 1e-4 to 0.1 [1]
 * @param newtonTolerance estimated relative error of the velocity at which Newton's method stops, 1e-10 to 1e-4 [1]
 * @param newtonIterations most Newton steps on one mesh, 5 to 1000
 * @param tolerance estimated relative error of the critical current up to which meshes are refined, 1e-4 to 0.5 [1]
 * @param pressureTolerance the same for the largest pressure function; refined for, but not insisted on, 1e-3 to 1 [1]
 * @param largestUnknowns most unknowns of a mesh, 1000 to 1e6; bounds memory and time. Where the pressure alone asks for a finer
 *     mesh, which is not insisted on, and over surfaces without symmetry, whose matrices fill more, at most 34,000, or a
 *     third of it where that is more
 */
public record SolverSettings(
        int currentOrder,
        int creepOrder,
        double regularisation,
        double newtonTolerance,
        int newtonIterations,
        double tolerance,
        double pressureTolerance,
        int largestUnknowns) {
    /** On smooth shapes the reference cases are met to 2e-4 in max k and 3 % in Π at the tip, their own uncertainty. */
    public static final SolverSettings DEFAULT = new SolverSettings(4, 3, 0.02, 1e-6, 100, 0.01, 0.15, 100_000);

    /** Most unknowns where finer meshes are not insisted on, some 200 MB; or a part of the largest where that is more. */
    private static final int MODEST = 34_000;

    private static final int PART = 3;

    /** Bound of {@link #largestUnknowns}. */
    static final double MOST = 1e6;

    /** Checks the ranges. */
    public SolverSettings {
        Require.within("current order", currentOrder, 2, 12, "", "Maybe leave the default, 4.");
        Require.within("creep order", creepOrder, 2, 8, "", "Maybe leave the default, 3.");
        Require.within("regularisation", regularisation, 1e-4, 0.1, "", "Maybe leave the default, 0.02.");
        Require.within("Newton tolerance", newtonTolerance, 1e-10, 1e-4, "", "Maybe leave the default, 1e-6.");
        Require.within("Newton iterations", newtonIterations, 5, 1000, "", "Maybe leave the default, 100.");
        Require.within("tolerance", tolerance, 1e-4, 0.5, "", "Maybe leave the default, 0.01.");
        Require.within("pressure tolerance", pressureTolerance, 1e-3, 1, "", "Maybe leave the default, 0.15.");
        Require.within("largest unknowns", largestUnknowns, 1000, MOST, "", "Maybe leave the default, 100000.");
    }

    /** Most unknowns of a mesh over a cell, whatever it is for. */
    int mostUnknowns(FundamentalCell cell) {
        return isWhole(cell) ? mostForPressure() : largestUnknowns;
    }

    /** Most unknowns of a mesh that the pressure alone asks for. */
    int mostForPressure() {
        return Math.min(largestUnknowns, Math.max(MODEST, largestUnknowns / PART));
    }

    /** The least {@link #largestUnknowns} that allows a mesh over a cell so many unknowns. */
    static long allowing(long unknowns, FundamentalCell cell) {
        return isWhole(cell) && unknowns > MODEST ? PART * unknowns : unknowns;
    }

    private static boolean isWhole(FundamentalCell cell) {
        return cell.footprint() == FundamentalCell.Footprint.SQUARE;
    }
}
