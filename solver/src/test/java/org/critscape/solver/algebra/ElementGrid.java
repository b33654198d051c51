package org.critscape.solver.algebra;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A box of triquadratic elements with a multiplier at each vertex, and random symmetric matrices on them.
 *
 * <p>As over a fundamental triangle, what differs only in y on the side x = 0 is one unknown, which an element there
 * holds more than once. The top is constrained. Unknowns are numbered at random.
 *
 * @param unknowns of each element: 27 of the nodes, then 8 multipliers; −1 where constrained
 * @param positions of each element
 * @param rank of each unknown
 * @param matrices of each element, row-major
 */
record ElementGrid(int[][] unknowns, int[][] positions, int[] rank, double[][] matrices) {
    private static final int PRIMAL = 27;
    private static final int ALL = 35;

    /** What the element matrices [A Bᵀ; B −C] are, A being definite. */
    enum Kind {
        /** Definite as a whole, ranks at random. */
        DEFINITE,
        /** C definite, ranks at random. */
        QUASI_DEFINITE,
        /** C = 0, multipliers ranked behind. */
        SADDLE_POINT
    }

    static ElementGrid random(Kind kind, long seed, int nx, int ny, int nz) {
        var random = new SplittableRandom(seed);
        int nodeLayer = (2 * nx + 1) * (2 * ny + 1);
        int nodes = nodeLayer * (2 * nz + 1);
        int vertices = (nx + 1) * (ny + 1) * (nz + 1);
        int[][] unknowns = new int[nx * ny * nz][];
        int[][] positions = new int[unknowns.length][];
        for (int e = 0; e < unknowns.length; e++) {
            int ix = e / (ny * nz), iy = e / nz % ny, iz = e % nz;
            positions[e] = new int[] {ix, iy, iz};
            IntStream own = IntStream.range(0, PRIMAL)
                    .map(a -> node(2 * ix + a / 9, 2 * iy + a / 3 % 3, 2 * iz + a % 3, 2 * ny + 1, 2 * nz + 1));
            IntStream multipliers = IntStream.range(0, ALL - PRIMAL)
                    .map(a -> nodes + node(ix + a / 4, iy + a / 2 % 2, iz + a % 2, ny + 1, nz + 1));
            unknowns[e] = IntStream.concat(own, multipliers)
                    .map(u -> u < nodes && u % (2 * nz + 1) == 2 * nz ? -1 : u)
                    .toArray();
        }
        int[] number = numbers(unknowns, nodes + vertices, random);
        int count = (int) Arrays.stream(number).filter(u -> u >= 0).count();
        int[] rank = new int[count];
        for (int u = 0; u < number.length; u++) {
            if (number[u] >= 0) {
                rank[number[u]] = kind == Kind.SADDLE_POINT ? u / nodes : random.nextInt(3);
            }
        }
        int[][] numbered = Arrays.stream(unknowns)
                .map(own -> Arrays.stream(own).map(u -> u < 0 ? -1 : number[u]).toArray())
                .toArray(int[][]::new);
        return new ElementGrid(numbered, positions, rank, matrices(kind, unknowns.length, random));
    }

    private static int node(int ix, int iy, int iz, int alongY, int alongZ) {
        return (ix * alongY + (ix == 0 ? 0 : iy)) * alongZ + iz;
    }

    /** New numbers of the unknowns that occur, at random; −1 for the others. */
    private static int[] numbers(int[][] unknowns, int most, SplittableRandom random) {
        int[] used = Arrays.stream(unknowns)
                .flatMapToInt(Arrays::stream)
                .filter(u -> u >= 0)
                .distinct()
                .toArray();
        int[] order = shuffled(used.length, random);
        int[] number = new int[most];
        Arrays.fill(number, -1);
        for (int i = 0; i < used.length; i++) {
            number[used[i]] = order[i];
        }
        return number;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        double[] keys = random.doubles(size).toArray();
        return IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[][] matrices(Kind kind, int count, SplittableRandom random) {
        double[][] matrices = new double[count][ALL * ALL];
        for (double[] matrix : matrices) {
            double[] root = random.doubles(ALL * ALL, -1, 1).toArray();
            for (int a = 0; a < ALL; a++) {
                for (int b = 0; b < ALL; b++) {
                    double entry = a == b ? 1 : 0;
                    for (int k = 0; k < ALL; k++) {
                        entry += root[a * ALL + k] * root[b * ALL + k] / ALL;
                    }
                    boolean lowerBlock = a >= PRIMAL && b >= PRIMAL;
                    matrix[a * ALL + b] =
                            !lowerBlock || kind == Kind.DEFINITE ? entry : kind == Kind.QUASI_DEFINITE ? -entry : 0;
                }
            }
        }
        return matrices;
    }

    /** Other matrices of the same kind on the same elements. */
    ElementGrid withMatrices(Kind kind, long seed) {
        return new ElementGrid(unknowns, positions, rank, matrices(kind, unknowns.length, new SplittableRandom(seed)));
    }

    /** The same elements in another order. */
    ElementGrid reordered(long seed) {
        int[] order = shuffled(unknowns.length, new SplittableRandom(seed));
        return new ElementGrid(
                Arrays.stream(order).mapToObj(e -> unknowns[e]).toArray(int[][]::new),
                Arrays.stream(order).mapToObj(e -> positions[e]).toArray(int[][]::new),
                rank,
                Arrays.stream(order).mapToObj(e -> matrices[e]).toArray(double[][]::new));
    }

    MultifrontalSolver solver() {
        return new MultifrontalSolver(unknowns, positions, rank);
    }

    void factor(MultifrontalSolver solver) {
        solver.factor((element, matrix) -> System.arraycopy(matrices[element], 0, matrix, 0, ALL * ALL));
    }

    /** The assembled matrix. */
    RealMatrix dense() {
        RealMatrix dense = new Array2DRowRealMatrix(rank.length, rank.length);
        for (int e = 0; e < unknowns.length; e++) {
            for (int a = 0; a < ALL; a++) {
                for (int b = 0; b < ALL; b++) {
                    if (unknowns[e][a] >= 0 && unknowns[e][b] >= 0) {
                        dense.addToEntry(unknowns[e][a], unknowns[e][b], matrices[e][a * ALL + b]);
                    }
                }
            }
        }
        return dense;
    }
}
