package org.critscape.solver.mesh;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodalGradientTest {
    static Stream<ExtrudedMesh> meshes() {
        return Stream.concat(SampleMeshes.all(), Stream.of(SampleMeshes.square(1.5), SampleMeshes.square(-1.25)));
    }

    /** The second component of interleaved values is e^z cos(2πx) (1 + sin(2πy)), which fits every footprint. */
    private static double error(ExtrudedMesh mesh, int order) {
        NodeGrid grid = new NodeGrid(mesh, order);
        double[] values = new double[2 * grid.size()];
        double[][] exact = new double[grid.size()][];
        for (int node = 0; node < grid.size(); node++) {
            double x = grid.x(node), y = mesh.isStrip() ? 0 : grid.y(node);
            double tau = grid.coordinate(2, grid.line(2, node));
            double z = mesh.cell().surface().at(x, y).height() * (1 - tau) + mesh.farPlane() * tau;
            double a = 2 * PI, wave = cos(a * x) * exp(z), factor = mesh.isStrip() ? 1 : 1 + sin(a * y);
            values[2 * node] = Double.NaN;
            values[2 * node + 1] = wave * factor;
            exact[node] = new double[] {
                -a * sin(a * x) * exp(z) * factor, mesh.isStrip() ? 0 : a * cos(a * y) * wave, wave * factor
            };
        }
        double[] gradient = new NodalGradient(grid).of(values, 2, 1);
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            largest = Math.max(largest, Math.abs(gradient[i] - exact[i / 3][i % 3]));
        }
        return largest;
    }

    /** Every node counts, on the axis of triangles too; the largest gradient is about 30. */
    @ParameterizedTest
    @MethodSource("meshes")
    void convergesExponentiallyWithTheOrder(ExtrudedMesh mesh) {
        double low = error(mesh, 6), middle = error(mesh, 9), high = error(mesh, 12);
        assertThat(middle).isLessThan(0.1 * low);
        assertThat(high).isLessThan(0.1 * middle).isLessThan(2e-3);
    }
}
