package org.critscape.solver.cell;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * Solves current and creep of a contour on finer and finer meshes until the estimated error of the critical current is
 * below the tolerance.
 *
 * <p>The creep flow starts with two meshes, since its error does not fall exponentially as that of the current does, see
 * {@link CurrentLevels}. Each creep solve starts from the one before. Where a finer mesh does not converge, the numbers of
 * the one before are kept.
 */
final class ContourSolver {
    /** Factors of safety from one mesh of the creep flow to the next, see {@code docs/error-estimates.md}. */
    private static final double PRESSURE_SAFETY = 1.25;

    private static final double CRITICAL_SAFETY = 1;

    /** Where elements of a triangle crowd at edges: there a level takes most of the error away. */
    private static final double EDGED_SAFETY = 0.5;

    /** Over a strip with edges, whose flow is plane and has no corners. */
    private static final double STRIP_SAFETY = 0.35;

    /** Part of the tolerance below which errors beside edges are not believed where that of the pressure allows more. */
    private static final double BELIEVED = 0.5;

    /** Relative error of the velocity that the iteration may leave on the coarsest mesh, which no result comes from. */
    private static final double COARSE_TOLERANCE = 1e-3;

    /** Relative error allowed in the flow through the interface, which is 1 exactly. */
    static final double LARGEST_FLOW_ERROR = 0.01;

    private final FundamentalCell cell;
    private final DimensionlessGroups groups;
    private final SolverSettings settings;
    private final Growth growth;
    /** Where the creep has a linear part, its transition at the reported current. */
    private final double transitionRate;

    private final CurrentLevels currentLevels;
    private final SolvedLevels.Levels solved;
    private final ErrorEstimate pressureError;
    private final ErrorEstimate criticalError;
    private int newtonIterations;

    /** With kinetics that do not depend on the current. */
    ContourSolver(CellSolver.Accepted accepted, SolvedLevels.Levels solved) {
        this(
                accepted,
                (mesh, order) ->
                        new CurrentSolver(mesh, order, accepted.groups().wagnerNumber()).solve(),
                solved);
    }

    ContourSolver(CellSolver.Accepted accepted, CurrentLevels.Current distribution, SolvedLevels.Levels solved) {
        DesignCase input = accepted.input();
        this.cell = input.topography().fundamentalCell();
        this.groups = accepted.groups();
        this.settings = input.settings();
        this.growth = accepted.growth();
        this.transitionRate = accepted.transitionRate(CellSolver.REPORTED_CURRENT_DENSITY);
        this.currentLevels = new CurrentLevels(input, distribution, solved);
        this.solved = solved;
        this.pressureError = new ErrorEstimate(PRESSURE_SAFETY);
        this.criticalError = new ErrorEstimate(safety(cell));
    }

    private static double safety(FundamentalCell cell) {
        if (cell.edges().isEmpty()) {
            return CRITICAL_SAFETY;
        }
        return cell.footprint() == FundamentalCell.Footprint.STRIP ? STRIP_SAFETY : EDGED_SAFETY;
    }

    /** Names a flow. */
    private record FlowName(int level, int currentLevel) {}

    /** Names both fields over the interface. */
    private record SamplesName(int level, int currentLevel) {}

    /** Names both fields with the flow of the mesh before. */
    private record FlowBeforeName(int level, int currentLevel) {}

    /** Names both fields with the current of the mesh before. */
    private record CurrentBeforeName(int level, int currentLevel) {}

    /** Names the unknowns of a mesh. */
    private record UnknownsName(int level) {}

    /** The finest fields; with a shortfall where the settings allow no mesh that meets the tolerance. */
    ContourFields solve() throws Stopped {
        CurrentLevels.Resolved current = currentLevels.solve();
        // What the current leaves no flow mends: the flow then takes as much, and no more meshes than that.
        double allowed = current.error() <= settings.tolerance() ? settings.tolerance() : 2 * current.error();
        CreepFlow flow = flow(0, COARSE_TOLERANCE, current, null);
        ContourFields latest = null;
        for (int level = 1; ; level++) {
            CreepFlow coarser = flow;
            try {
                flow = flow(level, settings.newtonTolerance(), current, coarser);
            } catch (Stopped stopped) {
                if (latest == null) {
                    throw stopped;
                }
                SolveEffort effort = effort(current.finest(), flow, level - 1);
                if (isMet(latest, settings.tolerance())) {
                    // The finer mesh was for the pressure, which is refined for but not insisted on.
                    return latest.with(effort, null);
                }
                return latest.with(
                        effort,
                        Shortfall.stalled(
                                stopped.outcome(),
                                latest.errors().criticalCurrent(),
                                latest.flow().inflow(),
                                settings));
            } catch (OutOfMemoryError error) {
                // Numbers short of the tolerance are kept, and said to be so. Those of a case that meets it, and went
                // on for the pressure, would depend on the heap without a word.
                if (latest == null || isMet(latest, settings.tolerance())) {
                    throw error;
                }
                return latest.with(
                        effort(current.finest(), flow, level - 1),
                        Shortfall.memory(
                                latest.errors().criticalCurrent(), latest.flow().inflow(), settings));
            }
            CreepFlow finest = flow;
            InterfaceSamples samples = solved.once(
                    new SamplesName(level, current.level()),
                    () -> InterfaceSamples.of(current.finest().ratio(), finest));
            ContourFields.Errors errors = errors(samples, current, coarser, level);
            latest = new ContourFields(
                    current.finest(), flow, samples, errors, effort(current.finest(), flow, level), null);
            if (!Double.isFinite(errors.criticalCurrent())) {
                throw new Stopped(
                        FailureCode.CREEP_RESOLUTION,
                        "The critical current is beyond all numbers. Maybe lower dendrite.flat-critical-current or"
                                + " dendrite.half-opening.",
                        latest.effort());
            }
            int next = creepUnknowns(level + 1);
            boolean isEnough = isMet(latest, allowed)
                    && (errors.pressureFunction() <= settings.pressureTolerance() || next > settings.mostForPressure());
            if (isEnough || next > settings.mostUnknowns(cell)) {
                return latest.with(latest.effort(), shortfall(current, latest, level));
            }
        }
    }

    private static boolean isMet(ContourFields fields, double tolerance) {
        return fields.errors().criticalCurrent() <= tolerance
                && Math.abs(fields.flow().inflow() - 1) < LARGEST_FLOW_ERROR;
    }

    private int creepUnknowns(int level) throws Stopped {
        return solved.once(new UnknownsName(level), () -> creepUnknowns(cell, settings, groups, level));
    }

    /** Unknowns of the creep flow on a level. */
    static int creepUnknowns(FundamentalCell cell, SolverSettings settings, DimensionlessGroups groups, int level) {
        MeshPlan plan = MeshPlan.creep(cell, groups.creepExponent()).refined(level);
        return CreepSolver.unknowns(plan.below(cell), settings.creepOrder(), groups.wall());
    }

    private @Nullable Shortfall shortfall(CurrentLevels.Resolved current, ContourFields fields, int level) {
        boolean isCurrentDone = current.error() <= CurrentLevels.SHARE * settings.tolerance();
        return Shortfall.of(
                current.limiting(settings),
                "critical current",
                fields.errors().criticalCurrent(),
                fields.flow().inflow(),
                settings,
                cell,
                more -> Math.max(
                        creepUnknowns(cell, settings, groups, level + more),
                        isCurrentDone ? 0 : currentLevels.unknowns(current.level() + more)));
    }

    private ContourFields.Errors errors(
            InterfaceSamples samples, CurrentLevels.Resolved current, CreepFlow coarserFlow, int level) throws Stopped {
        InterfaceSamples before =
                solved.once(new FlowBeforeName(level, current.level()), () -> samples.withFlow(coarserFlow));
        pressureError.add(samples.pressureChange(before));
        CriticalCurrent critical = growth.at(samples);
        double scatter = growth.scatter(before, samples, groups.creepExponent());
        criticalError.add(Math.max(scatter, Growth.change(growth.at(before), critical)));
        InterfaceSamples currentBefore = solved.once(
                new CurrentBeforeName(level, current.level()),
                () -> samples.withCurrent(current.coarser().ratio()));
        double byCurrent =
                Math.max(current.safety() * Growth.change(growth.at(currentBefore), critical), current.error());
        double byChange = byCurrent + criticalError.value();
        // No reason for a finer mesh, but no row beside edges claims more; measured at the default tolerance.
        double believed = Math.min(byCurrent + byPressure(samples, critical), BELIEVED * settings.tolerance());
        return new ContourFields.Errors(current.error(), pressureError.value(), Math.max(byChange, believed));
    }

    /**
     * What stress too low everywhere by the estimated error of the largest pressure, relative, would do to the critical
     * current. Beside edges the change of the critical current from mesh to mesh may be small by chance while that of the
     * pressure is not.
     */
    private double byPressure(InterfaceSamples samples, CriticalCurrent critical) {
        return cell.edges().isEmpty()
                ? 0
                : Growth.change(growth.at(samples.stressed(1 + pressureError.value())), critical);
    }

    private CreepFlow flow(int level, double tolerance, CurrentLevels.Resolved current, @Nullable CreepFlow start)
            throws Stopped {
        CreepFlow flow = solved.once(
                new FlowName(level, current.level()), () -> solve(level, tolerance, current.finest(), start));
        newtonIterations += flow.newtonIterations();
        return flow;
    }

    private CreepFlow solve(int level, double tolerance, CurrentDistribution current, @Nullable CreepFlow start)
            throws Stopped {
        CreepSolver solver = new CreepSolver(
                MeshPlan.creep(cell, groups.creepExponent()).refined(level).below(cell),
                groups.wall(),
                settings.creepOrder(),
                groups.creepExponent(),
                transitionRate,
                settings.regularisation(),
                tolerance,
                settings.newtonIterations());
        InterfaceField ratio = current.ratio();
        try {
            return start == null ? solver.solve(ratio) : solver.solve(ratio, start.field());
        } catch (NotConvergedException stopped) {
            newtonIterations += stopped.iterations();
            throw new Stopped(
                    FailureCode.CREEP_NEWTON,
                    String.valueOf(stopped.getMessage()),
                    new SolveEffort(
                            current.unknowns(), 0, newtonIterations, level, current.residual(), stopped.residual()));
        }
    }

    private SolveEffort effort(CurrentDistribution current, CreepFlow flow, int level) {
        return new SolveEffort(
                current.unknowns(), flow.unknowns(), newtonIterations, level, current.residual(), flow.error());
    }
}
