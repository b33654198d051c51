package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DenseKernelsTest {
    static IntStream innerSizes() {
        return IntStream.rangeClosed(0, 17);
    }

    @ParameterizedTest
    @MethodSource("innerSizes")
    void multiplyAddEqualsTheNaiveProduct(int inner) {
        var random = new SplittableRandom(inner);
        int rows = 3, columns = 5, aStride = inner + 2, bStride = columns + 1, cStride = columns + 4;
        double[] a = random.doubles(4 + rows * aStride, -1, 1).toArray();
        double[] b = random.doubles(3 + inner * bStride, -1, 1).toArray();
        double[] c = random.doubles(2 + rows * cStride, -1, 1).toArray();
        double[] expected = c.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[2 + i * cStride + j] += a[4 + i * aStride + k] * b[3 + k * bStride + j];
                }
            }
        }
        DenseKernels.multiplyAdd(rows, columns, inner, a, 4, aStride, b, 3, bStride, c, 2, cStride);
        // The order of the sum differs: a few units in the last place of 17 terms.
        assertThat(c).containsExactly(expected, within(1e-14));
    }

    /** Sizes on both sides of the block of 32 columns, and beyond the tile of 256. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "2, 1, 0",
        "2, 2, 1",
        "31, 31, 0",
        "32, 32, 10",
        "33, 33, 11",
        "40, 32, 0",
        "40, 33, 12",
        "64, 31, 10",
        "65, 64, 20",
        "66, 65, 0",
        "300, 40, 15"
    })
    void partialLdlLeavesFactorsAndSchurComplement(int size, int pivots, int multipliers) {
        RealMatrix matrix = symmetric(size, pivots, multipliers);
        double[] a = lowerTriangle(matrix);
        DenseKernels.partialLdl(a, size, pivots, work(size));

        RealMatrix lower = new Array2DRowRealMatrix(size, size);
        RealMatrix middle = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = a[i * size + j];
                if (j < pivots) {
                    lower.setEntry(i, j, i == j ? 1 : entry);
                    middle.setEntry(i, j, i == j ? entry : 0);
                } else {
                    lower.setEntry(i, j, i == j ? 1 : 0);
                    middle.setEntry(i, j, entry);
                    middle.setEntry(j, i, entry);
                }
            }
        }
        RealMatrix product = lower.multiply(middle).multiply(lower.transpose());
        // Diagonally dominant blocks: nothing grows, so round-off is of the order of size · 1e-16 · norm.
        assertThat(product.subtract(matrix).getNorm()).isLessThan(1e-13 * matrix.getNorm());

        long negative = IntStream.range(0, pivots)
                .filter(k -> middle.getEntry(k, k) < 0)
                .count();
        assertThat(negative).isEqualTo(multipliers);

        if (pivots < size) {
            RealMatrix complement = schurComplement(matrix, pivots);
            RealMatrix rest = middle.getSubMatrix(pivots, size - 1, pivots, size - 1);
            assertThat(rest.subtract(complement).getNorm()).isLessThan(1e-13 * matrix.getNorm());
        }
    }

    @Test
    void nothingToEliminateLeavesTheMatrix() {
        double[] a = lowerTriangle(symmetric(5, 5, 0));
        double[] before = a.clone();
        DenseKernels.partialLdl(a, 5, 0, work(5));
        assertThat(a).containsExactly(before);
    }

    private static RealMatrix schurComplement(RealMatrix matrix, int pivots) {
        int last = matrix.getRowDimension() - 1;
        RealMatrix corner = matrix.getSubMatrix(0, pivots - 1, 0, pivots - 1);
        RealMatrix side = matrix.getSubMatrix(0, pivots - 1, pivots, last);
        RealMatrix solved = new LUDecomposition(corner).getSolver().solve(side);
        return matrix.getSubMatrix(pivots, last, pivots, last)
                .subtract(side.transpose().multiply(solved));
    }

    /** Definite in its first unknowns; the last of the pivots are multipliers with a zero diagonal block. */
    private static RealMatrix symmetric(int size, int pivots, int multipliers) {
        var random = new SplittableRandom(1000L * size + pivots);
        int definite = pivots - multipliers;
        RealMatrix matrix = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            boolean multiplier = i >= definite && i < pivots;
            for (int j = 0; j < i; j++) {
                boolean bothMultipliers = multiplier && j >= definite;
                double entry = bothMultipliers ? 0 : random.nextDouble(-1, 1);
                matrix.setEntry(i, j, entry);
                matrix.setEntry(j, i, entry);
            }
            matrix.setEntry(i, i, multiplier ? 0 : size);
            if (multiplier) {
                // One strong unknown of its own keeps each multiplier's Schur complement away from zero.
                matrix.setEntry(i, i - definite, size);
                matrix.setEntry(i - definite, i, size);
            }
        }
        return matrix;
    }

    /** Row-major, with what must not be read above the diagonal. */
    private static double[] lowerTriangle(RealMatrix matrix) {
        int size = matrix.getRowDimension();
        double[] a = new double[size * size];
        Arrays.fill(a, Double.NaN);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * size + j] = matrix.getEntry(i, j);
            }
        }
        return a;
    }

    private static double[] work(int size) {
        return new double[DenseKernels.workLength(size)];
    }
}
