package org.critscape.solver.similarity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A polynomial in the coordinates of some groups, of many outputs at once, with what its last refinement changed.
 *
 * <pre>
 *   I(x) = Σ_α w_α Π_d ψ_{α_d}(x_d),   w_α = f(x_α) − Σ_{β ≤ α, β ≠ α} w_β Π_d ψ_{β_d}(x_α,d)
 * </pre>
 *
 * <p>α orders of the node along each axis, x_α the node, ψ the Newton polynomials of {@link LejaSequence}, w_α the
 * surplus: what the node changes. The set of α holds with every α all below it, so I is f wherever f is a polynomial of
 * those powers, and at every node (Chkifa, Cohen and Schwab, Found. Comput. Math. 2014, 14, 601,
 * doi:10.1007/s10208-013-9154-z). The change is the part of the outermost α, which have none above them.
 */
public final class SparseInterpolant implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<GroupAxis> axes;
    private final List<LejaSequence> sequences;
    private final int outputs;
    /** Orders along the axes, node after node, those of the outermost last. */
    private final int[] orders;

    private final double[] surpluses;
    private final int nodes;
    private final int inner;
    private final int[] counts;

    SparseInterpolant(
            List<GroupAxis> axes, List<LejaSequence> sequences, SortedMap<NodeIndex, double[]> surplusOfNode) {
        this.axes = axes;
        this.sequences = sequences;
        Comparator<Map.Entry<NodeIndex, double[]>> outermostLast =
                Comparator.comparing(node -> isOutermost(node.getKey(), surplusOfNode));
        List<Map.Entry<NodeIndex, double[]>> ordered =
                surplusOfNode.entrySet().stream().sorted(outermostLast).toList();
        this.nodes = ordered.size();
        this.inner = (int) ordered.stream()
                .filter(node -> !isOutermost(node.getKey(), surplusOfNode))
                .count();
        this.outputs = ordered.get(0).getValue().length;
        this.orders = ordered.stream()
                .flatMapToInt(node -> node.getKey().orders().stream().mapToInt(Integer::intValue))
                .toArray();
        this.surpluses = ordered.stream()
                .flatMapToDouble(node -> Arrays.stream(node.getValue()))
                .toArray();
        this.counts = new int[axes.size()];
        for (int i = 0; i < orders.length; i++) {
            int axis = i % counts.length;
            counts[axis] = Math.max(counts[axis], orders[i] + 1);
        }
    }

    private boolean isOutermost(NodeIndex index, SortedMap<NodeIndex, double[]> all) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (all.containsKey(index.moved(axis, 1))) {
                return false;
            }
        }
        return true;
    }

    /** How many values an evaluation gives. */
    public int outputs() {
        return outputs;
    }

    /** How many nodes it is made of. */
    public int nodes() {
        return nodes;
    }

    /** Whether some groups lie in the box, one value of each axis. */
    public boolean covers(double... groups) {
        for (int axis = 0; axis < counts.length; axis++) {
            if (!axes.get(axis).covers(groups[axis])) {
                return false;
            }
        }
        return groups.length == counts.length;
    }

    /**
     * What each node counts at some groups, for the evaluations below.
     *
     * @param groups one value of each axis
     * @throws IllegalStateException where the groups lie outside the box: a bug of the caller
     */
    public double[] weights(double... groups) {
        if (!covers(groups)) {
            throw new IllegalStateException(Arrays.toString(groups) + " lies outside of " + axes);
        }
        double[][] basis = new double[counts.length][];
        for (int axis = 0; axis < counts.length; axis++) {
            basis[axis] = new double[counts[axis]];
            sequences.get(axis).basis(axes.get(axis).coordinate(groups[axis]), counts[axis], basis[axis]);
        }
        double[] weights = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            double product = 1;
            for (int axis = 0; axis < basis.length; axis++) {
                product *= basis[axis][orders[node * basis.length + axis]];
            }
            weights[node] = product;
        }
        return weights;
    }

    /**
     * Evaluates the first outputs, as many as there is room for.
     *
     * @param weights of the nodes at some groups
     * @param values takes the outputs
     * @param changes takes by how much the outermost nodes changed each, signed: the value less that without them
     */
    public void evaluate(double[] weights, double[] values, double[] changes) {
        Arrays.fill(values, 0);
        Arrays.fill(changes, 0);
        add(weights, 0, inner, values);
        add(weights, inner, nodes, changes);
        for (int j = 0; j < values.length; j++) {
            values[j] += changes[j];
        }
    }

    /** Four nodes at a time, in their order: the sums go through memory a quarter as often. */
    private void add(double[] weights, int from, int to, double[] sums) {
        int node = from;
        for (; node + 3 < to; node += 4) {
            double first = weights[node],
                    second = weights[node + 1],
                    third = weights[node + 2],
                    last = weights[node + 3];
            int start = node * outputs;
            for (int j = 0; j < sums.length; j++) {
                int at = start + j;
                sums[j] = sums[j]
                        + first * surpluses[at]
                        + second * surpluses[at + outputs]
                        + third * surpluses[at + 2 * outputs]
                        + last * surpluses[at + 3 * outputs];
            }
        }
        for (; node < to; node++) {
            int start = node * outputs;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += weights[node] * surpluses[start + j];
            }
        }
    }

    /** One output alone, to the same last bit as among others. */
    public double evaluate(double[] weights, int output) {
        return sum(weights, 0, inner, output) + sum(weights, inner, nodes, output);
    }

    private double sum(double[] weights, int from, int to, int output) {
        double sum = 0;
        for (int node = from; node < to; node++) {
            sum += weights[node] * surpluses[node * outputs + output];
        }
        return sum;
    }
}
