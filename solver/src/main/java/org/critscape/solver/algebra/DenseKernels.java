package org.critscape.solver.algebra;

/**
 * The two dense kernels that the solver's time goes into, on row-major matrices inside larger arrays.
 *
 * <p>Both run along contiguous rows, four rows of the result and four of the inner operand per pass, a form the JIT
 * compiler turns into vector instructions. Every sum is formed in one fixed order, so results do not depend on the machine.
 */
public final class DenseKernels {
    /** Columns eliminated at a time. */
    static final int BLOCK = 32;

    /** Columns and rows updated at a time: a tile of a panel fits into the first cache. */
    private static final int TILE = 128;

    private static final int ROWS = 8;

    private DenseKernels() {}

    /**
     * C += A B.
     *
     * @param rows rows of A and C
     * @param columns columns of B and C
     * @param inner columns of A, rows of B
     */
    public static void multiplyAdd(
            int rows,
            int columns,
            int inner,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double[] c,
            int cOffset,
            int cStride) {
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            int aRow = aOffset + i * aStride;
            int cRow = cOffset + i * cStride;
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                addFourByFour(columns, a, aRow + k, aStride, b, bOffset + k * bStride, bStride, c, cRow, cStride);
            }
            for (; k < inner; k++) {
                addFourByOne(columns, a, aRow + k, aStride, b, bOffset + k * bStride, c, cRow, cStride);
            }
        }
        for (; i < rows; i++) {
            int aRow = aOffset + i * aStride;
            int cRow = cOffset + i * cStride;
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                addOneByFour(columns, a, aRow + k, b, bOffset + k * bStride, bStride, c, cRow);
            }
            for (; k < inner; k++) {
                addOneByOne(columns, a[aRow + k], b, bOffset + k * bStride, c, cRow);
            }
        }
    }

    private static void addFourByFour(
            int n, double[] a, int a0, int aStride, double[] b, int b0, int bStride, double[] c, int c0, int cStride) {
        int a1 = a0 + aStride, a2 = a1 + aStride, a3 = a2 + aStride;
        int b1 = b0 + bStride, b2 = b1 + bStride, b3 = b2 + bStride;
        int c1 = c0 + cStride, c2 = c1 + cStride, c3 = c2 + cStride;
        double p0 = a[a0], p1 = a[a0 + 1], p2 = a[a0 + 2], p3 = a[a0 + 3];
        double q0 = a[a1], q1 = a[a1 + 1], q2 = a[a1 + 2], q3 = a[a1 + 3];
        double r0 = a[a2], r1 = a[a2 + 1], r2 = a[a2 + 2], r3 = a[a2 + 3];
        double s0 = a[a3], s1 = a[a3 + 1], s2 = a[a3 + 2], s3 = a[a3 + 3];
        for (int j = 0; j < n; j++) {
            double x0 = b[b0 + j], x1 = b[b1 + j], x2 = b[b2 + j], x3 = b[b3 + j];
            c[c0 + j] = Math.fma(p3, x3, Math.fma(p2, x2, Math.fma(p1, x1, Math.fma(p0, x0, c[c0 + j]))));
            c[c1 + j] = Math.fma(q3, x3, Math.fma(q2, x2, Math.fma(q1, x1, Math.fma(q0, x0, c[c1 + j]))));
            c[c2 + j] = Math.fma(r3, x3, Math.fma(r2, x2, Math.fma(r1, x1, Math.fma(r0, x0, c[c2 + j]))));
            c[c3 + j] = Math.fma(s3, x3, Math.fma(s2, x2, Math.fma(s1, x1, Math.fma(s0, x0, c[c3 + j]))));
        }
    }

    private static void addFourByOne(
            int n, double[] a, int a0, int aStride, double[] b, int b0, double[] c, int c0, int cStride) {
        int c1 = c0 + cStride, c2 = c1 + cStride, c3 = c2 + cStride;
        double p = a[a0], q = a[a0 + aStride], r = a[a0 + 2 * aStride], s = a[a0 + 3 * aStride];
        for (int j = 0; j < n; j++) {
            double x = b[b0 + j];
            c[c0 + j] = Math.fma(p, x, c[c0 + j]);
            c[c1 + j] = Math.fma(q, x, c[c1 + j]);
            c[c2 + j] = Math.fma(r, x, c[c2 + j]);
            c[c3 + j] = Math.fma(s, x, c[c3 + j]);
        }
    }

    private static void addOneByFour(int n, double[] a, int a0, double[] b, int b0, int bStride, double[] c, int c0) {
        double p0 = a[a0], p1 = a[a0 + 1], p2 = a[a0 + 2], p3 = a[a0 + 3];
        int b1 = b0 + bStride, b2 = b1 + bStride, b3 = b2 + bStride;
        for (int j = 0; j < n; j++) {
            double sum = Math.fma(p1, b[b1 + j], Math.fma(p0, b[b0 + j], c[c0 + j]));
            c[c0 + j] = Math.fma(p3, b[b3 + j], Math.fma(p2, b[b2 + j], sum));
        }
    }

    private static void addOneByOne(int n, double factor, double[] b, int b0, double[] c, int c0) {
        for (int j = 0; j < n; j++) {
            c[c0 + j] = Math.fma(factor, b[b0 + j], c[c0 + j]);
        }
    }

    /**
     * Eliminates the first {@code pivots} unknowns of a symmetric matrix, A = L D Lᵀ without interchanges.
     *
     * <p>On return the first {@code pivots} columns below the diagonal hold L (unit diagonal not stored), the diagonal
     * holds D, and the lower triangle of the rest holds the Schur complement. Only the lower triangle is read.
     *
     * @param a matrix of size × size, row-major
     * @param work at least {@link #workLength}
     */
    static void partialLdl(double[] a, int size, int pivots, double[] work) {
        for (int start = 0; start < pivots; start += BLOCK) {
            int width = Math.min(BLOCK, pivots - start);
            for (int k = start; k < start + width; k++) {
                eliminateInBlock(a, size, start, width, k);
            }
            int below = start + width;
            solvePanel(a, size, start, width, below, work);
            updateTrailing(a, size, start, width, below, work);
        }
    }

    /** Length of the work array for matrices up to a size. */
    static int workLength(int size) {
        return BLOCK * size + BLOCK;
    }

    /** Column k of L within the diagonal block, and the block's remaining columns. */
    private static void eliminateInBlock(double[] a, int size, int start, int width, int k) {
        double pivot = a[k * size + k];
        int end = start + width;
        for (int i = k + 1; i < end; i++) {
            double factor = a[i * size + k] / pivot;
            for (int j = k + 1; j <= i; j++) {
                a[i * size + j] -= factor * a[j * size + k];
            }
        }
        for (int i = k + 1; i < end; i++) {
            a[i * size + k] /= pivot;
        }
    }

    /**
     * Rows below the diagonal block. The work array gets their (L D)ᵀ = L₁₁⁻¹ Aᵀ, column by column of the block so that
     * the sums run along contiguous rows; the panel itself gets −L.
     */
    private static void solvePanel(double[] a, int size, int start, int width, int below, double[] work) {
        int rest = size - below;
        for (int k = 0; k < width; k++) {
            for (int i = below; i < size; i++) {
                work[k * size + i] = a[i * size + start + k];
            }
        }
        int factors = BLOCK * size;
        for (int k = 1; k < width; k++) {
            for (int j = 0; j < k; j++) {
                work[factors + j] = -a[(start + k) * size + start + j];
            }
            multiplyAdd(1, rest, k, work, factors, BLOCK, work, below, size, work, k * size + below, size);
        }
        for (int k = 0; k < width; k++) {
            double inverse = -1 / a[(start + k) * size + start + k];
            for (int i = below; i < size; i++) {
                a[i * size + start + k] = work[k * size + i] * inverse;
            }
        }
    }

    /** Lower triangle of the rest: A −= L (L D)ᵀ, tile by tile; then the panel becomes L. */
    private static void updateTrailing(double[] a, int size, int start, int width, int below, double[] work) {
        for (int tile = below; tile < size; tile += TILE) {
            int tileEnd = Math.min(tile + TILE, size);
            for (int i = tile; i < size; i += ROWS) {
                int rows = Math.min(ROWS, size - i);
                // Up to the last row's diagonal: what falls above that of the others is never read.
                int columns = Math.min(tileEnd, i + rows) - tile;
                multiplyAdd(
                        rows, columns, width, a, i * size + start, size, work, tile, size, a, i * size + tile, size);
            }
        }
        for (int i = below; i < size; i++) {
            for (int k = start; k < start + width; k++) {
                a[i * size + k] = -a[i * size + k];
            }
        }
    }
}
