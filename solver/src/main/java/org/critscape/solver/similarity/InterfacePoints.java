package org.critscape.solver.similarity;

import org.critscape.solver.dendrite.Driving;

/**
 * Fields of one interface at some of its points, arrays of equal length; not copied, so not to be changed.
 *
 * @param x in the cell's frame [S]
 * @param y in the cell's frame [S]
 * @param currentRatio k [1]
 * @param pressureFunction Π [1]
 * @param normalTraction T [1]
 * @param curvature larger principal curvature, positive where lithium protrudes [1/S]
 * @param tip index of the tip of the lithium protrusion
 */
public record InterfacePoints(
        double[] x,
        double[] y,
        double[] currentRatio,
        double[] pressureFunction,
        double[] normalTraction,
        double[] curvature,
        int tip) {
    /** Checks the lengths. */
    public InterfacePoints {
        int count = x.length;
        if (tip < 0
                || tip >= count
                || y.length != count
                || currentRatio.length != count
                || pressureFunction.length != count
                || normalTraction.length != count
                || curvature.length != count) {
            throw new IllegalStateException(
                    "no tip " + tip + " among " + count + " points, or arrays of other lengths");
        }
    }

    /** What drives growth. */
    public double[] stress(Driving driving) {
        return driving == Driving.NORMAL_TRACTION ? normalTraction : pressureFunction;
    }
}
