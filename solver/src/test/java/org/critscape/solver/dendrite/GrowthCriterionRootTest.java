package org.critscape.solver.dendrite;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Lithium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed form against the growth condition K_I = K_IC, solved point by point with a bracketed root. */
class GrowthCriterionRootTest {
    private static final double FARADAY = 96485.33212331;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closedFormIsTheLeastRoot(long seed) {
        var random = new SplittableRandom(seed);
        var lithium = new Lithium(
                1.3e-5, random.nextDouble(1, 8), pow(10, random.nextDouble(4, 7)), random.nextDouble(0, 80e3));
        var electrolyte = new Electrolyte(0.2, 3e4, 1e-3, 2e10, 0.3, random.nextDouble(0.1e6, 2e6));
        NotchFactor notch = random.nextBoolean() ? NotchFactor.INGLIS : NotchFactor.NONE;
        double length = random.nextDouble(0.1e-6, 3e-6);
        double flatCriticalCurrent = random.nextDouble(0.1, 100);
        var flaw = new Flaw(length, notch, flatCriticalCurrent);
        double fracturePressure = electrolyte.fractureToughness() / (1.12 * sqrt(StrictMath.PI * flaw.length()));
        double temperature = random.nextDouble(200, 450);
        double stackPressure = random.nextDouble(0, Math.min(0.95 * fracturePressure, 1e9));
        double separation = random.nextDouble(10e-6, 900e-6);
        double height = random.nextDouble(0, 0.5) * separation;
        double[] ratio = random.doubles(8, 0.1, 4).toArray();
        double[] pressure = random.doubles(8, -1, 6).toArray();
        double[] curvature =
                random.doubles(8, -20 / separation, 20 / separation).toArray();

        double least = Double.POSITIVE_INFINITY;
        int site = -1;
        for (int i = 0; i < ratio.length; i++) {
            double k = ratio[i];
            double excess = pressure[i];
            double factor = notch == NotchFactor.INGLIS && curvature[i] > 0 ? 1 + 2 * sqrt(height * curvature[i]) : 1;
            UnivariateFunction shortfall = x -> {
                double rate = 1.3e-5 * exp(x) / (FARADAY * separation);
                double ownPressure = (fracturePressure - 7e6)
                        * pow(k * exp(x) / flatCriticalCurrent, 1 / lithium.creepExponent())
                        * pow(
                                lithium.creepCoefficientAt(298.15) / lithium.creepCoefficientAt(temperature),
                                1 / lithium.creepExponent());
                double interfacePressure = stackPressure
                        + factor
                                * excess
                                * pow(rate / lithium.creepCoefficientAt(temperature), 1 / lithium.creepExponent());
                return (interfacePressure + ownPressure) / fracturePressure - 1;
            };
            double root = rootOrInfinity(shortfall);
            if (root < least) {
                least = root;
                site = i;
            }
        }

        CriticalCurrent critical = new GrowthCriterion(
                        electrolyte, lithium, flaw, temperature, stackPressure, separation, height)
                .evaluate(ratio, pressure, curvature);
        assertThat(critical.siteIndex()).isEqualTo(site);
        assertThat(critical.criticalCurrent()).isCloseTo(least, withinPercentage(1e-6));
    }

    /** Where suction outweighs the flaw's own pressure it never grows. */
    private static double rootOrInfinity(UnivariateFunction shortfall) {
        double top = log(1e60);
        return shortfall.value(top) < 0
                ? Double.POSITIVE_INFINITY
                : exp(new BrentSolver(1e-14, 1e-13, 1e-15).solve(1000, shortfall, -top, top));
    }

    @Test
    void nothingOverflowsOrVanishesAtTheCornersOfTheRanges() {
        for (int corner = 0; corner < 1 << 9; corner++) {
            var lithium = new Lithium(
                    pick(corner, 0, 1e-6, 1e-4),
                    pick(corner, 1, 1, 8),
                    pick(corner, 2, 1, 1e20),
                    pick(corner, 3, 0, 2e5));
            // A toughness of 0.02 MPa √m lets the flaw of 1 µm be calibrated; weaker or longer ones are refused.
            var electrolyte = new Electrolyte(0.2, 3e4, 1e-3, 2e10, 0.3, pick(corner, 4, 2e4, 1e8));
            var flaw = new Flaw(pick(corner, 5, 1e-9, 1e-6), NotchFactor.INGLIS, pick(corner, 6, 1e-3, 1e6));
            var criterion = new GrowthCriterion(
                    electrolyte, lithium, flaw, pick(corner, 7, 200, 450), 1e5, pick(corner, 8, 1e-7, 0.1), 1e-6);
            CriticalCurrent critical = criterion.evaluate(new double[] {5}, new double[] {100}, new double[] {1e6});
            assertThat(critical.criticalCurrent()).isBetween(Double.MIN_NORMAL, Double.MAX_VALUE);
            assertThat(critical.flatCriticalCurrentAtState()).isBetween(Double.MIN_NORMAL, Double.MAX_VALUE);
            assertThat(critical.enhancement()).isBetween(Double.MIN_NORMAL, 0.2 * (1 + 1e-12));
            assertThat(criterion.halfOpening()).isBetween(Double.MIN_NORMAL, Double.MAX_VALUE);
        }
    }

    private static double pick(int corner, int bit, double low, double high) {
        return (corner >> bit & 1) == 0 ? low : high;
    }
}
