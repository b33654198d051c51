package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodeGrid;

/**
 * Current distribution in the electrolyte above a contoured lithium interface.
 *
 * <pre>
 *   ∇·∇φ = 0                 electrolyte
 *   ∂φ/∂z = 1                far plane
 *   ∂φ/∂n = 0                mirror sides
 *   ∂φ/∂n = k = φ/λ          interface, secondary distribution (linear kinetics, λ &gt; 0)
 *   φ = 0, k = ∂φ/∂n         interface, primary distribution (λ = 0); n into the electrolyte
 * </pre>
 *
 * φ potential by i_geo S/κ, k local current density by i_geo, λ = κ R_ct/S Wagner number, lengths by S.
 *
 * <p>Continuous spectral elements of order p on the mesh's exact geometry; for a smooth surface the error falls
 * exponentially with p, and as h^(p+1) with the element size. In the primary case k is the consistent flux: the discrete
 * residual on the interface's nodes through the interface's mass matrix. In both cases charge is conserved to round-off.
 * Reference: J. Newman and N. P. Balsara, Electrochemical Systems, 4th ed., Wiley 2021, chapter 18.
 */
public final class CurrentSolver {
    private static final double RESIDUAL_TOLERANCE = 1e-9;

    private final PotentialSpace space;
    private final double wagnerNumber;
    private final PotentialOperator operator;

    /**
     * @param mesh of the electrolyte
     * @param order of the potential
     * @param wagnerNumber λ, 0 for the primary distribution [1]
     */
    public CurrentSolver(ExtrudedMesh mesh, int order, double wagnerNumber) {
        this.space = new PotentialSpace(mesh, order);
        this.wagnerNumber = wagnerNumber;
        this.operator = new PotentialOperator(space, wagnerNumber);
    }

    /** How many unknowns a mesh has, before anything is built. */
    public static int unknowns(ExtrudedMesh mesh, int order) {
        return new NodeGrid(mesh, order).size();
    }

    /**
     * The potential at all nodes of the electrolyte, by i_geo S/κ, that a potential of the interface belongs to: of the
     * very discretisation that gave it, and linear whatever the kinetics.
     */
    public static double[] throughout(InterfaceField atInterface) {
        NodeGrid grid = atInterface.grid();
        return new CurrentSolver(grid.mesh(), grid.orders()[2], 0).throughout(atInterface.nodal());
    }

    private double[] throughout(double[] atInterface) {
        // Constants carry no current; slow kinetics make them large enough to swamp what does.
        double even = atInterface[0];
        double[] potential = new double[space.grid.size()];
        for (int i = 0; i < constrained(); i++) {
            potential[i] = atInterface[i] - even;
        }
        double[] load = load();
        double[] ofInterface = operator.apply(potential);
        for (int i = 0; i < load.length; i++) {
            load[i] -= ofInterface[i];
        }
        double[] inside = potential(load);
        for (int i = 0; i < load.length; i++) {
            potential[i] += even + inside[i];
        }
        return potential;
    }

    /** Solves; throws rather than return a result whose linear residual is too large. */
    public CurrentDistribution solve() throws NotConvergedException {
        double[] load = load();
        int unknowns = space.grid.size() - constrained();
        double[] potential = potential(load);
        double[] imbalance = operator.apply(potential);
        for (int i = 0; i < load.length; i++) {
            imbalance[i] -= load[i];
        }
        double residual = norm(imbalance, constrained()) / norm(load, 0);
        if (!(residual < RESIDUAL_TOLERANCE)) {
            throw new NotConvergedException(
                    "The current distribution's relative linear residual is " + residual + " but must be below "
                            + RESIDUAL_TOLERANCE + ". Maybe lower solver.current-order.",
                    1,
                    residual);
        }
        double[] ratio =
                wagnerNumber == 0 ? new InterfaceProjection(space).flux(imbalance) : interfaceCurrent(potential);
        double[] atInterface = Arrays.stream(ratio).map(k -> wagnerNumber * k).toArray();
        return new CurrentDistribution(
                new InterfaceField(space.grid, ratio),
                new InterfaceField(space.grid, atInterface),
                space.geometry.areaRatio(),
                space.interfaceMean(ratio),
                unknowns,
                0,
                residual);
    }

    /**
     * Unit current through the far plane, less the even current 1/(area ratio) through the interface: the potential is
     * computed as its difference from λ/(area ratio), which slow kinetics would otherwise let swamp it.
     */
    private double[] load() {
        double[] load = new double[space.grid.size()];
        for (int column = 0; column < space.mesh.columns(); column++) {
            double[] projected = space.geometry.projectedArea(column);
            double[] area = space.geometry.area(column);
            for (int q = 0; q < projected.length; q++) {
                space.testFar(column, q, projected[q], load);
                if (wagnerNumber > 0) {
                    space.testInterface(column, q, -evenCurrent() * area[q], load);
                }
            }
        }
        return load;
    }

    private double evenCurrent() {
        return 1 / space.geometry.areaRatio();
    }

    /** Nodal potential for a right-hand side by nodes; at λ = 0 it vanishes on the interface. */
    double[] potential(double[] load) {
        int constrained = constrained();
        int[][] unknowns = new int[space.mesh.elements()][];
        for (int e = 0; e < unknowns.length; e++) {
            unknowns[e] = Arrays.stream(space.grid.nodes(e))
                    .map(node -> Math.max(node - constrained, -1))
                    .toArray();
        }
        int count = load.length - constrained;
        MultifrontalSolver solver = new MultifrontalSolver(unknowns, space.mesh.positions(), new int[count]);
        solver.factor(operator);
        double[] solution = Arrays.copyOfRange(load, constrained, load.length);
        solver.solve(solution);
        double[] potential = new double[load.length];
        System.arraycopy(solution, 0, potential, constrained, count);
        return potential;
    }

    PotentialSpace space() {
        return space;
    }

    /** Nodes whose potential is given: they come first. */
    private int constrained() {
        return wagnerNumber == 0 ? space.grid.perLayer() : 0;
    }

    private double[] interfaceCurrent(double[] potential) {
        double even = evenCurrent();
        double[] ratio = Arrays.copyOf(potential, space.grid.perLayer());
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = even + ratio[i] / wagnerNumber;
        }
        return ratio;
    }

    private static double norm(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
