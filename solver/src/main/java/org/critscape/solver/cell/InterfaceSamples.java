package org.critscape.solver.cell;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.critscape.solver.algebra.LobattoBasis;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * The solved fields at points all over the interface: the Lobatto points of order 8 of every element of the lithium's
 * mesh at the interface, or of the electrolyte's where no lithium is solved, its corners and thus the tip among them.
 *
 * @param x in the cell's frame [S]
 * @param y in the cell's frame [S]
 * @param s grid coordinate of the mesh [1]
 * @param currentRatio k [1]
 * @param pressureFunction Π, NaN without lithium [1]
 * @param normalTraction T, NaN without lithium [1]
 * @param curvature larger principal curvature, positive where lithium protrudes [1/S]
 * @param tip index of the lithium tip
 */
record InterfaceSamples(
        double[] x,
        double[] y,
        double[] s,
        double[] currentRatio,
        double[] pressureFunction,
        double[] normalTraction,
        double[] curvature,
        int tip) {
    /** Pressure counts as high from this part of the largest one on. */
    private static final double HIGH = 0.5;

    private static final LobattoBasis POINTS = new LobattoBasis(8);

    /** The plane: k = 1, Π = T = 0 exactly. */
    static InterfaceSamples plane() {
        double[] zero = {0};
        return new InterfaceSamples(zero, zero, zero, new double[] {1}, zero, zero, zero, 0);
    }

    /** The plane without lithium: no pressure and no traction. */
    static InterfaceSamples planeOfCurrent() {
        double[] zero = {0};
        double[] none = {Double.NaN};
        return new InterfaceSamples(zero, zero, zero, new double[] {1}, none, none, zero, 0);
    }

    static InterfaceSamples of(InterfaceField current, CreepFlow flow) {
        InterfaceField pressure = flow.pressure();
        return of(pressure.grid().mesh(), current, pressure, flow.normalTraction());
    }

    /** At points of the electrolyte's mesh, without pressure and traction. */
    static InterfaceSamples ofCurrent(InterfaceField current) {
        return of(current.grid().mesh(), current, null, null);
    }

    private static InterfaceSamples of(
            ExtrudedMesh mesh,
            InterfaceField current,
            @Nullable InterfaceField pressure,
            @Nullable InterfaceField traction) {
        FundamentalCell cell = mesh.cell();
        int along = POINTS.size();
        int across = mesh.isStrip() ? 1 : along;
        int count = mesh.columns() * along * across;
        InterfaceSamples samples = new InterfaceSamples(
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                0);
        int tip = 0;
        for (int i = 0; i < count; i++) {
            int[] position = mesh.position(i / (along * across));
            double x = mesh.start(0, position[0]) + mesh.extent(0, position[0]) * POINTS.node(i / across % along);
            double s = mesh.start(1, position[1])
                    + mesh.extent(1, position[1]) * (mesh.isStrip() ? 0 : POINTS.node(i % across));
            samples.x[i] = x;
            samples.y[i] = mesh.isStrip() ? 0 : mesh.y(x, s);
            samples.s[i] = s;
            samples.currentRatio[i] = current.at(x, s);
            samples.pressureFunction[i] = pressure == null ? Double.NaN : pressure.at(x, s);
            samples.normalTraction[i] = traction == null ? Double.NaN : traction.at(x, s);
            samples.curvature[i] = cell.surface().at(x, samples.y[i]).protrusionCurvature();
            if (samples.distanceToTip(i, cell) < samples.distanceToTip(tip, cell)) {
                tip = i;
            }
        }
        return new InterfaceSamples(
                samples.x,
                samples.y,
                samples.s,
                samples.currentRatio,
                samples.pressureFunction,
                samples.normalTraction,
                samples.curvature,
                tip);
    }

    /** The points without their places on the mesh. */
    InterfacePoints points() {
        return new InterfacePoints(x, y, currentRatio, pressureFunction, normalTraction, curvature, tip);
    }

    /** The same points with another current ratio. */
    InterfaceSamples withCurrent(InterfaceField current) {
        return new InterfaceSamples(x, y, s, at(current), pressureFunction, normalTraction, curvature, tip);
    }

    /** The same points with another flow. */
    InterfaceSamples withFlow(CreepFlow flow) {
        return new InterfaceSamples(
                x, y, s, currentRatio, at(flow.pressure()), at(flow.normalTraction()), curvature, tip);
    }

    /** The same points with pressure and traction times a factor. */
    InterfaceSamples stressed(double factor) {
        return new InterfaceSamples(
                x, y, s, currentRatio, times(pressureFunction, factor), times(normalTraction, factor), curvature, tip);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private double[] at(InterfaceField field) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> field.at(x[i], s[i]))
                .toArray();
    }

    /**
     * Where a sample stands on the grid of all samples.
     *
     * @param repeated another sample stands at the same place and comes instead
     * @param onFirstRow at x = 0
     * @param onLastRow at x = width
     * @param onFirstLine at s = 0
     * @param onLastLine at s = 1
     */
    record Position(boolean repeated, boolean onFirstRow, boolean onLastRow, boolean onFirstLine, boolean onLastLine) {}

    /** Where sample i of a mesh stands. */
    Position position(int i, ExtrudedMesh mesh) {
        int order = POINTS.order();
        int along = POINTS.size();
        int across = mesh.isStrip() ? 1 : along;
        int[] element = mesh.position(i / (along * across));
        int row = element[0] * order + i / across % along;
        int line = element[1] * order + i % across;
        int rows = mesh.elementsAlong(0) * order;
        int lines = mesh.isStrip() ? 0 : mesh.elementsAlong(1) * order;
        boolean repeatsRow = i / across % along == order && row < rows;
        boolean repeatsLine = !mesh.isStrip() && i % across == order && line < lines;
        boolean repeatsAxis = mesh.isTriangle() && row == 0 && line > 0;
        return new Position(repeatsRow || repeatsLine || repeatsAxis, row == 0, row == rows, line == 0, line == lines);
    }

    double largestRatio() {
        return Arrays.stream(currentRatio).max().orElseThrow();
    }

    double smallestRatio() {
        return Arrays.stream(currentRatio).min().orElseThrow();
    }

    double largestPressure() {
        return Arrays.stream(pressureFunction).max().orElseThrow();
    }

    double tipPressure() {
        return pressureFunction[tip];
    }

    /**
     * How far another flow's pressure at the same points is from this one's, by the largest: the difference of the
     * maxima, that at the tip, or the root mean square where the pressure is high, whichever is most. The third is
     * there for maxima that agree by chance.
     */
    double pressureChange(InterfaceSamples other) {
        double largest = largestPressure();
        double square = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (pressureFunction[i] >= HIGH * largest) {
                double difference = pressureFunction[i] - other.pressureFunction[i];
                square += difference * difference;
                count++;
            }
        }
        double peaks =
                Math.max(Math.abs(largest - other.largestPressure()), Math.abs(tipPressure() - other.tipPressure()));
        return Math.max(peaks, Math.sqrt(square / count)) / largest;
    }

    /** The field that a flaw feels. */
    double[] driving(Driving driving) {
        return driving == Driving.NORMAL_TRACTION ? normalTraction : pressureFunction;
    }

    private double distanceToTip(int i, FundamentalCell cell) {
        return Math.abs(x[i] - cell.tipX()) + Math.abs(y[i] - cell.tipY());
    }
}
