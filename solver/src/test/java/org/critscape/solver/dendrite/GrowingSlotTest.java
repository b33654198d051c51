package org.critscape.solver.dendrite;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Openings, calibration and capillarity against the growth condition, solved with nested bracketed roots. */
class GrowingSlotTest {
    private static final Electrolyte ELECTROLYTE = MaterialPreset.LI6PS5CL.electrolyte();
    private static final Lithium LITHIUM = MaterialPreset.LI6PS5CL.lithium();
    private static final double FRACTURE_PRESSURE = 0.23e6 / (1.12 * sqrt(PI * 1e-6));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Flaw flaw(Slot.Width width, Slot.Opening opening, double surfaceEnergy, double contactAngle) {
        return new Flaw(
                1e-6, NotchFactor.NONE, Driving.PRESSURE, new Slot(width, opening, surfaceEnergy, contactAngle));
    }

    private static GrowthCriterion criterion(Flaw flaw, double temperature, double stackPressure) {
        return new GrowthCriterion(ELECTROLYTE, LITHIUM, flaw, temperature, stackPressure, 150e-6, 25e-6);
    }

    private static CriticalCurrent plane(Flaw flaw) {
        return criterion(flaw, 298.15, 7e6).evaluate(new double[] {1}, new double[1], new double[1]);
    }

    /**
     * The flaw as it is at some current below: its opening follows its pressure, its pressure the opening. The least
     * current at which that pressure reaches the fracture pressure is the closed form's.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void closedFormIsTheRootWithTheOpeningThatPressureMakes(long seed) {
        var random = new SplittableRandom(seed);
        double n = random.nextDouble(1, 8);
        var lithium = new Lithium(1.3e-5, n, 2e5, 37e3);
        Slot.Opening opening = random.nextBoolean() ? Slot.Opening.ELASTIC : Slot.Opening.RIGID;
        double energy = random.nextBoolean() ? 0 : random.nextDouble(0, 1);
        double angle = random.nextDouble(0, PI);
        double b0 = random.nextDouble(8e-9, 60e-9);
        double temperature = random.nextDouble(250, 400);
        double stackPressure = random.nextDouble(0, 30e6);
        double k = random.nextDouble(0.5, 3);
        double excess = random.nextDouble(-1, 5);

        double compliance =
                opening == Slot.Opening.RIGID ? 0 : PI / 2 * 1e-6 * (1 - 0.37 * 0.37) / ELECTROLYTE.youngsModulus();
        UnivariateFunction pressureLeft = x -> {
            double creepRate = 1.3e-5 / 96485.33212331 * exp(x) / lithium.creepCoefficientAt(temperature);
            double outside = stackPressure + excess * pow(creepRate / 150e-6, 1 / n);
            UnivariateFunction balance = p -> {
                double b = b0 + compliance * Math.max(p, 0);
                double flow = n
                        / (n + 1)
                        * pow((n + 2) / pow(3, (n + 1) / 2) * k * creepRate, 1 / n)
                        * pow(b, -(n + 2) / n)
                        * pow(1e-6, 1 + 1 / n);
                return outside + flow + energy * cos(angle) / b - p;
            };
            double top = 1e9;
            while (balance.value(top) > 0) {
                top *= 10;
            }
            double pressure = new BrentSolver(1e-14, 1e-6).solve(1000, balance, -1e20, top);
            return pressure / FRACTURE_PRESSURE - 1;
        };
        double high = log(1e-30);
        while (pressureLeft.value(high) < 0 && high < 300) {
            high += 2;
        }
        CriticalCurrent critical = new GrowthCriterion(
                        ELECTROLYTE,
                        lithium,
                        flaw(new Slot.Given(b0), opening, energy, angle),
                        temperature,
                        stackPressure,
                        150e-6,
                        25e-6)
                .evaluate(new double[] {k}, new double[] {excess}, new double[1]);
        if (high > log(1e-30)) {
            double root = exp(new BrentSolver(1e-13, 1e-12).solve(1000, pressureLeft, high - 2, high));
            assertThat(critical.criticalCurrent()).isCloseTo(root, withinPercentage(1e-5));
        } else {
            assertThat(critical.criticalCurrent()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"RIGID, 0, 180", "ELASTIC, 0, 180", "RIGID, 0.45, 180", "ELASTIC, 0.45, 180", "ELASTIC, 0.45, 60"})
    void aCalibratedFlawFailsWhereItWasCalibratedAndItsOpeningSaysTheSame(
            Slot.Opening opening, double energy, double degrees) {
        double angle = StrictMath.toRadians(degrees);
        Flaw calibrated = flaw(new Slot.Calibrated(10), opening, energy, angle);
        assertThat(plane(calibrated).criticalCurrent()).isCloseTo(10, withinPercentage(1e-9));
        double b0 = criterion(calibrated, 350, 1e6).unloadedHalfOpening();
        Flaw given = flaw(new Slot.Given(b0), opening, energy, angle);
        assertThat(plane(given).criticalCurrent()).isCloseTo(10, withinPercentage(1e-6));
        assertThat(criterion(given, 350, 1e6).halfOpening())
                .isCloseTo(criterion(calibrated, 350, 1e6).halfOpening(), withinPercentage(1e-9));
    }

    /** It changes the meaning of the calibration, not what follows from it. */
    @Test
    void elasticityChangesNothingOfACalibratedFlawButItsOpeningWithoutPressure() {
        double[] k = {0.9, 1.2}, pressure = {2, 1}, curvature = {0, 0};
        GrowthCriterion rigid = criterion(flaw(new Slot.Calibrated(10), Slot.Opening.RIGID, 0, PI), 330, 3e6);
        GrowthCriterion elastic = criterion(flaw(new Slot.Calibrated(10), Slot.Opening.ELASTIC, 0, PI), 330, 3e6);
        assertThat(elastic.evaluate(k, pressure, curvature)).isEqualTo(rigid.evaluate(k, pressure, curvature));
        assertThat(elastic.halfOpening()).isEqualTo(rigid.halfOpening());
        double widening = PI / 2 * FRACTURE_PRESSURE * 1e-6 * (1 - 0.37 * 0.37) / ELECTROLYTE.youngsModulus();
        assertThat(rigid.halfOpening() - elastic.unloadedHalfOpening()).isCloseTo(widening, withinPercentage(1e-6));
    }

    @Test
    void aFlawThatOpensLetsMoreCurrentPass() {
        var given = new Slot.Given(20e-9);
        double rigid = plane(flaw(given, Slot.Opening.RIGID, 0, PI)).criticalCurrent();
        double elastic = plane(flaw(given, Slot.Opening.ELASTIC, 0, PI)).criticalCurrent();
        assertThat(elastic).isGreaterThan(rigid);
        double widening =
                criterion(flaw(given, Slot.Opening.ELASTIC, 0, PI), 298.15, 7e6).halfOpening() - 20e-9;
        // I ∝ b^(n + 2) with Π = 0.
        assertThat(elastic / rigid)
                .isCloseTo(pow(1 + widening / 20e-9, LITHIUM.creepExponent() + 2), withinPercentage(1e-6));
    }

    /** Lithium that does not wet is held back, lithium that wets is drawn in; at a right angle nothing happens. */
    @Test
    void capillarityHasTheSignOfWetting() {
        var given = new Slot.Given(20e-9);
        double none = plane(flaw(given, Slot.Opening.RIGID, 0, PI)).criticalCurrent();
        assertThat(plane(flaw(given, Slot.Opening.RIGID, 0.45, PI)).criticalCurrent())
                .isGreaterThan(none);
        assertThat(plane(flaw(given, Slot.Opening.RIGID, 0.45, 0)).criticalCurrent())
                .isLessThan(none);
        assertThat(plane(flaw(given, Slot.Opening.RIGID, 0.45, PI / 2)).criticalCurrent())
                .isCloseTo(none, withinPercentage(1e-9));
        // p_γ = 0.45/20e-9 = 22.5 MPa more than the margin without.
        double margin = FRACTURE_PRESSURE - 7e6;
        assertThat(plane(flaw(given, Slot.Opening.RIGID, 0.45, PI)).criticalCurrent() / none)
                .isCloseTo(pow(1 + 22.5e6 / margin, LITHIUM.creepExponent()), withinPercentage(1e-6));
    }

    @Test
    void lithiumThatWetsMayGrowAFlawByItself() {
        CriticalCurrent critical = plane(flaw(new Slot.Given(3e-9), Slot.Opening.RIGID, 0.45, 0));
        assertThat(critical.criticalCurrent()).isZero();
    }

    @Test
    void aGivenOpeningNeedsNoReferenceState() {
        var long_ = new Flaw(
                5e-4, NotchFactor.NONE, Driving.PRESSURE, new Slot(new Slot.Given(1e-7), Slot.Opening.RIGID, 0, PI));
        assertThat(criterion(long_, 298.15, 1e6)
                        .evaluate(new double[] {1}, new double[1], new double[1])
                        .criticalCurrent())
                .isPositive();
        assertThat(plane(long_).criticalCurrent()).isZero();
    }

    @Test
    void refusesFlawsThatContradictThemselves() {
        assertThatThrownBy(() -> plane(flaw(new Slot.Given(2e-6), Slot.Opening.RIGID, 0, PI)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dendrite.half-opening")
                .hasMessageContaining("dendrite.flaw-length")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> plane(flaw(new Slot.Calibrated(1e-3), Slot.Opening.ELASTIC, 0, PI)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dendrite.flat-critical-current")
                .hasMessageContaining("dendrite.opening")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> plane(flaw(new Slot.Given(2e-9), Slot.Opening.ELASTIC, 0.45, PI)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dendrite.surface-energy")
                .hasMessageContaining("Maybe");
    }

    /** The bounds that refusals name are those that are just allowed. */
    @Test
    void refusalsNameTheBound() {
        Pattern bound = Pattern.compile("must be (?:above|at least) (\\S+) ");
        String calibration = refusal(flaw(new Slot.Calibrated(1e-3), Slot.Opening.ELASTIC, 0, PI), bound);
        double current = Double.parseDouble(calibration);
        assertThat(criterion(flaw(new Slot.Calibrated(1.01 * current), Slot.Opening.ELASTIC, 0, PI), 298.15, 7e6)
                        .unloadedHalfOpening())
                .isPositive();
        String opening = refusal(flaw(new Slot.Given(1e-9), Slot.Opening.ELASTIC, 0.45, PI), bound);
        double half = Double.parseDouble(opening);
        assertThat(plane(flaw(new Slot.Given(1.01 * half), Slot.Opening.ELASTIC, 0.45, PI))
                        .criticalCurrent())
                .isPositive();
        refusal(flaw(new Slot.Given(0.99 * half), Slot.Opening.ELASTIC, 0.45, PI), bound);
    }

    private static String refusal(Flaw flaw, Pattern pattern) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> plane(flaw));
        Matcher matcher = pattern.matcher(String.valueOf(refused.getMessage()));
        assertThat(matcher.find()).as(refused.getMessage()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, surface energy", "3, 1, surface energy", "1, 4, contact angle", "NaN, 1, surface energy"})
    void refusesAPropertyOutOfRange(double energy, double angle, String quantity) {
        assertThatThrownBy(() -> new Slot(new Slot.Calibrated(10), Slot.Opening.RIGID, energy, angle))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageContaining("Maybe the unit is wrong");
        assertThatThrownBy(() -> new Slot.Given(20))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Maybe the unit is wrong");
    }
}
