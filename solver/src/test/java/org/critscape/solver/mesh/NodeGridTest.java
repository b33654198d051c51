package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeGridTest {
    static Stream<NodeGrid> grids() {
        return SampleMeshes.all().flatMap(mesh -> IntStream.of(1, 4).mapToObj(order -> new NodeGrid(mesh, order)));
    }

    /** Local nodes of an element: {node, x, s, τ}. */
    private static double[][] places(NodeGrid grid, int element) {
        int[] nodes = grid.nodes(element);
        int n2 = grid.basis(1).size(), n3 = grid.basis(2).size();
        assertThat(nodes).hasSize(grid.basis(0).size() * n2 * n3);
        return IntStream.range(0, nodes.length)
                .mapToObj(a -> new double[] {
                    nodes[a],
                    coordinate(grid, element, 0, a / (n2 * n3)),
                    coordinate(grid, element, 1, a / n3 % n2),
                    coordinate(grid, element, 2, a % n3)
                })
                .toArray(double[][]::new);
    }

    private static double coordinate(NodeGrid grid, int element, int direction, int local) {
        ExtrudedMesh mesh = grid.mesh();
        int i = mesh.position(element)[direction];
        return mesh.start(direction, i)
                + mesh.extent(direction, i) * grid.basis(direction).node(local);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void eachPlaceHasOneNodeAndEachNodeOnePlace(NodeGrid grid) {
        Map<String, Integer> nodeAt = new HashMap<>();
        Map<Integer, String> placeOf = new HashMap<>();
        for (int e = 0; e < grid.mesh().elements(); e++) {
            for (double[] place : places(grid, e)) {
                double y = grid.mesh().y(place[1], place[2]);
                // To ten digits: neighbours reach a common face from different sides.
                String point = String.format("%.10f %.10f %.10f", place[1], y, place[3]);
                int node = (int) place[0];
                assertThat(nodeAt.merge(point, node, (old, now) -> old)).isEqualTo(node);
                assertThat(placeOf.merge(node, point, (old, now) -> old)).isEqualTo(point);
            }
        }
        assertThat(placeOf.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, grid.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void nodesKnowWhereTheyAre(NodeGrid grid) {
        double width = grid.mesh().cell().width();
        boolean strip = grid.mesh().isStrip();
        for (int e = 0; e < grid.mesh().elements(); e++) {
            for (double[] place : places(grid, e)) {
                int node = (int) place[0];
                double x = place[1], s = place[2];
                assertThat(grid.x(node)).isCloseTo(x, within(1e-15));
                assertThat(grid.s(node)).isCloseTo(x == 0 && !strip ? 0 : s, within(1e-15));
                assertThat(grid.y(node)).isCloseTo(grid.mesh().y(x, s), within(1e-15));
                assertThat(grid.onAxis(node)).isEqualTo(x == 0);
                assertThat(grid.onFarSide(node)).isEqualTo(x == width);
                assertThat(grid.onLeg(node)).isEqualTo(!strip && x * s == 0);
                assertThat(grid.onDiagonal(node)).isEqualTo(!strip && x * s == x);
                assertThat(node < grid.perLayer()).isEqualTo(place[3] == 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void countsAreThoseOfATensorGridButForTheAxis(NodeGrid grid) {
        int[] along = IntStream.range(0, 3)
                .map(d -> grid.mesh().elementsAlong(d) * grid.orders()[d] + 1)
                .toArray();
        int perLayer = grid.mesh().isStrip() ? along[0] : 1 + (along[0] - 1) * along[1];
        assertThat(grid.perLayer()).isEqualTo(perLayer);
        assertThat(grid.size()).isEqualTo(perLayer * along[2]);
        long onAxis = IntStream.range(0, grid.size()).filter(grid::onAxis).count();
        assertThat(onAxis).isEqualTo(along[2]);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void anElementAtTheAxisHoldsItsNodesOnceForEachS(NodeGrid grid) {
        int perAxisNode = grid.basis(1).size();
        for (int e = 0; e < grid.mesh().elements(); e++) {
            int[] nodes = grid.nodes(e);
            int[] axis = Arrays.stream(nodes).filter(grid::onAxis).toArray();
            boolean touches = grid.mesh().position(e)[0] == 0;
            assertThat(axis).hasSize(touches ? perAxisNode * grid.basis(2).size() : 0);
            assertThat(Arrays.stream(axis).distinct().count())
                    .isEqualTo(touches ? grid.basis(2).size() : 0);
            assertThat(Arrays.stream(nodes).distinct().count())
                    .isEqualTo(nodes.length
                            - axis.length
                            + Arrays.stream(axis).distinct().count());
        }
    }

    /** Over a square a place and the same place a period further on are one node; no node is on a mirror. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPeriodicGridRepeats(int order) {
        NodeGrid grid = new NodeGrid(SampleMeshes.square(1.5), order);
        Map<String, Integer> nodeAt = new HashMap<>();
        for (int e = 0; e < grid.mesh().elements(); e++) {
            for (double[] place : places(grid, e)) {
                int node = (int) place[0];
                double x = place[1] == 1 ? 0 : place[1], y = place[2] == 1 ? 0 : place[2];
                String point = String.format("%.10f %.10f %.10f", x, y, place[3]);
                assertThat(nodeAt.merge(point, node, (old, now) -> old)).isEqualTo(node);
                assertThat(grid.x(node)).isCloseTo(x, within(1e-15));
                assertThat(grid.y(node)).isCloseTo(y, within(1e-15));
                assertThat(grid.s(node)).isEqualTo(grid.y(node));
                assertThat(grid.onAxis(node) || grid.onFarSide(node) || grid.onLeg(node) || grid.onDiagonal(node))
                        .isFalse();
            }
        }
        assertThat(nodeAt.values()).doesNotHaveDuplicates().hasSize(grid.size());
        assertThat(grid.perLayer()).isEqualTo(3 * order * 2 * order);
    }
}
