package org.critscape.solver.similarity;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Nested nodes on an interval and the Newton polynomials on them.
 *
 * <p>Nodes: the middle, both ends, and from then on the point at which the product of the distances to all nodes so far
 * is largest (Leja, Acta Math. 1957, 98, 1, doi:10.1007/BF02404469). Polynomials: ψ_0 = 1, ψ_k(x) = Π (x − x_i)/(x_k − x_i) over i &lt; k, which is 1 at node k, 0
 * at all before it and, since node k is the largest of the product, nowhere above 1 in size.
 */
final class LejaSequence implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Most nodes; a function that needs more along one axis is not smooth enough for polynomials. */
    static final int MOST_NODES = 33;

    /** Bisections that leave round-off of the interval. */
    private static final int BISECTIONS = 60;

    private final double low;
    private final double high;
    private final double[] nodes;
    private final double[] scale;

    private LejaSequence(double low, double high) {
        this.low = low;
        this.high = high;
        this.nodes = new double[high > low ? MOST_NODES : 1];
        this.scale = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = k == 0 ? low + (high - low) / 2 : peak(k);
            scale[k] = 1 / product(nodes[k], k);
        }
    }

    /** On an interval; one that is a single point has a single node. */
    static LejaSequence on(double low, double high) {
        return new LejaSequence(low, high);
    }

    int size() {
        return nodes.length;
    }

    double node(int order) {
        return nodes[order];
    }

    /** ψ of the first orders at a point. */
    void basis(double x, int count, double[] values) {
        double product = 1;
        for (int k = 0; k < count; k++) {
            values[k] = product * scale[k];
            product *= x - nodes[k];
        }
    }

    private double product(double x, int count) {
        double product = 1;
        for (int i = 0; i < count; i++) {
            product *= x - nodes[i];
        }
        return product;
    }

    /** Where the product of the distances to the first nodes is largest, the lowest such point of equals. */
    private double peak(int count) {
        double[] ordered = Arrays.copyOf(nodes, count);
        Arrays.sort(ordered);
        double best = low;
        double most = Math.abs(product(low, count));
        for (int gap = 0; gap + 1 < count; gap++) {
            double x = peakBetween(ordered, ordered[gap], ordered[gap + 1]);
            if (Math.abs(product(x, count)) > most) {
                most = Math.abs(product(x, count));
                best = x;
            }
        }
        return Math.abs(product(high, count)) > most ? high : best;
    }

    /** Between two nodes the logarithm of the product is concave: the zero of its derivative Σ 1/(x − x_i). */
    private static double peakBetween(double[] ordered, double left, double right) {
        double from = left, to = right;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = from + (to - from) / 2;
            double slope = 0;
            for (double node : ordered) {
                slope += 1 / (middle - node);
            }
            if (slope > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from + (to - from) / 2;
    }
}
