package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.SampleShapes;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeshPlanTest {
    static Stream<Topography> shapes() {
        return Stream.concat(
                Stream.of(0.001, 0.0067, 0.03, 0.15).flatMap(SampleShapes::all),
                LongStream.range(0, 20).mapToObj(MeshPlanTest::randomFrustum));
    }

    /** Anything the checks let pass, very small flat tops among it. */
    private static Topography randomFrustum(long seed) {
        var random = new SplittableRandom(seed);
        return new Frustum(
                random.nextDouble(0.001, 1),
                1,
                random.nextBoolean() ? random.nextDouble(0.9) : random.nextDouble(1e-6),
                random.nextDouble(0.001, 0.15),
                random.nextBoolean() ? Polarity.LITHIUM : Polarity.ELECTROLYTE);
    }

    /** The coarsest from which numbers come: creep starts on one that is coarser than wanted. */
    private static List<ExtrudedMesh> meshes(FundamentalCell cell) {
        return List.of(
                MeshPlan.potential().above(cell),
                MeshPlan.creep(cell).refined(1).below(cell));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void breakpointsAscendFromSideToSideAndAreFew(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        for (ExtrudedMesh mesh : meshes(cell)) {
            double[] ends = {cell.width(), 1, 1};
            for (int d = 0; d < 3; d++) {
                double[] breaks = breaks(mesh, d);
                assertThat(breaks).isSorted().doesNotHaveDuplicates();
                assertThat(breaks[0]).isZero();
                assertThat(breaks[breaks.length - 1]).isEqualTo(ends[d]);
            }
            boolean strip = cell.footprint() == Footprint.STRIP;
            assertThat(mesh.isStrip()).isEqualTo(strip);
            assertThat(mesh.elementsAlong(1) == 1 || !strip).isTrue();
            // Grading makes the number grow with the logarithm of the edge resolution only.
            assertThat(mesh.elements()).isLessThan(strip ? 200 : 600);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void edgesAreGridLinesBetweenSmallElements(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        Edges edges = cell.edges();
        for (ExtrudedMesh mesh : meshes(cell)) {
            MeshPlan plan = mesh.farPlane() > 0 ? MeshPlan.potential() : MeshPlan.creep(mesh.cell());
            assertRefined(mesh, cell.tipX(), plan.tip() * cell.width(), plan.growth());
            if (!edges.isEmpty()) {
                assertRefined(mesh, edges.ridge(), plan.edged().ridge() * edges.width(), plan.growth());
                assertRefined(mesh, edges.groove(), plan.edged().groove() * edges.width(), plan.growth());
            }
        }
    }

    /** An element that begins with the wanted size and grows by g may be (e^g − 1)/g as long; the sum is sampled to 1 %. */
    private static void assertRefined(ExtrudedMesh mesh, double x, double size, double growth) {
        double longest = 1.01 * size * StrictMath.expm1(growth) / growth;
        double[] breaks = breaks(mesh, 0);
        assertThat(breaks).contains(x);
        int i = IntStream.range(0, breaks.length)
                .filter(k -> breaks[k] == x)
                .findFirst()
                .orElseThrow();
        if (i > 0) {
            assertThat(breaks[i] - breaks[i - 1]).isLessThan(longest);
        }
        if (i < breaks.length - 1) {
            assertThat(breaks[i + 1] - breaks[i]).isLessThan(longest);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void farPlaneIsDeepAndClearOfTheInterface(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        double above = MeshPlan.potential().above(cell).farPlane();
        double below = MeshPlan.creep(cell).below(cell).farPlane();
        double tip = cell.surface().at(cell.tipX(), cell.tipY()).height();
        assertThat(above).isGreaterThanOrEqualTo(Math.max(1.25, 1 + tip));
        assertThat(below).isLessThanOrEqualTo(Math.min(-1.25, tip - cell.filteredHeight() - 1));
    }

    /** At H/S = 1 the lithium of a frustum with a wide top rises far less than it falls. */
    @Test
    void steepShapesHaveADeeperDomainOnTheirLongSide() {
        FundamentalCell cell = new Frustum(1, 1, 0.8, 0.01, Polarity.LITHIUM).fundamentalCell();
        double lowest = cell.surface().at(0.5, 0.5).height();
        assertThat(MeshPlan.creep(cell).below(cell).farPlane()).isCloseTo(lowest - 1, within(1e-15));
        assertThat(MeshPlan.potential().above(cell).farPlane()).isEqualTo(1.25);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void scalingRefinesEveryDirection(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        ExtrudedMesh coarse = MeshPlan.creep(cell).below(cell);
        ExtrudedMesh fine = MeshPlan.creep(cell).scaled(0.5).below(cell);
        assertThat(fine.elementsAlong(0)).isGreaterThan(coarse.elementsAlong(0));
        assertThat(fine.elementsAlong(2)).isGreaterThan(coarse.elementsAlong(2));
        assertThat(fine.farPlane()).isEqualTo(coarse.farPlane());
    }

    @Test
    void theNegativeZeroIsZero() {
        Topography negative = new Frustum(25e-6, 150e-6, -0.0, 1e-6, Polarity.LITHIUM);
        Topography positive = new Frustum(25e-6, 150e-6, 0.0, 1e-6, Polarity.LITHIUM);
        assertThat(breaks(MeshPlan.creep(negative.fundamentalCell()).below(negative.fundamentalCell()), 0))
                .containsExactly(
                        breaks(MeshPlan.creep(positive.fundamentalCell()).below(positive.fundamentalCell()), 0));
    }

    @Test
    void thePlaneIsMeshedLikeAnySmoothStrip() {
        ExtrudedMesh mesh = MeshPlan.potential().above(new Flat(1).fundamentalCell());
        assertThat(mesh.farPlane()).isEqualTo(1.25);
        assertThat(mesh.elementsAlong(1)).isEqualTo(1);
    }

    private static double[] breaks(ExtrudedMesh mesh, int direction) {
        int elements = mesh.elementsAlong(direction);
        double[] breaks = new double[elements + 1];
        for (int i = 0; i < elements; i++) {
            breaks[i] = mesh.start(direction, i);
            breaks[i + 1] = breaks[i] + mesh.extent(direction, i);
        }
        return breaks;
    }
}
