package org.critscape.solver.topography;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rounding of edges is a convolution of the whole periodic surface with an isotropic Gaussian. */
class EdgeFilterTest {
    private static final double REACH = 6;
    private static final int SAMPLES = 400;

    static Stream<Topography> sharp() {
        return Stream.of(0.002, 0.03, 0.15).flatMap(SampleShapes::sharp);
    }

    /**
     * Heights against that of the tip, since the mean is not subtracted from the convolution. Its midpoint sum of step
     * 0.03 σ misses a kink of slope change m &lt; 1 by up to m (0.03 σ)²/8 along a line, at a density of up to 0.4/σ; two
     * kinks cross at a corner, and two points are compared: below 2e-4 σ.
     */
    @ParameterizedTest
    @MethodSource("sharp")
    void equalsABruteForceConvolution(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        double sigma = cell.edges().width();
        double tip = cell.surface().at(cell.tipX(), cell.tipY()).height();
        double roundedTip = convolution(topography, cell.tipX(), cell.tipY(), sigma);
        var random = new SplittableRandom(7);
        // Two points at the edges, where the filter acts, two anywhere.
        double[] along = {
            cell.edges().ridge(),
            cell.edges().groove(),
            random.nextDouble(cell.width()),
            random.nextDouble(cell.width())
        };
        for (double x : along) {
            double y = x * random.nextDouble();
            assertThat(cell.surface().at(x, y).height() - tip)
                    .isCloseTo(convolution(topography, x, y, sigma) - roundedTip, within(2e-4 * sigma));
        }
    }

    private static double convolution(Topography topography, double x, double y, double sigma) {
        double step = 2 * REACH / SAMPLES;
        double[] weights = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double u = -REACH + (i + 0.5) * step;
            weights[i] = step * exp(-0.5 * u * u) / sqrt(2 * PI);
        }
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double alongX = x - sigma * (-REACH + (i + 0.5) * step);
            for (int j = 0; j < SAMPLES; j++) {
                double alongY = y - sigma * (-REACH + (j + 0.5) * step);
                sum += weights[i] * weights[j] * SampleShapes.height(topography, alongX, alongY);
            }
        }
        return sum;
    }

    /**
     * Tip and trough of pyramids and triangles lose together 4 √(2/π) σ/S of H: at an edge in one dimension the mean of
     * |u| is √(2/π) σ, and over a pyramid's apex and its corner those of max(|u|, |v|) and min(|u|, |v|) add up to twice
     * that. Exact while the filter does not reach from one to the other.
     */
    @ParameterizedTest
    @MethodSource("peaked")
    void takesAKnownHeightOffAPeak(Topography topography) {
        FundamentalCell cell = topography.fundamentalCell();
        double left = 1 - 4 * sqrt(2 / PI) * cell.edges().width();
        assertThat(cell.filteredHeight()).isCloseTo(topography.heightToSeparation() * left, within(1e-12));
    }

    static Stream<Topography> peaked() {
        return Stream.of(0.001, 0.01, 0.03)
                .flatMap(SampleShapes::sharp)
                .filter(shape -> shape.fundamentalCell().edges().ridge()
                                + shape.fundamentalCell().edges().groove()
                        == 0.5);
    }

    @ParameterizedTest
    @MethodSource("families")
    void filteredHeightFallsWithTheEdgeResolution(List<Topography> ascending) {
        double[] heights = ascending.stream()
                .mapToDouble(shape -> shape.fundamentalCell().filteredHeight())
                .toArray();
        assertThat(heights[0]).isLessThan(SampleShapes.HEIGHT / SampleShapes.SEPARATION * (1 + 1e-12));
        for (int i = 1; i < heights.length; i++) {
            assertThat(heights[i]).isLessThan(heights[i - 1] * (1 + 1e-15));
        }
        assertThat(heights[heights.length - 1]).isBetween(0.3 * heights[0], 0.7 * heights[0]);
    }

    static Stream<List<Topography>> families() {
        double[] resolutions =
                DoubleStream.iterate(0.001, r -> r < 0.15, r -> r * 1.3).toArray();
        int shapes = (int) SampleShapes.sharp(0.1).count();
        return IntStream.range(0, shapes)
                .mapToObj(i -> DoubleStream.of(resolutions)
                        .mapToObj(r -> SampleShapes.sharp(r).skip(i).findFirst().orElseThrow())
                        .toList());
    }
}
