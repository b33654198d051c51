package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.HeightSamples;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SampleMaps;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;

/** The current distribution alone, against the one of the same case with lithium. */
class CurrentCaseTest {
    private static final double SEPARATION = 150e-6;
    private static final Topography EGG_BOX = new EggBox(Form.PRODUCT, 25e-6, SEPARATION, Polarity.LITHIUM);
    private static final Topography RIDGE =
            new Ridge(Ridge.Profile.TRIANGLE, 25e-6, SEPARATION, 0, 5e-6, Polarity.LITHIUM);
    private static final Kinetics LINEAR = new Kinetics.Linear(15e-4, 41.5e3);
    private static final Kinetics BUTLER_VOLMER = new Kinetics.ButlerVolmer(15e-4, 41.5e3, 0.5);
    private static final Lithium LITHIUM = new Lithium(1.3e-5, 3, 2e5, 37e3);

    private static DesignCase designCase(
            Topography topography, Kinetics kinetics, SolverSettings settings, LithiumModel model) {
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                kinetics,
                LITHIUM,
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(298.15, 7e6),
                settings,
                model);
    }

    private static CellSolution solve(Topography topography, Kinetics kinetics, LithiumModel model) {
        CaseOutcome outcome = new CellSolver().solve(designCase(topography, kinetics, SolverSettings.DEFAULT, model));
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    @Test
    void theCurrentIsThatOfTheSameCaseWithLithium() {
        for (Kinetics kinetics : List.of(LINEAR, BUTLER_VOLMER, new Kinetics.Primary())) {
            for (Topography topography : List.of(EGG_BOX, RIDGE)) {
                CellSolution whole = solve(topography, kinetics, LithiumModel.POWER_LAW);
                CellSolution alone = solve(topography, kinetics, LithiumModel.NONE);
                assertThat(alone.currentRatioError()).isEqualTo(whole.currentRatioError());
                assertThat(alone.areaRatio()).isEqualTo(whole.areaRatio());
                assertThat(alone.filteredPeakHeight()).isEqualTo(whole.filteredPeakHeight());
                // Both interpolate one distribution, at points of two meshes.
                assertThat(alone.currentRatioMax())
                        .isCloseTo(whole.currentRatioMax(), within(whole.currentRatioMax() * 1e-3));
                assertThat(alone.currentRatioMin())
                        .isCloseTo(whole.currentRatioMin(), within(whole.currentRatioMax() * 1e-3));
            }
        }
    }

    @Test
    void whatTakesLithiumHasNoNumber() {
        for (Topography topography : List.of(EGG_BOX, new Flat(SEPARATION))) {
            CellSolution alone = solve(topography, LINEAR, LithiumModel.NONE);
            assertThat(DoubleStream.of(
                            alone.pressureFunctionMax(),
                            alone.pressureFunctionTip(),
                            alone.excessPressureMax(),
                            alone.criticalCurrent(),
                            alone.enhancement(),
                            alone.siteX(),
                            alone.pressureFunctionError(),
                            alone.criticalCurrentError(),
                            alone.normalTractionMax(),
                            alone.halfOpening()))
                    .containsOnly(Double.NaN);
            assertThat(alone.effort().creepUnknowns()).isZero();
            assertThat(alone.warning()).isEmpty();
        }
        assertThat(solve(new Flat(SEPARATION), LINEAR, LithiumModel.NONE).currentRatioMax())
                .isEqualTo(1);
    }

    @Test
    void aMapNeedsNoUnknownsForItsLithium() {
        SolverSettings few = new SolverSettings(4, 8, 0.02, 1e-6, 100, 0.05, 1, 24_000);
        HeightSamples samples = SampleMaps.sample(8, SampleMaps.eggBox(Form.PRODUCT, 25e-6, 0, 0));
        Topography map = new HeightMap(samples, 1, SEPARATION, 10e-6, Polarity.LITHIUM);
        assertThat(new CellSolver().solve(designCase(map, LINEAR, few, LithiumModel.POWER_LAW)))
                .isInstanceOf(CaseOutcome.Rejected.class);
        assertThat(new CellSolver().solve(designCase(map, LINEAR, few, LithiumModel.NONE)))
                .isInstanceOf(CaseOutcome.Solved.class);
    }

    @Test
    void aCurrentBeyondTheToleranceIsInaccurate() {
        SolverSettings coarse = new SolverSettings(2, 3, 0.02, 1e-6, 100, 1e-4, 1, 1000);
        Topography steep = new EggBox(Form.SUM, SEPARATION, SEPARATION, Polarity.LITHIUM);
        assertThat(new CellSolver().solve(designCase(steep, new Kinetics.Primary(), coarse, LithiumModel.NONE)))
                .isInstanceOfSatisfying(CaseOutcome.Inaccurate.class, inaccurate -> {
                    assertThat(inaccurate.code()).isEqualTo(FailureCode.CURRENT_RESOLUTION);
                    assertThat(inaccurate.message())
                            .startsWith("The estimated error of the largest current ratio is ")
                            .contains("Maybe set solver.tolerance = ");
                    assertThat(inaccurate.solution().currentRatioMax()).isGreaterThan(1.5);
                });
    }

    @Test
    void theFieldsAreThoseOfTheElectrolyte() {
        for (Topography topography : List.of(EGG_BOX, RIDGE, new Flat(SEPARATION))) {
            List<CaseFields> received = new ArrayList<>();
            DesignCase input = designCase(topography, LINEAR, SolverSettings.DEFAULT, LithiumModel.NONE);
            CaseOutcome outcome = new CellSolver().solve(input, received::add);
            CaseFields fields = received.get(0);
            double largest = ((CaseOutcome.Solved) outcome).solution().currentRatioMax();
            assertThat(fields.lithium()).isNull();
            // Of samples at one place the map has one, and they differ by round-off.
            assertThat(DoubleStream.of(fields.map().currentRatio()).max().orElseThrow())
                    .isCloseTo(largest, within(1e-12));
            assertThat(fields.map().pressureFunction()).containsOnly(Double.NaN);
            assertThat(fields.map().margin()).containsOnly(Double.NaN);
            assertThat(fields.electrolyte().potential()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void pressureThatActsOnTheCurrentNeedsLithium() {
        Kinetics coupled = new Kinetics.PressureCoupled(LINEAR, 0.5);
        assertThatThrownBy(() -> designCase(EGG_BOX, coupled, SolverSettings.DEFAULT, LithiumModel.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("interface.pressure-coupling")
                .hasMessageContaining("Maybe set interface.pressure-coupling = none, or lithium.model = power-law.");
    }
}
