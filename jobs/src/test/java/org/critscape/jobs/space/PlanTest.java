package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final int DIMENSIONS = 6;

    private static double[][] points(Plan plan, int count, int dimensions) {
        return IntStream.range(0, count)
                .mapToObj(index -> IntStream.range(0, dimensions)
                        .mapToDouble(dimension -> plan.coordinate(index, dimension))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Slices of equal width by how many coordinates lie in them. */
    private static long[] counts(double[][] points, int dimension, int slices) {
        long[] counts = new long[slices];
        Arrays.stream(points).forEach(point -> counts[(int) (point[dimension] * slices)]++);
        return counts;
    }

    @ParameterizedTest
    @EnumSource
    void everyAxisIsEvenlyCovered(PlanKind kind) {
        double[][] points = points(kind.plan(3, 10_000, DIMENSIONS), 10_000, DIMENSIONS);
        double[] expected = new double[16];
        Arrays.fill(expected, 10_000 / 16.0);
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            long[] counts = counts(points, dimension, 16);
            assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void coordinatesOfTwoAxesAreUncorrelated(PlanKind kind) {
        double[][] points = points(kind.plan(5, 4096, 51), 4096, 51);
        for (int a = 0; a < 51; a++) {
            for (int b = 0; b < a; b++) {
                double covariance = 0;
                for (double[] point : points) {
                    covariance += 12 * (point[a] - 0.5) * (point[b] - 0.5) / points.length;
                }
                // Four and a half deviations of independent samples, 1/sqrt(4096) each, over 1275 pairs.
                assertThat(covariance).as(a + " and " + b).isCloseTo(0, within(4.5 / 64));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 97, 1000})
    void latinHypercubeHasOneSampleInEverySlice(int cases) {
        double[][] points = points(new LatinHypercubePlan(11, cases), cases, DIMENSIONS);
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            assertThat(counts(points, dimension, cases)).containsOnly(1);
        }
    }

    @Test
    void permutationOfAMillionMillionsStaysInside() {
        long size = 1_000_000_000_007L;
        assertThat(LongStream.range(size - 1000, size).map(index -> KeyedPermutation.of(1, size, index)))
                .allMatch(image -> image >= 0 && image < size)
                .doesNotHaveDuplicates();
    }

    @Test
    void sobolDigitsAreThoseOfTheGenerator() {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(DIMENSIONS);
        SobolPlan plan = new SobolPlan(1, DIMENSIONS);
        for (int index = 0; index < 5000; index++) {
            double[] expected = generator.nextVector();
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                assertThat(plan.digits(index, dimension) * 0x1p-32).isEqualTo(expected[dimension]);
            }
        }
    }

    @Test
    void scrambledSobolIsStillANet() {
        // Any 256 samples that start at a multiple of 256 meet each of 256 slices once, and in the first two dimensions
        // each of 16 by 16 squares.
        SobolPlan plan = new SobolPlan(17, DIMENSIONS);
        for (int start = 0; start < 1024; start += 256) {
            long[] squares = new long[256];
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                long[] slices = new long[256];
                for (int index = start; index < start + 256; index++) {
                    slices[(int) (plan.coordinate(index, dimension) * 256)]++;
                }
                assertThat(slices).containsOnly(1);
            }
            for (int index = start; index < start + 256; index++) {
                squares[16 * (int) (plan.coordinate(index, 0) * 16) + (int) (plan.coordinate(index, 1) * 16)]++;
            }
            assertThat(squares).containsOnly(1);
        }
    }

    @Test
    void haltonMeetsEverySliceOfItsBase() {
        double[][] points = points(new HaltonPlan(17, 3), 3 * 3 * 5 * 5 * 8, 3);
        assertThat(counts(points, 0, 8)).containsOnly(225);
        assertThat(counts(points, 1, 9)).containsOnly(200);
        assertThat(counts(points, 2, 25)).containsOnly(72);
    }

    @ParameterizedTest
    @CsvSource({"LATIN_HYPERCUBE, 0.9", "HALTON, 0.5", "SOBOL, 0.5"})
    void discrepancyIsBelowThatOfRandomSamples(PlanKind kind, double share) {
        assertThat(meanDiscrepancy(kind)).isLessThan(share * meanDiscrepancy(PlanKind.RANDOM));
    }

    private static double meanDiscrepancy(PlanKind kind) {
        return LongStream.rangeClosed(1, 10)
                .mapToDouble(seed -> discrepancy(points(kind.plan(seed, 512, 4), 512, 4)))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void seedsMakeOtherSamples(PlanKind kind) {
        assertThat(points(kind.plan(1, 64, 2), 64, 2)).isNotEqualTo(points(kind.plan(2, 64, 2), 64, 2));
    }

    /** L2 star discrepancy; T. T. Warnock 1972. */
    private static double discrepancy(double[][] points) {
        int n = points.length, s = points[0].length;
        double single = 0, pairs = 0;
        for (double[] x : points) {
            double product = 1;
            for (double coordinate : x) {
                product *= 1 - coordinate * coordinate;
            }
            single += product;
            for (double[] y : points) {
                double common = 1;
                for (int k = 0; k < s; k++) {
                    common *= 1 - Math.max(x[k], y[k]);
                }
                pairs += common;
            }
        }
        double square = StrictMath.pow(3, -s) - StrictMath.pow(2, 1 - s) / n * single + pairs / n / n;
        return Math.sqrt(square);
    }
}
