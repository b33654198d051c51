package org.critscape.solver.similarity;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.Collections.unmodifiableSortedSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * An interpolant in the making: asks for nodes in batches, takes their answers, and asks on where they changed most.
 *
 * <p>A value: the methods give another one. What it is depends on the nodes answered, not on the order of the answers, so
 * that a batch may be solved anywhere in any order. A node is asked for when all nodes just below it are answered, and
 * those first whose neighbours below changed the interpolant most, by the tolerances, as in Gerstner and Griebel,
 * Computing 2003, 71, 65, doi:10.1007/s00607-003-0015-5. Every batch holds the lowest such node too, since a change may
 * be small by chance.
 */
public final class AdaptiveInterpolation {
    /** Total order up to which all nodes are asked for at first. */
    private static final int FIRST_TOTAL = 2;

    /** What a change two orders below counts of one just below. */
    private static final double SECOND_NEIGHBOUR = 0.5;

    private final List<GroupAxis> axes;
    private final List<LejaSequence> sequences;
    private final double[] tolerances;
    private final SortedMap<NodeIndex, double[]> answers;
    private final SortedMap<NodeIndex, double[]> surpluses;
    private final SortedSet<NodeIndex> failed;

    private AdaptiveInterpolation(
            List<GroupAxis> axes,
            List<LejaSequence> sequences,
            double[] tolerances,
            Map<NodeIndex, double[]> answers,
            Collection<NodeIndex> failed) {
        this.axes = List.copyOf(axes);
        this.sequences = List.copyOf(sequences);
        this.tolerances = tolerances.clone();
        this.answers = unmodifiableSortedMap(new TreeMap<>(answers));
        this.failed = unmodifiableSortedSet(new TreeSet<>(failed));
        if (!Arrays.stream(tolerances).allMatch(tolerance -> tolerance > 0)) {
            throw new IllegalStateException("tolerances are not above 0: " + Arrays.toString(tolerances));
        }
        this.surpluses = unmodifiableSortedMap(surpluses());
    }

    /**
     * A node to be answered.
     *
     * @param index what to answer it under
     * @param groups the values there, one of each axis
     */
    public record Node(NodeIndex index, List<Double> groups) {}

    /**
     * Nothing answered yet.
     *
     * @param tolerances changes of the outputs that do not matter, one of each; infinite for an output that goes along
     */
    public static AdaptiveInterpolation over(List<GroupAxis> axes, double... tolerances) {
        List<LejaSequence> sequences = axes.stream()
                .map(axis -> LejaSequence.on(axis.lowest(), axis.highest()))
                .toList();
        return new AdaptiveInterpolation(axes, sequences, tolerances, Map.of(), List.of());
    }

    /** The same with other tolerances, which decide what is asked for next. */
    public AdaptiveInterpolation toTolerances(double... others) {
        return new AdaptiveInterpolation(axes, sequences, others, answers, failed);
    }

    /**
     * The same with more answers.
     *
     * @param more the outputs at nodes that were asked for
     * @param withoutAnswer nodes that have none; neither they nor any above them are asked for again
     * @throws IllegalStateException where an answer was not asked for, or has too few or infinite outputs: a bug of the caller
     */
    public AdaptiveInterpolation with(Map<NodeIndex, double[]> more, Collection<NodeIndex> withoutAnswer) {
        Map<NodeIndex, double[]> all = new TreeMap<>(answers);
        more.forEach((index, outputs) -> all.put(index, outputs.clone()));
        Collection<NodeIndex> allFailed = new TreeSet<>(failed);
        allFailed.addAll(withoutAnswer);
        // Of a first batch with failures only what has all nodes below can be used.
        all.keySet().removeIf(index -> allFailed.stream().anyMatch(missing -> missing.isWithin(index)));
        return new AdaptiveInterpolation(axes, sequences, tolerances, all, allFailed);
    }

    /**
     * The nodes to answer next, in order; none where all that is left to refine changed less than the tolerances.
     *
     * @param most largest number of nodes, but for the first batch, which needs a few of each axis
     */
    public List<Node> batch(int most) {
        if (answers.isEmpty()) {
            return failed.isEmpty() ? nodes(firstIndices()) : List.of();
        }
        SortedMap<NodeIndex, Double> expected = expectedChanges();
        List<NodeIndex> largest = expected.entrySet().stream()
                .filter(node -> node.getValue() > 1)
                .sorted(Map.Entry.<NodeIndex, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        if (largest.isEmpty()) {
            return List.of();
        }
        SortedSet<NodeIndex> chosen = new TreeSet<>(largest);
        if (chosen.size() == most && most > 1 && !chosen.contains(expected.firstKey())) {
            chosen.remove(largest.get(most - 1));
        }
        chosen.add(expected.firstKey());
        return nodes(chosen);
    }

    /** The interpolant of the answers so far. */
    public SparseInterpolant interpolant() {
        return interpolant(IntStream.range(0, tolerances.length).toArray());
    }

    /** The interpolant of some outputs, in the order given: fewer are evaluated faster. */
    public SparseInterpolant interpolant(int... outputs) {
        if (answers.isEmpty()) {
            throw new IllegalStateException("no node is answered yet");
        }
        SortedMap<NodeIndex, double[]> chosen = new TreeMap<>();
        surpluses.forEach((index, surplus) -> chosen.put(
                index, Arrays.stream(outputs).mapToDouble(j -> surplus[j]).toArray()));
        return new SparseInterpolant(axes, sequences, chosen);
    }

    /**
     * Points all over the box to compare the interpolant at, one value of each axis: Sobol's sequence in the coordinates,
     * none of which is a node but by chance.
     *
     * @param first number of the first one, from 0 on
     */
    public List<double[]> unseen(int first, int count) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(axes.size());
        // The first two points are a corner and the centre, which is a node.
        sequence.skipTo(first + 2);
        return IntStream.range(0, count)
                .mapToObj(i -> groupsAt(sequence.nextVector()))
                .toList();
    }

    private double[] groupsAt(double[] fractions) {
        return IntStream.range(0, fractions.length)
                .mapToDouble(i -> {
                    GroupAxis axis = axes.get(i);
                    return axis.value(axis.lowest() + fractions[i] * (axis.highest() - axis.lowest()));
                })
                .toArray();
    }

    /** The axes. */
    public List<GroupAxis> axes() {
        return axes;
    }

    /** All answers. */
    public SortedMap<NodeIndex, double[]> answers() {
        return answers;
    }

    private List<Node> nodes(Collection<NodeIndex> indices) {
        return indices.stream()
                .map(index -> new Node(
                        index,
                        IntStream.range(0, axes.size())
                                .mapToObj(axis ->
                                        axes.get(axis).value(sequences.get(axis).node(index.order(axis))))
                                .toList()))
                .toList();
    }

    private Collection<NodeIndex> firstIndices() {
        SortedSet<NodeIndex> indices = new TreeSet<>();
        indices.add(new NodeIndex(axes.stream().map(axis -> 0).toList()));
        for (int total = 0; total < FIRST_TOTAL; total++) {
            for (NodeIndex index : List.copyOf(indices)) {
                for (int axis = 0; axis < axes.size(); axis++) {
                    if (index.order(axis) + 1 < sequences.get(axis).size()) {
                        indices.add(index.moved(axis, 1));
                    }
                }
            }
        }
        return indices;
    }

    /** What each node that can be asked for is expected to change, by the tolerances. */
    private SortedMap<NodeIndex, Double> expectedChanges() {
        SortedMap<NodeIndex, Double> expected = new TreeMap<>();
        for (NodeIndex below : answers.keySet()) {
            for (int axis = 0; axis < axes.size(); axis++) {
                NodeIndex index = below.moved(axis, 1);
                if (canBeAskedFor(index, axis)) {
                    double further = below.order(axis) > 0 ? SECOND_NEIGHBOUR * change(below.moved(axis, -1)) : 0;
                    expected.merge(index, Math.max(change(below), further), Math::max);
                }
            }
        }
        return expected;
    }

    private boolean canBeAskedFor(NodeIndex index, int along) {
        if (answers.containsKey(index)
                || index.order(along) >= sequences.get(along).size()
                || failed.stream().anyMatch(missing -> missing.isWithin(index))) {
            return false;
        }
        return IntStream.range(0, axes.size())
                .allMatch(axis -> index.order(axis) == 0 || answers.containsKey(index.moved(axis, -1)));
    }

    /** Largest change that a node makes anywhere in the box, at the node itself, by the tolerances. */
    private double change(NodeIndex index) {
        double[] surplus = surplus(index);
        double largest = 0;
        for (int j = 0; j < tolerances.length; j++) {
            largest = Math.max(largest, Math.abs(surplus[j]) / tolerances[j]);
        }
        return largest;
    }

    private double[] surplus(NodeIndex index) {
        double[] surplus = surpluses.get(index);
        if (surplus == null) {
            throw new IllegalStateException("no answer at " + index);
        }
        return surplus;
    }

    private SortedMap<NodeIndex, double[]> surpluses() {
        SortedMap<NodeIndex, double[]> found = new TreeMap<>();
        answers.forEach((index, outputs) -> {
            requireUsable(index, outputs, found);
            double[] surplus = outputs.clone();
            double[][] basis = basisAt(index);
            found.forEach((below, change) -> {
                if (below.isWithin(index)) {
                    double product = 1;
                    for (int axis = 0; axis < basis.length; axis++) {
                        product *= basis[axis][below.order(axis)];
                    }
                    for (int j = 0; j < surplus.length; j++) {
                        surplus[j] -= product * change[j];
                    }
                }
            });
            found.put(index, surplus);
        });
        return found;
    }

    private double[][] basisAt(NodeIndex index) {
        double[][] basis = new double[axes.size()][];
        for (int axis = 0; axis < basis.length; axis++) {
            int order = index.order(axis);
            basis[axis] = new double[order + 1];
            sequences.get(axis).basis(sequences.get(axis).node(order), order + 1, basis[axis]);
        }
        return basis;
    }

    private void requireUsable(NodeIndex index, double[] outputs, SortedMap<NodeIndex, double[]> found) {
        boolean isClosed = IntStream.range(0, axes.size())
                .allMatch(axis -> index.order(axis) == 0 || found.containsKey(index.moved(axis, -1)));
        if (!isClosed
                || outputs.length != tolerances.length
                || !Arrays.stream(outputs).allMatch(Double::isFinite)) {
            throw new IllegalStateException("no " + tolerances.length + " finite outputs, or not all nodes below, at "
                    + index + ": " + Arrays.toString(outputs));
        }
    }
}
