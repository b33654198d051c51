package org.critscape.solver.mesh;

import static org.critscape.solver.topography.SampleShapes.HEIGHT;
import static org.critscape.solver.topography.SampleShapes.SEPARATION;

import java.util.stream.Stream;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SampleMaps;

/** Coarse meshes with elements of different sizes in each direction. */
final class SampleMeshes {
    private SampleMeshes() {}

    static Stream<ExtrudedMesh> all() {
        return Stream.of(triangle(1.5), triangle(-1.25), strip(1.5), strip(-1.25));
    }

    /** A whole period of an egg-box with three elements along x and two along y. */
    static ExtrudedMesh square(double farPlane) {
        FundamentalCell cell = SampleMaps.eggBoxMap(EggBox.Form.SUM, HEIGHT / SEPARATION, 8, 0, 0)
                .fundamentalCell();
        return new ExtrudedMesh(
                cell, new double[] {0, 0.2, 0.7, 1}, new double[] {0, 0.6, 1}, new double[] {0, 0.2, 1}, farPlane);
    }

    static ExtrudedMesh triangle(double farPlane) {
        FundamentalCell cell = new EggBox(EggBox.Form.SUM, HEIGHT, SEPARATION, Polarity.LITHIUM).fundamentalCell();
        return new ExtrudedMesh(
                cell, new double[] {0, 0.1, 0.35, 0.5}, new double[] {0, 0.7, 1}, new double[] {0, 0.2, 1}, farPlane);
    }

    static ExtrudedMesh strip(double farPlane) {
        FundamentalCell cell =
                new Ridge(Ridge.Profile.COSINE, HEIGHT, SEPARATION, 0, 0, Polarity.LITHIUM).fundamentalCell();
        return new ExtrudedMesh(
                cell, new double[] {0, 0.1, 0.35, 0.5}, new double[] {0, 1}, new double[] {0, 0.2, 1}, farPlane);
    }
}
