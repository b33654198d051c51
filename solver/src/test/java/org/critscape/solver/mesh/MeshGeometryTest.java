package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.SampleShapes;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeshGeometryTest {
    static Stream<ExtrudedMesh> meshes() {
        return Stream.concat(SampleMeshes.all(), Stream.of(SampleMeshes.square(1.5), SampleMeshes.square(-1.25)));
    }

    static Stream<Topography> shapes() {
        return SampleShapes.all(0.0067);
    }

    /** The volume on either side of the interface is area times depth, since the mean height is 0. */
    @ParameterizedTest
    @MethodSource("shapes")
    void volumeAndProjectedAreaAreThoseOfABox(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        for (ExtrudedMesh mesh : new ExtrudedMesh[] {
            MeshPlan.potential().above(cell), MeshPlan.creep(cell).below(cell)
        }) {
            MeshGeometry geometry = new MeshGeometry(mesh, MeshGeometry.rules(mesh, 8));
            double area = mesh.isStrip() ? cell.width() : cell.width() * cell.width() / 2;
            double volume = IntStream.range(0, mesh.elements())
                    .mapToObj(geometry::volume)
                    .flatMapToDouble(DoubleStream::of)
                    .sum();
            assertThat(geometry.totalProjectedArea()).isCloseTo(area, within(1e-14));
            // Elements of a few edge resolutions leave an error of quadrature of the rounded edges.
            double tolerance = cell.edges().isEmpty() ? 1e-13 : 3e-6;
            assertThat(volume / area).isCloseTo(Math.abs(mesh.farPlane()), within(tolerance));
        }
    }

    /** The metric is the inverse of ∂(x, y, z)/∂(element's own coordinates), here taken by central differences. */
    @ParameterizedTest
    @MethodSource("meshes")
    void metricInvertsTheMap(ExtrudedMesh mesh) {
        GaussRule[] rules = MeshGeometry.rules(mesh, 3);
        MeshGeometry geometry = new MeshGeometry(mesh, rules);
        for (int e = 0; e < mesh.elements(); e++) {
            double[][] metric = geometry.metric(e);
            int points = rules[0].size() * rules[1].size() * rules[2].size();
            for (int q = 0; q < points; q++) {
                double[] local = {
                    rules[0].points()[q / rules[2].size() / rules[1].size()],
                    rules[1].points()[q / rules[2].size() % rules[1].size()],
                    rules[2].points()[q % rules[2].size()]
                };
                double[][] jacobian = jacobian(mesh, e, local);
                double weight = rules[0].weights()[q / rules[2].size() / rules[1].size()]
                        * rules[1].weights()[q / rules[2].size() % rules[1].size()]
                        * rules[2].weights()[q % rules[2].size()];
                assertThat(geometry.volume(e)[q]).isCloseTo(weight * Math.abs(determinant(jacobian)), within(1e-9));
                assertIdentity(metric, jacobian, q);
            }
        }
    }

    private static void assertIdentity(double[][] metric, double[][] jacobian, int q) {
        for (int k = 0; k < 3; k++) {
            for (int component = 0; component < 3; component++) {
                double derivative = 0;
                for (int m = 0; m < 3; m++) {
                    derivative += metric[3 * k + m][q] * jacobian[m][component];
                }
                // Differences of step 1e-5: truncated at 1e-10, rounded at 1e-11, times a metric of up to 1e2.
                assertThat(derivative).isCloseTo(k == component ? 1 : 0, within(1e-7));
            }
        }
    }

    private static double[][] jacobian(ExtrudedMesh mesh, int element, double[] local) {
        double step = 1e-5;
        double[][] jacobian = new double[3][3];
        for (int m = 0; m < 3; m++) {
            double[] ahead = local.clone();
            double[] behind = local.clone();
            ahead[m] += step;
            behind[m] -= step;
            double[] to = place(mesh, element, ahead), from = place(mesh, element, behind);
            for (int k = 0; k < 3; k++) {
                jacobian[m][k] = (to[k] - from[k]) / (2 * step);
            }
        }
        return jacobian;
    }

    /** (x, y, z) at an element's own coordinates, as the mesh's Javadoc defines them. */
    private static double[] place(ExtrudedMesh mesh, int element, double[] local) {
        double[] grid = new double[3];
        for (int d = 0; d < 3; d++) {
            int i = mesh.position(element)[d];
            grid[d] = mesh.start(d, i) + mesh.extent(d, i) * local[d];
        }
        double y = mesh.y(grid[0], grid[1]);
        double height = mesh.cell().surface().at(grid[0], y).height();
        return new double[] {grid[0], y, height * (1 - grid[2]) + mesh.farPlane() * grid[2]};
    }

    private static double determinant(double[][] m) {
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3, k = (i + 2) % 3;
            determinant += m[0][i] * (m[1][j] * m[2][k] - m[1][k] * m[2][j]);
        }
        return determinant;
    }

    /** Area ratios from an independent hp finite-element code, given to six decimals. */
    @ParameterizedTest
    @CsvSource({
        "PRODUCT, 30, 1.002737",
        "PRODUCT, 10, 1.024306",
        "PRODUCT, 6, 1.065853",
        "PRODUCT, 4, 1.141858",
        "PRODUCT, 3, 1.239322",
        "PRODUCT, 2.5, 1.329309",
        "PRODUCT, 2, 1.479445",
        "SUM, 30, 1.001370",
        "SUM, 10, 1.012243",
        "SUM, 6, 1.033569",
        "SUM, 4, 1.073742",
        "SUM, 3, 1.127138",
        "SUM, 2.5, 1.178010",
        "SUM, 2, 1.265614"
    })
    void areaRatioIsTheReference(EggBox.Form form, double separationToHeight, double reference) {
        FundamentalCell cell = new EggBox(form, 1, separationToHeight, Polarity.LITHIUM).fundamentalCell();
        ExtrudedMesh mesh = MeshPlan.potential().above(cell);
        MeshGeometry geometry = new MeshGeometry(mesh, MeshGeometry.rules(mesh, 9));
        assertThat(geometry.areaRatio()).isCloseTo(reference, within(6e-7));
    }

    /** A pyramid's flanks have the slope 2H/S, but for the strips along the edges that the filter rounds. */
    @ParameterizedTest
    @CsvSource({"0.001, 2e-3", "0.01, 2e-2"})
    void areaRatioOfAPyramidIsThatOfItsFlanks(double edgeResolution, double tolerance) {
        Topography pyramid = new SquarePyramid(0.3, 1, edgeResolution, Polarity.LITHIUM);
        ExtrudedMesh mesh = MeshPlan.creep(pyramid.fundamentalCell()).below(pyramid.fundamentalCell());
        MeshGeometry geometry = new MeshGeometry(mesh, MeshGeometry.rules(mesh, 9));
        double flanks = Math.sqrt(1 + 0.36);
        assertThat(geometry.areaRatio()).isBetween(flanks - tolerance, flanks);
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void surfacePointsAreThoseUnderTheQuadrature(ExtrudedMesh mesh) {
        GaussRule[] rules = MeshGeometry.rules(mesh, 2);
        MeshGeometry geometry = new MeshGeometry(mesh, rules);
        for (int column = 0; column < mesh.columns(); column++) {
            for (int q = 0; q < rules[0].size() * rules[1].size(); q++) {
                double[] local = {rules[0].points()[q / rules[1].size()], rules[1].points()[q % rules[1].size()], 0};
                double[] place = place(mesh, column, local);
                assertThat(geometry.surfacePoint(column, q))
                        .isEqualTo(mesh.cell().surface().at(place[0], place[1]));
                assertThat(geometry.area(column)[q])
                        .isEqualTo(geometry.projectedArea(column)[q]
                                * geometry.surfacePoint(column, q).areaFactor());
            }
        }
    }
}
