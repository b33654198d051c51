package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures of {@code docs/sharp-shapes.md} show the meshes that this version makes. With {@code
 * -Dcritscape.rewrite=true} they are drawn anew.
 */
class SharpMeshesTest {
    private static final double EDGE = 1 / 150.0;

    @ParameterizedTest
    @ValueSource(strings = {"frustum", "pyramid"})
    void picturesAreThoseOfTheMeshes(String name) throws Exception {
        Topography shape = name.equals("frustum")
                ? new Frustum(1 / 6.0, 1, 0.5, EDGE, Polarity.LITHIUM)
                : new SquarePyramid(1 / 6.0, 1, EDGE, Polarity.LITHIUM);
        FundamentalCell cell = shape.fundamentalCell();
        ExtrudedMesh mesh = MeshPlan.creep(cell).refined(1).below(cell);
        String picture = MeshPicture.svg(mesh, cell.edges().ridge(), 0.03);
        Path file = Path.of("docs/mesh-" + name + ".svg");
        if (Boolean.getBoolean("critscape.rewrite")) {
            Files.writeString(file, picture);
        }
        assertThat(picture).isEqualTo(Files.readString(file));
    }
}
