package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.Surface;

/**
 * Taylor–Hood elements Q_p–Q_{p−1} on the lithium's mesh, with mirror and wall conditions built into the numbering.
 *
 * <p>A velocity component that a mirror plane or the wall fixes has no unknown; on the diagonal the components x and y
 * share one. At a wall with free slip u·n̂ is given at each node, and u_z = ∇h · (u_x, u_y) + const. is eliminated: with
 * matrices the congruence by which v_z = ∇h · (v_x, v_y) of the test functions, so that symmetry stays. Continuous pressure of one order less is inf-sup stable (Brezzi and Falk, SIAM J. Numer. Anal. 1991, 28,
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
    private final Wall wall;
    /** ∇h at the nodes of the wall: [2 i + direction]. */
    private final double[] slopes;

    /** With a wall at which the lithium sticks. */
    FlowSpace(ExtrudedMesh mesh, int order) {
        this(mesh, order, Wall.STICK);
    }

    FlowSpace(ExtrudedMesh mesh, int order, Wall wall) {
        this.mesh = mesh;
        this.wall = wall;
        this.velocityGrid = new NodeGrid(mesh, order);
        this.pressureGrid = new NodeGrid(mesh, order - 1);
        GaussRule[] rules = MeshGeometry.rules(mesh, order + 1);
        this.velocityBasis = new TensorBasis(velocityGrid.orders(), rules);
        this.pressureBasis = new TensorBasis(pressureGrid.orders(), rules);
        this.geometry = new MeshGeometry(mesh, rules);
        this.velocityUnknowns = new int[3 * velocityGrid.size()];
        this.velocityCount = number(velocityGrid, wall, velocityUnknowns);
        this.slopes = new double[2 * velocityGrid.perLayer()];
        for (int node = 0; node < velocityGrid.perLayer(); node++) {
            Surface.Point point = mesh.cell().surface().at(velocityGrid.x(node), velocityGrid.y(node));
            slopes[2 * node] = point.slopeX();
            slopes[2 * node + 1] = point.slopeY();
        }
    }

    /**
     * Gives the wall velocities with u·n̂ = −speed: the normal ones, or where lithium slips those that keep its velocity
     * along x and y.
     */
    void setWall(int node, double speed, double[] velocity) {
        double slopeX = slopes[2 * node], slopeY = slopes[2 * node + 1];
        double areaFactor = Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        if (wall == Wall.FREE_SLIP) {
            velocity[3 * node + 2] = slopeX * velocity[3 * node] + slopeY * velocity[3 * node + 1] - speed * areaFactor;
        } else {
            double projected = speed / areaFactor;
            velocity[3 * node] = projected * slopeX;
            velocity[3 * node + 1] = projected * slopeY;
            velocity[3 * node + 2] = -projected;
        }
    }

    /** Adds step · correction, given by unknowns, to velocities. */
    void advance(double[] velocity, double step, double[] correction) {
        for (int i = 0; i < velocity.length; i++) {
            int unknown = velocityUnknowns[i];
            velocity[i] += unknown < 0 ? 0 : step * correction[unknown];
        }
        for (int node = 0; wall == Wall.FREE_SLIP && node < velocityGrid.perLayer(); node++) {
            for (int c = 0; c < 2; c++) {
                int unknown = velocityUnknowns[3 * node + c];
                velocity[3 * node + 2] += unknown < 0 ? 0 : step * slopes[2 * node + c] * correction[unknown];
            }
        }
    }

    /** Adds what the velocities' equations of an element are short of, [component · size + function], by unknowns. */
    void scatter(int element, double[] local, double[] result) {
        int n = velocityBasis.size();
        int[] nodes = velocityGrid.nodes(element);
        for (int a = 0; a < n; a++) {
            boolean slips = slips(nodes[a]);
            for (int i = 0; i < 3; i++) {
                int unknown = velocityUnknowns[3 * nodes[a] + i];
                if (unknown >= 0) {
                    double eliminated = slips && i < 2 ? slopes[2 * nodes[a] + i] * local[2 * n + a] : 0;
                    result[unknown] += local[i * n + a] + eliminated;
                }
            }
        }
    }

    /** Eliminates the vertical velocities of the wall from an element's matrix, row-major with a row's length. */
    void eliminateWall(int element, double[] matrix, int size) {
        int n = velocityBasis.size();
        int[] nodes = velocityGrid.nodes(element);
        for (int a = 0; a < n; a++) {
            for (int c = 0; slips(nodes[a]) && c < 2; c++) {
                double slope = slopes[2 * nodes[a] + c];
                for (int j = 0; j < size; j++) {
                    matrix[(c * n + a) * size + j] += slope * matrix[(2 * n + a) * size + j];
                }
            }
        }
        for (int a = 0; a < n; a++) {
            for (int c = 0; slips(nodes[a]) && c < 2; c++) {
                double slope = slopes[2 * nodes[a] + c];
                for (int j = 0; j < size; j++) {
                    matrix[j * size + c * n + a] += slope * matrix[j * size + 2 * n + a];
                }
            }
        }
    }

    private boolean slips(int node) {
        return wall == Wall.FREE_SLIP && node < velocityGrid.perLayer();
    }

    /** Numbers the velocity's unknowns, −1 where fixed, and counts them. */
    private static int number(NodeGrid grid, Wall wall, int[] unknowns) {
        Arrays.fill(unknowns, -1);
        int next = 0;
        int first = wall == Wall.FREE_SLIP ? 0 : grid.perLayer();
        for (int node = first; node < grid.size(); node++) {
            boolean alongX = !grid.onAxis(node) && !grid.onFarSide(node);
            boolean shared = grid.onDiagonal(node);
            boolean alongY = !grid.mesh().isStrip() && !grid.onAxis(node) && !grid.onLeg(node);
            alongY &= !shared || alongX;
            if (alongX) {
                unknowns[3 * node] = next++;
            }
            if (alongY) {
                unknowns[3 * node + 1] = shared ? unknowns[3 * node] : next++;
            }
            if (wall == Wall.STICK || node >= grid.perLayer()) {
                unknowns[3 * node + 2] = next++;
            }
        }
        return next;
    }

    /** How many unknowns a space has, without the rest of it. */
    static int unknowns(ExtrudedMesh mesh, int order, Wall wall) {
        NodeGrid velocities = new NodeGrid(mesh, order);
        return number(velocities, wall, new int[3 * velocities.size()]) + new NodeGrid(mesh, order - 1).size();
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
