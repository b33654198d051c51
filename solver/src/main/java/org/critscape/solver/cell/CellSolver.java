package org.critscape.solver.cell;

import java.util.Objects;
import java.util.function.Consumer;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.similarity.GroupSolution;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Topography;
import org.jspecify.annotations.Nullable;

/**
 * Solves one case: current distribution, lithium creep, dendrite growth, each on the result of the one before. Where the
 * fields depend on the current density, see {@link DrivenCase}; where no lithium is solved, {@link CurrentCase}.
 *
 * <p>Holds no state between cases; one instance may serve many threads. Outcomes are values; whatever it throws is a
 * bug.
 */
public final class CellSolver {
    /** Changes whenever the same input may give other numbers. Part of every case's identity. */
    public static final String MODEL_VERSION = "6";

    /**
     * Geometrical current density at which excess pressures, and all fields that depend on it, are reported [A/m²]; 1
     * mA/cm².
     */
    public static final double REPORTED_CURRENT_DENSITY = 10;

    /**
     * A case whose values and combinations the model allows.
     *
     * @param growthCriterion null where no lithium is solved
     */
    record Accepted(
            DesignCase input,
            DimensionlessGroups groups,
            @Nullable GrowthCriterion growthCriterion) {
        static Accepted of(DesignCase input) {
            Topography topography = input.topography();
            Operation operation = input.operation();
            DimensionlessGroups groups = DimensionlessGroups.of(
                    topography, input.electrolyte(), input.kinetics(), input.lithium(), operation.temperature());
            GrowthCriterion criterion = input.isCurrentOnly()
                    ? null
                    : new GrowthCriterion(
                            input.electrolyte(),
                            input.lithium(),
                            input.flaw(),
                            operation.temperature(),
                            operation.stackPressure(),
                            topography.peakSeparation(),
                            topography.peakHeight());
            WholeCellLimit.require(topography, input.settings(), input.lithiumModel());
            return new Accepted(input, groups, criterion);
        }

        /** The growth criterion of a case whose lithium is solved. */
        GrowthCriterion criterion() {
            return Objects.requireNonNull(growthCriterion, "no lithium is solved");
        }

        /** What samples of the interface tell of it. */
        GroupSolution group(InterfaceSamples samples, double areaRatio) {
            InterfacePoints points = samples.points();
            LoadCurve loads = LoadCurve.of(
                    input.lithium().creepExponent(),
                    input.topography().heightToSeparation(),
                    input.flaw().driving(),
                    input.flaw().notch(),
                    points);
            double height = input.topography().fundamentalCell().filteredHeight();
            return GroupSolution.of(loads, GroupSolution.InterfaceNumbers.of(points, areaRatio, height), points);
        }

        /** Transition rate of the creep by v0/S at a geometrical current density [A/m²]; 0 for a power law alone [1]. */
        double transitionRate(double currentDensity) {
            Lithium lithium = input.lithium();
            double velocity = lithium.platingVelocityPerCurrent() * currentDensity;
            return lithium.transitionRate() * input.topography().peakSeparation() / velocity;
        }

        Growth growth() {
            return new Growth(
                    criterion(), input.flaw().driving(), input.topography().peakSeparation());
        }
    }

    /**
     * Refuses, without solving anything, what {@link #solve} would reject.
     *
     * @throws InvalidInputException where the model does not cover the combination of values
     */
    public static void requireCovered(DesignCase designCase) {
        Accepted.of(designCase);
    }

    /** The outcome of one case. */
    public CaseOutcome solve(DesignCase designCase) {
        return outcome(designCase, contour -> {}, new SolvedLevels());
    }

    /**
     * The outcome of one case and the fields behind it.
     *
     * @param receiver takes the fields before this returns; not called unless there are numbers
     */
    public CaseOutcome solve(DesignCase designCase, Consumer<CaseFields> receiver) {
        return outcome(designCase, contour -> receiver.accept(FieldEvaluation.of(contour)), new SolvedLevels());
    }

    static CaseOutcome outcome(DesignCase designCase, Consumer<SolvedContour> fields, SolvedLevels solved) {
        Accepted accepted;
        try {
            accepted = Accepted.of(designCase);
        } catch (InvalidInputException invalid) {
            return new CaseOutcome.Rejected(FailureCode.INPUT_OUT_OF_RANGE, String.valueOf(invalid.getMessage()));
        }
        try {
            return solve(accepted, fields, solved);
        } catch (OutOfMemoryError error) {
            return new CaseOutcome.Crashed(
                    FailureCode.OUT_OF_MEMORY,
                    "The case does not fit into memory. Maybe lower solver.largest-unknowns or"
                            + " solver.creep-order, raise topography.edge-resolution, or give more (CRITSCAPE_JAVA_OPTS=-Xmx8g).");
        }
    }

    private static CaseOutcome solve(Accepted accepted, Consumer<SolvedContour> fields, SolvedLevels solved) {
        DesignCase input = accepted.input();
        Topography topography = input.topography();
        if (topography instanceof Flat && !input.isCurrentOnly()) {
            InterfaceSamples plane = InterfaceSamples.plane();
            CriticalCurrent critical = accepted.growth().at(plane);
            fields.accept(PlaneFields.of(accepted, plane, critical));
            double change = input.kinetics() instanceof Kinetics.PressureCoupled ? 0 : Double.NaN;
            return solved(
                    accepted,
                    topography.fundamentalCell(),
                    accepted.group(plane, 1),
                    Onset.at(plane, critical),
                    ContourFields.Errors.NONE,
                    change,
                    SolveEffort.NONE,
                    null);
        }
        try {
            if (input.isCurrentOnly()) {
                return CurrentCase.solve(accepted, fields, solved);
            }
            return input.dependsOnCurrent() ? DrivenCase.solve(accepted, fields) : similar(accepted, fields, solved);
        } catch (ContourFields.Stopped stopped) {
            return stopped.outcome();
        }
    }

    /** With fields that are similar at all current densities, one solve serves them all. */
    private static CaseOutcome similar(Accepted accepted, Consumer<SolvedContour> fields, SolvedLevels solved)
            throws ContourFields.Stopped {
        ContourFields contour = new ContourSolver(accepted, solved.of(accepted)).solve();
        InterfaceSamples samples = contour.samples();
        CriticalCurrent critical = accepted.growth().at(samples);
        fields.accept(new SolvedContour(
                accepted, contour.current(), contour.flow().field(), samples, samples, critical, new double[0]));
        GroupSolution group = accepted.group(samples, contour.current().areaRatio());
        return solved(
                accepted,
                accepted.input().topography().fundamentalCell(),
                group,
                Onset.of(accepted.growth(), group.loads()),
                contour.errors(),
                Double.NaN,
                contour.effort(),
                contour.shortfall());
    }

    /**
     * The outcome of a case whose interface is known.
     *
     * @param cell leads from the group's frame to the topography's
     */
    static CaseOutcome solved(
            Accepted accepted,
            FundamentalCell cell,
            GroupSolution group,
            Onset onset,
            ContourFields.Errors errors,
            double pressureCouplingChange,
            SolveEffort effort,
            @Nullable Shortfall shortfall) {
        GrowthCriterion criterion = accepted.criterion();
        double separation = accepted.input().topography().peakSeparation();
        CriticalCurrent critical = onset.critical();
        GroupSolution.InterfaceNumbers whole = group.whole();
        CellSolution solution = new CellSolution(
                accepted.groups().wagnerNumber(),
                whole.areaRatio(),
                whole.filteredHeight() * separation,
                whole.currentRatioMax(),
                whole.currentRatioMin(),
                whole.pressureFunctionMax(),
                group.pressureFunctionTip(),
                criterion.excessPressure(whole.pressureFunctionMax(), REPORTED_CURRENT_DENSITY),
                critical.criticalCurrent(),
                critical.flatCriticalCurrentAtState(),
                critical.enhancement(),
                cell.positionX(onset.x(), onset.y()) * separation,
                cell.positionY(onset.x(), onset.y()) * separation,
                errors.currentRatio(),
                errors.pressureFunction(),
                errors.criticalCurrent(),
                pressureCouplingChange,
                whole.normalTractionMax(),
                group.normalTractionTip(),
                criterion.unloadedHalfOpening(),
                criterion.halfOpening(),
                CaseWarnings.text(accepted.input(), critical, errors),
                effort);
        return outcome(solution, shortfall);
    }

    /** Solved, or inaccurate where there is a shortfall. */
    static CaseOutcome outcome(CellSolution solution, @Nullable Shortfall shortfall) {
        return shortfall == null
                ? new CaseOutcome.Solved(solution)
                : new CaseOutcome.Inaccurate(shortfall.code(), shortfall.message(), solution);
    }
}
