package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtrudedMeshTest {
    static Stream<ExtrudedMesh> meshes() {
        return SampleMeshes.all();
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void numbersElementsLayerByLayerWithSFastest(ExtrudedMesh mesh) {
        int element = 0;
        for (int layer = 0; layer < mesh.elementsAlong(2); layer++) {
            for (int x = 0; x < mesh.elementsAlong(0); x++) {
                for (int s = 0; s < mesh.elementsAlong(1); s++, element++) {
                    assertThat(mesh.position(element)).containsExactly(x, s, layer);
                    assertThat(element < mesh.columns()).isEqualTo(layer == 0);
                }
            }
        }
        assertThat(element).isEqualTo(mesh.elements());
        assertThat(Arrays.stream(mesh.positions()).map(Arrays::toString))
                .hasSize(element)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void findsTheElementThatHoldsACoordinate(ExtrudedMesh mesh) {
        for (int d = 0; d < 3; d++) {
            for (int i = 0; i < mesh.elementsAlong(d); i++) {
                double end = mesh.start(d, i) + mesh.extent(d, i);
                assertThat(mesh.find(d, 0.5 * (mesh.start(d, i) + end))).isEqualTo(i);
                assertThat(mesh.find(d, end)).isEqualTo(i);
            }
            assertThat(mesh.find(d, 0)).isZero();
        }
    }

    @Test
    void coversTheTriangleByRaysAndTheStripByLines() {
        ExtrudedMesh triangle = SampleMeshes.triangle(1.5);
        assertThat(triangle.isStrip()).isFalse();
        assertThat(List.of(triangle.y(0.4, 0), triangle.y(0.4, 0.25), triangle.y(0.4, 1)))
                .containsExactly(0.0, 0.1, 0.4);
        ExtrudedMesh strip = SampleMeshes.strip(1.5);
        assertThat(strip.isStrip()).isTrue();
        assertThat(strip.y(0.4, 0.25)).isEqualTo(0.25);
    }
}
