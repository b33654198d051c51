package org.critscape.solver.algebra;

/**
 * The two dense kernels that the solver's time goes into, on row-major matrices inside larger arrays.
 *
 * <p>Both run along contiguous rows with eight rows of the inner operand per pass, a form the JIT compiler turns into
 * vector instructions. Every sum is formed in one fixed order, so results do not depend on the machine.
 */
public final class DenseKernels {
    /** Columns eliminated at a time. */
    static final int BLOCK = 32;

    private static final int TILE = 256;

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
        for (int i = 0; i < rows; i++) {
            int aRow = aOffset + i * aStride;
            int cRow = cOffset + i * cStride;
            int k = 0;
            for (; k + 8 <= inner; k += 8) {
                addEightRows(columns, a, aRow + k, b, bOffset + k * bStride, bStride, c, cRow);
            }
            if (k + 4 <= inner) {
                addFourRows(columns, a, aRow + k, b, bOffset + k * bStride, bStride, c, cRow);
                k += 4;
            }
            for (; k < inner; k++) {
                addRow(columns, a[aRow + k], b, bOffset + k * bStride, c, cRow);
            }
        }
    }

    private static void addRow(int n, double factor, double[] b, int bRow, double[] c, int cRow) {
        for (int j = 0; j < n; j++) {
            c[cRow + j] = Math.fma(factor, b[bRow + j], c[cRow + j]);
        }
    }

    private static void addFourRows(int n, double[] a, int aRow, double[] b, int b0, int stride, double[] c, int cRow) {
        double f0 = a[aRow], f1 = a[aRow + 1], f2 = a[aRow + 2], f3 = a[aRow + 3];
        int b1 = b0 + stride, b2 = b1 + stride, b3 = b2 + stride;
        for (int j = 0; j < n; j++) {
            double even = Math.fma(f0, b[b0 + j], c[cRow + j]);
            double odd = f1 * b[b1 + j];
            even = Math.fma(f2, b[b2 + j], even);
            odd = Math.fma(f3, b[b3 + j], odd);
            c[cRow + j] = even + odd;
        }
    }

    private static void addEightRows(
            int n, double[] a, int aRow, double[] b, int b0, int stride, double[] c, int cRow) {
        double f0 = a[aRow], f1 = a[aRow + 1], f2 = a[aRow + 2], f3 = a[aRow + 3];
        double f4 = a[aRow + 4], f5 = a[aRow + 5], f6 = a[aRow + 6], f7 = a[aRow + 7];
        int b1 = b0 + stride, b2 = b1 + stride, b3 = b2 + stride;
        int b4 = b3 + stride, b5 = b4 + stride, b6 = b5 + stride, b7 = b6 + stride;
        for (int j = 0; j < n; j++) {
            double even = Math.fma(f0, b[b0 + j], c[cRow + j]);
            double odd = f1 * b[b1 + j];
            even = Math.fma(f2, b[b2 + j], even);
            odd = Math.fma(f3, b[b3 + j], odd);
            even = Math.fma(f4, b[b4 + j], even);
            odd = Math.fma(f5, b[b5 + j], odd);
            even = Math.fma(f6, b[b6 + j], even);
            odd = Math.fma(f7, b[b7 + j], odd);
            c[cRow + j] = even + odd;
        }
    }

    /**
     * Eliminates the first {@code pivots} unknowns of a symmetric matrix, A = L D Lᵀ without interchanges.
     *
     * <p>On return the first {@code pivots} columns below the diagonal hold L (unit diagonal not stored), the diagonal
     * holds D, and the lower triangle of the rest holds the Schur complement. Only the lower triangle is read.
     *
     * @param a matrix of size × size, row-major
     * @param work at least BLOCK · size
     */
    public static void partialLdl(double[] a, int size, int pivots, double[] work) {
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

    /** Rows below the diagonal block: A ← A L⁻ᵀ, which is L D; its transpose L goes to the work array. */
    private static void solvePanel(double[] a, int size, int start, int width, int below, double[] work) {
        for (int i = below; i < size; i++) {
            int row = i * size + start;
            for (int k = 0; k < width; k++) {
                double sum = a[row + k];
                int diagonalRow = (start + k) * size + start;
                for (int j = 0; j < k; j++) {
                    sum -= a[row + j] * a[diagonalRow + j];
                }
                a[row + k] = sum;
            }
        }
        for (int k = 0; k < width; k++) {
            double inverse = 1 / a[(start + k) * size + start + k];
            for (int i = below; i < size; i++) {
                work[k * size + i] = -a[i * size + start + k] * inverse;
            }
        }
    }

    /** Lower triangle of the rest: A −= (L D) Lᵀ, tile by tile; then the panel becomes L. */
    private static void updateTrailing(double[] a, int size, int start, int width, int below, double[] work) {
        for (int tile = below; tile < size; tile += TILE) {
            int tileEnd = Math.min(tile + TILE, size);
            for (int i = tile; i < size; i++) {
                int columns = Math.min(tileEnd, i + 1) - tile;
                multiplyAdd(1, columns, width, a, i * size + start, size, work, tile, size, a, i * size + tile, size);
            }
        }
        for (int k = 0; k < width; k++) {
            for (int i = below; i < size; i++) {
                a[i * size + start + k] = -work[k * size + i];
            }
        }
    }
}
