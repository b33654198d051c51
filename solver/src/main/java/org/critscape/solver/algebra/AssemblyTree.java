package org.critscape.solver.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which unknowns are assembled and eliminated where: a binary tree over elements, its nodes in postorder.
 *
 * <p>Each node lists its front's unknowns, those to eliminate first. Schur complements live on a stack: a node's own is
 * written where its first child's stood.
 */
final class AssemblyTree {
    private static final class Node {
        int element = -1;
        int first = -1;
        int second = -1;
        int[] unknowns = {};
        int[] elementsSeen = {};
        int pivots;
        int[] firstMap = {};
        int[] secondMap = {};
        int updateOffset;
    }

    private final List<Node> nodes = new ArrayList<>();
    private final int[][] elementUnknowns;
    private final int[][] positions;
    private final int[] rank;
    private final int[] elementCount;
    /** By unknown; 0 between uses. */
    private final int[] scratch;

    private int stackLength;

    AssemblyTree(int[][] elementUnknowns, int[][] positions, int[] rank) {
        this.elementUnknowns = elementUnknowns;
        this.positions = positions;
        this.rank = rank;
        this.elementCount = new int[rank.length];
        this.scratch = new int[rank.length];
        for (int[] unknowns : elementUnknowns) {
            distinct(unknowns).forEach(u -> elementCount[u]++);
        }
        for (int u = 0; u < rank.length; u++) {
            // An element that never comes: what is kept is never fully assembled and so stays to the root.
            elementCount[u] += rank[u] == MultifrontalSolver.KEPT ? 1 : 0;
        }
        int[] all = IntStream.range(0, elementUnknowns.length).toArray();
        build(all, 0);
    }

    private static IntStream distinct(int[] unknowns) {
        return Arrays.stream(unknowns).filter(u -> u >= 0).distinct();
    }

    /** Builds the subtree over some elements with its updates from a stack offset on; returns its root. */
    private int build(int[] elements, int stackOffset) {
        Node node = new Node();
        if (elements.length == 1) {
            node.element = elements[0];
            int[] unknowns = distinct(elementUnknowns[node.element]).toArray();
            int[] seen = new int[unknowns.length];
            Arrays.fill(seen, 1);
            order(node, unknowns, seen);
            node.firstMap = indices(node.unknowns, elementUnknowns[node.element]);
        } else {
            int[][] halves = bisect(elements);
            node.first = build(halves[0], stackOffset);
            Node first = nodes.get(node.first);
            int rest = first.unknowns.length - first.pivots;
            node.second = build(halves[1], stackOffset + triangle(rest));
            merge(node, first, nodes.get(node.second));
        }
        node.updateOffset = stackOffset;
        int rest = node.unknowns.length - node.pivots;
        stackLength = Math.max(stackLength, stackOffset + triangle(rest));
        nodes.add(node);
        return nodes.size() - 1;
    }

    private void merge(Node node, Node first, Node second) {
        int[] unknowns = IntStream.concat(collect(first), collect(second)).toArray();
        int[] seen = Arrays.stream(unknowns).map(u -> scratch[u]).toArray();
        for (int u : unknowns) {
            scratch[u] = 0;
        }
        order(node, unknowns, seen);
        node.firstMap = indices(node.unknowns, remaining(first));
        node.secondMap = indices(node.unknowns, remaining(second));
    }

    /** Counts a child's remaining unknowns into the scratch array; returns those that are new there. */
    private IntStream collect(Node child) {
        IntStream.Builder added = IntStream.builder();
        for (int i = child.pivots; i < child.unknowns.length; i++) {
            int u = child.unknowns[i];
            if (scratch[u] == 0) {
                added.add(u);
            }
            scratch[u] += child.elementsSeen[i];
        }
        return added.build();
    }

    private static int[] remaining(Node node) {
        return Arrays.copyOfRange(node.unknowns, node.pivots, node.unknowns.length);
    }

    /** Fully assembled unknowns first, by rank and number; then the others by number. */
    private void order(Node node, int[] unknowns, int[] seen) {
        Integer[] order = IntStream.range(0, unknowns.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> {
            boolean readyA = seen[a] == elementCount[unknowns[a]];
            boolean readyB = seen[b] == elementCount[unknowns[b]];
            if (readyA != readyB) {
                return readyA ? -1 : 1;
            }
            int byRank = readyA ? Integer.compare(rank[unknowns[a]], rank[unknowns[b]]) : 0;
            return byRank != 0 ? byRank : Integer.compare(unknowns[a], unknowns[b]);
        });
        node.unknowns = Arrays.stream(order).mapToInt(i -> unknowns[i]).toArray();
        node.elementsSeen = Arrays.stream(order).mapToInt(i -> seen[i]).toArray();
        node.pivots = (int) Arrays.stream(order)
                .filter(i -> seen[i] == elementCount[unknowns[i]])
                .count();
    }

    /** Index of each wanted unknown in a list that holds it, −1 for constrained ones. */
    private int[] indices(int[] list, int[] wanted) {
        for (int i = 0; i < list.length; i++) {
            scratch[list[i]] = i;
        }
        int[] result = Arrays.stream(wanted).map(u -> u < 0 ? -1 : scratch[u]).toArray();
        for (int u : list) {
            scratch[u] = 0;
        }
        return result;
    }

    /** Halves along the direction with the most distinct positions. */
    private int[][] bisect(int[] elements) {
        int best = 0;
        long most = 0;
        for (int d = 0; d < positions[0].length; d++) {
            int direction = d;
            long distinct = Arrays.stream(elements)
                    .map(e -> positions[e][direction])
                    .distinct()
                    .count();
            if (distinct > most) {
                most = distinct;
                best = d;
            }
        }
        int along = best;
        int[] levels = Arrays.stream(elements)
                .map(e -> positions[e][along])
                .distinct()
                .sorted()
                .toArray();
        int cut = levels[levels.length / 2];
        return new int[][] {
            Arrays.stream(elements).filter(e -> positions[e][along] < cut).toArray(),
            Arrays.stream(elements).filter(e -> positions[e][along] >= cut).toArray()
        };
    }

    int size() {
        return nodes.size();
    }

    int unknownCount() {
        return rank.length;
    }

    /** Entries in the first rows of a lower triangle. */
    static int triangle(int rows) {
        return rows * (rows + 1) / 2;
    }

    /** Doubles that the stack of Schur complements needs. */
    int updateStackLength() {
        return stackLength;
    }

    /** The element of a leaf; −1 for an inner node. */
    int element(int node) {
        return nodes.get(node).element;
    }

    int[] unknowns(int node) {
        return nodes.get(node).unknowns;
    }

    int pivots(int node) {
        return nodes.get(node).pivots;
    }

    int firstChild(int node) {
        return nodes.get(node).first;
    }

    int secondChild(int node) {
        return nodes.get(node).second;
    }

    /** Index in a leaf's front of each unknown of its element. */
    int[] elementMap(int node) {
        return nodes.get(node).firstMap;
    }

    int[] firstMap(int node) {
        return nodes.get(node).firstMap;
    }

    int[] secondMap(int node) {
        return nodes.get(node).secondMap;
    }

    int updateOffset(int node) {
        return nodes.get(node).updateOffset;
    }
}
