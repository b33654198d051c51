package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.critscape.solver.topography.EggBox.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeightMapTest {
    private static HeightSamples noise(int side, long seed) {
        Random random = new Random(seed);
        return SampleMaps.sample(side, (x, y) -> random.nextGaussian());
    }

    /** Odd and even numbers of samples: with even ones the shortest waves are shared between both signs. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 13, 30})
    void withoutAFilterTheSurfaceMeetsItsSamples(int side) {
        HeightSamples samples = noise(side, 1);
        Surface surface = FilteredSamples.surface(samples, 1e-9, 1);
        double mean = 0;
        for (int p = 0; p < side * side; p++) {
            mean += samples.at(p / side, p % side) / side / side;
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                assertThat(surface.at((double) column / side, (double) row / side)
                                .height())
                        .isCloseTo(samples.at(row, column) - mean, within(1e-13 * side));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PRODUCT, 8, 0, 0", "PRODUCT, 7, 0.1, 0.7", "SUM, 5, 0.25, 0", "SUM, 16, 0.33, 0.9"})
    void aSampledEggBoxIsTheEggBox(Form form, int side, double x0, double y0) {
        HeightMap map = SampleMaps.eggBoxMap(form, 0.2, side, x0, y0);
        FundamentalCell cell = map.fundamentalCell();
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble(), y = random.nextDouble();
            double inMap =
                    SampleMaps.eggBox(form, 0.2, x0, y0).applyAsDouble(cell.positionX(x, y), cell.positionY(x, y));
            assertThat(cell.surface().at(x, y).height()).isCloseTo(inMap, within(1e-14));
        }
        assertThat(cell.filteredHeight()).isCloseTo(0.2, within(1e-14));
        // Half of the distance between neighbouring summits along their row.
        assertThat(cell.relief().detail()).isCloseTo(form == Form.SUM ? 0.5 : Math.sqrt(0.125), within(1e-12));
        assertThat(cell.relief().summits()).hasSize(form == Form.SUM ? 1 : 2);
    }

    @Test
    void theFilterDampsEachWaveByItsOwnFactor() {
        HeightSamples samples = SampleMaps.sample(
                24, (x, y) -> StrictMath.cos(2 * Math.PI * x) + 0.3 * StrictMath.sin(2 * Math.PI * (3 * x - 4 * y)));
        double sigma = 0.05;
        Surface surface = FilteredSamples.surface(samples, sigma, 1);
        double exponent = 2 * Math.PI * Math.PI * sigma * sigma;
        double x = 0.37, y = 0.81;
        double expected = StrictMath.exp(-exponent) * StrictMath.cos(2 * Math.PI * x)
                + 0.3 * StrictMath.exp(-25 * exponent) * StrictMath.sin(2 * Math.PI * (3 * x - 4 * y));
        assertThat(surface.at(x, y).height()).isCloseTo(expected, within(1e-14));
    }

    static Stream<FundamentalCell> cells() {
        return Stream.of(
                new HeightMap(noise(12, 3), 0.05, 1, 0.04, Polarity.LITHIUM).fundamentalCell(),
                new HeightMap(noise(9, 4), 0.05, 1, 0.05, Polarity.ELECTROLYTE).fundamentalCell(),
                new RoughSurface(RoughSurface.Spectrum.SELF_AFFINE, 0.03, 0.2, 0.8, 0.05, 1, 5, Polarity.LITHIUM)
                        .fundamentalCell());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void slopesAndCurvaturesAreDerivatives(FundamentalCell cell) {
        Surface surface = cell.surface();
        double step = 1e-5;
        Random random = new Random(6);
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble(), y = random.nextDouble();
            Surface.Point here = surface.at(x, y);
            Surface.Point east = surface.at(x + step, y), west = surface.at(x - step, y);
            Surface.Point north = surface.at(x, y + step), south = surface.at(x, y - step);
            assertThat(here.slopeX()).isCloseTo((east.height() - west.height()) / (2 * step), within(1e-7));
            assertThat(here.slopeY()).isCloseTo((north.height() - south.height()) / (2 * step), within(1e-7));
            assertThat(here.curvatureXX()).isCloseTo((east.slopeX() - west.slopeX()) / (2 * step), within(1e-5));
            assertThat(here.curvatureXY()).isCloseTo((east.slopeY() - west.slopeY()) / (2 * step), within(1e-5));
            assertThat(here.curvatureYY()).isCloseTo((north.slopeY() - south.slopeY()) / (2 * step), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void reliefFindsEverySummitAndTheExtremes(FundamentalCell cell) {
        Relief relief = cell.relief();
        double highest = Double.NEGATIVE_INFINITY, lowest = Double.POSITIVE_INFINITY, sum = 0;
        int side = 400;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double height =
                        cell.surface().at((double) i / side, (double) j / side).height();
                highest = Math.max(highest, height);
                lowest = Math.min(lowest, height);
                sum += height;
            }
        }
        assertThat(sum / side / side).isCloseTo(0, within(1e-15));
        assertThat(relief.highest()).isBetween(highest - 1e-15, highest + 1e-4);
        assertThat(relief.lowest()).isBetween(lowest - 1e-4, lowest + 1e-15);
        assertThat(cell.surface().at(0, 0).height()).isCloseTo(relief.highest(), within(1e-14));
        assertThat(relief.summits()).hasSizeGreaterThan(2).allSatisfy(summit -> {
            Surface.Point top = cell.surface().at(summit.x(), summit.y());
            assertThat(top.height()).isCloseTo(summit.height(), within(1e-13));
            assertThat(top.slopeX()).isCloseTo(0, within(1e-10));
            assertThat(top.slopeY()).isCloseTo(0, within(1e-10));
            assertThat(summit.bendX()).isPositive();
            assertThat(summit.bendY()).isPositive();
        });
    }

    @Test
    void bothPolaritiesMirrorEachOther() {
        FundamentalCell up = new HeightMap(noise(8, 7), 0.05, 1, 0.06, Polarity.LITHIUM).fundamentalCell();
        FundamentalCell down = new HeightMap(noise(8, 7), 0.05, 1, 0.06, Polarity.ELECTROLYTE).fundamentalCell();
        assertThat(down.relief().highest()).isCloseTo(-up.relief().lowest(), within(1e-15));
        assertThat(down.relief().lowest()).isCloseTo(-up.relief().highest(), within(1e-15));
        double x = 0.2, y = 0.9;
        assertThat(down.surface().at(x - down.originX(), y - down.originY()).height())
                .isCloseTo(-up.surface().at(x - up.originX(), y - up.originY()).height(), within(1e-14));
    }

    @Test
    void theHighestSampleIsFoundWhereItIs() {
        HeightMap map = new HeightMap(
                SampleMaps.sample(10, (x, y) -> x == 0.3 && y == 0.6 ? 1 : 0), 0.1, 1, 0.05, Polarity.LITHIUM);
        FundamentalCell cell = map.fundamentalCell();
        assertThat(cell.positionX(0, 0)).isCloseTo(0.3, within(1e-9));
        assertThat(cell.positionY(0, 0)).isCloseTo(0.6 - 1, within(1e-9));
        assertThat(map.peakHeight()).isEqualTo(0.1);
    }

    @Test
    void aCutOutHasAnOpenSeam() {
        assertThat(noise(20, 8).seam()).isBetween(0.7, 1.3);
        assertThat(SampleMaps.sample(16, SampleMaps.eggBox(Form.SUM, 1, 0.1, 0.2))
                        .seam())
                .isBetween(0.5, 1.5);
        // A slope of 1 per sample along x, that falls back by 19 at the seam, and none along y: √(19 · 19²/19).
        assertThat(SampleMaps.sample(20, (x, y) -> 20 * x).seam()).isCloseTo(19, within(1e-12));
    }

    /** A crest along y has one summit, or a few by round-off, all without a bend along y. */
    @Test
    void aCrestHasNoBendAlongItself() {
        HeightMap map = new HeightMap(
                SampleMaps.sample(8, (x, y) -> StrictMath.cos(2 * Math.PI * x)), 0.05, 1, 0.01, Polarity.LITHIUM);
        assertThat(map.fundamentalCell().relief().summits())
                .isNotEmpty()
                .allSatisfy(summit -> assertThat(summit.bendY()).isCloseTo(0, within(1e-12)));
    }
}
