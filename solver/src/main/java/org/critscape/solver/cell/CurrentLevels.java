package org.critscape.solver.cell;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.FundamentalCell;

/**
 * Solves the current distribution of a contour on finer and finer meshes. It starts with two polynomial orders on one
 * mesh, since its error falls exponentially where the surface is smooth.
 */
final class CurrentLevels {
    /** Part of the tolerance that the largest current ratio may take; E is nearly its inverse. */
    static final double SHARE = 0.4;

    /** From one mesh to the next; a change of order on one mesh is several times the error without. */
    private static final double SAFETY = 0.5;

    /** What quadrature and other settings change where the meshes do not. */
    private static final double FLOOR = 1e-6;

    private final FundamentalCell cell;
    private final SolverSettings settings;
    private final Current distribution;
    private final SolvedLevels.Levels solved;

    /**
     * @param solved what is solved already of this very distribution
     */
    CurrentLevels(DesignCase input, Current distribution, SolvedLevels.Levels solved) {
        this.cell = input.topography().fundamentalCell();
        this.settings = input.settings();
        this.distribution = distribution;
        this.solved = solved;
    }

    /** Names a distribution. */
    private record Name(int level, int order) {}

    /** The current distribution on a mesh at a polynomial order. */
    @FunctionalInterface
    interface Current {
        CurrentDistribution solve(ExtrudedMesh mesh, int order) throws NotConvergedException;
    }

    /**
     * The finest current distribution.
     *
     * @param coarser the one before
     * @param error estimated relative error of the largest current ratio [1]
     * @param level of its mesh
     */
    record Resolved(CurrentDistribution finest, CurrentDistribution coarser, double error, int level) {
        /** From a change between the two distributions to an error. */
        double safety() {
            return level == 0 ? 1 : SAFETY;
        }

        /** The code of a shortfall to which both fields may contribute. */
        FailureCode limiting(SolverSettings settings) {
            return error > settings.tolerance() ? FailureCode.CURRENT_RESOLUTION : FailureCode.CREEP_RESOLUTION;
        }
    }

    /** Refines until the error takes its share of the tolerance or the next mesh would have too many unknowns. */
    Resolved solve() throws Stopped {
        int order = settings.currentOrder();
        CurrentDistribution coarser = current(0, order - 1);
        CurrentDistribution finest = current(0, order);
        double share = SHARE * settings.tolerance();
        double error = change(coarser, finest);
        int level = 0;
        while (error > share && unknowns(level + 1) <= settings.mostUnknowns(cell)) {
            level++;
            coarser = finest;
            finest = current(level, order);
            error = SAFETY * change(coarser, finest);
        }
        return new Resolved(finest, coarser, Math.max(error, FLOOR), level);
    }

    /** Unknowns of a level. */
    int unknowns(int level) {
        return CurrentSolver.unknowns(MeshPlan.potential().refined(level).above(cell), settings.currentOrder());
    }

    private static double change(CurrentDistribution from, CurrentDistribution to) {
        return Math.abs(from.largestRatio() / to.largestRatio() - 1);
    }

    private CurrentDistribution current(int level, int order) throws Stopped {
        return solved.once(new Name(level, order), () -> solve(level, order));
    }

    private CurrentDistribution solve(int level, int order) throws Stopped {
        ExtrudedMesh mesh = MeshPlan.potential().refined(level).above(cell);
        try {
            return distribution.solve(mesh, order);
        } catch (NotConvergedException stopped) {
            throw new Stopped(
                    FailureCode.CURRENT_RESIDUAL,
                    String.valueOf(stopped.getMessage()),
                    new SolveEffort(0, 0, 0, 0, stopped.residual(), Double.NaN));
        }
    }
}
