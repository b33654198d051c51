package org.critscape.solver.similarity;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;

import java.io.Serializable;
import java.util.Arrays;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;

/**
 * The fields at stations of the interface as numbers that are smooth in the groups, and back.
 *
 * <p>A station keeps its place by the fractions of the fundamental cell. Its k and Π are smooth in the groups where their
 * maxima over the interface have kinks because the place changes, so the stations are interpolated and the load curve is
 * made of them. In order: the fields, ln k of all, Π/P and T/P, with P the root mean square of Π over the stations, which
 * carries most of what the height does to Π; one of each {@link Whole}; curvature, x and y, which rows need of one station.
 */
public final class StationOutputs implements Serializable {
    private static final long serialVersionUID = 1L;

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

    /** What an output stands for that belongs to no station. */
    public enum Whole {
        /** ln P. */
        SCALE,
        /** Logarithm of the area ratio. */
        AREA_RATIO,
        /** Logarithm of the filtered height [S]. */
        FILTERED_HEIGHT,
        /** Logarithm of max k over the interface by that over the stations: what is missed between them. */
        CURRENT_PEAK,
        /** ln min k. */
        CURRENT_MINIMUM,
        /** Max Π over the interface less that over the stations, by P. */
        PRESSURE_PEAK,
        /** Max T likewise, by P. */
        TRACTION_PEAK
    }

    /** k that counts for values not above, which only discretisation error gives. */
    private static final double LEAST_CURRENT_RATIO = 1e-9;

    private static final Kind[] KINDS = Kind.values();
    private static final Whole[] WHOLES = Whole.values();

    /** Kinds before those of the shape. */
    private static final int FIELDS = Arrays.binarySearch(Kind.values(), Kind.CURVATURE);

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
        return KINDS.length * stations + WHOLES.length;
    }

    /** How many there are before those of the shape alone. */
    public int withoutShape() {
        return FIELDS * stations + WHOLES.length;
    }

    /** How many stations there are. */
    public int stations() {
        return stations;
    }

    /**
     * Tolerances of the outputs by relative ones of current ratio and pressure at some stations; all else goes along.
     *
     * @param matters whether it does, one of each station
     */
    public double[] tolerances(double currentRatio, double pressure, boolean... matters) {
        double[] tolerances = new double[count()];
        Arrays.fill(tolerances, Double.POSITIVE_INFINITY);
        for (int i = 0; i < stations; i++) {
            if (matters[i]) {
                tolerances[at(Kind.CURRENT_RATIO, i)] = currentRatio;
                tolerances[at(Kind.PRESSURE, i)] = pressure;
                tolerances[at(Kind.TRACTION, i)] = pressure;
            }
        }
        tolerances[at(Whole.SCALE)] = pressure;
        tolerances[at(Whole.CURRENT_PEAK)] = currentRatio;
        return tolerances;
    }

    /** The outputs of a solved interface, whose pressure must not vanish at all stations. */
    public double[] of(InterfacePoints points, InterfaceNumbers whole) {
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
        outputs[at(Whole.SCALE)] = log(scale);
        outputs[at(Whole.AREA_RATIO)] = log(whole.areaRatio());
        outputs[at(Whole.FILTERED_HEIGHT)] = log(whole.filteredHeight());
        outputs[at(Whole.CURRENT_PEAK)] = log(whole.currentRatioMax() / largest(points.currentRatio()));
        outputs[at(Whole.CURRENT_MINIMUM)] = log(Math.max(whole.currentRatioMin(), LEAST_CURRENT_RATIO));
        outputs[at(Whole.PRESSURE_PEAK)] = (whole.pressureFunctionMax() - largest(points.pressureFunction())) / scale;
        outputs[at(Whole.TRACTION_PEAK)] = (whole.normalTractionMax() - largest(points.normalTraction())) / scale;
        return outputs;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * The fields at the stations that some outputs stand for, raised to the maxima of the whole interface; of outputs without
     * the shape all places and curvatures are 0.
     */
    public InterfacePoints points(double[] outputs) {
        double scale = exp(outputs[at(Whole.SCALE)]);
        // A maximum between stations is above theirs, but for errors of interpolation.
        double current = Math.max(0, outputs[at(Whole.CURRENT_PEAK)]);
        double pressure = Math.max(0, outputs[at(Whole.PRESSURE_PEAK)]);
        double traction = Math.max(0, outputs[at(Whole.TRACTION_PEAK)]);
        InterfacePoints points = new InterfacePoints(
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                new double[stations],
                tip);
        boolean hasShape = outputs.length > withoutShape();
        for (int i = 0; i < stations; i++) {
            points.currentRatio()[i] = exp(outputs[at(Kind.CURRENT_RATIO, i)] + current);
            points.pressureFunction()[i] = scale * (outputs[at(Kind.PRESSURE, i)] + pressure);
            points.normalTraction()[i] = scale * (outputs[at(Kind.TRACTION, i)] + traction);
            if (hasShape) {
                points.curvature()[i] = outputs[at(Kind.CURVATURE, i)];
                points.x()[i] = outputs[at(Kind.X, i)];
                points.y()[i] = outputs[at(Kind.Y, i)];
            }
        }
        return points;
    }

    /** The numbers of the whole interface that some outputs stand for. */
    public InterfaceNumbers whole(double[] outputs, InterfacePoints points) {
        return new InterfaceNumbers(
                exp(outputs[at(Whole.AREA_RATIO)]),
                exp(outputs[at(Whole.FILTERED_HEIGHT)]),
                largest(points.currentRatio()),
                exp(outputs[at(Whole.CURRENT_MINIMUM)]),
                largest(points.pressureFunction()),
                largest(points.normalTraction()));
    }

    /** ln max k that some outputs stand for. */
    public double logLargestCurrentRatio(double[] outputs) {
        return largest(outputs, Kind.CURRENT_RATIO) + Math.max(0, outputs[at(Whole.CURRENT_PEAK)]);
    }

    /** Max Π, or T, that some outputs stand for [1]. */
    public double largestStress(double[] outputs, Driving driving) {
        boolean isTraction = driving == Driving.NORMAL_TRACTION;
        double largest = largest(outputs, isTraction ? Kind.TRACTION : Kind.PRESSURE)
                + Math.max(0, outputs[at(isTraction ? Whole.TRACTION_PEAK : Whole.PRESSURE_PEAK)]);
        return exp(outputs[at(Whole.SCALE)]) * largest;
    }

    private double largest(double[] outputs, Kind kind) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < stations; i++) {
            largest = Math.max(largest, outputs[at(kind, i)]);
        }
        return largest;
    }

    /** Index of an output of a station. */
    public int at(Kind kind, int station) {
        int position = Arrays.binarySearch(KINDS, kind);
        return position * stations + (position < FIELDS ? 0 : WHOLES.length) + station;
    }

    /** Index of an output that belongs to no station. */
    public int at(Whole whole) {
        return FIELDS * stations + Arrays.binarySearch(WHOLES, whole);
    }

    /** Indices of the outputs of some stations alone, in the order of their own {@link StationOutputs}. */
    public int[] only(int... chosen) {
        StationOutputs own = new StationOutputs(chosen.length, 0);
        int[] indices = new int[own.count()];
        for (int i = 0; i < chosen.length; i++) {
            for (Kind kind : KINDS) {
                indices[own.at(kind, i)] = at(kind, chosen[i]);
            }
        }
        for (Whole whole : WHOLES) {
            indices[own.at(whole)] = at(whole);
        }
        return indices;
    }
}
