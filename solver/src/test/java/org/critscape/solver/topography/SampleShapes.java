package org.critscape.solver.topography;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every shape in both polarities, and its height as the formula says it, over the whole plane and unfiltered. */
public final class SampleShapes {
    /** Peak separation of all samples [m]. */
    public static final double SEPARATION = 150e-6;

    /** Peak height of all samples but the plane [m]. */
    public static final double HEIGHT = 25e-6;

    private static final double TOP = 0.3;

    private SampleShapes() {}

    /** All shapes, those with edges at a given edge resolution by S. */
    public static Stream<Topography> all(double edgeResolution) {
        return Stream.concat(Stream.of(new Flat(SEPARATION)), Stream.concat(smooth(), sharp(edgeResolution)));
    }

    /** Egg-boxes and cosine waves. */
    static Stream<Topography> smooth() {
        return Arrays.stream(Polarity.values())
                .flatMap(polarity -> Stream.of(
                        new EggBox(EggBox.Form.PRODUCT, HEIGHT, SEPARATION, polarity),
                        new EggBox(EggBox.Form.SUM, HEIGHT, SEPARATION, polarity),
                        new Ridge(Ridge.Profile.COSINE, HEIGHT, SEPARATION, 0, 0, polarity)));
    }

    /** Shapes that are rounded by a Gaussian of an edge resolution by S. */
    static Stream<Topography> sharp(double edgeResolution) {
        double sigma = edgeResolution * SEPARATION;
        return Arrays.stream(Polarity.values())
                .flatMap(polarity -> Stream.of(
                        new SquarePyramid(HEIGHT, SEPARATION, sigma, polarity),
                        new Frustum(HEIGHT, SEPARATION, TOP, sigma, polarity),
                        new Ridge(Ridge.Profile.TRIANGLE, HEIGHT, SEPARATION, 0, sigma, polarity),
                        new Ridge(Ridge.Profile.TRAPEZOID, HEIGHT, SEPARATION, TOP, sigma, polarity)));
    }

    /** h/S at a point of the plane, by S; the mean is not subtracted. */
    static double height(Topography topography, double x, double y) {
        double height = topography.heightToSeparation();
        double square = Math.max(Math.abs(x - Math.rint(x)), Math.abs(y - Math.rint(y)));
        double strip = Math.abs(x - Math.rint(x));
        if (topography instanceof EggBox box) {
            double waves = box.form() == EggBox.Form.PRODUCT
                    ? cos(2 * PI * x) * cos(2 * PI * y)
                    : 0.5 * (cos(2 * PI * x) + cos(2 * PI * y));
            return sign(box.polarity()) * height / 2 * waves;
        } else if (topography instanceof SquarePyramid pyramid) {
            return sign(pyramid.polarity()) * height * (1 - 2 * square);
        } else if (topography instanceof Frustum frustum) {
            return sign(frustum.polarity()) * height * flank(square, frustum.topFraction());
        } else if (topography instanceof Ridge ridge) {
            return sign(ridge.polarity())
                    * height
                    * switch (ridge.profile()) {
                        case COSINE -> 0.5 * cos(2 * PI * x);
                        case TRIANGLE -> 1 - 2 * strip;
                        case TRAPEZOID -> flank(strip, ridge.topFraction());
                    };
        }
        return 0;
    }

    /** Mean of the formula over a period [S]. */
    static double mean(Topography topography) {
        int points = 600;
        double sum = 0;
        for (int i = 0; i < points * points; i++) {
            sum += height(topography, (i / points + 0.5) / points, (i % points + 0.5) / points);
        }
        return sum / points / points;
    }

    private static double flank(double distance, double topFraction) {
        return Math.min(1, Math.max(0, (1 - 2 * distance) / (1 - topFraction)));
    }

    private static int sign(Polarity polarity) {
        return polarity == Polarity.LITHIUM ? 1 : -1;
    }

    /** Points of the footprint of a cell, corners and sides included. */
    static List<double[]> points(FundamentalCell cell, int along) {
        boolean strip = cell.footprint() == FundamentalCell.Footprint.STRIP;
        return IntStream.range(0, (along + 1) * (along + 1))
                .mapToObj(i -> {
                    double x = cell.width() * (i / (along + 1)) / along;
                    double s = (double) (i % (along + 1)) / along;
                    return new double[] {x, strip ? s : x * s};
                })
                .toList();
    }
}
