package org.critscape.solver.mesh;

import org.critscape.solver.algebra.LobattoBasis;
import org.critscape.solver.topography.Surface;

/**
 * Gradients of nodal fields at the nodes: of each element's polynomial on its exact geometry, averaged over the elements
 * that share the node. Converges one order slower than the field.
 *
 * <p>On a triangle's axis x = 0, where ∂f/∂y = (∂f/∂s)/x is 0/0, the limit ∂²f/∂x∂s takes its place: there f does not
 * depend on s.
 */
public final class NodalGradient {
    private final NodeGrid grid;
    private final ExtrudedMesh mesh;
    /** By direction: derivatives of the functions at the nodes, [node · size + function]. */
    private final double[][] tables = new double[3][];

    private final int[] sizes = new int[3];
    private final int[] strides;
    private final double[] local;
    private final double[][] derivatives;
    private final double[] mixed;
    private final int[] elementsAtNode;

    /** Of fields on a grid. */
    public NodalGradient(NodeGrid grid) {
        this.grid = grid;
        this.mesh = grid.mesh();
        for (int d = 0; d < 3; d++) {
            LobattoBasis basis = grid.basis(d);
            double[] nodes = new double[basis.size()];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = basis.node(i);
            }
            tables[d] = basis.derivatives(nodes);
            sizes[d] = nodes.length;
        }
        this.strides = new int[] {sizes[1] * sizes[2], sizes[2], 1};
        int size = sizes[0] * strides[0];
        this.local = new double[size];
        this.derivatives = new double[3][size];
        this.mixed = new double[size];
        this.elementsAtNode = new int[grid.size()];
        for (int e = 0; e < mesh.elements(); e++) {
            for (int node : grid.nodes(e)) {
                elementsAtNode[node]++;
            }
        }
    }

    /**
     * The gradient of one component of interleaved values.
     *
     * @param values component c at node i: [stride · i + c]
     * @return ∂f/∂x_k at node i: [3 i + k], in the cell's frame [1/S]
     */
    public double[] of(double[] values, int stride, int component) {
        double[] gradient = new double[3 * grid.size()];
        for (int e = 0; e < mesh.elements(); e++) {
            int[] nodes = grid.nodes(e);
            for (int a = 0; a < local.length; a++) {
                local[a] = values[stride * nodes[a] + component];
            }
            for (int d = 0; d < 3; d++) {
                differentiate(d, local, derivatives[d]);
            }
            differentiate(0, derivatives[1], mixed);
            add(e, gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= elementsAtNode[i / 3];
        }
        return gradient;
    }

    private void differentiate(int direction, double[] from, double[] to) {
        int size = sizes[direction], stride = strides[direction];
        for (int a = 0; a < from.length; a++) {
            int own = a / stride % size;
            double sum = 0;
            for (int b = 0; b < size; b++) {
                sum += tables[direction][own * size + b] * from[a + (b - own) * stride];
            }
            to[a] = sum;
        }
    }

    private void add(int element, double[] gradient) {
        int[] position = mesh.position(element);
        double dx = mesh.extent(0, position[0]), ds = mesh.extent(1, position[1]), dTau = mesh.extent(2, position[2]);
        int[] nodes = grid.nodes(element);
        for (int a = 0; a < local.length; a++) {
            double x = coordinate(0, position, a), s = coordinate(1, position, a), tau = coordinate(2, position, a);
            Surface.Point point = mesh.cell().surface().at(x, mesh.y(x, s));
            double alongZ = derivatives[2][a] / (dTau * (mesh.farPlane() - point.height()));
            double alongY = derivatives[1][a] / ds;
            double alongX = derivatives[0][a] / dx;
            if (mesh.isTriangle()) {
                alongY = x == 0 ? mixed[a] / (dx * ds) : alongY / x;
                alongX -= s * alongY;
            }
            gradient[3 * nodes[a]] += alongX - point.slopeX() * (1 - tau) * alongZ;
            gradient[3 * nodes[a] + 1] += alongY - point.slopeY() * (1 - tau) * alongZ;
            gradient[3 * nodes[a] + 2] += alongZ;
        }
    }

    private double coordinate(int direction, int[] position, int a) {
        double own = grid.basis(direction).node(a / strides[direction] % sizes[direction]);
        return mesh.start(direction, position[direction]) + mesh.extent(direction, position[direction]) * own;
    }
}
