package org.critscape.solver.cell;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.DimensionlessGroups;
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
    public static final String MODEL_VERSION = "4";

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
                    "The case does not fit into memory. Maybe lower solver.creep-order or raise the edge resolution.");
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
            return solved(accepted, plane, critical, 1, ContourFields.Errors.NONE, change, SolveEffort.NONE, null);
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
        return solved(
                accepted,
                samples,
                critical,
                contour.current().areaRatio(),
                contour.errors(),
                Double.NaN,
                contour.effort(),
                contour.shortfall());
    }

    static CaseOutcome solved(
            Accepted accepted,
            InterfaceSamples samples,
            CriticalCurrent critical,
            double areaRatio,
            ContourFields.Errors errors,
            double pressureCouplingChange,
            SolveEffort effort,
            @Nullable Shortfall shortfall) {
        Topography topography = accepted.input().topography();
        GrowthCriterion criterion = accepted.criterion();
        FundamentalCell cell = topography.fundamentalCell();
        double separation = topography.peakSeparation();
        double siteX = samples.x()[critical.siteIndex()];
        double siteY = samples.y()[critical.siteIndex()];
        double pressureMax = samples.largestPressure();
        CellSolution solution = new CellSolution(
                accepted.groups().wagnerNumber(),
                areaRatio,
                cell.filteredHeight() * separation,
                samples.largestRatio(),
                samples.smallestRatio(),
                pressureMax,
                samples.tipPressure(),
                criterion.excessPressure(pressureMax, REPORTED_CURRENT_DENSITY),
                critical.criticalCurrent(),
                critical.flatCriticalCurrentAtState(),
                critical.enhancement(),
                cell.positionX(siteX, siteY) * separation,
                cell.positionY(siteX, siteY) * separation,
                errors.currentRatio(),
                errors.pressureFunction(),
                errors.criticalCurrent(),
                pressureCouplingChange,
                Arrays.stream(samples.normalTraction()).max().orElseThrow(),
                samples.normalTraction()[samples.tip()],
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
