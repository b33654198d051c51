package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.MultifrontalSolver;

/** From the discrete imbalance on the interface's nodes to the nodal flux that carries it: the consistent flux. */
final class InterfaceProjection {
    private final int nodes;
    private final MultifrontalSolver solver;

    InterfaceProjection(PotentialSpace space) {
        int[][] unknowns = new int[space.mesh.columns()][space.faceSize];
        int[][] positions = Arrays.copyOf(space.mesh.positions(), space.mesh.columns());
        for (int column = 0; column < unknowns.length; column++) {
            for (int a = 0; a < space.faceSize; a++) {
                unknowns[column][a] = space.interfaceNode(column, a);
            }
        }
        this.nodes = space.grid.perLayer();
        this.solver = new MultifrontalSolver(unknowns, positions, new int[nodes]);
        solver.factor((column, matrix) -> {
            Arrays.fill(matrix, 0, space.faceSize * space.faceSize, 0);
            space.addInterfaceMass(column, -1, matrix, space.faceSize, 1);
        });
    }

    /** k with ∫ k φ_a = −imbalance_a: the imbalance is ∫ φ_a ∂φ/∂n with n out of the electrolyte. */
    double[] flux(double[] imbalance) {
        double[] flux = Arrays.copyOf(imbalance, nodes);
        solver.solve(flux);
        return flux;
    }
}
