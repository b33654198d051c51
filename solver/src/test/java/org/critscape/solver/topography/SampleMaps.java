package org.critscape.solver.topography;

import java.util.function.DoubleBinaryOperator;

/** Height maps sampled from formulas; lengths by the period. */
public final class SampleMaps {
    private SampleMaps() {}

    /** Samples of a function of (x, y) in 0..1. */
    public static HeightSamples sample(int side, DoubleBinaryOperator height) {
        double[][] heights = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                heights[row][column] = height.applyAsDouble((double) column / side, (double) row / side);
            }
        }
        return new HeightSamples(heights);
    }

    /** The egg-box of a form and height on unit period, its origin at (x0, y0). */
    public static DoubleBinaryOperator eggBox(EggBox.Form form, double height, double x0, double y0) {
        return (x, y) -> {
            double a = StrictMath.cos(2 * Math.PI * (x - x0)), b = StrictMath.cos(2 * Math.PI * (y - y0));
            return height / 2 * (form == EggBox.Form.PRODUCT ? a * b : (a + b) / 2);
        };
    }

    /** A height map that is that egg-box once it has been filtered. */
    public static HeightMap eggBoxMap(EggBox.Form form, double height, int side, double x0, double y0) {
        double sigma = 0.01;
        double square = form == EggBox.Form.PRODUCT ? 2 : 1;
        double undo = StrictMath.exp(2 * Math.PI * Math.PI * sigma * sigma * square);
        return new HeightMap(sample(side, eggBox(form, height, x0, y0)), undo, 1, sigma, Polarity.LITHIUM);
    }
}
