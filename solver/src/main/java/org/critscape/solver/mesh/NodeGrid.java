package org.critscape.solver.mesh;

import org.critscape.solver.algebra.LobattoBasis;

/**
 * Continuous nodal polynomials on an {@link ExtrudedMesh}: which node of the grid each local node of an element is.
 *
 * <p>Nodes are numbered layer by layer from the interface, so the first {@link #perLayer} nodes lie on it. Over a
 * triangle the nodes of the axis x = 0 that differ only in s are one. Over a strip the order in s is 0. Over a square the
 * last row and line are the first ones of the next period and thus the first ones.
 */
public final class NodeGrid {
    private final ExtrudedMesh mesh;
    private final int[] orders;
    private final LobattoBasis[] bases = new LobattoBasis[3];
    private final int lines;
    private final int rows;
    private final int[][] elementNodes;

    /** Polynomials of one order in all directions (0 along s over a strip). */
    public NodeGrid(ExtrudedMesh mesh, int order) {
        this.mesh = mesh;
        this.orders = new int[] {order, mesh.isStrip() ? 0 : order, order};
        for (int d = 0; d < 3; d++) {
            bases[d] = new LobattoBasis(orders[d]);
        }
        int last = mesh.isPeriodic() ? 0 : 1;
        this.rows = mesh.elementsAlong(0) * orders[0] + last;
        this.lines = mesh.elementsAlong(1) * orders[1] + last;
        this.elementNodes = new int[mesh.elements()][];
        for (int e = 0; e < elementNodes.length; e++) {
            elementNodes[e] = nodesOf(mesh.position(e));
        }
    }

    private int[] nodesOf(int[] position) {
        int n1 = orders[0] + 1, n2 = orders[1] + 1, n3 = orders[2] + 1;
        int[] nodes = new int[n1 * n2 * n3];
        int a = 0;
        for (int a1 = 0; a1 < n1; a1++) {
            for (int a2 = 0; a2 < n2; a2++) {
                int base = baseNode(position[0] * orders[0] + a1, position[1] * orders[1] + a2);
                for (int a3 = 0; a3 < n3; a3++) {
                    nodes[a++] = (position[2] * orders[2] + a3) * perLayer() + base;
                }
            }
        }
        return nodes;
    }

    private int baseNode(int row, int line) {
        if (mesh.isStrip()) {
            return row;
        }
        if (mesh.isPeriodic()) {
            return row % rows * lines + line % lines;
        }
        return row == 0 ? 0 : 1 + (row - 1) * lines + line;
    }

    /** The mesh under the nodes. */
    public ExtrudedMesh mesh() {
        return mesh;
    }

    /** Polynomial order in each direction. */
    public int[] orders() {
        return orders.clone();
    }

    /** The basis of a direction. */
    public LobattoBasis basis(int direction) {
        return bases[direction];
    }

    /** Number of nodes. */
    public int size() {
        return perLayer() * (mesh.elementsAlong(2) * orders[2] + 1);
    }

    /** Number of nodes on the interface. */
    public int perLayer() {
        return mesh.isTriangle() ? 1 + (rows - 1) * lines : rows * lines;
    }

    /** Nodes of an element, the direction τ fastest. */
    public int[] nodes(int element) {
        return elementNodes[element];
    }

    /** x of a node [S]. */
    public double x(int node) {
        return coordinate(0, row(node));
    }

    /** s of a node; 0 on the axis. */
    public double s(int node) {
        return coordinate(1, line(node));
    }

    /** y of a node [S]. */
    public double y(int node) {
        return mesh.y(x(node), s(node));
    }

    /** Whether the node lies on the mirror, or axis, x = 0; never over a square. */
    public boolean onAxis(int node) {
        return !mesh.isPeriodic() && row(node) == 0;
    }

    /** Whether the node lies on the mirror x = width; never over a square. */
    public boolean onFarSide(int node) {
        return !mesh.isPeriodic() && row(node) == rows - 1;
    }

    /** Whether the node lies on the mirror y = 0 of a triangle. */
    public boolean onLeg(int node) {
        return mesh.isTriangle() && line(node) == 0;
    }

    /** Whether the node lies on the diagonal x = y of a triangle. */
    public boolean onDiagonal(int node) {
        return mesh.isTriangle() && (onAxis(node) || line(node) == lines - 1);
    }

    private int row(int node) {
        int base = node % perLayer();
        if (mesh.isTriangle()) {
            return base == 0 ? 0 : (base - 1) / lines + 1;
        }
        return base / lines;
    }

    private int line(int node) {
        int base = node % perLayer();
        if (mesh.isTriangle()) {
            return base == 0 ? 0 : (base - 1) % lines;
        }
        return base % lines;
    }

    /** Number of node positions along direction 0 (x), 1 (s) or 2 (τ). */
    int lines(int direction) {
        return switch (direction) {
            case 0 -> rows;
            case 1 -> lines;
            default -> size() / perLayer();
        };
    }

    /** The node at node positions of the three directions; a square's last row and line are its first. */
    int node(int row, int line, int layer) {
        return layer * perLayer() + baseNode(row, line);
    }

    /** Which of the node positions along a direction a node has; 0 along s on the axis. */
    int line(int direction, int node) {
        return switch (direction) {
            case 0 -> row(node);
            case 1 -> line(node);
            default -> node / perLayer();
        };
    }

    /** Grid coordinate of a node position: x, s (1/2 over a strip) or τ. */
    double coordinate(int direction, int index) {
        int order = Math.max(1, orders[direction]);
        int element = Math.min(index / order, mesh.elementsAlong(direction) - 1);
        double local = bases[direction].node(index - element * order);
        return mesh.start(direction, element) + mesh.extent(direction, element) * local;
    }
}
