package org.critscape.solver.cell;

import java.util.Locale;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * Solves current and creep of a contour on finer and finer meshes until the estimated error of the critical current is
 * below the tolerance.
 *
 * <p>The current starts with two polynomial orders on one mesh, since its error falls exponentially where the surface is
 * smooth; the creep flow with two meshes, since its own does not. Each creep solve starts from the one before.
 */
final class ContourSolver {
    /** Part of the tolerance that the largest current ratio may take; E is nearly its inverse. */
    private static final double CURRENT_SHARE = 0.4;

    /** From one mesh to the next at order 4, where errors fall at least threefold; a change of order counts whole. */
    private static final double CURRENT_SAFETY = 0.5;

    /** From one mesh of the creep flow to the next. */
    private static final double CREEP_SAFETY = 1.25;

    /** Relative error of the velocity that the iteration may leave on the coarsest mesh, which no result comes from. */
    private static final double COARSE_TOLERANCE = 1e-3;

    /** What quadrature and other settings change where the meshes do not. */
    private static final double CURRENT_FLOOR = 1e-6;

    /** Relative error allowed in the flow through the interface, which is 1 exactly. */
    static final double LARGEST_FLOW_ERROR = 0.01;

    private final FundamentalCell cell;
    private final DimensionlessGroups groups;
    private final SolverSettings settings;
    private final Growth growth;
    private final Current distribution;
    private final ErrorEstimate pressureError = new ErrorEstimate(CREEP_SAFETY);
    private final ErrorEstimate criticalError = new ErrorEstimate(CREEP_SAFETY);
    private int newtonIterations;

    /** With kinetics that do not depend on the current. */
    ContourSolver(CellSolver.Accepted accepted) {
        this(
                accepted,
                (mesh, order) ->
                        new CurrentSolver(mesh, order, accepted.groups().wagnerNumber()).solve());
    }

    ContourSolver(CellSolver.Accepted accepted, Current distribution) {
        DesignCase input = accepted.input();
        this.cell = input.topography().fundamentalCell();
        this.groups = accepted.groups();
        this.settings = input.settings();
        this.growth = accepted.growth();
        this.distribution = distribution;
    }

    /** The current distribution on a mesh at a polynomial order. */
    @FunctionalInterface
    interface Current {
        CurrentDistribution solve(ExtrudedMesh mesh, int order) throws NotConvergedException;
    }

    ContourFields solve() throws Stopped {
        int order = settings.currentOrder();
        CurrentDistribution coarser = current(0, order - 1);
        CurrentDistribution current = current(0, order);
        double share = CURRENT_SHARE * settings.tolerance();
        double currentError = change(coarser, current);
        for (int level = 1; currentError > share && currentFits(level); level++) {
            coarser = current;
            current = current(level, order);
            currentError = CURRENT_SAFETY * change(coarser, current);
        }
        currentError = Math.max(currentError, CURRENT_FLOOR);
        if (!(currentError <= settings.tolerance())) {
            throw new Stopped(
                    FailureCode.CURRENT_RESOLUTION,
                    String.format(
                            Locale.ROOT,
                            "The largest current ratio is %.5g on the finest mesh and %.5g on the one before. Maybe raise"
                                    + " solver.largest-unknowns, solver.tolerance or topography.edge-resolution.",
                            current.largestRatio(),
                            coarser.largestRatio()),
                    new SolveEffort(current.unknowns(), 0, 0, 0, current.residual(), Double.NaN));
        }
        return creep(coarser, current, currentError);
    }

    private boolean currentFits(int level) {
        int unknowns =
                CurrentSolver.unknowns(MeshPlan.potential().refined(level).above(cell), settings.currentOrder());
        return unknowns <= settings.largestUnknowns();
    }

    private boolean creepFits(int level) {
        ExtrudedMesh mesh = MeshPlan.creep(cell).refined(level).below(cell);
        int unknowns = CreepSolver.unknowns(mesh, settings.creepOrder(), groups.wall());
        return unknowns <= settings.largestUnknowns();
    }

    private static double change(CurrentDistribution from, CurrentDistribution to) {
        return Math.abs(from.largestRatio() / to.largestRatio() - 1);
    }

    private CurrentDistribution current(int level, int order) throws Stopped {
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

    private ContourFields creep(CurrentDistribution coarserCurrent, CurrentDistribution current, double currentError)
            throws Stopped {
        CreepFlow flow = flow(0, COARSE_TOLERANCE, current, null);
        for (int level = 1; ; level++) {
            CreepFlow coarser = flow;
            flow = flow(level, settings.newtonTolerance(), current, coarser);
            InterfaceSamples samples = InterfaceSamples.of(current.ratio(), flow);
            ContourFields.Errors errors = errors(samples, coarserCurrent, currentError, coarser);
            SolveEffort effort = effort(current, flow, level);
            boolean met = errors.criticalCurrent() <= settings.tolerance()
                    && Math.abs(flow.inflow() - 1) < LARGEST_FLOW_ERROR;
            boolean last = !creepFits(level + 1);
            if (met && (errors.pressureFunction() <= settings.pressureTolerance() || last)) {
                return new ContourFields(current, flow, samples, errors, effort);
            }
            if (last) {
                throw unresolved(flow, errors, effort);
            }
        }
    }

    private Stopped unresolved(CreepFlow flow, ContourFields.Errors errors, SolveEffort effort) {
        return new Stopped(
                FailureCode.CREEP_RESOLUTION,
                String.format(
                        Locale.ROOT,
                        "On the finest mesh the estimated relative error of the critical current is %.2g (must be below"
                                + " %s) and the creep flow takes up %.4f of the plated lithium (must be 1 ± %s). Maybe"
                                + " raise solver.largest-unknowns, solver.tolerance or topography.edge-resolution.",
                        errors.criticalCurrent(),
                        settings.tolerance(),
                        flow.inflow(),
                        LARGEST_FLOW_ERROR),
                effort);
    }

    private ContourFields.Errors errors(
            InterfaceSamples samples, CurrentDistribution coarserCurrent, double currentError, CreepFlow coarserFlow) {
        InterfaceSamples before = samples.withFlow(coarserFlow);
        double pressureChange = samples.pressureChange(before);
        pressureError.add(pressureChange);
        CriticalCurrent critical = growth.at(samples);
        double byPressure = Growth.change(growth.at(samples.stressed(1 + pressureChange)), critical);
        criticalError.add(Math.max(byPressure, Growth.change(growth.at(before), critical)));
        double byCurrent = Growth.change(growth.at(samples.withCurrent(coarserCurrent.ratio())), critical);
        return new ContourFields.Errors(
                currentError, pressureError.value(), Math.max(byCurrent, currentError) + criticalError.value());
    }

    private CreepFlow flow(int level, double tolerance, CurrentDistribution current, @Nullable CreepFlow start)
            throws Stopped {
        CreepSolver solver = new CreepSolver(
                MeshPlan.creep(cell).refined(level).below(cell),
                groups.wall(),
                settings.creepOrder(),
                groups.creepExponent(),
                settings.regularisation(),
                tolerance,
                settings.newtonIterations());
        InterfaceField ratio = current.ratio();
        try {
            CreepFlow flow = start == null ? solver.solve(ratio) : solver.solve(ratio, start.field());
            newtonIterations += flow.newtonIterations();
            return flow;
        } catch (NotConvergedException stopped) {
            throw new Stopped(
                    FailureCode.CREEP_NEWTON,
                    String.valueOf(stopped.getMessage()),
                    new SolveEffort(
                            current.unknowns(),
                            0,
                            newtonIterations + stopped.iterations(),
                            level,
                            current.residual(),
                            stopped.residual()));
        }
    }

    private SolveEffort effort(CurrentDistribution current, CreepFlow flow, int level) {
        return new SolveEffort(
                current.unknowns(), flow.unknowns(), newtonIterations, level, current.residual(), flow.error());
    }
}
