package org.critscape.solver.algebra;

import java.util.Arrays;

/**
 * Direct solver for symmetric finite-element systems, A = L D Lᵀ over a tree of dense fronts.
 *
 * <p>Elements are bisected recursively by their position; an unknown is eliminated at the lowest node of the tree that
 * holds all its elements. The leaves thus do static condensation, the inner nodes nested dissection, and all the work
 * is in dense kernels (Duff and Reid, ACM Trans. Math. Softw. 1983, 9, 302, doi:10.1145/356044.356047).
 *
 * <p>There are no interchanges. That is stable for definite matrices, and for saddle points
 * [A Bᵀ; B 0] with A definite when the multipliers are ranked behind the other unknowns of a front, so that each pivot
 * of a multiplier is minus a Schur complement. A pivot that vanishes all the same leaves infinities in the solution:
 * callers check residuals.
 *
 * <p>The tree and all storage are made once; {@link #factor} and {@link #solve} allocate nothing. One instance per
 * thread.
 */
public final class MultifrontalSolver {
    /** Fills the full symmetric matrix of one element, row-major, in the order of its unknowns. */
    @FunctionalInterface
    public interface ElementMatrices {
        /** Overwrites matrix[row · size + column], size being the element's number of unknowns. */
        void fill(int element, double[] matrix);
    }

    /** How factors are kept between {@link #factor} and {@link #solve}; they are computed in double precision. */
    public enum Storage {
        FULL,
        /** In single precision, half the memory: a solve is then good to about seven digits, enough for iterations. */
        ROUNDED
    }

    /** Rank of unknowns that are not eliminated: the system is condensed on them. */
    public static final int KEPT = Integer.MAX_VALUE;

    private final AssemblyTree tree;
    private final Factor[] factors;
    private final double[] front;
    private final double[] updates;
    private final double[] panelWork;
    private final double[] elementMatrix;
    private final double[] vector;

    /**
     * @param elementUnknowns unknowns of each element, −1 where constrained; an element may hold an unknown twice
     * @param positions integer position of each element in space, to bisect by
     * @param rank of each unknown: within a front, lower ranks are eliminated first, those of {@link #KEPT} never
     */
    public MultifrontalSolver(int[][] elementUnknowns, int[][] positions, int[] rank) {
        this(elementUnknowns, positions, rank, Storage.FULL);
    }

    /**
     * @param elementUnknowns unknowns of each element, −1 where constrained; an element may hold an unknown twice
     * @param positions integer position of each element in space, to bisect by
     * @param rank of each unknown: within a front, lower ranks are eliminated first, those of {@link #KEPT} never
     * @param storage of the factors
     */
    public MultifrontalSolver(int[][] elementUnknowns, int[][] positions, int[] rank, Storage storage) {
        tree = new AssemblyTree(elementUnknowns, positions, rank);
        int largest = 0;
        int largestElement = 0;
        factors = new Factor[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            int size = tree.unknowns(node).length;
            largest = Math.max(largest, size);
            int length = factorRow(size, tree.pivots(node));
            factors[node] = storage == Storage.FULL ? new Factor.Full(length) : new Factor.Rounded(length);
        }
        for (int[] unknowns : elementUnknowns) {
            largestElement = Math.max(largestElement, unknowns.length);
        }
        front = new double[largest * largest];
        updates = new double[tree.updateStackLength()];
        panelWork = new double[DenseKernels.workLength(largest)];
        elementMatrix = new double[largestElement * largestElement];
        vector = new double[largest];
    }

    /** Number of unknowns. */
    public int unknowns() {
        return tree.unknownCount();
    }

    /** Assembles and factorises. */
    public void factor(ElementMatrices matrices) {
        for (int node = 0; node < tree.size(); node++) {
            int size = tree.unknowns(node).length;
            int pivots = tree.pivots(node);
            Arrays.fill(front, 0, size * size, 0);
            if (tree.element(node) >= 0) {
                matrices.fill(tree.element(node), elementMatrix);
                addElement(tree.elementMap(node), size);
            } else {
                addUpdate(tree.firstChild(node), tree.firstMap(node), size);
                addUpdate(tree.secondChild(node), tree.secondMap(node), size);
            }
            DenseKernels.partialLdl(front, size, pivots, panelWork);
            store(node, size, pivots);
        }
    }

    private void addElement(int[] map, int size) {
        int n = map.length;
        for (int a = 0; a < n; a++) {
            int row = map[a];
            if (row >= 0) {
                for (int b = 0; b < n; b++) {
                    int column = map[b];
                    if (column >= 0 && column <= row) {
                        front[row * size + column] += elementMatrix[a * n + b];
                    }
                }
            }
        }
    }

    /** Adds a child's Schur complement; the map is ascending where the child's order is kept, but need not be. */
    private void addUpdate(int child, int[] map, int size) {
        int n = map.length;
        int from = tree.updateOffset(child);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                int row = Math.max(map[a], map[b]);
                int column = Math.min(map[a], map[b]);
                front[row * size + column] += updates[from + AssemblyTree.triangle(a) + b];
            }
        }
    }

    /** Where row i of a factor begins: rows of the pivots end at the diagonal, the others are full. */
    private static int factorRow(int i, int pivots) {
        return i <= pivots ? AssemblyTree.triangle(i) : AssemblyTree.triangle(pivots) + (i - pivots) * pivots;
    }

    private void store(int node, int size, int pivots) {
        Factor factor = factors[node];
        int to = tree.updateOffset(node);
        for (int i = 0; i < size; i++) {
            factor.store(front, i * size, factorRow(i, pivots), Math.min(pivots, i + 1));
            if (i >= pivots) {
                int row = i - pivots;
                System.arraycopy(front, i * size + pivots, updates, to + AssemblyTree.triangle(row), row + 1);
            }
        }
    }

    /**
     * The Schur complement on the kept unknowns, K − B A⁻¹ Bᵀ, in the order of their numbers; valid until the next
     * {@link #factor}.
     *
     * @return full symmetric matrix, row-major
     */
    public double[] condensedMatrix() {
        int root = tree.size() - 1;
        int size = tree.unknowns(root).length - tree.pivots(root);
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = updates[tree.updateOffset(root) + AssemblyTree.triangle(i) + j];
                matrix[i * size + j] = value;
                matrix[j * size + i] = value;
            }
        }
        return matrix;
    }

    /** Overwrites the kept entries of a right-hand side with those of the condensed system; the others lose meaning. */
    public void condense(double[] x) {
        for (int node = 0; node < tree.size(); node++) {
            forward(node, x);
        }
    }

    /** Overwrites a right-hand side with the solution; only where no unknown is kept. */
    public void solve(double[] x) {
        condense(x);
        for (int node = tree.size() - 1; node >= 0; node--) {
            backward(node, x);
        }
    }

    private void forward(int node, double[] x) {
        int[] unknowns = tree.unknowns(node);
        int pivots = tree.pivots(node);
        Factor factor = factors[node];
        for (int k = 0; k < pivots; k++) {
            vector[k] = x[unknowns[k]];
        }
        for (int i = 0; i < unknowns.length; i++) {
            double sum = factor.dot(factorRow(i, pivots), Math.min(i, pivots), vector);
            if (i < pivots) {
                vector[i] -= sum;
            } else {
                x[unknowns[i]] -= sum;
            }
        }
        for (int k = 0; k < pivots; k++) {
            x[unknowns[k]] = vector[k] / factor.at(factorRow(k, pivots) + k);
        }
    }

    private void backward(int node, double[] x) {
        int[] unknowns = tree.unknowns(node);
        int pivots = tree.pivots(node);
        Factor factor = factors[node];
        for (int i = 0; i < unknowns.length; i++) {
            vector[i] = x[unknowns[i]];
        }
        for (int i = unknowns.length - 1; i >= 0; i--) {
            factor.subtract(factorRow(i, pivots), Math.min(i, pivots), vector[i], vector);
        }
        for (int k = 0; k < pivots; k++) {
            x[unknowns[k]] = vector[k];
        }
    }
}
