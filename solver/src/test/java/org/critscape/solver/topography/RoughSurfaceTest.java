package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.topography.RoughSurface.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoughSurfaceTest {
    private static final double SEPARATION = 150e-6;

    private static RoughSurface rough(
            Spectrum spectrum, double rms, double length, double hurst, double edge, long seed) {
        return new RoughSurface(
                spectrum,
                rms * SEPARATION,
                length * SEPARATION,
                hurst,
                edge * SEPARATION,
                SEPARATION,
                seed,
                Polarity.LITHIUM);
    }

    @ParameterizedTest
    @EnumSource(Spectrum.class)
    void theRootMeanSquareHeightIsExact(Spectrum spectrum) {
        double[] heights = rough(spectrum, 0.03, 0.15, 0.7, 0.04, 11).waves().heights(200);
        double square = Arrays.stream(heights).map(h -> h * h).average().orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(0.03, within(1e-14));
        assertThat(Arrays.stream(heights).average().orElseThrow()).isCloseTo(0, within(1e-16));
    }

    @ParameterizedTest
    @EnumSource(Spectrum.class)
    void aSeedIsASurface(Spectrum spectrum) {
        double[] once = rough(spectrum, 0.03, 0.2, 0.7, 0.05, 1).waves().heights(20);
        double[] again = rough(spectrum, 0.03, 0.2, 0.7, 0.05, 1).waves().heights(20);
        double[] other = rough(spectrum, 0.03, 0.2, 0.7, 0.05, 2).waves().heights(20);
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    /** Frozen: every machine and release makes the same surface of a seed. */
    @Test
    void theSurfaceOfASeedIsFrozen() {
        RoughSurface gaussian = rough(Spectrum.GAUSSIAN, 0.03, 0.25, 0, 0, 1);
        RoughSurface selfAffine = rough(Spectrum.SELF_AFFINE, 0.03, 0.25, 0.8, 0.04, 1);
        assertThat(gaussian.waves().at(0.2, 0.7).height()).isCloseTo(GAUSSIAN_HEIGHT, within(1e-15));
        assertThat(selfAffine.waves().at(0.2, 0.7).height()).isCloseTo(SELF_AFFINE_HEIGHT, within(1e-15));
    }

    private static final double GAUSSIAN_HEIGHT = -0.028100047017160474;
    private static final double SELF_AFFINE_HEIGHT = 0.0053441481356640945;

    /**
     * Mean over seeds of the autocorrelation at a distance of ξ along x, by that at 0. For an endless surface of either
     * spectrum it is 1/e; a filter of σ/ξ = 0.15 leaves it at ξ but lowers exp(−r/ξ) at 0 to its mean over the filter,
     * 1 − √(π/2) t exp(t²/2) erfc(t/√2) with t = √2 σ/ξ. A periodic surface lacks the mean ρ of the autocorrelation over
     * its cell, πξ² and 2πξ². The average of 300 seeds is good to about 0.005.
     */
    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 0.06, 1, 1", "SELF_AFFINE, 0.08, 2, 0.7738"})
    void theAutocorrelationFallsOverTheCorrelationLength(Spectrum spectrum, double length, double c, double atZero) {
        int side = 100, lag = (int) Math.rint(side * length), seeds = 300;
        double correlation = 0;
        for (int seed = 0; seed < seeds; seed++) {
            double[] h = rough(spectrum, 0.02, length, 0.5, 0.15 * length, seed)
                    .waves()
                    .heights(side);
            for (int p = 0; p < h.length; p++) {
                correlation += h[p] * h[(p + lag * side) % h.length] / (0.02 * 0.02) / h.length / seeds;
            }
        }
        double mean = c * Math.PI * length * length;
        assertThat(correlation).isCloseTo((StrictMath.exp(-1) - mean) / (atZero - mean), within(0.015));
    }

    /** ⟨√(1 + s²)⟩ = 1 + ⟨s²⟩/2 − ⟨s⁴⟩/8 …, and ⟨s⁴⟩ = 2⟨s²⟩² for a Gaussian field; its slope is 2 RMS/ξ. */
    @Test
    void theAreaGrowsByHalfTheMeanSquareSlope() {
        WaveSurface waves = rough(Spectrum.GAUSSIAN, 0.01, 0.1, 0, 0, 3).waves();
        int side = 150;
        double area = 0;
        for (int p = 0; p < side * side; p++) {
            int row = p / side;
            area += waves.at((double) row / side, (double) (p % side) / side).areaFactor() / side / side;
        }
        double square = waves.meanSquareSlope();
        assertThat(square).isCloseTo(4 * 0.01 * 0.01 / 0.1 / 0.1, within(0.3 * square));
        assertThat(area - 1).isCloseTo(square / 2, within(0.5 * square * square));
    }

    @Test
    void theWholeCellIsItsOwnAndReportsItsHeight() {
        RoughSurface surface = rough(Spectrum.GAUSSIAN, 0.03, 0.25, 0, 0, 1);
        FundamentalCell cell = surface.fundamentalCell();
        assertThat(cell.footprint()).isEqualTo(FundamentalCell.Footprint.SQUARE);
        assertThat(surface.peakHeight()).isEqualTo(cell.filteredHeight() * SEPARATION);
        assertThat(surface.heightToSeparation()).isBetween(0.1, 0.3);
        // π/√8 correlation lengths for an endless surface.
        assertThat(cell.relief().detail()).isCloseTo(1.11 * 0.25, within(0.05));
        double x = 0.1, y = 0.8;
        assertThat(cell.surface().at(x - cell.originX(), y - cell.originY()).height())
                .isCloseTo(surface.waves().at(x, y).height(), within(1e-14));
    }
}
