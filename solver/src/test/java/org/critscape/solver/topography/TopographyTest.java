package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.topography.FundamentalCell.Footprint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every surface owes: its formula up to the mean, exact derivatives, mirrors all around, the tip on top. */
class TopographyTest {
    static Stream<Topography> shapes() {
        return Stream.concat(SampleShapes.all(0.03), SampleShapes.sharp(0.15));
    }

    static Stream<Topography> smooth() {
        return SampleShapes.smooth();
    }

    static Stream<Topography> sharp() {
        return Stream.of(0.03, 0.006, 0.0012).flatMap(SampleShapes::sharp);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void heightHasZeroMean(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        int panels = 16;
        GaussRule rule = GaussRule.ofSize(4);
        double volume = 0;
        for (int p = 0; p < panels * panels; p++) {
            for (int q = 0; q < 16; q++) {
                double x = cell.width() * (p / panels + rule.points()[q / 4]) / panels;
                double s = (p % panels + rule.points()[q % 4]) / panels;
                boolean strip = cell.footprint() == Footprint.STRIP;
                double weight = rule.weights()[q / 4] * rule.weights()[q % 4] * (strip ? 1 : x);
                volume += weight * cell.surface().at(x, strip ? s : x * s).height();
            }
        }
        // Panels of a length of the filter, 8th order: the quadrature itself is good to about 1e-9.
        assertThat(volume / (panels * panels)).isCloseTo(0, within(1e-8));
    }

    /** Central differences of step 1e-4 on curvatures that vary over 0.03: about (1e-4/0.03)²/6 of the derivative. */
    @ParameterizedTest
    @MethodSource("shapes")
    void slopesAndCurvaturesAreDerivatives(Topography topography) {
        Surface surface = topography.fundamentalCell().surface();
        double step = 1e-4;
        for (double[] point : SampleShapes.points(topography.fundamentalCell(), 7)) {
            double x = point[0], y = point[1];
            Surface.Point here = surface.at(x, y);
            Surface.Point east = surface.at(x + step, y), west = surface.at(x - step, y);
            Surface.Point north = surface.at(x, y + step), south = surface.at(x, y - step);
            assertThat(here.slopeX()).isCloseTo((east.height() - west.height()) / (2 * step), within(1e-5));
            assertThat(here.slopeY()).isCloseTo((north.height() - south.height()) / (2 * step), within(1e-5));
            assertThat(here.curvatureXX()).isCloseTo((east.slopeX() - west.slopeX()) / (2 * step), within(1e-4));
            assertThat(here.curvatureXY()).isCloseTo((east.slopeY() - west.slopeY()) / (2 * step), within(1e-4));
            assertThat(here.curvatureXY()).isCloseTo((north.slopeX() - south.slopeX()) / (2 * step), within(1e-4));
            assertThat(here.curvatureYY()).isCloseTo((north.slopeY() - south.slopeY()) / (2 * step), within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everySideIsAMirror(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        Surface surface = cell.surface();
        // The Gaussian's second next images are left out: at the bluntest filter they weigh 1e-11.
        var zero = within(1e-9);
        for (int i = 0; i <= 20; i++) {
            double along = cell.width() * i / 20;
            assertThat(surface.at(along, 0).slopeY()).isCloseTo(0, zero);
            assertThat(surface.at(cell.width(), along).slopeX()).isCloseTo(0, zero);
            if (cell.footprint() == Footprint.STRIP) {
                assertThat(surface.at(0, along).slopeX()).isCloseTo(0, zero);
                Surface.Point inside = surface.at(along, 0.3);
                assertThat(inside).isEqualTo(surface.at(along, 0));
                assertThat(inside.slopeY()).isZero();
                assertThat(inside.curvatureXY()).isZero();
                assertThat(inside.curvatureYY()).isZero();
            } else {
                Surface.Point diagonal = surface.at(along, along);
                assertThat(diagonal.slopeX()).isCloseTo(diagonal.slopeY(), zero);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theTipIsTheHighestPointAndTheOtherEndTheLowest(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        double tip = cell.surface().at(cell.tipX(), cell.tipY()).height();
        for (double[] point : SampleShapes.points(cell, 20)) {
            double height = cell.surface().at(point[0], point[1]).height();
            assertThat(height).isBetween(tip - cell.filteredHeight() - 1e-15, tip);
        }
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void smoothSurfacesFollowTheirFormula(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        for (double[] point : SampleShapes.points(cell, 11)) {
            assertThat(cell.surface().at(point[0], point[1]).height())
                    .isCloseTo(formulaAt(topography, cell, point), within(1e-15));
        }
        assertThat(cell.filteredHeight()).isCloseTo(topography.heightToSeparation(), within(1e-15));
    }

    /**
     * A filter of standard deviation σ moves no point of a surface of slope m (along x or y) by more than m times the
     * mean of max(|u|, |v|) under the Gaussian, 2σ/√π.
     */
    @ParameterizedTest
    @MethodSource("sharp")
    void sharpSurfacesFollowTheirFormulaUpToTheFilter(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        double top = topography instanceof Frustum frustum
                ? frustum.topFraction()
                : topography instanceof Ridge ridge ? ridge.topFraction() : 0;
        double slope = 2 * topography.heightToSeparation() / (1 - top);
        double reach = slope * 2 * cell.edges().width() / Math.sqrt(Math.PI);
        double mean = SampleShapes.mean(topography);
        double moved = 0;
        for (double[] point : SampleShapes.points(cell, 11)) {
            double height = cell.surface().at(point[0], point[1]).height();
            moved = Math.max(moved, Math.abs(height - formulaAt(topography, cell, point) + mean));
        }
        assertThat(moved).isBetween(0.1 * reach, reach + 1e-6);
    }

    private static double formulaAt(Topography topography, FundamentalCell cell, double[] point) {
        double x = cell.positionX(point[0], point[1]), y = cell.positionY(point[0], point[1]);
        assertThat(x).isBetween(-0.5, 0.5);
        assertThat(y).isBetween(-0.5, 0.5);
        return SampleShapes.height(topography, x, y);
    }

    @ParameterizedTest
    @MethodSource("sharp")
    void ridgesProtrudeAndGroovesRecede(Topography topography) {
        FundamentalCell.Edges edges = topography.fundamentalCell().edges();
        Surface surface = topography.fundamentalCell().surface();
        assertThat(edges.isEmpty()).isFalse();
        assertThat(surface.at(edges.ridge(), 0).curvatureXX()).isNegative();
        assertThat(surface.at(edges.groove(), 0).curvatureXX()).isPositive();
    }
}
