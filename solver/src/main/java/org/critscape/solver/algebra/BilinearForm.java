package org.critscape.solver.algebra;

/**
 * Element matrices A[a, b] = Σ_q Σ_mn ∂_m φ_a(q) c_mn(q) ∂_n φ_b(q) by sum factorisation.
 *
 * <p>The three directions are summed one after the other, so an element of order p costs O(p⁷) operations where the
 * direct sum costs O(p⁹). The pairs (m, n) differ only in which direction carries the derivative; those alike in the
 * directions still to come are merged as soon as they can be.
 */
public final class BilinearForm {
    private final TensorBasis basis;
    private final double[][][] pairs = new double[3][4][];
    private final double[][] afterThird = new double[9][];
    private final double[] afterSecond;
    private final double[] stacked;
    private final double[] result;

    /** Tables and work space for one basis; not for two threads at once. */
    public BilinearForm(TensorBasis basis) {
        this.basis = basis;
        for (int d = 0; d < 3; d++) {
            for (int kind = 0; kind < 4; kind++) {
                pairs[d][kind] = pairTable(basis, d, (kind & 2) != 0, (kind & 1) != 0);
            }
        }
        int n1 = basis.basis(0).size(),
                n2 = basis.basis(1).size(),
                n3 = basis.basis(2).size();
        int m1 = basis.rule(0).size(), m2 = basis.rule(1).size();
        for (int pair = 0; pair < 9; pair++) {
            afterThird[pair] = new double[m1 * m2 * n3 * n3];
        }
        afterSecond = new double[4 * m1 * n2 * n2 * n3 * n3];
        stacked = new double[n1 * n1 * 4 * m1];
        for (int kind = 0; kind < 4; kind++) {
            for (int q = 0; q < m1; q++) {
                for (int ab = 0; ab < n1 * n1; ab++) {
                    stacked[ab * 4 * m1 + kind * m1 + q] = pairs[0][kind][ab * m1 + q];
                }
            }
        }
        result = new double[n1 * n1 * n2 * n2 * n3 * n3];
    }

    /** Products of two tables in one direction; the third direction as [q][ab], the others as [ab][q]. */
    private static double[] pairTable(TensorBasis basis, int d, boolean rowDerivative, boolean columnDerivative) {
        int n = basis.basis(d).size(), m = basis.rule(d).size();
        double[] row = basis.table(d, rowDerivative), column = basis.table(d, columnDerivative);
        double[] table = new double[m * n * n];
        for (int q = 0; q < m; q++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    int ab = a * n + b;
                    table[d == 2 ? q * n * n + ab : ab * m + q] = row[q * n + a] * column[q * n + b];
                }
            }
        }
        return table;
    }

    /**
     * Writes the element matrix into a larger row-major array.
     *
     * @param coefficients c[m · 3 + n][q], weights and metric included
     * @param target row a, column b at offset + a · stride + b; overwritten
     */
    public void assemble(double[][] coefficients, double[] target, int offset, int stride) {
        int n1 = basis.basis(0).size(),
                n2 = basis.basis(1).size(),
                n3 = basis.basis(2).size();
        int m1 = basis.rule(0).size(),
                m2 = basis.rule(1).size(),
                m3 = basis.rule(2).size();
        int nn2 = n2 * n2, nn3 = n3 * n3;
        for (int pair = 0; pair < 9; pair++) {
            double[] third = pairs[2][kind(pair, 2)];
            java.util.Arrays.fill(afterThird[pair], 0);
            DenseKernels.multiplyAdd(
                    m1 * m2, nn3, m3, coefficients[pair], 0, m3, third, 0, nn3, afterThird[pair], 0, nn3);
        }
        java.util.Arrays.fill(afterSecond, 0);
        for (int pair = 0; pair < 9; pair++) {
            double[] second = pairs[1][kind(pair, 1)];
            for (int q = 0; q < m1; q++) {
                int into = (kind(pair, 0) * m1 + q) * nn2 * nn3;
                DenseKernels.multiplyAdd(
                        nn2, nn3, m2, second, 0, m2, afterThird[pair], q * m2 * nn3, nn3, afterSecond, into, nn3);
            }
        }
        java.util.Arrays.fill(result, 0);
        DenseKernels.multiplyAdd(
                n1 * n1, nn2 * nn3, 4 * m1, stacked, 0, 4 * m1, afterSecond, 0, nn2 * nn3, result, 0, nn2 * nn3);
        scatter(target, offset, stride, n1, n2, n3);
    }

    /** From [a1 b1][a2 b2][a3 b3] to [a][b]. */
    private void scatter(double[] target, int offset, int stride, int n1, int n2, int n3) {
        int from = 0;
        for (int a1 = 0; a1 < n1; a1++) {
            for (int b1 = 0; b1 < n1; b1++) {
                for (int a2 = 0; a2 < n2; a2++) {
                    for (int b2 = 0; b2 < n2; b2++) {
                        int row = offset + (a1 * n2 + a2) * n3 * stride;
                        int column = (b1 * n2 + b2) * n3;
                        for (int a3 = 0; a3 < n3; a3++, from += n3) {
                            System.arraycopy(result, from, target, row + a3 * stride + column, n3);
                        }
                    }
                }
            }
        }
    }

    /** Which of the two functions of a pair (m, n) carries the derivative in direction d: 2 the row, 1 the column. */
    private static int kind(int pair, int d) {
        return (pair / 3 == d ? 2 : 0) + (pair % 3 == d ? 1 : 0);
    }
}
