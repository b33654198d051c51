package org.critscape.solver.creep;

import java.util.Objects;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.Surface;

/**
 * Power-law creep of the lithium below a contoured interface on which it is plated.
 *
 * <pre>
 *   ∇·σ = 0, ∇·u = 0, σ = −p I + 2η D     lithium, D = sym ∇u, η of {@link PowerLaw}
 *   u = −k n̂                              interface: plating along the normal, no slip; n̂ out of the lithium; or
 *   u·n̂ = −k, n̂ × σ·n̂ = 0                 interface with free slip
 *   u·n = 0, no shear                     mirror sides
 *   σ·n = 0                               far plane
 * </pre>
 *
 * u velocity by v0 = Ω i_geo/F, stresses by σ0 = (v0/(S C))^(1/n), lengths by S; k current ratio; the interface's
 * pressure is the pressure function Π = Δp/σ0, and T = −n̂·σ·n̂ there the normal traction, see {@link WallTraction}. ε̇_e
 * is regularised, see {@link PowerLaw}.
 *
 * <p>Taylor–Hood elements Q_p–Q_{p−1} on a mesh graded towards tip and interface. Continuation runs in the exponent from
 * n = 1 at order 2, where a step is cheap, and then in the order. At n = 1 the error falls with order; at large n the
 * flow loses smoothness at the interface and the mesh matters more. Model: T. Zhang et al., Energy Environ. Sci. 2024,
 * 17, 1448, doi:10.1039/D3EE03322H, rebuilt; creep law: W. S. LePage et al., J. Electrochem. Soc. 2019, 166, A89,
 * doi:10.1149/2.0221902jes.
 */
public final class CreepSolver {
    private static final int FIRST_ORDER = 2;
    /** Factors by which the exponent rises from 1, tried one after the other. */
    private static final double[] EXPONENT_RATIOS = {2, 1.4, 1.15};

    private static final int STAGE_STEPS = 25;
    private static final int WARM_STEPS = 12;
    private static final double INTERMEDIATE_TOLERANCE = 1e-2;

    private final ExtrudedMesh mesh;
    private final Wall wall;
    private final int order;
    private final PowerLaw law;
    private final double tolerance;
    private final int maxSteps;

    /** With a wall at which the lithium sticks. */
    public CreepSolver(
            ExtrudedMesh mesh, int order, double exponent, double regularisation, double tolerance, int maxSteps) {
        this(mesh, Wall.STICK, order, exponent, 0, regularisation, tolerance, maxSteps);
    }

    /** With creep by a power law alone. */
    public CreepSolver(
            ExtrudedMesh mesh,
            Wall wall,
            int order,
            double exponent,
            double regularisation,
            double tolerance,
            int maxSteps) {
        this(mesh, wall, order, exponent, 0, regularisation, tolerance, maxSteps);
    }

    /**
     * @param mesh of the lithium
     * @param wall how lithium moves along the interface
     * @param order p of the velocity, 2 or more
     * @param exponent n, 1 to 8 [1]
     * @param transitionRate ε̇_t by v0/S, where creep turns from linear to the power law; 0 for a power law alone [1]
     * @param regularisation r [1]
     * @param tolerance relative error of the velocity at which Newton's method ends [1]
     * @param maxSteps most Newton steps over the whole continuation
     */
    public CreepSolver(
            ExtrudedMesh mesh,
            Wall wall,
            int order,
            double exponent,
            double transitionRate,
            double regularisation,
            double tolerance,
            int maxSteps) {
        this.wall = wall;
        this.mesh = mesh;
        this.order = order;
        this.law = PowerLaw.withTransition(exponent, regularisation, transitionRate);
        this.tolerance = tolerance;
        this.maxSteps = maxSteps;
    }

    /** How many unknowns a mesh has, before anything is built. */
    public static int unknowns(ExtrudedMesh mesh, int order, Wall wall) {
        return FlowSpace.unknowns(mesh, order, wall);
    }

    /** Solves for the flow that a current ratio on the interface drives, from rest. */
    public CreepFlow solve(InterfaceField currentRatio) throws NotConvergedException {
        return fromRest(currentRatio, 0);
    }

    private CreepFlow fromRest(InterfaceField currentRatio, int stepsBefore) throws NotConvergedException {
        NotConvergedException last = null;
        int taken = stepsBefore;
        for (double ratio : EXPONENT_RATIOS) {
            try {
                return continued(currentRatio, ratio, taken);
            } catch (NotConvergedException failure) {
                last = failure;
                taken = failure.iterations();
            }
            if (taken >= maxSteps) {
                break;
            }
        }
        throw Objects.requireNonNull(last);
    }

    /**
     * Solves from a flow nearby, on a coarser mesh or of another surface of the family: a few Newton steps at full order
     * and exponent. Should they not do, from rest. The result is that from rest within the tolerance.
     */
    public CreepFlow solve(InterfaceField currentRatio, FlowField start) throws NotConvergedException {
        FlowSpace space = new FlowSpace(mesh, order, wall);
        FlowState state = FlowState.interpolated(start, space);
        setWall(currentRatio, space, state);
        int most = Math.min(maxSteps, WARM_STEPS);
        try {
            return flow(space, state, new FlowNewton(space).solve(law, state, true, tolerance, 0, most));
        } catch (NotConvergedException tooFar) {
            return fromRest(currentRatio, tooFar.iterations());
        }
    }

    private CreepFlow continued(InterfaceField currentRatio, double exponentRatio, int taken)
            throws NotConvergedException {
        FlowSpace space = new FlowSpace(mesh, FIRST_ORDER, wall);
        FlowState state = FlowState.atRest(space);
        setWall(currentRatio, space, state);
        FlowNewton.Progress progress = raiseExponent(space, state, exponentRatio, taken);
        for (int p = FIRST_ORDER + 1; p <= order; p++) {
            FlowSpace finer = new FlowSpace(mesh, p, wall);
            state = FlowState.interpolated(field(space, state), finer);
            space = finer;
            setWall(currentRatio, space, state);
            progress = new FlowNewton(space).solve(law, state, true, toleranceAt(p), progress.steps(), most(progress));
        }
        return flow(space, state, progress);
    }

    /** Solves at the first order; its factors are out of memory before those of the next are made. */
    private FlowNewton.Progress raiseExponent(FlowSpace space, FlowState state, double ratio, int taken)
            throws NotConvergedException {
        FlowNewton newton = new FlowNewton(space);
        FlowNewton.Progress progress =
                newton.solve(law.withExponent(1), state, true, toleranceAt(FIRST_ORDER), taken, maxSteps);
        for (double n = ratio; n < law.exponent(); n *= ratio) {
            progress = newton.solve(
                    law.withExponent(n), state, false, INTERMEDIATE_TOLERANCE, progress.steps(), most(progress));
        }
        if (law.exponent() > 1) {
            progress = newton.solve(law, state, false, toleranceAt(FIRST_ORDER), progress.steps(), most(progress));
        }
        return progress;
    }

    /** Where a stage of the continuation gives up, so that smaller steps in the exponent have their turn. */
    private int most(FlowNewton.Progress progress) {
        return Math.min(maxSteps, progress.steps() + STAGE_STEPS);
    }

    private double toleranceAt(int p) {
        return p == order ? tolerance : INTERMEDIATE_TOLERANCE;
    }

    private static FlowField field(FlowSpace space, FlowState state) {
        return new FlowField(space.velocityGrid, state.velocity(), space.pressureGrid, state.pressure());
    }

    private CreepFlow flow(FlowSpace space, FlowState state, FlowNewton.Progress progress) {
        double[] flows = volumeFlows(space, state);
        return new CreepFlow(
                field(space, state),
                new WallTraction(space).evaluate(state, law),
                flows[0],
                flows[1],
                space.unknowns(),
                progress.steps(),
                progress.error());
    }

    private void setWall(InterfaceField currentRatio, FlowSpace space, FlowState state) {
        NodeGrid grid = space.velocityGrid;
        for (int node = 0; node < grid.perLayer(); node++) {
            space.setWall(node, currentRatio.at(grid.x(node), grid.s(node)), state.velocity());
        }
    }

    /** Volume flow downwards through the interface and through the far plane, both by projected area. */
    private double[] volumeFlows(FlowSpace space, FlowState state) {
        double[] face = space.velocityBasis.faceValues();
        int stride = space.velocityBasis.basis(2).size();
        int functions = space.velocityBasis.size() / stride;
        double inflow = 0, outflow = 0, area = 0;
        for (int column = 0; column < mesh.columns(); column++) {
            int[] top = space.velocityGrid.nodes(column);
            int[] bottom = space.velocityGrid.nodes(mesh.elements() - mesh.columns() + column);
            double[] weights = space.geometry.projectedArea(column);
            for (int q = 0; q < weights.length; q++) {
                Surface.Point point = space.geometry.surfacePoint(column, q);
                area += weights[q];
                for (int a = 0; a < functions; a++) {
                    double weight = weights[q] * face[q * functions + a];
                    double[] u = state.velocity();
                    int node = 3 * top[a * stride];
                    inflow += weight * (point.slopeX() * u[node] + point.slopeY() * u[node + 1] - u[node + 2]);
                    outflow -= weight * u[3 * bottom[a * stride + stride - 1] + 2];
                }
            }
        }
        return new double[] {inflow / area, outflow / area};
    }
}
