package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterfaceFieldTest {
    static Stream<ExtrudedMesh> meshes() {
        return SampleMeshes.all();
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void isExactForPolynomials(ExtrudedMesh mesh) {
        NodeGrid grid = new NodeGrid(mesh, 4);
        Polynomial polynomial = Polynomial.random(4, 31, mesh.isStrip());
        InterfaceField field = new InterfaceField(grid, polynomial.onInterface(grid));
        var random = new SplittableRandom(32);
        for (int i = 0; i < 200; i++) {
            double x = i == 0
                    ? 0
                    : i == 1
                            ? mesh.cell().width()
                            : random.nextDouble(mesh.cell().width());
            double s = i == 2 ? 0 : i == 3 ? 1 : random.nextDouble();
            assertThat(field.at(x, s)).isCloseTo(polynomial.at(x, mesh.y(x, s), 0), within(1e-13));
        }
    }

    /** Random values at the nodes: each at its node, and no jump where elements meet. */
    @ParameterizedTest
    @MethodSource("meshes")
    void isContinuousAndTakesTheNodalValues(ExtrudedMesh mesh) {
        NodeGrid grid = new NodeGrid(mesh, 4);
        var random = new SplittableRandom(33);
        InterfaceField field =
                new InterfaceField(grid, random.doubles(grid.perLayer(), -1, 1).toArray());
        for (int node = 0; node < grid.perLayer(); node++) {
            assertThat(field.at(grid.x(node), grid.s(node))).isCloseTo(field.nodal()[node], within(1e-12));
        }
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble(mesh.cell().width()), s = random.nextDouble();
            for (int element = 1; element < mesh.elementsAlong(0); element++) {
                double meeting = mesh.start(0, element);
                assertThat(field.at(Math.nextUp(meeting), s)).isCloseTo(field.at(meeting, s), within(1e-12));
            }
            for (int element = 1; element < mesh.elementsAlong(1); element++) {
                double meeting = mesh.start(1, element);
                assertThat(field.at(x, Math.nextUp(meeting))).isCloseTo(field.at(x, meeting), within(1e-12));
            }
            if (!mesh.isStrip()) {
                assertThat(field.at(0, s)).isCloseTo(field.nodal()[0], within(1e-12));
            }
        }
    }
}
