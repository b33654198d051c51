package org.critscape.jobs.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.critscape.solver.topography.HeightSamples;

/** Points for the tests of this package. */
final class Points {
    private Points() {}

    /** A point of a shape at H25S150, with everything else at its default but these. */
    static DesignPoint of(Shape shape, Axis... more) {
        return new DesignSpace(List.of(new Block(axes(shape, more)))).point(0);
    }

    /** Axes of one level for a shape at H25S150, except where others are given. */
    static List<Axis> axes(Shape shape, Axis... more) {
        List<Axis> axes = new ArrayList<>(List.of(more));
        List<Axis> usual = List.of(
                Axis.words(Parameter.SHAPE, List.of(word(shape))),
                Axis.list(Parameter.PEAK_HEIGHT, 25e-6),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                Axis.maps(List.of(map("wave.csv", 1))),
                Axis.list(Parameter.HEIGHT_SCALE, 10e-6),
                Axis.list(Parameter.RMS_HEIGHT, 4e-6),
                Axis.list(Parameter.CORRELATION_LENGTH, 60e-6));
        for (Axis axis : usual) {
            if (axes.stream().noneMatch(given -> given.parameter() == axis.parameter())) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** A map of one wave of a height. */
    static SampledMap map(String name, double height) {
        double[][] samples = new double[8][8];
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                samples[row][column] = 0.5 * height * StrictMath.cos(2 * Math.PI * column / 8);
            }
        }
        return new SampledMap(name, new HeightSamples(samples));
    }

    private static String word(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
