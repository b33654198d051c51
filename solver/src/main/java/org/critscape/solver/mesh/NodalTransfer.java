package org.critscape.solver.mesh;

/** Evaluates nodal polynomials of one order at the nodes of another order on the same mesh. */
public final class NodalTransfer {
    private final NodeGrid from;
    private final NodeGrid to;
    private final double[][] tables = new double[3][];

    /** From one grid to another of the same mesh. */
    public NodalTransfer(NodeGrid from, NodeGrid to) {
        this.from = from;
        this.to = to;
        for (int d = 0; d < 3; d++) {
            double[] nodes = new double[to.basis(d).size()];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = to.basis(d).node(i);
            }
            tables[d] = from.basis(d).values(nodes);
        }
    }

    /**
     * Transfers one component of interleaved values.
     *
     * @param values component c at node i: [stride · i + c]
     * @param result the same, overwritten for this component
     */
    public void apply(double[] values, int stride, int component, double[] result) {
        int n2 = from.basis(1).size(), n3 = from.basis(2).size();
        int m2 = to.basis(1).size(), m3 = to.basis(2).size();
        for (int e = 0; e < from.mesh().elements(); e++) {
            int[] target = to.nodes(e);
            int[] source = from.nodes(e);
            for (int t = 0; t < target.length; t++) {
                double sum = 0;
                for (int s = 0; s < source.length; s++) {
                    double weight = tables[0][t / (m2 * m3) * from.basis(0).size() + s / (n2 * n3)]
                            * tables[1][t / m3 % m2 * n2 + s / n3 % n2]
                            * tables[2][t % m3 * n3 + s % n3];
                    sum += weight * values[stride * source[s] + component];
                }
                result[stride * target[t] + component] = sum;
            }
        }
    }
}
