package org.critscape.solver.mesh;

/**
 * Evaluates a piecewise polynomial at the nodes of another grid, at equal grid coordinates (x by the cell's width, s, τ):
 * exact where the other grid is finer on the same mesh, an interpolation between meshes, and between surfaces of one
 * family a first guess.
 */
public final class NodalTransfer {
    private final NodeGrid from;
    private final NodeGrid to;
    /** By direction and line of nodes of the target: the element of the source that holds it. */
    private final int[][] elements = new int[3][];
    /** By direction: values of the source's functions at the target's lines, [line · size + function]. */
    private final double[][] weights = new double[3][];

    /** Between grids over cells of equal footprint. */
    public NodalTransfer(NodeGrid from, NodeGrid to) {
        this.from = from;
        this.to = to;
        double stretch = from.mesh().cell().width() / to.mesh().cell().width();
        for (int d = 0; d < 3; d++) {
            tabulate(d, d == 0 ? stretch : 1);
        }
    }

    private void tabulate(int direction, double stretch) {
        ExtrudedMesh mesh = from.mesh();
        int size = from.basis(direction).size();
        int lines = to.lines(direction);
        elements[direction] = new int[lines];
        weights[direction] = new double[lines * size];
        for (int line = 0; line < lines; line++) {
            double coordinate = stretch * to.coordinate(direction, line);
            int element = mesh.find(direction, coordinate);
            double local = (coordinate - mesh.start(direction, element)) / mesh.extent(direction, element);
            elements[direction][line] = element;
            System.arraycopy(from.basis(direction).values(local), 0, weights[direction], line * size, size);
        }
    }

    /**
     * Transfers one component of interleaved values.
     *
     * @param values component c at node i: [stride · i + c]
     * @param result the same, overwritten for this component
     */
    public void apply(double[] values, int stride, int component, double[] result) {
        int n1 = from.basis(0).size(),
                n2 = from.basis(1).size(),
                n3 = from.basis(2).size();
        for (int node = 0; node < to.size(); node++) {
            int i1 = to.line(0, node), i2 = to.line(1, node), i3 = to.line(2, node);
            int column = elements[0][i1] * from.mesh().elementsAlong(1) + elements[1][i2];
            int[] source = from.nodes(elements[2][i3] * from.mesh().columns() + column);
            double sum = 0;
            for (int a1 = 0, a = 0; a1 < n1; a1++) {
                for (int a2 = 0; a2 < n2; a2++) {
                    double weight = weights[0][i1 * n1 + a1] * weights[1][i2 * n2 + a2];
                    for (int a3 = 0; a3 < n3; a3++, a++) {
                        sum += weight * weights[2][i3 * n3 + a3] * values[stride * source[a] + component];
                    }
                }
            }
            result[stride * node + component] = sum;
        }
    }
}
