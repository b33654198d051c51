package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblyTreeTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 1", "1, 3, 1", "3, 2, 4", "5, 1, 3"})
    void eachUnknownIsEliminatedOnceWhereItsLastElementsMeet(int nx, int ny, int nz) {
        ElementGrid grid = ElementGrid.random(ElementGrid.Kind.SADDLE_POINT, 5, nx, ny, nz);
        AssemblyTree tree = tree(grid);
        assertThat(tree.size()).isEqualTo(2 * grid.unknowns().length - 1);
        int[] eliminations = new int[tree.unknownCount()];
        for (int node = 0; node < tree.size(); node++) {
            Set<Integer> below = new HashSet<>(elementsBelow(tree, node));
            int[] unknowns = tree.unknowns(node);
            for (int i = 0; i < unknowns.length; i++) {
                int unknown = unknowns[i];
                boolean complete = IntStream.range(0, grid.unknowns().length)
                        .filter(e -> Arrays.stream(grid.unknowns()[e]).anyMatch(u -> u == unknown))
                        .allMatch(below::contains);
                assertThat(i < tree.pivots(node)).isEqualTo(complete);
                eliminations[unknown] += complete ? 1 : 0;
            }
            int[] ranks = Arrays.stream(unknowns, 0, tree.pivots(node))
                    .map(u -> grid.rank()[u])
                    .toArray();
            assertThat(ranks).isSorted();
        }
        assertThat(eliminations).containsOnly(1);
    }

    private static Set<Integer> elementsBelow(AssemblyTree tree, int node) {
        Set<Integer> elements = new HashSet<>();
        if (tree.element(node) >= 0) {
            elements.add(tree.element(node));
        } else {
            assertThat(tree.firstChild(node)).isLessThan(tree.secondChild(node));
            assertThat(tree.secondChild(node)).isLessThan(node);
            elements.addAll(elementsBelow(tree, tree.firstChild(node)));
            elements.addAll(elementsBelow(tree, tree.secondChild(node)));
        }
        return elements;
    }

    @Test
    void mapsLeadEachUnknownToItself() {
        ElementGrid grid = ElementGrid.random(ElementGrid.Kind.SADDLE_POINT, 6, 3, 2, 3);
        AssemblyTree tree = tree(grid);
        for (int node = 0; node < tree.size(); node++) {
            if (tree.element(node) >= 0) {
                assertMaps(tree, node, tree.elementMap(node), grid.unknowns()[tree.element(node)]);
            } else {
                assertMaps(tree, node, tree.firstMap(node), remaining(tree, tree.firstChild(node)));
                assertMaps(tree, node, tree.secondMap(node), remaining(tree, tree.secondChild(node)));
            }
        }
    }

    private static void assertMaps(AssemblyTree tree, int node, int[] map, int[] from) {
        assertThat(Arrays.stream(map).map(i -> i < 0 ? -1 : tree.unknowns(node)[i]))
                .containsExactly(Arrays.stream(from).boxed().toArray(Integer[]::new));
    }

    private static int[] remaining(AssemblyTree tree, int node) {
        return Arrays.copyOfRange(tree.unknowns(node), tree.pivots(node), tree.unknowns(node).length);
    }

    /** While the second child's subtree is at work the first child's update waits; both fit on the stack. */
    @Test
    void updatesThatAreStillNeededDoNotOverlap() {
        AssemblyTree tree = tree(ElementGrid.random(ElementGrid.Kind.SADDLE_POINT, 7, 4, 3, 2));
        int[] owner = new int[tree.updateStackLength()];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.element(node) < 0) {
                assertOwned(tree, owner, tree.firstChild(node));
                assertOwned(tree, owner, tree.secondChild(node));
            }
            Arrays.fill(owner, tree.updateOffset(node), end(tree, node), node);
        }
    }

    private static void assertOwned(AssemblyTree tree, int[] owner, int node) {
        assertThat(Arrays.stream(owner, tree.updateOffset(node), end(tree, node)))
                .allMatch(o -> o == node);
    }

    private static int end(AssemblyTree tree, int node) {
        int rest = tree.unknowns(node).length - tree.pivots(node);
        return tree.updateOffset(node) + AssemblyTree.triangle(rest);
    }

    private static AssemblyTree tree(ElementGrid grid) {
        return new AssemblyTree(grid.unknowns(), grid.positions(), grid.rank());
    }
}
