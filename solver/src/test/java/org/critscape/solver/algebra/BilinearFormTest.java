package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sum factorisation against the sum as it is written. */
class BilinearFormTest {
    static Stream<TensorBasis> bases() {
        return Stream.of(
                basis(1, 1, 1, 1, 1, 1),
                basis(2, 2, 2, 3, 3, 3),
                basis(1, 2, 3, 4, 3, 2),
                basis(3, 0, 2, 4, 1, 3),
                basis(0, 3, 1, 2, 4, 9),
                basis(2, 1, 0, 3, 9, 2));
    }

    private static TensorBasis basis(int p1, int p2, int p3, int... sizes) {
        return new TensorBasis(
                new int[] {p1, p2, p3},
                Arrays.stream(sizes).mapToObj(GaussRule::ofSize).toArray(GaussRule[]::new));
    }

    @ParameterizedTest
    @MethodSource("bases")
    void equalsTheDirectSum(TensorBasis basis) {
        int n = basis.size();
        double[][] coefficients = coefficients(basis, 1);
        double[] matrix = new double[n * n];
        new BilinearForm(basis).assemble(coefficients, matrix, 0, n);
        assertThat(matrix).containsExactly(directSum(basis, coefficients), within(1e-11 * scale(matrix)));
    }

    @ParameterizedTest
    @MethodSource("bases")
    void writesIntoALargerMatrixAndNowhereElse(TensorBasis basis) {
        int n = basis.size(), stride = n + 3, offset = 2 * stride + 1;
        BilinearForm form = new BilinearForm(basis);
        double[] target = new double[(n + 4) * stride];
        Arrays.fill(target, Double.NaN);
        form.assemble(coefficients(basis, 1), target, offset, stride);
        form.assemble(coefficients(basis, 2), target, offset, stride);
        double[] alone = new double[n * n];
        new BilinearForm(basis).assemble(coefficients(basis, 2), alone, 0, n);
        double[] expected = new double[target.length];
        Arrays.fill(expected, Double.NaN);
        for (int row = 0; row < n; row++) {
            System.arraycopy(alone, row * n, expected, offset + row * stride, n);
        }
        assertThat(target).containsExactly(expected);
    }

    /** Trilinear hexahedron of side 1: the diagonal of ∫ ∇φ·∇φ is 1/3, and constants are in its kernel. */
    @Test
    void laplacianOfTheUnitCube() {
        TensorBasis basis = basis(1, 1, 1, 2, 2, 2);
        double[][] coefficients = new double[9][8];
        for (int m = 0; m < 3; m++) {
            Arrays.fill(coefficients[4 * m], 1.0 / 8);
        }
        double[] matrix = new double[64];
        new BilinearForm(basis).assemble(coefficients, matrix, 0, 8);
        for (int a = 0; a < 8; a++) {
            assertThat(matrix[9 * a]).isCloseTo(1.0 / 3, within(1e-15));
            assertThat(Arrays.stream(matrix, 8 * a, 8 * a + 8).sum()).isCloseTo(0, within(1e-15));
        }
    }

    /** No symmetry, neither between m and n nor between points. */
    private static double[][] coefficients(TensorBasis basis, long seed) {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> random.doubles(basis.points(), -1, 1).toArray())
                .limit(9)
                .toArray(double[][]::new);
    }

    private static double scale(double[] matrix) {
        return Arrays.stream(matrix).map(Math::abs).max().orElseThrow();
    }

    private static double[] directSum(TensorBasis basis, double[][] coefficients) {
        int n = basis.size(), points = basis.points();
        double[][][] gradient = new double[n][3][points];
        for (int a = 0; a < n; a++) {
            for (int m = 0; m < 3; m++) {
                for (int q = 0; q < points; q++) {
                    gradient[a][m][q] = derivative(basis, a, m, q);
                }
            }
        }
        double[] matrix = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int q = 0; q < points; q++) {
                    for (int mn = 0; mn < 9; mn++) {
                        matrix[a * n + b] += gradient[a][mn / 3][q] * coefficients[mn][q] * gradient[b][mn % 3][q];
                    }
                }
            }
        }
        return matrix;
    }

    /** ∂_along of a function at a point, each given by its number. */
    private static double derivative(TensorBasis basis, int function, int along, int point) {
        double product = 1;
        for (int d = 2; d >= 0; d--) {
            LobattoBasis one = basis.basis(d);
            GaussRule rule = basis.rule(d);
            double x = rule.points()[point % rule.size()];
            product *= (d == along ? one.derivatives(x) : one.values(x))[function % one.size()];
            function /= one.size();
            point /= rule.size();
        }
        return product;
    }
}
