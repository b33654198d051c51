package org.critscape.solver.dendrite;

import static java.lang.StrictMath.pow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, scaling and refusals; {@link GrowthCriterionRootTest} has the closed form against the growth condition. */
class GrowthCriterionTest {
    private static final Electrolyte ELECTROLYTE = MaterialPreset.LI6PS5CL.electrolyte();
    private static final Lithium LITHIUM = MaterialPreset.LI6PS5CL.lithium();
    private static final Flaw FLAW = new Flaw(1e-6, NotchFactor.NONE, 10);
    private static final double[] RATIOS = {0.7, 1.3, 0.9, 0.2};
    private static final double[] PRESSURES = {-0.4, 1.1, 2.6, 0.3};
    private static final double[] CURVATURES = {-1e5, 2e4, 5e4, 0};

    @ParameterizedTest
    @CsvSource({"298.15, 7e6", "298.15, 0", "250, 50e6", "400, 1e5"})
    void flatInterfaceHasAnEnhancementOfExactlyOne(double temperature, double stackPressure) {
        CriticalCurrent flat = criterion(FLAW, temperature, stackPressure)
                .evaluate(new double[] {1, 1, 1}, new double[3], new double[3]);
        assertThat(flat.enhancement()).isEqualTo(1);
        assertThat(flat.criticalCurrent()).isEqualTo(flat.flatCriticalCurrentAtState());
        assertThat(flat.siteIndex()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 6.6, 8})
    void flatInterfaceAtTheReferenceStateFailsWhereItWasCalibrated(double exponent) {
        var criterion = new GrowthCriterion(
                ELECTROLYTE, new Lithium(1.3e-5, exponent, 2e5, 37e3), FLAW, 298.15, 7e6, 150e-6, 25e-6);
        assertThat(criterion
                        .evaluate(new double[] {1}, new double[1], new double[1])
                        .criticalCurrent())
                .isCloseTo(10, withinPercentage(1e-10));
    }

    @Test
    void withoutPressureTheLargestCurrentRatioDecides() {
        CriticalCurrent critical = criterion(FLAW, 298.15, 7e6).evaluate(RATIOS, new double[RATIOS.length], CURVATURES);
        assertThat(critical.enhancement()).isCloseTo(1 / 1.3, withinPercentage(1e-10));
        assertThat(critical.siteIndex()).isEqualTo(1);
    }

    @Test
    void stackPressureAtOrAboveTheFracturePressureLeavesNoCurrent() {
        double fracturePressure = FLAW.fracturePressure(ELECTROLYTE.fractureToughness());
        int site = criterion(FLAW, 298.15, 7e6)
                .evaluate(RATIOS, PRESSURES, CURVATURES)
                .siteIndex();
        for (double stackPressure : new double[] {fracturePressure, 2 * fracturePressure}) {
            assertThat(criterion(FLAW, 298.15, stackPressure).evaluate(RATIOS, PRESSURES, CURVATURES))
                    .isEqualTo(new CriticalCurrent(0, 0, 0, site));
        }
        assertThat(criterion(FLAW, 298.15, 0.999 * fracturePressure)
                        .evaluate(RATIOS, PRESSURES, CURVATURES)
                        .criticalCurrent())
                .isPositive();
    }

    @Test
    void flatCriticalCurrentFollowsTheCreepCoefficient() {
        double expected = 10 * LITHIUM.creepCoefficientAt(330) / LITHIUM.creepCoefficientAt(298.15);
        assertThat(criterion(FLAW, 330, 7e6)
                        .evaluate(RATIOS, PRESSURES, CURVATURES)
                        .flatCriticalCurrentAtState())
                .isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void enhancementDependsNeitherOnTemperatureNorOnStackPressure() {
        double reference = criterion(FLAW, 298.15, 7e6)
                .evaluate(RATIOS, PRESSURES, CURVATURES)
                .enhancement();
        assertThat(criterion(FLAW, 400, 60e6)
                        .evaluate(RATIOS, PRESSURES, CURVATURES)
                        .enhancement())
                .isCloseTo(reference, withinPercentage(1e-9));
    }

    @Test
    void excessPressureScalesWithTheRootsOfCurrentAndPeakSeparation() {
        double n = LITHIUM.creepExponent();
        double strainRate = 1.3e-5 / 96485.33212 * 10 / 150e-6;
        double unit = pow(strainRate / LITHIUM.creepCoefficientAt(310), 1 / n);
        assertThat(criterion(FLAW, 310, 7e6).excessPressure(2.63, 10)).isCloseTo(2.63 * unit, withinPercentage(1e-7));
        assertThat(criterion(FLAW, 310, 7e6).excessPressure(2.63, 20))
                .isCloseTo(2.63 * unit * pow(2, 1 / n), withinPercentage(1e-7));
        assertThat(new GrowthCriterion(ELECTROLYTE, LITHIUM, FLAW, 310, 7e6, 300e-6, 50e-6).excessPressure(2.63, 10))
                .isCloseTo(2.63 * unit * pow(2, -1 / n), withinPercentage(1e-7));
    }

    @Test
    void excessPressureAddsToTheFlawsOwnUpToTheFracturePressure() {
        var criterion = criterion(FLAW, 298.15, 7e6);
        CriticalCurrent critical = criterion.evaluate(new double[] {1.2}, new double[] {2}, new double[] {0});
        double ownShare = pow(1.2 * critical.criticalCurrent() / 10, 1 / LITHIUM.creepExponent());
        double margin = FLAW.fracturePressure(ELECTROLYTE.fractureToughness()) - 7e6;
        assertThat(criterion.excessPressure(2, critical.criticalCurrent()))
                .isCloseTo(margin * (1 - ownShare), withinPercentage(1e-7));
    }

    @Test
    void notchLowersTheCriticalCurrentAtTroughsOnly() {
        var notched = new Flaw(1e-6, NotchFactor.INGLIS, 10);
        double[] ratio = {1};
        double[] pressure = {2};
        double plain = criterion(FLAW, 298.15, 7e6)
                .evaluate(ratio, pressure, new double[] {4e4})
                .enhancement();
        // 1 + 2 √(25 µm · 4e4/m) = 3: the same as three times the pressure.
        double tripled = criterion(FLAW, 298.15, 7e6)
                .evaluate(ratio, new double[] {6}, new double[] {0})
                .enhancement();
        GrowthCriterion criterion = criterion(notched, 298.15, 7e6);
        assertThat(criterion.evaluate(ratio, pressure, new double[] {4e4}).enhancement())
                .isCloseTo(tripled, withinPercentage(1e-9))
                .isLessThan(plain);
        assertThat(criterion.evaluate(ratio, pressure, new double[] {-4e4}).enhancement())
                .isEqualTo(plain);
    }

    @Test
    void theFirstOfEqualSitesIsNamed() {
        double[] twice = {0.5, 1.2, 1.2, 0.5};
        assertThat(criterion(FLAW, 298.15, 7e6)
                        .evaluate(twice, twice, new double[4])
                        .siteIndex())
                .isEqualTo(1);
    }

    @Test
    void aSlightlyNegativeCurrentRatioCountsAsNoPlating() {
        var criterion = criterion(FLAW, 298.15, 7e6);
        assertThat(criterion.evaluate(new double[] {-1e-6, 1}, new double[] {1, 0}, new double[2]))
                .isEqualTo(criterion.evaluate(new double[] {0, 1}, new double[] {1, 0}, new double[2]));
    }

    static Stream<Arguments> bugs() {
        double nan = Double.NaN;
        double[] one = {1};
        return Stream.of(
                Arguments.of(new double[0], new double[0], new double[0]),
                Arguments.of(one, one, new double[2]),
                Arguments.of(one, new double[2], one),
                Arguments.of(new double[] {nan}, one, one),
                Arguments.of(one, new double[] {nan}, one),
                Arguments.of(one, one, new double[] {nan}),
                Arguments.of(new double[] {Double.POSITIVE_INFINITY}, one, one),
                Arguments.of(new double[1], new double[1], new double[1]));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void fieldsThatNoSolverMayGiveAreABug(double[] ratio, double[] pressure, double[] curvature) {
        assertThatThrownBy(() -> criterion(FLAW, 298.15, 7e6).evaluate(ratio, pressure, curvature))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFlawThatTheReferenceStateGrowsCannotBeCalibrated() {
        assertThatThrownBy(() -> criterion(new Flaw(1e-3, NotchFactor.NONE, 10), 298.15, 1e5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("flaw length is 0.001 m (dendrite.flaw-length) but must be below 0.000274 m")
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @CsvSource({
        "25, 7e6, 150e-6, 25e-6, temperature",
        "300, -1, 150e-6, 25e-6, stack pressure",
        "300, 7e6, 0, 25e-6, peak separation",
        "300, 7e6, 150e-6, -1, peak height",
    })
    void refusesAStateOutOfRange(double temperature, double pressure, double separation, double height, String name) {
        assertThatThrownBy(() ->
                        new GrowthCriterion(ELECTROLYTE, LITHIUM, FLAW, temperature, pressure, separation, height))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(name));
    }

    @Test
    void impliedHalfOpeningReproducesTheCalibration() {
        double opening = criterion(FLAW, 350, 7e6).halfOpening();
        double margin = FLAW.fracturePressure(ELECTROLYTE.fractureToughness()) - 7e6;
        assertThat(SlotFlow.resistance(LITHIUM, 298.15, 1e-6, opening) * pow(10, 1 / LITHIUM.creepExponent()))
                .isCloseTo(margin, withinPercentage(1e-7));
    }

    private static GrowthCriterion criterion(Flaw flaw, double temperature, double stackPressure) {
        return new GrowthCriterion(ELECTROLYTE, LITHIUM, flaw, temperature, stackPressure, 150e-6, 25e-6);
    }
}
