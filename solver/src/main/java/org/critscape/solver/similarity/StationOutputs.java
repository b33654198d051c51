package org.critscape.solver.similarity;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;

import java.util.Arrays;

/**
 * The fields at stations of the interface as numbers that are smooth in the groups, and back.
 *
 * <p>A station keeps its place by the fractions of the fundamental cell. Its k and Π are smooth in the groups where their
 * maxima over the interface have kinks because the place changes, so the stations are interpolated and the load curve is
 * made of them. In order: ln k of all, Π/P, T/P, curvature, x, y, and ln P, with P the root mean square of Π over the
 * stations, which carries most of what the height does to Π, and last the logarithm of the area ratio.
 */
public final class StationOutputs {
    /** What an output stands for. */
    public enum Kind {
        /** ln k. */
        CURRENT_RATIO,
        /** Π/P. */
        PRESSURE,
        /** T/P. */
        TRACTION,
        /** Larger principal curvature [1/S]. */
        CURVATURE,
        /** x [S]. */
        X,
        /** y [S]. */
        Y
    }

    /** k that counts for values not above, which only discretisation error gives. */
    private static final double LEAST_CURRENT_RATIO = 1e-9;

    private static final Kind[] KINDS = Kind.values();

    private final int stations;
    private final int tip;

    /**
     * @param stations how many
     * @param tip index of that at the tip of the lithium protrusion
     */
    public StationOutputs(int stations, int tip) {
        if (!(tip >= 0 && tip < stations)) {
            throw new IllegalStateException("no tip " + tip + " among " + stations + " stations");
        }
        this.stations = stations;
        this.tip = tip;
    }

    /** How many outputs there are. */
    public int count() {
        return KINDS.length * stations + 2;
    }

    /** Tolerances of the outputs by relative ones of current ratio and pressure; positions and curvature go along. */
    public double[] tolerances(double currentRatio, double pressure) {
        double[] tolerances = new double[count()];
        for (int kind = 0; kind < KINDS.length; kind++) {
            double tolerance = switch (KINDS[kind]) {
                case CURRENT_RATIO -> currentRatio;
                case PRESSURE, TRACTION -> pressure;
                case CURVATURE, X, Y -> Double.POSITIVE_INFINITY;
            };
            for (int i = 0; i < stations; i++) {
                tolerances[kind * stations + i] = tolerance;
            }
        }
        tolerances[count() - 2] = pressure;
        tolerances[count() - 1] = currentRatio;
        return tolerances;
    }

    /** The outputs of a solved interface, whose pressure must not vanish at all stations. */
    public double[] of(InterfacePoints points, double areaRatio) {
        double square = 0;
        for (double pressure : points.pressureFunction()) {
            square += pressure * pressure / stations;
        }
        double scale = Math.sqrt(square);
        if (points.x().length != stations || !(scale > 0)) {
            throw new IllegalStateException(
                    points.x().length + " points for " + stations + " stations, pressure scale " + scale);
        }
        double[] outputs = new double[count()];
        for (int i = 0; i < stations; i++) {
            outputs[at(Kind.CURRENT_RATIO, i)] = log(Math.max(points.currentRatio()[i], LEAST_CURRENT_RATIO));
            outputs[at(Kind.PRESSURE, i)] = points.pressureFunction()[i] / scale;
            outputs[at(Kind.TRACTION, i)] = points.normalTraction()[i] / scale;
            outputs[at(Kind.CURVATURE, i)] = points.curvature()[i];
            outputs[at(Kind.X, i)] = points.x()[i];
            outputs[at(Kind.Y, i)] = points.y()[i];
        }
        outputs[count() - 2] = log(scale);
        outputs[count() - 1] = log(areaRatio);
        return outputs;
    }

    /** The fields that some outputs stand for. */
    public InterfacePoints points(double[] outputs) {
        double scale = exp(outputs[count() - 2]);
        InterfacePoints points = new InterfacePoints(
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                tip);
        for (int i = 0; i < stations; i++) {
            points.x()[i] = outputs[at(Kind.X, i)];
            points.y()[i] = outputs[at(Kind.Y, i)];
            points.currentRatio()[i] = exp(outputs[at(Kind.CURRENT_RATIO, i)]);
            points.pressureFunction()[i] = scale * outputs[at(Kind.PRESSURE, i)];
            points.normalTraction()[i] = scale * outputs[at(Kind.TRACTION, i)];
            points.curvature()[i] = outputs[at(Kind.CURVATURE, i)];
        }
        return points;
    }

    /** The area ratio among some outputs [1]. */
    public double areaRatio(double[] outputs) {
        return exp(outputs[count() - 1]);
    }

    /** Index of an output. */
    public int at(Kind kind, int station) {
        return Arrays.binarySearch(KINDS, kind) * stations + station;
    }

    /** Indices of the outputs of some stations alone, in the order of their own {@link StationOutputs}. */
    public int[] only(int... chosen) {
        int[] indices = new int[KINDS.length * chosen.length + 2];
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (int i = 0; i < chosen.length; i++) {
                indices[kind * chosen.length + i] = kind * stations + chosen[i];
            }
        }
        indices[indices.length - 2] = count() - 2;
        indices[indices.length - 1] = count() - 1;
        return indices;
    }
}
