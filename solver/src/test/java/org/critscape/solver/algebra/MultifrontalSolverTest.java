package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.critscape.solver.algebra.ElementGrid.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a dense solution with row interchanges, which the sparse one does without. */
class MultifrontalSolverTest {
    /** Condition numbers here are below 1e4, so both solutions are good to about 1e-12. */
    private static final double TOLERANCE = 1e-11;

    static Stream<Arguments> grids() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, 1, 1, 1),
                        Arguments.of(kind, 2, 1, 1),
                        Arguments.of(kind, 1, 1, 5),
                        Arguments.of(kind, 2, 3, 2),
                        Arguments.of(kind, 3, 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void solvesAssembledElements(Kind kind, int nx, int ny, int nz) {
        ElementGrid grid = ElementGrid.random(kind, 11, nx, ny, nz);
        MultifrontalSolver solver = grid.solver();
        assertThat(solver.unknowns()).isEqualTo(grid.rank().length);
        grid.factor(solver);
        assertSolves(solver, grid, 1);
        assertSolves(solver, grid, 2);
    }

    private static void assertSolves(MultifrontalSolver solver, ElementGrid grid, long seed) {
        double[] side = side(grid, seed);
        double[] expected = new LUDecomposition(grid.dense())
                .getSolver()
                .solve(new ArrayRealVector(side))
                .toArray();
        solver.solve(side);
        assertThat(side).containsExactly(expected, within(TOLERANCE * norm(expected)));
    }

    /** Kept unknowns solve the condensed system: the others are eliminated as in a dense Schur complement. */
    @ParameterizedTest
    @MethodSource("grids")
    void condensesOnKeptUnknowns(Kind kind, int nx, int ny, int nz) {
        ElementGrid grid = ElementGrid.random(kind, 17, nx, ny, nz);
        int[] rank = grid.rank().clone();
        int[] kept = IntStream.range(0, rank.length)
                .filter(u -> u % 5 == 0 && (kind != Kind.SADDLE_POINT || rank[u] == 0))
                .toArray();
        Arrays.stream(kept).forEach(u -> rank[u] = MultifrontalSolver.KEPT);
        ElementGrid keeping = new ElementGrid(grid.unknowns(), grid.positions(), rank, grid.matrices());
        MultifrontalSolver solver = keeping.solver();
        keeping.factor(solver);

        double[] side = side(grid, 6);
        double[] expected = new LUDecomposition(grid.dense())
                .getSolver()
                .solve(new ArrayRealVector(side))
                .toArray();
        solver.condense(side);
        double[] matrix = solver.condensedMatrix();
        assertThat(matrix).hasSize(kept.length * kept.length);
        for (int i = 0; i < kept.length; i++) {
            double product = 0;
            for (int j = 0; j < kept.length; j++) {
                product += matrix[i * kept.length + j] * expected[kept[j]];
            }
            assertThat(product).isCloseTo(side[kept[i]], within(TOLERANCE * norm(expected)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void factorsOtherValuesAsIfNew(Kind kind) {
        ElementGrid grid = ElementGrid.random(kind, 12, 2, 2, 2);
        ElementGrid other = grid.withMatrices(kind, 13);
        MultifrontalSolver used = grid.solver();
        grid.factor(used);
        used.solve(side(grid, 3));
        other.factor(used);
        double[] again = side(grid, 4);
        used.solve(again);

        MultifrontalSolver fresh = other.solver();
        other.factor(fresh);
        double[] first = side(grid, 4);
        fresh.solve(first);
        assertThat(again).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void orderOfElementsMattersToRoundOffOnly(Kind kind) {
        ElementGrid grid = ElementGrid.random(kind, 14, 3, 2, 2);
        ElementGrid reordered = grid.reordered(15);
        assertThat(reordered.positions()).isNotEqualTo(grid.positions());
        double[] x = side(grid, 5);
        double[] y = x.clone();
        MultifrontalSolver solver = grid.solver();
        grid.factor(solver);
        solver.solve(x);
        solver = reordered.solver();
        reordered.factor(solver);
        solver.solve(y);
        assertThat(y).containsExactly(x, within(TOLERANCE * norm(x)));
    }

    /** One element: a constrained place, unknown 1 twice, unknown 0 once. */
    @Test
    void addsUpTheRowsOfAnUnknownThatAnElementHoldsTwice() {
        double[] matrix = {
            4, 5, 6, 7,
            5, 4, 3, 9,
            6, 3, 2, 9,
            7, 9, 9, 9
        };
        var solver = new MultifrontalSolver(new int[][] {{-1, 1, 1, 0}}, new int[][] {{0, 0, 0}}, new int[] {0, 0});
        solver.factor((element, target) -> System.arraycopy(matrix, 0, target, 0, 16));
        // Unknown 0 sees 9, unknown 1 sees 4 + 2 + 2 · 3 = 12, between them 9 + 9 = 18.
        double[] x = {9 * 2 + 18 * 3, 18 * 2 + 12 * 3};
        solver.solve(x);
        assertThat(x).containsExactly(new double[] {2, 3}, within(1e-14));
    }

    private static double[] side(ElementGrid grid, long seed) {
        return new SplittableRandom(seed).doubles(grid.rank().length, -1, 1).toArray();
    }

    private static double norm(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }
}
