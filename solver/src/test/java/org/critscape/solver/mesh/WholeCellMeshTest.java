package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Relief.Summit;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.RoughSurface.Spectrum;
import org.critscape.solver.topography.SampleMaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeCellMeshTest {
    static Stream<FundamentalCell> cells() {
        return Stream.of(
                SampleMaps.eggBoxMap(Form.SUM, 0.2, 8, 0.3, 0.1).fundamentalCell(),
                SampleMaps.eggBoxMap(Form.PRODUCT, 0.2, 8, 0, 0).fundamentalCell(),
                rough(0.4, 1),
                rough(0.25, 2),
                rough(0.15, 3));
    }

    private static FundamentalCell rough(double length, long seed) {
        return new RoughSurface(Spectrum.GAUSSIAN, 0.03, length, 0, 0, 1, seed, Polarity.LITHIUM).fundamentalCell();
    }

    private static double[] breaks(ExtrudedMesh mesh, int direction) {
        return IntStream.rangeClosed(0, mesh.elementsAlong(direction))
                .mapToDouble(i -> i == mesh.elementsAlong(direction) ? 1 : mesh.start(direction, i))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void elementsFollowTheDetailAndShrinkTowardsTheHighestSummit(FundamentalCell cell) {
        for (MeshPlan plan : new MeshPlan[] {MeshPlan.potential(), MeshPlan.creep(cell)}) {
            ExtrudedMesh mesh = plan.below(cell);
            double detail = cell.relief().detail();
            for (int direction = 0; direction < 2; direction++) {
                double[] breaks = breaks(mesh, direction);
                assertThat(breaks[0]).isZero();
                for (int i = 1; i < breaks.length; i++) {
                    double size = breaks[i] - breaks[i - 1];
                    assertThat(size).isPositive().isLessThan(1.001 * plan.largest() * detail);
                }
                double longest = 1.01 * plan.tip() * detail * StrictMath.expm1(plan.growth()) / plan.growth();
                assertThat(breaks[1]).isLessThan(longest);
                assertThat(1 - breaks[breaks.length - 2]).isLessThan(longest);
            }
            assertThat(mesh.farPlane())
                    .isLessThanOrEqualTo(Math.min(-1.25, cell.relief().lowest() - 1));
        }
    }

    @Test
    void planesPassThroughBothSummitsOfTheProductForm() {
        FundamentalCell cell =
                SampleMaps.eggBoxMap(Form.PRODUCT, 0.2, 8, 0.2, 0.4).fundamentalCell();
        Summit second = cell.relief().summits().get(1);
        ExtrudedMesh mesh = MeshPlan.creep(cell).below(cell);
        assertThat(breaks(mesh, 0)).contains(second.x());
        assertThat(breaks(mesh, 1)).contains(second.y());
        assertThat(second.x()).isCloseTo(0.5, within(1e-9));
    }

    /** Along a crest nothing varies and elements stay large. */
    @Test
    void aCrestIsNotRefinedAlongItself() {
        FundamentalCell cell = new HeightMap(
                        SampleMaps.sample(8, (x, y) -> StrictMath.cos(2 * Math.PI * x)), 0.1, 1, 0.01, Polarity.LITHIUM)
                .fundamentalCell();
        MeshPlan plan = MeshPlan.creep(cell);
        ExtrudedMesh mesh = plan.below(cell);
        assertThat(mesh.elementsAlong(1))
                .isEqualTo((int) Math.ceil(1 / (plan.largest() * cell.relief().detail())));
        assertThat(mesh.extent(0, 0)).isLessThan(0.8 * mesh.extent(1, 0));
    }
}
