package org.critscape.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurfaceMapTest {
    private static final double SEPARATION = 2e-4;
    private static final int ALONG = 81;

    private static SurfaceMap slope() {
        double[] x = new double[ALONG * ALONG];
        double[] y = new double[x.length];
        double[] values = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            x[p] = SEPARATION * (Math.floorDiv(p, ALONG) / (ALONG - 1.0) - 0.5);
            y[p] = SEPARATION * (p % ALONG / (ALONG - 1.0) - 0.5);
            values[p] = 3 * x[p] / SEPARATION + y[p] / SEPARATION;
        }
        return new SurfaceMap(SEPARATION, x, y, values);
    }

    private static double[] places(int steps) {
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> SEPARATION * ((double) i / steps - 0.5))
                .toArray();
    }

    @Test
    void gridHasTheValuesAtItsPlaces() {
        double[][] raster = slope().raster(places(20));
        for (int i = 0; i <= 20; i++) {
            for (int j = 0; j <= 20; j++) {
                double expected = 3 * (i / 20.0 - 0.5) + j / 20.0 - 0.5;
                assertThat(raster[i][j]).isCloseTo(expected, within(0.03));
            }
        }
    }

    @Test
    void placesWithoutPointsTakeTheNearest() {
        SurfaceMap lonely = new SurfaceMap(1, new double[] {-0.4}, new double[] {0.4}, new double[] {7});
        for (double[] column : lonely.raster(new double[] {-0.5, 0, 0.5})) {
            assertThat(column).containsOnly(new double[] {7}, within(1e-12));
        }
    }

    @Test
    void extremesAreThoseOfThePoints() {
        assertThat(slope().largest()).isCloseTo(2, within(1e-12));
        assertThat(slope().smallest()).isCloseTo(-2, within(1e-12));
    }
}
