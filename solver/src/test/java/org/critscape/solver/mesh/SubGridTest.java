package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubGridTest {
    private static final GaussRule GAUSS = GaussRule.ofSize(2);

    /** Where VTK's documentation has the corners of a hexahedron. */
    private static final int[][] CORNERS = {
        {0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}
    };

    static Stream<ExtrudedMesh> meshes() {
        Stream<ExtrudedMesh> turned = Stream.of(1.5, -1.25).map(farPlane -> {
            FundamentalCell cell = new EggBox(EggBox.Form.PRODUCT, 0.2, 1, Polarity.ELECTROLYTE).fundamentalCell();
            double[] breaks = {0, 0.4, 1};
            double[] x = {0, 0.1, cell.width()};
            return new ExtrudedMesh(cell, x, breaks, breaks, farPlane);
        });
        return Stream.of(SampleMeshes.all(), Stream.of(SampleMeshes.square(1.5), SampleMeshes.square(-1.25)), turned)
                .flatMap(stream -> stream);
    }

    /** The determinant of the trilinear map is positive at every Gauss point, and its integral is the volume. */
    @ParameterizedTest
    @MethodSource("meshes")
    void hexahedraFillTheMeshAndNoneIsTurnedOver(ExtrudedMesh mesh) {
        SubGrid grid = SubGrid.of(new NodeGrid(mesh, 6));
        double volume = 0;
        for (int e = 0; e < grid.hexahedra().length / 8; e++) {
            for (int q = 0; q < 8; q++) {
                double[] local = {GAUSS.points()[q / 4], GAUSS.points()[q / 2 % 2], GAUSS.points()[q % 2]};
                double determinant = determinant(grid, e, local);
                assertThat(determinant).isPositive();
                volume += determinant / 8;
            }
        }
        double width = mesh.cell().width();
        double base = mesh.isTriangle() ? width * width / 2 : width * width;
        // Straight edges cut the curved interface, by the square of their length.
        assertThat(volume).isCloseTo(base * Math.abs(mesh.farPlane()), within(3e-3 * volume));
    }

    /** A point lies where its node lies, or one period on. */
    @ParameterizedTest
    @MethodSource("meshes")
    void pointsAreThoseOfTheNodes(ExtrudedMesh mesh) {
        NodeGrid nodes = new NodeGrid(mesh, 3);
        SubGrid grid = SubGrid.of(nodes);
        FundamentalCell cell = mesh.cell();
        for (int i = 0; i < grid.nodes().length; i++) {
            int node = grid.nodes()[i];
            double x = nodes.x(node), y = mesh.isStrip() ? 0 : nodes.y(node);
            double height = cell.surface().at(x, y).height();
            double tau = nodes.coordinate(2, nodes.line(2, node));
            assertThat(apart(grid.points()[3 * i], cell.positionX(x, y))).isLessThan(1e-14);
            if (!mesh.isStrip()) {
                assertThat(apart(grid.points()[3 * i + 1], cell.positionY(x, y)))
                        .isLessThan(1e-14);
            }
            assertThat(grid.points()[3 * i + 2]).isCloseTo(height * (1 - tau) + mesh.farPlane() * tau, within(1e-14));
        }
    }

    private static double apart(double a, double b) {
        return Math.abs(a - b - Math.rint(a - b));
    }

    private static double determinant(SubGrid grid, int hexahedron, double[] local) {
        double[][] jacobian = new double[3][3];
        for (int a = 0; a < 8; a++) {
            int point = grid.hexahedra()[8 * hexahedron + a];
            for (int m = 0; m < 3; m++) {
                double slope = 1;
                for (int d = 0; d < 3; d++) {
                    boolean far = CORNERS[a][d] == 1;
                    slope *= d == m ? (far ? 1 : -1) : far ? local[d] : 1 - local[d];
                }
                for (int k = 0; k < 3; k++) {
                    jacobian[m][k] += slope * grid.points()[3 * point + k];
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3, k = (i + 2) % 3;
            sum += jacobian[0][i] * (jacobian[1][j] * jacobian[2][k] - jacobian[1][k] * jacobian[2][j]);
        }
        return sum;
    }
}
