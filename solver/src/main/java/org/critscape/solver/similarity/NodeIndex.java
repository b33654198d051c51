package org.critscape.solver.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A node of a sparse grid by its order along each axis, ordered by total order, then by the orders themselves.
 *
 * @param orders from 0 on, one of each axis
 */
public record NodeIndex(List<Integer> orders) implements Comparable<NodeIndex> {
    private static final Comparator<NodeIndex> BY_TOTAL = Comparator.comparingInt(NodeIndex::total);

    /** Keeps its own copy. */
    public NodeIndex {
        orders = List.copyOf(orders);
        if (orders.stream().anyMatch(order -> order < 0)) {
            throw new IllegalStateException("negative order: " + orders);
        }
    }

    int order(int axis) {
        return orders.get(axis);
    }

    int total() {
        return orders.stream().mapToInt(Integer::intValue).sum();
    }

    /** The node some orders further along an axis. */
    NodeIndex moved(int axis, int by) {
        List<Integer> moved = new ArrayList<>(orders);
        moved.set(axis, moved.get(axis) + by);
        return new NodeIndex(moved);
    }

    /** Whether no order is above the other's. */
    boolean isWithin(NodeIndex other) {
        for (int axis = 0; axis < orders.size(); axis++) {
            if (order(axis) > other.order(axis)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(NodeIndex other) {
        int byTotal = BY_TOTAL.compare(this, other);
        for (int axis = 0; byTotal == 0 && axis < orders.size(); axis++) {
            byTotal = Integer.compare(order(axis), other.order(axis));
        }
        return byTotal;
    }
}
