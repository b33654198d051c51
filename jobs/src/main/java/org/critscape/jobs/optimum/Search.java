package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimplePointChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * The largest value of a function over the unit cube, without derivatives: CMA-ES (N. Hansen 2006) where values cost
 * nothing, BOBYQA (M. J. D. Powell 2009), in one dimension Brent's method, where each is a solve. The answer is the best
 * point that was looked at; where a point is not allowed the function is NaN, and the searches see a slope that leads
 * back to the start.
 */
final class Search {
    private static final long SEED = 20240229;
    private static final double FIRST_STEP = 0.15;
    private static final double LAST_STEP = 2e-3;

    private final ToDoubleFunction<double[]> function;
    private final double[] start;
    private final int budget;
    /** Optimisers ask for the same point again; a solve is not made twice. */
    private final Map<List<Double>, Double> known = new HashMap<>();

    private double[] best;
    private double most = Double.NEGATIVE_INFINITY;

    /**
     * @param function of a point of the unit cube; NaN where it is not allowed, else at least 0
     * @param start an allowed point
     * @param budget most values asked for
     */
    Search(ToDoubleFunction<double[]> function, double[] start, int budget) {
        this.function = function;
        this.start = start.clone();
        this.best = start.clone();
        this.budget = budget;
    }

    /** The best point found where values cost little. */
    double[] byEvolution() {
        int n = start.length;
        double[] steps = new double[n];
        Arrays.fill(steps, 2 * FIRST_STEP);
        run(() -> new CMAESOptimizer(
                        budget, 0, true, 0, 0, new MersenneTwister(SEED), false, new SimplePointChecker<>(1e-9, 1e-12))
                .optimize(
                        new MaxEval(budget),
                        new ObjectiveFunction(this::value),
                        GoalType.MAXIMIZE,
                        new SimpleBounds(new double[n], ones(n)),
                        new InitialGuess(start),
                        new CMAESOptimizer.Sigma(steps),
                        new CMAESOptimizer.PopulationSize(8 + 4 * n)));
        return best.clone();
    }

    /** The best point found with few values. */
    double[] byModel() {
        int n = start.length;
        if (n == 1) {
            run(() -> new BrentOptimizer(LAST_STEP, LAST_STEP)
                    .optimize(
                            new MaxEval(budget),
                            new UnivariateObjectiveFunction(x -> value(new double[] {x})),
                            GoalType.MAXIMIZE,
                            new SearchInterval(0, 1, inside(start)[0])));
        } else {
            run(() -> new BOBYQAOptimizer(2 * n + 1, FIRST_STEP, LAST_STEP)
                    .optimize(
                            new MaxEval(budget),
                            new ObjectiveFunction(this::value),
                            GoalType.MAXIMIZE,
                            new SimpleBounds(new double[n], ones(n)),
                            new InitialGuess(inside(start))));
        }
        return best.clone();
    }

    /** How many values were asked for. */
    int evaluations() {
        return known.size();
    }

    private static void run(Runnable search) {
        try {
            search.run();
        } catch (MathIllegalStateException over) {
            // The budget is spent, or steps are too short for the model to tell a difference: what was found stays.
            return;
        }
    }

    private double value(double... point) {
        List<Double> key = new ArrayList<>();
        for (double coordinate : point) {
            key.add(coordinate);
        }
        Double before = known.get(key);
        if (before == null) {
            before = function.applyAsDouble(point);
            known.put(key, before);
        }
        if (before > most) {
            most = before;
            best = point.clone();
        }
        return Double.isNaN(before) ? -1 - distance(point) : before;
    }

    private double distance(double... point) {
        return Math.sqrt(IntStream.range(0, point.length)
                .mapToDouble(i -> (point[i] - best[i]) * (point[i] - best[i]))
                .sum());
    }

    /** Off the faces of the cube, on which some searches may not start. */
    private static double[] inside(double... point) {
        return Arrays.stream(point)
                .map(coordinate -> Math.max(1e-3, Math.min(1 - 1e-3, coordinate)))
                .toArray();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
