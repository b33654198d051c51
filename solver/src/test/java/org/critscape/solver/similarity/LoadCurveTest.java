package org.critscape.solver.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.MaterialPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCurveTest {
    private static final double EXPONENT = 6.6;
    private static final double HEIGHT = 25e-6;
    private static final double SEPARATION = 150e-6;

    /** Random fields; every fifth point repeats the one before but for round-off, as at the sides of elements. */
    private static InterfacePoints cloud(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] fields = new double[6][count];
        for (int i = 0; i < count; i++) {
            double angle = random.nextDouble() * Math.PI / 2;
            double radius = 0.9 + 0.1 * random.nextDouble();
            boolean repeats = i > 0 && random.nextInt(5) == 0;
            fields[0][i] = repeats ? fields[0][i - 1] : random.nextDouble();
            fields[1][i] = repeats ? fields[1][i - 1] : random.nextDouble();
            fields[2][i] = repeats ? Math.nextUp(fields[2][i - 1]) : 0.2 + 2 * radius * StrictMath.cos(angle);
            fields[3][i] = repeats ? Math.nextDown(fields[3][i - 1]) : 9 * radius * StrictMath.sin(angle) - 2;
            fields[4][i] = random.nextDouble() - 0.5;
            fields[5][i] = repeats ? fields[5][i - 1] : 8 * random.nextDouble() - 4;
        }
        return new InterfacePoints(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], 0);
    }

    private static LoadCurve curve(InterfacePoints points, Driving driving, NotchFactor notch, double exponent) {
        return LoadCurve.of(exponent, HEIGHT / SEPARATION, driving, notch, points);
    }

    /** Of the excess pressure, without notch. */
    private static LoadCurve curve(double exponent, double[] x, double[] currentRatio, double[] pressure) {
        double[] zero = new double[x.length];
        InterfacePoints points = new InterfacePoints(x, x, currentRatio, pressure, zero, zero, 0);
        return LoadCurve.of(exponent, 0.2, Driving.PRESSURE, NotchFactor.NONE, points);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheLargestLoadOfAllPointsForEveryRatioOfPressureToFlow(long seed) {
        InterfacePoints points = cloud(seed, 2000);
        LoadCurve curve = curve(points, Driving.PRESSURE, NotchFactor.NONE, EXPONENT);
        assertThat(curve.sites()).hasSizeBetween(5, 100);
        for (int i = -1; i <= 400; i++) {
            double ratio = i < 0 ? 0 : StrictMath.pow(10, -6 + 0.02 * i);
            double largest = IntStream.range(0, points.x().length)
                    .mapToDouble(j -> StrictMath.pow(points.currentRatio()[j], 1 / EXPONENT)
                            + ratio * points.pressureFunction()[j])
                    .max()
                    .orElseThrow();
            assertThat(curve.load(ratio)).isEqualTo(largest);
        }
    }

    @ParameterizedTest
    @EnumSource(NotchFactor.class)
    void theGrowthCriterionFindsTheSameCurrentAndSiteOnTheHullAsOnAllPoints(NotchFactor notch) {
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        for (int seed = 0; seed < 40; seed++) {
            InterfacePoints points = cloud(seed, 500);
            double flatCritical = StrictMath.pow(10, seed % 8 - 3);
            GrowthCriterion criterion = new GrowthCriterion(
                    preset.electrolyte(),
                    preset.lithium(),
                    new Flaw(1e-6, notch, flatCritical),
                    298.15,
                    7e6,
                    SEPARATION,
                    HEIGHT);
            for (Driving driving : Driving.values()) {
                LoadCurve curve = curve(points, driving, notch, preset.lithium().creepExponent());
                CriticalCurrent all =
                        criterion.evaluate(points.currentRatio(), points.stress(driving), inMetres(points.curvature()));
                CriticalCurrent hull =
                        criterion.evaluate(curve.currentRatios(), curve.stresses(), inMetres(curve.curvatures()));
                assertThat(hull.criticalCurrent()).isEqualTo(all.criticalCurrent());
                assertThat(hull.enhancement()).isEqualTo(all.enhancement());
                LoadCurve.Site site = curve.sites().get(hull.siteIndex());
                assertThat(site.x()).isEqualTo(points.x()[all.siteIndex()]);
                assertThat(site.y()).isEqualTo(points.y()[all.siteIndex()]);
            }
        }
    }

    private static double[] inMetres(double[] curvature) {
        return IntStream.range(0, curvature.length)
                .mapToDouble(i -> curvature[i] / SEPARATION)
                .toArray();
    }

    @Test
    void thePlaneIsASinglePoint() {
        double[] zero = {0};
        InterfacePoints plane = new InterfacePoints(zero, zero, new double[] {1}, zero, zero, zero, 0);
        LoadCurve curve = curve(plane, Driving.PRESSURE, NotchFactor.INGLIS, EXPONENT);
        assertThat(curve.sites()).hasSize(1);
        assertThat(curve.load(0)).isEqualTo(1);
        assertThat(curve.load(1e3)).isEqualTo(1);
    }

    @Test
    void equalPointsAreOneAndTheFirstOfThemIsTheSite() {
        double[] x = {0.1, 0.2, 0.3, 0.4};
        double[] k = {0.5, 2, 2, 2};
        double[] stress = {1, 3, 3, 3};
        LoadCurve curve = curve(3, x, k, stress);
        assertThat(curve.sites()).extracting(LoadCurve.Site::x).containsExactly(0.2);
    }

    @Test
    void pointsBelowTheHullAreLeftOutAndNegativeCurrentsCountAsNone() {
        int count = 20;
        // A quarter circle in the plane of the load, and a point within.
        double[] k = new double[count + 1];
        double[] stress = new double[count + 1];
        for (int i = 0; i < count; i++) {
            double angle = i * Math.PI / 2 / (count - 1);
            k[i] = i == count - 1 ? -1e-9 : StrictMath.cos(angle);
            stress[i] = StrictMath.sin(angle);
        }
        k[count] = 0.6;
        stress[count] = 0.6;
        double[] zero = new double[count + 1];
        LoadCurve curve = curve(1, zero, k, stress);
        assertThat(curve.sites()).hasSize(count);
        assertThat(curve.sites().get(count - 1).currentRoot()).isZero();
        assertThat(curve.load(1)).isCloseTo(Math.sqrt(2), within(2e-3));
    }

    @Test
    void errorsOfTheFieldsBecomeOneOfTheCriticalCurrent() {
        double[] at = {0};
        LoadCurve curve = curve(4, at, new double[] {16}, new double[] {3});
        // Load 2 + 3 B; without pressure the critical current falls as k rises.
        assertThat(curve.criticalCurrentError(0, 0.01, 0.5)).isCloseTo(0.01, within(1e-12));
        assertThat(curve.criticalCurrentError(1, 0, 0.01)).isCloseTo(StrictMath.pow(5.03 / 5, 4) - 1, within(1e-12));
    }

    @Test
    void whatIsNotFiniteIsABug() {
        double[] at = {0, 0};
        double[] broken = {1, Double.NaN};
        assertThatThrownBy(() -> curve(3, at, broken, at))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void stressHasAShareInTheLargestLoad() {
        LoadCurve curve = curve(1, new double[] {0, 1}, new double[] {2, 1}, new double[] {0, 4});
        assertThat(curve.stressShare(0)).isZero();
        // Up to B = 1/4 the first site is the largest, and no stress is there.
        assertThat(curve.stressShare(0.2)).isZero();
        assertThat(curve.stressShare(0.5)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(curve(1, new double[] {0}, new double[] {2}, new double[] {-1})
                        .stressShare(0.5))
                .isZero();
    }
}
