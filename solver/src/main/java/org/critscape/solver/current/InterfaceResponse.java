package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.MultifrontalSolver;

/**
 * The electrolyte as its interface sees it: −∫ φ_a ∂φ/∂n = (S φ)_a − r_a, with n into the electrolyte, S the discrete
 * Dirichlet-to-Neumann matrix and r what the far plane sends. Everything inside the electrolyte is eliminated once.
 *
 * <p>S is symmetric, positive semidefinite, and vanishes on constants. Nodes are those of the interface.
 */
final class InterfaceResponse {
    private final int nodes;
    private final int size;
    private final MultifrontalSolver solver;
    private final double[] matrix;

    InterfaceResponse(PotentialSpace space) {
        this.nodes = space.grid.perLayer();
        this.size = space.grid.size();
        int[][] unknowns = new int[space.mesh.elements()][];
        Arrays.setAll(unknowns, space.grid::nodes);
        int[] rank = new int[size];
        Arrays.fill(rank, 0, nodes, MultifrontalSolver.KEPT);
        this.solver = new MultifrontalSolver(unknowns, space.mesh.positions(), rank);
        solver.factor(new PotentialOperator(space, 0));
        this.matrix = solver.condensedMatrix();
    }

    /** Nodes of the interface. */
    int nodes() {
        return nodes;
    }

    /** S, full and row-major. */
    double[] matrix() {
        return matrix;
    }

    /** The load on the interface that a load on all nodes amounts to. */
    double[] condense(double[] load) {
        double[] condensed = load.clone();
        solver.condense(condensed);
        return Arrays.copyOf(condensed, nodes);
    }

    /** result = S φ. */
    void apply(double[] potential, double[] result) {
        for (int i = 0; i < nodes; i++) {
            double sum = 0;
            for (int j = 0; j < nodes; j++) {
                sum += matrix[i * nodes + j] * potential[j];
            }
            result[i] = sum;
        }
    }
}
