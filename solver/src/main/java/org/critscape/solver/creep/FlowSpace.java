package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.mesh.NodeGrid;

/**
 * Taylor–Hood elements Q_p–Q_{p−1} on the lithium's mesh, with mirror and wall conditions built into the numbering.
 *
 * <p>A velocity component that a mirror plane or the wall fixes has no unknown; on the diagonal the components x and y
 * share one. Continuous pressure of one order less is inf-sup stable (Brezzi and Falk, SIAM J. Numer. Anal. 1991, 28,
 * 581, doi:10.1137/0728032). Local unknowns of an element: x, y, z components of all nodes, then pressures.
 */
final class FlowSpace {
    final ExtrudedMesh mesh;
    final NodeGrid velocityGrid;
    final NodeGrid pressureGrid;
    final TensorBasis velocityBasis;
    final TensorBasis pressureBasis;
    final MeshGeometry geometry;
    /** Unknown of component c at node i: [3 i + c], −1 where fixed. */
    final int[] velocityUnknowns;

    final int velocityCount;

    FlowSpace(ExtrudedMesh mesh, int order) {
        this.mesh = mesh;
        this.velocityGrid = new NodeGrid(mesh, order);
        this.pressureGrid = new NodeGrid(mesh, order - 1);
        GaussRule[] rules = MeshGeometry.rules(mesh, order + 1);
        this.velocityBasis = new TensorBasis(velocityGrid.orders(), rules);
        this.pressureBasis = new TensorBasis(pressureGrid.orders(), rules);
        this.geometry = new MeshGeometry(mesh, rules);
        this.velocityUnknowns = new int[3 * velocityGrid.size()];
        this.velocityCount = number();
    }

    private int number() {
        Arrays.fill(velocityUnknowns, -1);
        int next = 0;
        for (int node = velocityGrid.perLayer(); node < velocityGrid.size(); node++) {
            boolean alongX = !velocityGrid.onAxis(node) && !velocityGrid.onFarSide(node);
            boolean shared = velocityGrid.onDiagonal(node);
            boolean alongY = !mesh.isStrip() && !velocityGrid.onAxis(node) && !velocityGrid.onLeg(node);
            alongY &= !shared || alongX;
            if (alongX) {
                velocityUnknowns[3 * node] = next++;
            }
            if (alongY) {
                velocityUnknowns[3 * node + 1] = shared ? velocityUnknowns[3 * node] : next++;
            }
            velocityUnknowns[3 * node + 2] = next++;
        }
        return next;
    }

    int unknowns() {
        return velocityCount + pressureGrid.size();
    }

    /** 0 for velocities, 1 for pressures. */
    int[] ranks() {
        int[] ranks = new int[unknowns()];
        Arrays.fill(ranks, velocityCount, ranks.length, 1);
        return ranks;
    }

    int[][] elementUnknowns() {
        int n = velocityBasis.size();
        int[][] unknowns = new int[mesh.elements()][3 * n + pressureBasis.size()];
        for (int e = 0; e < unknowns.length; e++) {
            int[] nodes = velocityGrid.nodes(e);
            for (int a = 0; a < n; a++) {
                for (int c = 0; c < 3; c++) {
                    unknowns[e][c * n + a] = velocityUnknowns[3 * nodes[a] + c];
                }
            }
            int[] pressureNodes = pressureGrid.nodes(e);
            for (int a = 0; a < pressureNodes.length; a++) {
                unknowns[e][3 * n + a] = velocityCount + pressureNodes[a];
            }
        }
        return unknowns;
    }
}
