package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.jspecify.annotations.Nullable;

/**
 * Current distribution above a contoured lithium interface with any increasing law of the interface.
 *
 * <pre>
 *   ∇·∇φ = 0               electrolyte
 *   ∂φ/∂z = 1              far plane
 *   ∂φ/∂n = 0              mirror sides
 *   ∂φ/∂n = k = m f(φ − s) interface, f an {@link InterfaceLaw}; n into the electrolyte
 * </pre>
 *
 * Symbols and discretisation as in {@link CurrentSolver}; m and s by {@link PressureEffect}, 1 and 0 without. Only the
 * interface is nonlinear: the electrolyte is condensed on it once, see {@link InterfaceResponse}, and serves every law.
 * The potential minimises a strictly convex energy, so Newton's method with a line search reaches it from anywhere; it
 * starts from the currents of the law's tangent, which the law itself turns into potentials, since potentials go with
 * the logarithm of currents. k is the consistent flux, so charge is conserved to round-off; with the linear law both
 * solvers agree. Not for two threads at once.
 */
public final class KineticCurrentSolver {
    /** Euclidean norm of the imbalance by that of the load. */
    private static final double TOLERANCE = 1e-11;

    private static final int MOST_STEPS = 60;
    /** Smallest starting current by the even one: laws of strong drives know no others. */
    private static final double LEAST_START = 1e-3;

    private final PotentialSpace space;
    private final InterfaceResponse response;
    private final InterfaceProjection projection;
    private final double[] load;

    /**
     * Assembles and condenses.
     *
     * @param mesh of the electrolyte
     * @param order of the potential
     */
    public KineticCurrentSolver(ExtrudedMesh mesh, int order) {
        this.space = new PotentialSpace(mesh, order);
        this.response = new InterfaceResponse(space);
        this.projection = new InterfaceProjection(space);
        this.load = response.condense(farLoad());
    }

    /**
     * Solves.
     *
     * @param effect of the pressure, null where there is none
     */
    public CurrentDistribution solve(InterfaceLaw law, @Nullable PressureEffect effect) throws NotConvergedException {
        double[] potential = new double[load.length];
        InterfaceNewton.Progress progress = solve(law, effect, load, potential);
        double[] imbalance = new double[load.length];
        response.apply(potential, imbalance);
        for (int i = 0; i < load.length; i++) {
            imbalance[i] -= load[i];
        }
        double[] ratio = projection.flux(imbalance);
        double even = evenPotential(law);
        return new CurrentDistribution(
                new InterfaceField(space.grid, ratio),
                new InterfaceField(
                        space.grid,
                        Arrays.stream(potential)
                                .map(difference -> even + difference)
                                .toArray()),
                space.geometry.areaRatio(),
                space.interfaceMean(ratio),
                space.grid.size(),
                progress.steps(),
                progress.residual());
    }

    /** Nodal potential on the interface for a load on all nodes. */
    double[] potential(InterfaceLaw law, double[] nodalLoad) throws NotConvergedException {
        double[] potential = new double[load.length];
        solve(law, null, response.condense(nodalLoad), potential);
        double even = evenPotential(law);
        return Arrays.stream(potential).map(difference -> even + difference).toArray();
    }

    private InterfaceNewton.Progress solve(
            InterfaceLaw law, @Nullable PressureEffect effect, double[] condensedLoad, double[] potential)
            throws NotConvergedException {
        double even = evenPotential(law);
        InterfaceNewton newton = new InterfaceNewton(space, response, law, effect, even, condensedLoad);
        double[] start = start(law, effect, newton);
        System.arraycopy(start, 0, potential, 0, start.length);
        return newton.solve(potential, TOLERANCE, MOST_STEPS);
    }

    PotentialSpace space() {
        return space;
    }

    private double[] farLoad() {
        double[] far = new double[space.grid.size()];
        for (int column = 0; column < space.mesh.columns(); column++) {
            double[] projected = space.geometry.projectedArea(column);
            for (int q = 0; q < projected.length; q++) {
                space.testFar(column, q, projected[q], far);
            }
        }
        return far;
    }

    /** Potential of the even current, which all potentials are differences from: slow kinetics would swamp them. */
    private double evenPotential(InterfaceLaw law) {
        return law.potential(1 / space.geometry.areaRatio());
    }

    /** Potentials that drive the currents of the law's tangent, under pressure too. */
    private double[] start(InterfaceLaw law, @Nullable PressureEffect effect, InterfaceNewton newton) {
        double evenRatio = 1 / space.geometry.areaRatio();
        double even = evenPotential(law);
        double slope = law.slope(even);
        double[] potential = newton.tangentSolution(slope, evenRatio);
        for (int i = 0; i < potential.length; i++) {
            double ratio = Math.max(evenRatio + slope * potential[i], LEAST_START * evenRatio);
            double pressure = effect == null ? 0 : effect.pressureFunction().at(space.grid.x(i), space.grid.s(i));
            double shift = effect == null ? 0 : effect.shift() * pressure;
            double factor = effect == null ? 1 : StrictMath.exp(-effect.hindrance() * pressure);
            potential[i] = law.potential(ratio / factor) + shift - even;
        }
        return potential;
    }
}
