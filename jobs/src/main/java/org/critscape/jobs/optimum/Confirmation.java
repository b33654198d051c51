package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A surface and those a step away, solved directly; where the study itself solves directly, to a quarter of its tolerance.
 *
 * @param winner the refined surface
 * @param neighbours a step lower and higher in each refined input, as far as the study's bounds go
 */
public record Confirmation(Pair winner, List<Pair> neighbours) {
    /** A step: this share of the range of an input. */
    private static final double STEP = 0.05;

    private static final double FINER = 0.25;

    /** Copies the list. */
    public Confirmation {
        neighbours = List.copyOf(neighbours);
    }

    /**
     * One surface, found in two ways.
     *
     * @param moved the input that a neighbour has another value of; null for the winner
     * @param value of that input [SI]
     * @param found by the study's method
     * @param direct by the finer one
     */
    public record Pair(@Nullable RefinedInput moved, double value, Evaluation found, Evaluation direct) {
        /** Observed relative difference [1]; NaN where one of the two is not solved. */
        public double observed() {
            return found.differenceTo(direct);
        }

        /** What both state of their errors [1]. */
        public double stated() {
            return found.error() + direct.error();
        }

        /** Whether the difference is within what both state. */
        public boolean isWithin() {
            return Math.abs(observed()) <= stated();
        }
    }

    /** The neighbours that the finer solves find better than the winner by more than both state. */
    public List<Pair> better() {
        return neighbours.stream()
                .filter(pair -> pair.direct().allowed()
                        && pair.direct().value() * (1 - pair.direct().error())
                                > winner.direct().value() * (1 + winner.direct().error()))
                .toList();
    }

    static Confirmation of(Refinement refinement, Evaluator evaluator, Source source) {
        DesignPoint point = refinement.best().point();
        List<DesignPoint> points = new ArrayList<>(List.of(point));
        List<RefinedInput> moved = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (RefinedInput input : refinement.inputs()) {
            double here = point.number(input.parameter());
            for (int side = -1; side <= 1; side += 2) {
                double there = input.value(input.coordinate(here) + side * STEP);
                if (there != here) {
                    moved.add(input);
                    values.add(there);
                    points.add(point.with(Map.of(input.parameter(), there)));
                }
            }
        }
        List<Evaluation> found = evaluator.evaluate(points);
        List<Evaluation> direct = evaluator
                .with(source.direct())
                .evaluate(points.stream()
                        .map(one -> source.isAtlas() ? one : finer(one))
                        .toList());
        List<Pair> neighbours = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            neighbours.add(new Pair(moved.get(i), values.get(i), found.get(i + 1), direct.get(i + 1)));
        }
        return new Confirmation(new Pair(null, Double.NaN, found.get(0), direct.get(0)), neighbours);
    }

    private static DesignPoint finer(DesignPoint point) {
        try {
            return point.with(Map.of(Parameter.TOLERANCE, FINER * point.number(Parameter.TOLERANCE)));
        } catch (InvalidInputException finest) {
            return point;
        }
    }
}
