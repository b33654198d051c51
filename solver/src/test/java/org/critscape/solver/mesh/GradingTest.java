package org.critscape.solver.mesh;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.expm1;
import static java.lang.StrictMath.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradingTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** A random grading, with its wish spelled out once more. */
    private record Wish(double largest, double growth, double[] places, double[] sizes, double[] required) {
        static Wish random(long seed) {
            var random = new SplittableRandom(seed);
            int count = random.nextInt(4);
            double[] sizes = random.doubles(count, log(3e-3), log(0.3))
                    .map(StrictMath::exp)
                    .toArray();
            double[] required = DoubleStream.concat(DoubleStream.of(0, 1), random.doubles(random.nextInt(3)))
                    .sorted()
                    .toArray();
            return new Wish(
                    random.nextDouble(0.1, 1.5),
                    random.nextDouble(0.3, 3),
                    random.doubles(count).toArray(),
                    sizes,
                    required);
        }

        double[] breakpoints() {
            Grading grading = new Grading(largest, growth);
            for (int i = 0; i < places.length; i++) {
                grading.refine(places[i], sizes[i]);
            }
            return grading.breakpoints(required);
        }

        double sizeAt(double x) {
            double size = largest;
            for (int i = 0; i < places.length; i++) {
                size = Math.min(size, sizes[i] + growth * Math.abs(x - places[i]));
            }
            return size;
        }

        double[] within(double from, double to) {
            return DoubleStream.concat(
                            DoubleStream.iterate(0, i -> i <= 200, i -> i + 1).map(i -> from + (to - from) * i / 200),
                            DoubleStream.of(places).filter(x -> x > from && x < to))
                    .map(this::sizeAt)
                    .sorted()
                    .toArray();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void requiredPointsAreKeptAndPointsAscend(long seed) {
        Wish wish = Wish.random(seed);
        double[] points = wish.breakpoints();
        assertThat(points).contains(wish.required).isSorted().doesNotHaveDuplicates();
        assertThat(points[0]).isZero();
        assertThat(points[points.length - 1]).isEqualTo(1);
        assertThat(points).containsExactly(Wish.random(seed).breakpoints());
    }

    /**
     * An element of length L holds at most one unit of ∫ dx/size: so L is at most the largest size within, and where the
     * size grows away from a place by the factor g, at most (e^g − 1)/g of the smallest. It holds at least half a unit
     * unless it is the only one between required points. The integral is sampled, to 1 %.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void elementsAreAboutAsLargeAsWanted(long seed) {
        Wish wish = Wish.random(seed);
        double[] points = wish.breakpoints();
        // A place inside an element is no worse: two halves that grow from it are shorter together than one.
        double g = wish.growth;
        double steepest = expm1(g) / g;
        for (int i = 1; i < points.length; i++) {
            double length = points[i] - points[i - 1];
            double[] sizes = wish.within(points[i - 1], points[i]);
            assertThat(length).isLessThan(1.01 * sizes[sizes.length - 1]);
            assertThat(length).isLessThan(1.01 * steepest * sizes[0]);
            boolean only = isRequired(wish, points[i - 1]) && isRequired(wish, points[i]);
            assertThat(only || length > 0.49 * sizes[0]).isTrue();
        }
    }

    private static boolean isRequired(Wish wish, double point) {
        return DoubleStream.of(wish.required).anyMatch(r -> r == point);
    }

    @Test
    void withoutPlacesElementsAreEqual() {
        assertThat(new Grading(0.25, 2).breakpoints(0, 1))
                .containsExactly(new double[] {0, 0.25, 0.5, 0.75, 1}, within(1e-12));
        assertThat(new Grading(3, 2).breakpoints(0, 1)).containsExactly(0, 1);
        assertThat(new Grading(0.3, 2).breakpoints(0, 1)).hasSize(5);
    }

    /** size = a + g x: breakpoints where ln(1 + g x/a) is divided evenly. */
    @Test
    void growingElementsFormAGeometricSequence() {
        double a = 0.02, g = 1.5;
        double[] points = new Grading(10, g).refine(0, a).breakpoints(0, 1);
        int count = points.length - 1;
        assertThat(count).isEqualTo((int) Math.ceil(log(1 + g / a) / g));
        double ratio = exp(log(1 + g / a) / count);
        for (int i = 0; i <= count; i++) {
            assertThat(points[i]).isCloseTo(a / g * (StrictMath.pow(ratio, i) - 1), within(1e-5));
        }
    }
}
