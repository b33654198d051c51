package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.dendrite.Slot;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.Wall;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CellSolverTest {
    private static final double SEPARATION = 150e-6;
    private static final double CONDUCTIVITY = 0.2;

    private static DesignCase designCase(Topography topography, double wagnerNumber, double exponent) {
        return designCase(topography, wagnerNumber, exponent, NotchFactor.NONE, 7e6);
    }

    private static DesignCase designCase(
            Topography topography, double wagnerNumber, double exponent, NotchFactor notch, double stackPressure) {
        double resistance = wagnerNumber * topography.peakSeparation() / CONDUCTIVITY;
        return new DesignCase(
                topography,
                new Electrolyte(CONDUCTIVITY, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                resistance == 0 ? new Kinetics.Primary() : new Kinetics.Linear(resistance, 41.5e3),
                new Lithium(1.3e-5, exponent, 2e5, 37e3),
                new Flaw(1e-6, notch, 10),
                new Operation(298.15, stackPressure),
                SolverSettings.DEFAULT);
    }

    private static CellSolution solve(DesignCase designCase) {
        CaseOutcome outcome = new CellSolver().solve(designCase);
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    private static EggBox eggBox(Form form, double heightToSeparation) {
        return new EggBox(form, heightToSeparation * SEPARATION, SEPARATION, Polarity.LITHIUM);
    }

    /** Tolerances: twice to three times the references' own uncertainty, as the project asks for. */
    @ParameterizedTest
    @CsvFileSource(resources = "/org/critscape/solver/creep/reference.csv", useHeadersInDisplayName = true)
    void agreesWithAnIndependentCode(
            String form,
            double heightToSeparation,
            double wagnerNumber,
            double exponent,
            double currentMax,
            double tip,
            double pressureMax,
            double pressureMin) {
        EggBox surface = eggBox(Form.valueOf(form.toUpperCase(Locale.ROOT)), heightToSeparation);
        CellSolution solution = solve(designCase(surface, wagnerNumber, exponent));
        double tolerance = exponent == 1 ? 0.009 : exponent == 3 ? 0.03 : 0.06;
        assertThat(solution.currentRatioMax()).isCloseTo(currentMax, within(1e-4 * currentMax));
        assertThat(solution.pressureFunctionTip()).isCloseTo(tip, within(tolerance * tip));
        assertThat(solution.pressureFunctionMax()).isCloseTo(pressureMax, within(tolerance * pressureMax));
    }

    @Test
    void theFlatInterfaceEnhancesNothing() {
        CellSolution flat = solve(designCase(new Flat(SEPARATION), 2, 6.6));
        assertThat(flat.enhancement()).isEqualTo(1);
        assertThat(flat.criticalCurrent()).isCloseTo(10, within(1e-11));
        assertThat(flat.areaRatio()).isEqualTo(1);
    }

    @Test
    void growthIsWorstAtTheTipAndItsPositionIsInTheFrameOfTheTopography() {
        CellSolution lithium = solve(designCase(eggBox(Form.PRODUCT, 1.0 / 6), 2, 3));
        assertThat(lithium.siteX()).isZero();
        assertThat(lithium.siteY()).isZero();
        EggBox reversed = new EggBox(Form.PRODUCT, SEPARATION / 6, SEPARATION, Polarity.ELECTROLYTE);
        CellSolution electrolyte = solve(designCase(reversed, 2, 3));
        assertThat(Math.abs(electrolyte.siteX())).isCloseTo(SEPARATION / 2, within(1e-12));
        assertThat(electrolyte.siteY()).isCloseTo(0, within(1e-12));
        assertThat(electrolyte.enhancement()).isEqualTo(lithium.enhancement());
    }

    @Test
    void oneFamilyOfEggBoxesInBothForms() {
        double height = 0.2 * SEPARATION;
        double period = SEPARATION / Math.sqrt(2);
        double wagner = 1;
        CellSolution product =
                solve(designCase(new EggBox(Form.PRODUCT, height, SEPARATION, Polarity.LITHIUM), wagner, 6.6));
        CellSolution sum =
                solve(designCase(new EggBox(Form.SUM, height, period, Polarity.LITHIUM), wagner * Math.sqrt(2), 6.6));
        assertThat(product.currentRatioMax()).isCloseTo(sum.currentRatioMax(), within(2e-4));
        assertThat(product.excessPressureMax())
                .isCloseTo(sum.excessPressureMax(), within(0.02 * sum.excessPressureMax()));
        // Either mesh is within 0.1 % of the finer ones.
        assertThat(product.criticalCurrent()).isCloseTo(sum.criticalCurrent(), within(2e-3 * sum.criticalCurrent()));
    }

    @Test
    void theNotchLowersTheCriticalCurrent() {
        Topography surface = eggBox(Form.PRODUCT, 0.4);
        double plain = solve(designCase(surface, 2, 3)).criticalCurrent();
        double notched =
                solve(designCase(surface, 2, 3, NotchFactor.INGLIS, 7e6)).criticalCurrent();
        assertThat(notched).isPositive().isLessThan(plain);
    }

    /** Of the tip's pressure the normal traction is a part; with lithium that slips neither harms. */
    @Test
    void whatDrivesAndHowLithiumSlipsMatter() {
        DesignCase input = designCase(eggBox(Form.PRODUCT, 1.0 / 6), 2, 3);
        CellSolution usual = solve(input);
        Slot slot = Slot.calibrated(10);
        CellSolution byTraction =
                solve(with(input, input.lithium(), new Flaw(1e-6, NotchFactor.NONE, Driving.NORMAL_TRACTION, slot)));
        assertThat(usual.normalTractionTip()).isBetween(0.0, usual.pressureFunctionTip());
        assertThat(byTraction.normalTractionTip())
                .isCloseTo(usual.normalTractionTip(), within(0.02 * usual.normalTractionTip()));
        assertThat(byTraction.criticalCurrent()).isGreaterThan(usual.criticalCurrent());
        CellSolution slipping = solve(with(input, new Lithium(1.3e-5, 3, 2e5, 37e3, Wall.FREE_SLIP), input.flaw()));
        assertThat(slipping.pressureFunctionTip()).isNegative();
        assertThat(slipping.criticalCurrent()).isGreaterThan(usual.criticalCurrent());
        assertThat(slipping.currentRatioMax()).isCloseTo(usual.currentRatioMax(), within(1e-12));
        assertThat(usual.halfOpening()).isEqualTo(usual.unloadedHalfOpening());
    }

    private static DesignCase with(DesignCase input, Lithium lithium, Flaw flaw) {
        return new DesignCase(
                input.topography(),
                input.electrolyte(),
                input.kinetics(),
                lithium,
                flaw,
                input.operation(),
                input.settings());
    }

    @Test
    void aStackPressureAboveTheFracturePressureLeavesNoCurrent() {
        CellSolution solution = solve(designCase(eggBox(Form.SUM, 0.1), 2, 3, NotchFactor.NONE, 200e6));
        assertThat(solution.criticalCurrent()).isZero();
        assertThat(solution.enhancement()).isZero();
        assertThat(solution.warning()).contains("stack pressure");
        assertThat(solution.currentRatioMax()).isPositive();
    }

    @Test
    void aThinElectrolyteIsPointedOut() {
        Topography wide = new EggBox(Form.PRODUCT, 150e-6, 900e-6, Polarity.LITHIUM);
        assertThat(solve(designCase(wide, 0.3, 1)).warning()).contains("0.94");
        assertThat(solve(designCase(eggBox(Form.PRODUCT, 0.1), 0.3, 1)).warning())
                .isEmpty();
    }

    @Test
    void lithiumThatReachesThroughTheElectrolyteIsRefused() {
        Topography tall = new EggBox(Form.PRODUCT, 1e-3, 2e-3, Polarity.LITHIUM);
        assertThatThrownBy(() -> designCase(tall, 1, 3))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("electrolyte thickness is 0.001 m")
                .hasMessageContaining("Maybe");
    }

    @Test
    void sharpShapesSolveAndReportTheirHeightAfterRounding() {
        Topography frustum = new Frustum(25e-6, SEPARATION, 0.4, 5e-6, Polarity.LITHIUM);
        CellSolution solution = solve(designCase(frustum, 2, 3));
        assertThat(solution.filteredPeakHeight()).isBetween(20e-6, 25e-6);
        Topography ridge = new Ridge(Ridge.Profile.TRIANGLE, 25e-6, SEPARATION, 0, 5e-6, Polarity.ELECTROLYTE);
        assertThat(solve(designCase(ridge, 0, 6.6)).currentRatioMax()).isGreaterThan(1.3);
    }

    @Test
    void tooFewNewtonStepsLeaveNoNumbers() {
        DesignCase input = designCase(eggBox(Form.SUM, 0.3), 2, 6.6);
        DesignCase impatient = new DesignCase(
                input.topography(),
                input.electrolyte(),
                input.kinetics(),
                input.lithium(),
                input.flaw(),
                input.operation(),
                new SolverSettings(4, 4, 0.02, 1e-6, 6, 0.01, 0.05, 16_000));
        CaseOutcome outcome = new CellSolver().solve(impatient);
        assertThat(outcome).isInstanceOfSatisfying(CaseOutcome.Unconverged.class, unconverged -> {
            assertThat(unconverged.code()).isEqualTo(FailureCode.CREEP_NEWTON);
            assertThat(unconverged.message()).contains("Maybe");
            assertThat(unconverged.effort().newtonIterations()).isEqualTo(6);
        });
    }

    @Test
    void aContourTooShallowForItsRegularisationIsPointedOut() {
        assertThat(solve(designCase(eggBox(Form.SUM, 0.03), 1, 3)).warning()).contains("regularisation");
        assertThat(solve(designCase(eggBox(Form.SUM, 0.03), 1, 1)).warning()).isEmpty();
        assertThat(solve(designCase(eggBox(Form.SUM, 0.2), 1, 3)).warning()).isEmpty();
    }

    @Test
    void aWagnerNumberOutOfRangeIsRejected() {
        CaseOutcome outcome = new CellSolver().solve(designCase(eggBox(Form.SUM, 0.3), 1.2e4, 6.6));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CaseOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .contains("Wagner number")
                                .contains("Maybe"));
    }

    @Test
    void theSameCaseGivesTheSameBits() {
        DesignCase input = designCase(eggBox(Form.PRODUCT, 0.3), 1, 6.6);
        assertThat(solve(input)).isEqualTo(solve(input));
    }

    @Test
    void aTighterToleranceRefinesAndTheEstimateBoundsTheError() {
        DesignCase input = designCase(eggBox(Form.PRODUCT, 0.2), 0.5, 6.6);
        CellSolution loose = solve(withTolerances(input, 0.05, 0.5));
        CellSolution tight = solve(withTolerances(input, 3e-3, 0.04));
        assertThat(tight.effort().refinements()).isGreaterThan(loose.effort().refinements());
        assertThat(tight.criticalCurrentError()).isLessThan(3e-3);
        assertThat(tight.pressureFunctionError()).isLessThan(0.04);
        assertThat(Math.abs(loose.criticalCurrent() / tight.criticalCurrent() - 1))
                .isLessThan(loose.criticalCurrentError());
        assertThat(Math.abs(loose.pressureFunctionMax() / tight.pressureFunctionMax() - 1))
                .isLessThan(loose.pressureFunctionError());
        assertThat(Math.abs(loose.currentRatioMax() / tight.currentRatioMax() - 1))
                .isLessThan(loose.currentRatioError());
    }

    private static DesignCase withTolerances(DesignCase input, double tolerance, double pressureTolerance) {
        return new DesignCase(
                input.topography(),
                input.electrolyte(),
                input.kinetics(),
                input.lithium(),
                input.flaw(),
                input.operation(),
                new SolverSettings(4, 3, 0.02, 1e-6, 100, tolerance, pressureTolerance, 24_000));
    }
}
