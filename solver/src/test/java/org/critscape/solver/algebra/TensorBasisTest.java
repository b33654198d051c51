package org.critscape.solver.algebra;

import static java.lang.StrictMath.pow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TensorBasisTest {
    private static final int OFFSET = 7;

    static Stream<TensorBasis> bases() {
        return Stream.of(
                basis(new int[] {1, 1, 1}, 1, 1, 1),
                basis(new int[] {2, 3, 4}, 4, 3, 2),
                basis(new int[] {3, 0, 2}, 4, 1, 5),
                basis(new int[] {0, 4, 1}, 2, 6, 3),
                basis(new int[] {5, 2, 0}, 3, 3, 1));
    }

    private static TensorBasis basis(int[] orders, int... sizes) {
        return new TensorBasis(
                orders, Arrays.stream(sizes).mapToObj(GaussRule::ofSize).toArray(GaussRule[]::new));
    }

    @ParameterizedTest
    @MethodSource("bases")
    void interpolatesPolynomialsAndTheirDerivatives(TensorBasis basis) {
        int[] degrees = IntStream.range(0, 3).map(d -> basis.basis(d).order()).toArray();
        double[] nodal = new double[OFFSET + basis.size()];
        int node = OFFSET;
        for (int a = 0; a <= degrees[0]; a++) {
            for (int b = 0; b <= degrees[1]; b++) {
                for (int c = 0; c <= degrees[2]; c++, node++) {
                    nodal[node] = monomial(
                            -1,
                            degrees,
                            basis.basis(0).node(a),
                            basis.basis(1).node(b),
                            basis.basis(2).node(c));
                }
            }
        }
        for (int along = -1; along < 3; along++) {
            double[] result = interpolate(basis, along, nodal);
            int q = 0;
            for (double x : basis.rule(0).points()) {
                for (double y : basis.rule(1).points()) {
                    for (double z : basis.rule(2).points()) {
                        assertThat(result[q++]).isCloseTo(monomial(along, degrees, x, y, z), within(1e-12));
                    }
                }
            }
            assertThat(q).isEqualTo(basis.points());
        }
    }

    /** x^a y^b z^c, or its derivative along one direction. */
    private static double monomial(int along, int[] degrees, double... point) {
        double product = 1;
        for (int d = 0; d < 3; d++) {
            int degree = degrees[d];
            product *= d != along ? pow(point[d], degree) : degree == 0 ? 0 : degree * pow(point[d], degree - 1);
        }
        return product;
    }

    @ParameterizedTest
    @MethodSource("bases")
    void testingIsTheTransposeOfInterpolation(TensorBasis basis) {
        var random = new SplittableRandom(basis.size());
        double[] nodal = random.doubles(OFFSET + basis.size(), -1, 1).toArray();
        double[] pointValues = random.doubles(basis.points(), -1, 1).toArray();
        for (int along = -1; along < 3; along++) {
            double[] before = random.doubles(OFFSET + basis.size(), -1, 1).toArray();
            double[] tested = before.clone();
            basis.test(along, pointValues, tested, OFFSET, work(basis));
            double transposed = 0;
            for (int i = OFFSET; i < nodal.length; i++) {
                transposed += (tested[i] - before[i]) * nodal[i];
            }
            assertThat(Arrays.copyOf(tested, OFFSET)).containsExactly(Arrays.copyOf(before, OFFSET));
            double direct = 0;
            double[] interpolated = interpolate(basis, along, nodal);
            for (int q = 0; q < basis.points(); q++) {
                direct += interpolated[q] * pointValues[q];
            }
            // Up to 36 points, derivatives up to 30: sums of some hundred, good to 1e-12 with a few digits in hand.
            assertThat(transposed).isCloseTo(direct, within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void faceValuesAreThoseOfTheFirstTwoDirections(TensorBasis basis) {
        int functions = basis.basis(0).size() * basis.basis(1).size();
        int perFunction = basis.basis(2).size();
        double[] face = basis.faceValues();
        for (int a = 0; a < functions; a++) {
            // All functions above the same node of the face: together constant along the third direction.
            double[] nodal = new double[OFFSET + basis.size()];
            Arrays.fill(nodal, OFFSET + a * perFunction, OFFSET + (a + 1) * perFunction, 1);
            double[] values = interpolate(basis, -1, nodal);
            for (int q = 0; q < values.length; q++) {
                assertThat(face[q / basis.rule(2).size() * functions + a]).isCloseTo(values[q], within(1e-14));
            }
        }
    }

    private static double[] interpolate(TensorBasis basis, int along, double[] nodal) {
        double[] result = new double[basis.points()];
        Arrays.fill(result, Double.NaN);
        basis.interpolate(along, nodal, OFFSET, result, work(basis));
        return result;
    }

    /** As small as allowed and full of what must not be read. */
    private static double[] work(TensorBasis basis) {
        double[] work = new double[basis.workLength()];
        Arrays.fill(work, Double.NaN);
        return work;
    }
}
