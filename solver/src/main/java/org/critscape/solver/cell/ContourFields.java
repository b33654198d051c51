package org.critscape.solver.cell;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.topography.FundamentalCell;

/**
 * Current distribution and creep flow of a contoured interface, refused where the mesh does not resolve them.
 *
 * @param current the current distribution
 * @param currentUncertainty relative change of the largest current ratio since two polynomial orders less: far above the
 *     error where the surface is smooth, several times the error at edges [1]
 * @param flow the creep flow
 */
record ContourFields(CurrentDistribution current, double currentUncertainty, CreepFlow flow) {
    private static final double LARGEST_CURRENT_UNCERTAINTY = 0.1;
    private static final double LARGEST_FLOW_ERROR = 0.01;

    /** An iteration or a resolution that does not suffice. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient CaseOutcome.Unconverged outcome;

        Stopped(FailureCode code, String message, SolveEffort effort) {
            super(message);
            this.outcome = new CaseOutcome.Unconverged(code, message, effort);
        }

        CaseOutcome.Unconverged outcome() {
            return outcome;
        }
    }

    static ContourFields solve(FundamentalCell cell, DimensionlessGroups groups, SolverSettings settings)
            throws Stopped {
        ExtrudedMesh electrolyte = MeshPlan.potential().above(cell);
        int order = settings.currentOrder();
        CurrentDistribution current = current(electrolyte, order, groups);
        double largest = current.largestRatio();
        double lower = current(electrolyte, Math.max(1, order - 2), groups).largestRatio();
        double uncertainty = Math.abs(largest - lower) / largest;
        if (!(uncertainty < LARGEST_CURRENT_UNCERTAINTY)) {
            throw new Stopped(
                    FailureCode.CURRENT_RESOLUTION,
                    "The largest current ratio is " + largest + " at order " + order + " but " + lower
                            + " two orders below. Maybe raise solver.current-order or topography.edge-resolution.",
                    new SolveEffort(current.unknowns(), 0, 0, current.residual(), Double.NaN));
        }
        return new ContourFields(current, uncertainty, flow(cell, current, groups, settings));
    }

    private static CurrentDistribution current(ExtrudedMesh mesh, int order, DimensionlessGroups groups)
            throws Stopped {
        try {
            return new CurrentSolver(mesh, order, groups.wagnerNumber()).solve();
        } catch (NotConvergedException stopped) {
            throw new Stopped(
                    FailureCode.CURRENT_RESIDUAL,
                    String.valueOf(stopped.getMessage()),
                    new SolveEffort(0, 0, 0, stopped.residual(), Double.NaN));
        }
    }

    private static CreepFlow flow(
            FundamentalCell cell, CurrentDistribution current, DimensionlessGroups groups, SolverSettings settings)
            throws Stopped {
        CreepFlow flow;
        try {
            flow = new CreepSolver(
                            MeshPlan.creep(cell).below(cell),
                            settings.creepOrder(),
                            groups.creepExponent(),
                            settings.regularisation(),
                            settings.newtonTolerance(),
                            settings.newtonIterations())
                    .solve(current.ratio());
        } catch (NotConvergedException stopped) {
            throw new Stopped(
                    FailureCode.CREEP_NEWTON,
                    String.valueOf(stopped.getMessage()),
                    new SolveEffort(
                            current.unknowns(), 0, stopped.iterations(), current.residual(), stopped.residual()));
        }
        // The current that enters is 1 by projected area, exactly; what the flow's polynomials carry of it is not.
        if (!(Math.abs(flow.inflow() - 1) < LARGEST_FLOW_ERROR)) {
            throw new Stopped(
                    FailureCode.CREEP_RESOLUTION,
                    "The creep flow takes up " + flow.inflow() + " of the plated lithium but must be within "
                            + LARGEST_FLOW_ERROR
                            + " of 1. Maybe raise solver.creep-order or topography.edge-resolution.",
                    new SolveEffort(
                            current.unknowns(),
                            flow.unknowns(),
                            flow.newtonIterations(),
                            current.residual(),
                            flow.error()));
        }
        return flow;
    }

    SolveEffort effort() {
        return new SolveEffort(
                current.unknowns(), flow.unknowns(), flow.newtonIterations(), current.residual(), flow.error());
    }
}
