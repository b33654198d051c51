package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.NotConvergedException;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method for S ψ + ∫ m f(φ₀ + ψ − s) v = r on the nodes of the interface.
 *
 * <p>The left side is the gradient of a strictly convex energy. A step is halved while the energy's slope at its end is
 * uphill and more than half as steep as the descent at its start, or not a number: exponentials overflow.
 */
final class InterfaceNewton {
    private static final double UPHILL = 0.5;
    private static final double SMALLEST_STEP = 0x1p-40;

    private final PotentialSpace space;
    private final InterfaceResponse response;
    private final InterfaceLaw law;
    private final double even;
    private final double[] load;
    private final double[][] shift;
    private final double[][] factor;
    private final double[][] tangent;
    private final MultifrontalSolver solver;
    private final double[] imbalance;
    private final double[] trial;

    /**
     * @param even φ₀, which the unknown potentials are differences from
     * @param load r
     */
    InterfaceNewton(
            PotentialSpace space,
            InterfaceResponse response,
            InterfaceLaw law,
            @Nullable PressureEffect effect,
            double even,
            double[] load) {
        this.space = space;
        this.response = response;
        this.law = law;
        this.even = even;
        this.load = load;
        int columns = space.mesh.columns();
        int points = space.geometry.area(0).length;
        this.shift = new double[columns][points];
        this.factor = new double[columns][points];
        this.tangent = new double[columns][points];
        for (int column = 0; column < columns; column++) {
            Arrays.fill(factor[column], 1);
            for (int q = 0; effect != null && q < points; q++) {
                double pressure =
                        effect.pressureFunction().at(space.interfaceX(column, q), space.interfaceS(column, q));
                shift[column][q] = effect.shift() * pressure;
                factor[column][q] = StrictMath.exp(-effect.hindrance() * pressure);
            }
        }
        int nodes = response.nodes();
        int[][] all = {new int[nodes]};
        Arrays.setAll(all[0], i -> i);
        this.solver = new MultifrontalSolver(all, new int[][] {{0}}, new int[nodes]);
        this.imbalance = new double[nodes];
        this.trial = new double[nodes];
    }

    /** ψ of the law k = k₀ + slope ψ, without pressure. */
    double[] tangentSolution(double slope, double evenRatio) {
        double[] potential = load.clone();
        for (int column = 0; column < tangent.length; column++) {
            double[] area = space.geometry.area(column);
            for (int q = 0; q < area.length; q++) {
                tangent[column][q] = slope;
                space.testInterface(column, q, -evenRatio * area[q], potential);
            }
        }
        solver.factor(this::fillTangent);
        solver.solve(potential);
        return potential;
    }

    /** Solves from a potential ψ, which becomes the solution. */
    Progress solve(double[] potential, double tolerance, int mostSteps) throws NotConvergedException {
        double[] correction = new double[potential.length];
        double loadNorm = norm(load);
        double residual;
        int steps = 0;
        boolean advancing;
        do {
            evaluate(potential, true);
            residual = norm(imbalance) / loadNorm;
            // The start carries the round-off of the even potential, which slow kinetics make large: one step mends it.
            if (steps > 0 && residual < tolerance) {
                return new Progress(steps, residual);
            }
            advancing = residual < Double.POSITIVE_INFINITY && steps < mostSteps && step(potential, correction);
            steps++;
        } while (advancing);
        throw new NotConvergedException(
                "The relative imbalance of current at the interface is " + residual + " after " + (steps - 1)
                        + " Newton steps but must be below " + tolerance
                        + ". Maybe lower the pressure (lithium.creep-constant, topography.peak-height), leave it out"
                        + " (interface.pressure-coupling = none), or choose linear kinetics.",
                steps - 1,
                residual);
    }

    private boolean step(double[] potential, double[] correction) {
        for (int i = 0; i < correction.length; i++) {
            correction[i] = -imbalance[i];
        }
        solver.factor(this::fillTangent);
        solver.solve(correction);
        return advance(potential, correction);
    }

    /** Takes a step along the correction; false where none leads on. */
    private boolean advance(double[] potential, double[] correction) {
        double descent = -slope(correction);
        for (double step = 1; step >= SMALLEST_STEP; step *= 0.5) {
            for (int i = 0; i < potential.length; i++) {
                trial[i] = potential[i] + step * correction[i];
            }
            evaluate(trial, false);
            if (slope(correction) <= UPHILL * descent) {
                System.arraycopy(trial, 0, potential, 0, potential.length);
                return true;
            }
        }
        return false;
    }

    /** Imbalance at a potential ψ, and where asked for the tangent there. */
    private void evaluate(double[] potential, boolean linearise) {
        response.apply(potential, imbalance);
        for (int i = 0; i < imbalance.length; i++) {
            imbalance[i] -= load[i];
        }
        for (int column = 0; column < tangent.length; column++) {
            double[] area = space.geometry.area(column);
            for (int q = 0; q < area.length; q++) {
                double driving = even + space.interfaceValue(column, q, potential) - shift[column][q];
                space.testInterface(column, q, area[q] * factor[column][q] * law.ratio(driving), imbalance);
                if (linearise) {
                    tangent[column][q] = factor[column][q] * law.slope(driving);
                }
            }
        }
    }

    private void fillTangent(int element, double[] matrix) {
        System.arraycopy(response.matrix(), 0, matrix, 0, matrix.length);
        for (int column = 0; column < tangent.length; column++) {
            space.addInterfaceMass(column, tangent[column], matrix);
        }
    }

    private double slope(double[] correction) {
        double sum = 0;
        for (int i = 0; i < correction.length; i++) {
            sum += imbalance[i] * correction[i];
        }
        return sum;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * @param steps Newton steps
     * @param residual Euclidean norm of the imbalance by that of the load [1]
     */
    record Progress(int steps, double residual) {}
}
