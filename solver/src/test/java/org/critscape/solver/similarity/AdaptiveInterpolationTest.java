package org.critscape.solver.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.critscape.solver.similarity.AdaptiveInterpolation.Node;
import org.critscape.solver.similarity.GroupAxis.Scale;
import org.junit.jupiter.api.Test;

class AdaptiveInterpolationTest {
    private static final List<GroupAxis> SQUARE =
            List.of(new GroupAxis("first", Scale.LINEAR, -1, 1), new GroupAxis("second", Scale.LINEAR, -1, 1));

    /** Small waves under kinetics, with a notch: the structure of the physics. */
    private static double smooth(List<Double> x) {
        return StrictMath.exp(0.8 * x.get(0)) / (2.5 + x.get(1)) + 0.3 * StrictMath.sin(x.get(0) * x.get(1));
    }

    private static double kinked(List<Double> x) {
        return Math.max(smooth(x), 0.4 + 0.25 * x.get(0) - 0.2 * x.get(1));
    }

    private static AdaptiveInterpolation answered(
            AdaptiveInterpolation start, int nodes, int batch, ToDoubleFunction<List<Double>> function) {
        AdaptiveInterpolation state = start;
        while (state.answers().size() < nodes) {
            List<Node> asked = state.batch(batch);
            if (asked.isEmpty()) {
                break;
            }
            Map<NodeIndex, double[]> answers = new HashMap<>();
            asked.forEach(node -> answers.put(node.index(), new double[] {
                function.applyAsDouble(node.groups()), node.groups().get(0)
            }));
            state = state.with(answers, List.of());
        }
        return state;
    }

    private static double worst(AdaptiveInterpolation state, ToDoubleFunction<List<Double>> function) {
        SparseInterpolant interpolant = state.interpolant();
        double worst = 0;
        for (double[] point : state.unseen(0, 500)) {
            double[] values = new double[2];
            interpolant.evaluate(interpolant.weights(point), values, new double[2]);
            worst = Math.max(worst, Math.abs(values[0] - function.applyAsDouble(list(point))));
        }
        return worst;
    }

    private static List<Double> list(double[] point) {
        List<Double> list = new ArrayList<>();
        for (double value : point) {
            list.add(value);
        }
        return list;
    }

    @Test
    void polynomialsAreMetExactlyAndThenNothingIsLeftToAsk() {
        ToDoubleFunction<List<Double>> polynomial = x -> {
            double a = x.get(0), b = x.get(1);
            return 1 + a - 2 * b + a * a * b + 0.5 * a * a * a * a - b * b * b;
        };
        AdaptiveInterpolation state = answered(AdaptiveInterpolation.over(SQUARE, 1e-11, 1e-11), 200, 4, polynomial);
        assertThat(state.batch(4)).isEmpty();
        assertThat(state.answers()).hasSizeLessThan(35);
        assertThat(worst(state, polynomial)).isLessThan(1e-13);
    }

    @Test
    void smoothFunctionsConvergeExponentially() {
        AdaptiveInterpolation start = AdaptiveInterpolation.over(SQUARE, 1e-14, 1e-14);
        double coarse =
                worst(answered(start, 25, 1, AdaptiveInterpolationTest::smooth), AdaptiveInterpolationTest::smooth);
        double finer =
                worst(answered(start, 50, 1, AdaptiveInterpolationTest::smooth), AdaptiveInterpolationTest::smooth);
        double finest =
                worst(answered(start, 100, 1, AdaptiveInterpolationTest::smooth), AdaptiveInterpolationTest::smooth);
        // In two dimensions the logarithm of the error falls with the square root of the nodes.
        assertThat(coarse).isBetween(1e-6, 1e-2);
        assertThat(finer).isLessThan(coarse / 30);
        assertThat(finest).isLessThan(finer / 100);
    }

    @Test
    void kinksConvergeWithFirstOrderAlongAnAxisAndTheirBranchesExponentially() {
        List<GroupAxis> line = List.of(new GroupAxis("x", Scale.LINEAR, -1, 1));
        ToDoubleFunction<List<Double>> kink = x -> Math.max(StrictMath.exp(x.get(0)), 1.1 - 0.5 * x.get(0));
        AdaptiveInterpolation start = AdaptiveInterpolation.over(line, 1e-14, 1e-14);
        double coarse = worst(answered(start, 8, 1, kink), kink);
        double fine = worst(answered(start, 32, 1, kink), kink);
        assertThat(StrictMath.log(coarse / fine) / StrictMath.log(4)).isBetween(0.5, 1.8);
        ToDoubleFunction<List<Double>> branch = x -> StrictMath.exp(x.get(0));
        assertThat(worst(answered(start, 12, 1, branch), branch)).isLessThan(1e-9);
    }

    @Test
    void competingBranchesAreMetWhereTheirMaximumIsNot() {
        AdaptiveInterpolation start = AdaptiveInterpolation.over(SQUARE, 1e-6, 1e-6);
        double together =
                worst(answered(start, 60, 4, AdaptiveInterpolationTest::kinked), AdaptiveInterpolationTest::kinked);
        double apart =
                worst(answered(start, 60, 4, AdaptiveInterpolationTest::smooth), AdaptiveInterpolationTest::smooth);
        assertThat(apart).isLessThan(1e-5);
        assertThat(together).isGreaterThan(100 * apart);
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        AdaptiveInterpolation ordered = AdaptiveInterpolation.over(SQUARE, 1e-8, 1e-8);
        AdaptiveInterpolation shuffled = ordered;
        Random random = new Random(3);
        for (int round = 0; round < 12; round++) {
            List<Node> batch = ordered.batch(5);
            assertThat(shuffled.batch(5)).isEqualTo(batch);
            ordered = ordered.with(answers(batch), List.of());
            List<Node> mixed = new ArrayList<>(batch);
            Collections.shuffle(mixed, random);
            shuffled = shuffled.with(answers(mixed), List.of());
        }
        assertThat(bits(shuffled)).isEqualTo(bits(ordered));
    }

    private static Map<NodeIndex, double[]> answers(List<Node> nodes) {
        Map<NodeIndex, double[]> answers = new LinkedHashMap<>();
        nodes.forEach(node -> answers.put(
                node.index(), new double[] {smooth(node.groups()), node.groups().get(0)}));
        return answers;
    }

    private static List<Double> bits(AdaptiveInterpolation state) {
        double[] values = new double[2];
        double[] changes = new double[2];
        List<Double> all = new ArrayList<>();
        for (double[] point : state.unseen(0, 20)) {
            SparseInterpolant interpolant = state.interpolant();
            double[] weights = interpolant.weights(point);
            interpolant.evaluate(weights, values, changes);
            assertThat(interpolant.evaluate(weights, 1)).isEqualTo(values[1]);
            all.addAll(list(values));
            all.addAll(list(changes));
        }
        return all;
    }

    @Test
    void neitherANodeWithoutAnswerNorAnyAboveIsAskedForAgain() {
        AdaptiveInterpolation state = AdaptiveInterpolation.over(SQUARE, 1e-6, 1e-6);
        NodeIndex missing = new NodeIndex(List.of(1, 1));
        Map<NodeIndex, double[]> first = answers(state.batch(8));
        first.remove(missing);
        state = state.with(first, List.of(missing));
        state = answered(state, 60, 4, AdaptiveInterpolationTest::smooth);
        assertThat(state.batch(8)).extracting(AdaptiveInterpolation.Node::index).doesNotContain(missing);
        assertThat(state.answers().keySet()).noneMatch(index -> missing.isWithin(index));
        assertThat(state.answers().keySet()).anyMatch(index -> index.order(0) > 4);
    }

    @Test
    void groupsOutsideTheBoxAreABug() {
        SparseInterpolant interpolant = answered(
                        AdaptiveInterpolation.over(SQUARE, 1e-3, 1e-3), 10, 4, AdaptiveInterpolationTest::smooth)
                .interpolant();
        assertThatThrownBy(() -> interpolant.weights(0, 1.1)).isInstanceOf(IllegalStateException.class);
    }
}
