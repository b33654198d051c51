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
     * Evaluates all outputs.
     *
     * @param groups one value of each axis
     * @param values takes the outputs
     * @param changes takes by how much the outermost nodes changed each, signed: the value less that without them
     * @throws IllegalStateException where the groups lie outside the box: a bug of the caller
     */
    public void evaluate(double[] groups, double[] values, double[] changes) {
        if (!covers(groups)) {
            throw new IllegalStateException(Arrays.toString(groups) + " lies outside of " + axes);
        }
        double[][] basis = new double[counts.length][];
        for (int axis = 0; axis < counts.length; axis++) {
            basis[axis] = new double[counts[axis]];
            sequences.get(axis).basis(axes.get(axis).coordinate(groups[axis]), counts[axis], basis[axis]);
        }
        Arrays.fill(values, 0, outputs, 0);
        Arrays.fill(changes, 0, outputs, 0);
        add(basis, 0, inner, values);
        add(basis, inner, nodes, changes);
        for (int j = 0; j < outputs; j++) {
            values[j] += changes[j];
        }
    }

    private void add(double[][] basis, int from, int to, double[] sums) {
        for (int node = from; node < to; node++) {
            double product = 1;
            for (int axis = 0; axis < basis.length; axis++) {
                product *= basis[axis][orders[node * basis.length + axis]];
            }
            int start = node * outputs;
            for (int j = 0; j < outputs; j++) {
                sums[j] += product * surpluses[start + j];
            }
        }
    }
}
