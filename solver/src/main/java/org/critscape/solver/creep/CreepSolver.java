package org.critscape.solver.creep;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.Surface;

/** draft */
public final class CreepSolver {
    public static boolean verbose;
    private final ExtrudedMesh mesh;
    private final double exponent;
    private final double regularisation;
    private final double tolerance;
    private final int maxIterations;
    private int iterations;
    private double residual;
    public double seconds;

    public CreepSolver(ExtrudedMesh mesh, double exponent, double regularisation, double tolerance, int maxIterations) {
        this.mesh = mesh;
        this.exponent = exponent;
        this.regularisation = regularisation;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    public CreepFlow solve(InterfaceField currentRatio, int... orders) throws NotConvergedException {
        FlowSpace space = null;
        FlowState state = null;
        for (int level = 0; level < orders.length; level++) {
            FlowSpace next = new FlowSpace(mesh, orders[level]);
            state = state == null
                    ? new FlowState(new double[3 * next.velocityGrid.size()], new double[next.pressureGrid.size()])
                    : prolong(state, space, next);
            space = next;
            setWall(currentRatio, space, state);
            MultifrontalSolver solver = new MultifrontalSolver(space.elementUnknowns(), mesh.positions(), space.ranks());
            FlowOperator operator = new FlowOperator(space);
            if (level == 0) {
                newton(1, 1e-2, space, operator, solver, state);
                for (double n : new double[] {1.5, 2, 3, 4.5, 6.6}) {
                    if (n < exponent) {
                        newton(n, 1e-2, space, operator, solver, state);
                    }
                }
            }
            newton(exponent, level == orders.length - 1 ? tolerance : 1e-3, space, operator, solver, state);
        }
        double[] wallPressure = Arrays.copyOf(state.pressure(), space.pressureGrid.perLayer());
        return new CreepFlow(new InterfaceField(space.pressureGrid, wallPressure), 0, 0, space.unknowns(), iterations, residual);
    }

    private void newton(double n, double tol, FlowSpace space, FlowOperator operator, MultifrontalSolver solver, FlowState state) throws NotConvergedException {
        PowerLaw law = new PowerLaw(n, regularisation);
        FlowState trial = state.copy();
        double[] r = new double[space.unknowns()];
        double[] correction = new double[space.unknowns()];
        double size = 0;
        for (int it = 0; it < 40; it++) {
            operator.linearise(law, state);
            operator.residual(r);
            double norm0 = norm(r);
            long t0 = System.nanoTime();
            double piv = solver.factor(operator);
            long t1 = System.nanoTime();
            for (int i = 0; i < r.length; i++) correction[i] = -r[i];
            solver.solve(correction);
            iterations++;
            double slope0 = dot(r, correction, space.velocityCount);
            double step = 1;
            double slope;
            while (true) {
                trial.advance(state, step, correction, space);
                operator.linearise(law, trial);
                operator.residual(r);
                slope = dot(r, correction, space.velocityCount);
                // pressure part of r on a divergence-free correction vanishes
                if (Math.abs(slope) <= 0.9 * Math.abs(slope0) || step < 1e-3 || it == 0) break;
                step *= 0.5;
            }
            double dv = norm(correction, space.velocityCount), v = norm(trial.velocity());
            state.advance(trial, 0, correction, space);
            residual = norm(r) / norm0;
            if (verbose) System.out.printf("  n=%.2f it %d  res %.3e -> %.3e step %.3f slope %.2e->%.2e du/u %.2e piv %.1e tip %.5f  %.0f ms%n", n, it, norm0, norm(r), step, slope0, slope, dv / v, piv, state.pressure()[0], (t1 - t0) * 1e-6);
            residual = dv / v;
            if (dv / v < tol && step == 1) return;
            if (n == 1 && it == 0) return;
        }
        throw new NotConvergedException("newton n=" + n, iterations, residual);
    }

    private static double norm(double[] x) { return norm(x, x.length); }
    private static double norm(double[] x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * x[i]; return Math.sqrt(s); }
    private static double dot(double[] x, double[] y, int n) { double s = 0; for (int i = 0; i < n; i++) s += x[i] * y[i]; return s; }

    private void setWall(InterfaceField k, FlowSpace space, FlowState state) {
        NodeGrid grid = space.velocityGrid;
        for (int node = 0; node < grid.perLayer(); node++) {
            Surface.Point point = mesh.cell().surface().at(grid.x(node), grid.y(node));
            double speed = k.at(grid.x(node), grid.s(node)) / point.areaFactor();
            state.velocity()[3 * node] = speed * point.slopeX();
            state.velocity()[3 * node + 1] = speed * point.slopeY();
            state.velocity()[3 * node + 2] = -speed;
        }
    }

    private FlowState prolong(FlowState coarse, FlowSpace from, FlowSpace to) {
        FlowState fine = new FlowState(new double[3 * to.velocityGrid.size()], new double[to.pressureGrid.size()]);
        for (int c = 0; c < 3; c++) interpolate(coarse.velocity(), 3, c, from.velocityGrid, fine.velocity(), to.velocityGrid);
        interpolate(coarse.pressure(), 1, 0, from.pressureGrid, fine.pressure(), to.pressureGrid);
        return fine;
    }

    private void interpolate(double[] a, int stride, int c, NodeGrid from, double[] b, NodeGrid to) {
        double[][] t = new double[3][];
        for (int d = 0; d < 3; d++) {
            double[] pts = new double[to.basis(d).size()];
            for (int i = 0; i < pts.length; i++) pts[i] = to.basis(d).node(i);
            t[d] = from.basis(d).values(pts);
        }
        int n1 = from.basis(0).size(), n2 = from.basis(1).size(), n3 = from.basis(2).size();
        int m1 = to.basis(0).size(), m2 = to.basis(1).size(), m3 = to.basis(2).size();
        for (int e = 0; e < mesh.elements(); e++) {
            int[] fn = from.nodes(e), tn = to.nodes(e);
            for (int i = 0; i < m1; i++) for (int j = 0; j < m2; j++) for (int l = 0; l < m3; l++) {
                double s = 0;
                for (int p = 0; p < n1; p++) for (int q = 0; q < n2; q++) for (int r = 0; r < n3; r++)
                    s += t[0][i * n1 + p] * t[1][j * n2 + q] * t[2][l * n3 + r] * a[stride * fn[(p * n2 + q) * n3 + r] + c];
                b[stride * tn[(i * m2 + j) * m3 + l] + c] = s;
            }
        }
    }
}
