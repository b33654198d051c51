package org.critscape.solver.cell;

import java.util.Arrays;
import java.util.Locale;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Topography;

/**
 * Solves one case: current distribution, lithium creep, dendrite growth, each on the result of the one before.
 *
 * <p>Holds no state between cases; one instance may serve many threads. Outcomes are values; whatever it throws is a
 * bug.
 */
public final class CellSolver {
    /** Changes whenever the same input may give other numbers. Part of every case's identity. */
    public static final String MODEL_VERSION = "1";

    /** Geometrical current density at which excess pressures are reported [A/m²]; 1 mA/cm². */
    public static final double REPORTED_CURRENT_DENSITY = 10;

    /** Below this the far electrode changes the current distribution. */
    private static final double THINNEST = 1;

    /** The outcome of one case. */
    public CaseOutcome solve(DesignCase designCase) {
        try {
            return solveInput(designCase);
        } catch (InvalidInputException invalid) {
            return new CaseOutcome.Rejected(FailureCode.INPUT_OUT_OF_RANGE, message(invalid));
        } catch (OutOfMemoryError error) {
            return new CaseOutcome.Crashed(
                    FailureCode.OUT_OF_MEMORY,
                    "The case does not fit into memory. Maybe lower solver.creep-order or raise the edge resolution.");
        }
    }

    private static CaseOutcome solveInput(DesignCase input) {
        Topography topography = input.topography();
        Operation operation = input.operation();
        double separation = topography.peakSeparation();
        DimensionlessGroups groups = DimensionlessGroups.of(
                topography.peakHeight(),
                separation,
                input.electrolyte().conductivityAt(operation.temperature()),
                input.kinetics().resistanceAt(operation.temperature()),
                input.lithium().creepExponent());
        GrowthCriterion criterion = new GrowthCriterion(
                input.electrolyte(),
                input.lithium(),
                input.flaw(),
                operation.temperature(),
                operation.stackPressure(),
                separation,
                topography.peakHeight());
        if (topography instanceof Flat) {
            SolveEffort none = new SolveEffort(0, 0, 0, 0, 0);
            return solved(input, groups, criterion, InterfaceSamples.plane(), 1, none);
        }
        return solveContour(input, groups, criterion);
    }

    private static CaseOutcome solveContour(DesignCase input, DimensionlessGroups groups, GrowthCriterion criterion) {
        SolverSettings settings = input.settings();
        FundamentalCell cell = input.topography().fundamentalCell();
        CurrentDistribution current;
        try {
            current = new CurrentSolver(
                            MeshPlan.potential().above(cell), settings.currentOrder(), groups.wagnerNumber())
                    .solve();
        } catch (NotConvergedException stopped) {
            return new CaseOutcome.Unconverged(
                    FailureCode.CURRENT_RESIDUAL,
                    message(stopped),
                    new SolveEffort(0, 0, 0, stopped.residual(), Double.NaN));
        }
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
            return new CaseOutcome.Unconverged(
                    FailureCode.CREEP_NEWTON,
                    message(stopped),
                    new SolveEffort(
                            current.unknowns(), 0, stopped.iterations(), current.residual(), stopped.residual()));
        }
        SolveEffort effort = new SolveEffort(
                current.unknowns(), flow.unknowns(), flow.newtonIterations(), current.residual(), flow.residual());
        InterfaceSamples samples = InterfaceSamples.of(current.ratio(), flow.pressure());
        return solved(input, groups, criterion, samples, current.areaRatio(), effort);
    }

    private static CaseOutcome solved(
            DesignCase input,
            DimensionlessGroups groups,
            GrowthCriterion criterion,
            InterfaceSamples samples,
            double areaRatio,
            SolveEffort effort) {
        Topography topography = input.topography();
        FundamentalCell cell = topography.fundamentalCell();
        double separation = topography.peakSeparation();
        double[] curvature =
                Arrays.stream(samples.curvature()).map(c -> c / separation).toArray();
        CriticalCurrent critical = criterion.evaluate(samples.currentRatio(), samples.pressureFunction(), curvature);
        double siteX = samples.x()[critical.siteIndex()];
        double siteY = samples.y()[critical.siteIndex()];
        double pressureMax = Arrays.stream(samples.pressureFunction()).max().orElseThrow();
        return new CaseOutcome.Solved(new CellSolution(
                groups.wagnerNumber(),
                areaRatio,
                cell.filteredHeight() * separation,
                Arrays.stream(samples.currentRatio()).max().orElseThrow(),
                Arrays.stream(samples.currentRatio()).min().orElseThrow(),
                pressureMax,
                Arrays.stream(samples.pressureFunction()).min().orElseThrow(),
                samples.pressureFunction()[samples.tip()],
                criterion.excessPressure(pressureMax, REPORTED_CURRENT_DENSITY),
                critical.criticalCurrent(),
                critical.flatCriticalCurrentAtState(),
                critical.enhancement(),
                cell.positionX(siteX, siteY) * separation,
                cell.positionY(siteX, siteY) * separation,
                warning(input, critical),
                effort));
    }

    /** What the reader should know about a solved case: sentences, or nothing. */
    private static String warning(DesignCase input, CriticalCurrent critical) {
        Topography topography = input.topography();
        StringBuilder text = new StringBuilder();
        double clearance = (input.electrolyte().thickness() - topography.peakHeight()) / topography.peakSeparation();
        if (clearance < THINNEST) {
            text.append(String.format(
                    Locale.ROOT,
                    "The electrolyte above the peaks is %.2f peak separations thick; below %.0f the far electrode, which"
                            + " the model puts far away, begins to even out the current. Maybe raise"
                            + " electrolyte.thickness. ",
                    clearance,
                    THINNEST));
        }
        if (critical.criticalCurrent() == 0) {
            text.append("The stack pressure alone grows the flaw, on the flat interface too. Maybe lower"
                    + " operation.stack-pressure. ");
        }
        return text.toString().strip();
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
