package org.critscape.solver.current;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Surface;

/**
 * A manufactured solution above a curved interface: the harmonic z + e^(−κz) cos(ax) cos(ay)/5, κ² = 2a², which fits the
 * mirrors but no interface or far plane of the model; what it lacks there becomes a load.
 */
final class HarmonicPotential {
    private static final double FAR = 0.45;

    private HarmonicPotential() {}

    /** An egg-box under a grid of equal elements. */
    static ExtrudedMesh mesh(int elements) {
        FundamentalCell cell = new EggBox(EggBox.Form.SUM, 0.3, 1, Polarity.LITHIUM).fundamentalCell();
        double[] breaks = new double[elements + 1];
        Arrays.setAll(breaks, i -> (double) i / elements);
        double[] x = DoubleStream.of(breaks).map(b -> b * cell.width()).toArray();
        return new ExtrudedMesh(cell, x, breaks, breaks, FAR);
    }

    /** Adds the load under which it solves the problem with a law k(φ) on the interface. */
    static void load(PotentialSpace space, DoubleUnaryOperator law, double[] load) {
        for (int column = 0; column < space.mesh.columns(); column++) {
            for (int q = 0; q < space.geometry.area(column).length; q++) {
                double x = space.interfaceX(column, q);
                double y = space.mesh.y(x, space.interfaceS(column, q));
                Surface.Point surface = space.geometry.surfacePoint(column, q);
                double[] low = at(x, y, surface.height());
                double normal = (low[3] - surface.slopeX() * low[1] - surface.slopeY() * low[2]) / surface.areaFactor();
                double missing = law.applyAsDouble(low[0]) - normal;
                space.testInterface(column, q, space.geometry.area(column)[q] * missing, load);
                space.testFar(column, q, space.geometry.projectedArea(column)[q] * at(x, y, FAR)[3], load);
            }
        }
    }

    /** Root of the square error over the interface. */
    static double error(PotentialSpace space, double[] potential) {
        double square = 0;
        for (int column = 0; column < space.mesh.columns(); column++) {
            for (int q = 0; q < space.geometry.area(column).length; q++) {
                double x = space.interfaceX(column, q);
                double y = space.mesh.y(x, space.interfaceS(column, q));
                double height = space.geometry.surfacePoint(column, q).height();
                double error = space.interfaceValue(column, q, potential) - at(x, y, height)[0];
                square += space.geometry.area(column)[q] * error * error;
            }
        }
        return Math.sqrt(square);
    }

    /** Potential and gradient. */
    private static double[] at(double x, double y, double z) {
        double a = 2 * Math.PI, decay = Math.sqrt(2) * a;
        double mode = 0.2 * Math.exp(-decay * z);
        return new double[] {
            z + mode * Math.cos(a * x) * Math.cos(a * y),
            -a * mode * Math.sin(a * x) * Math.cos(a * y),
            -a * mode * Math.cos(a * x) * Math.sin(a * y),
            1 - decay * mode * Math.cos(a * x) * Math.cos(a * y)
        };
    }
}
