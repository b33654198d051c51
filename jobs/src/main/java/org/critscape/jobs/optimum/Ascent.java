package org.critscape.jobs.optimum;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.jspecify.annotations.Nullable;

/** A search over the refined inputs of a surface that keeps what it found at the best one. */
final class Ascent {
    private static final int NEWS_EVERY = 5;

    private final List<RefinedInput> inputs;
    private final Function<DesignPoint, Evaluation> look;
    private final boolean isCheap;
    private final int budget;
    private final Consumer<String> news;
    private @Nullable DesignPoint surface;
    private @Nullable Evaluation found;
    private int evaluations;

    /**
     * @param look what decides about a surface
     * @param isCheap whether a look costs nothing
     * @param budget most looks
     */
    Ascent(
            List<RefinedInput> inputs,
            Function<DesignPoint, Evaluation> look,
            boolean isCheap,
            int budget,
            Consumer<String> news) {
        this.inputs = List.copyOf(inputs);
        this.look = look;
        this.isCheap = isCheap;
        this.budget = budget;
        this.news = news;
    }

    /** What decides about the best surface, from an allowed one on. */
    Evaluation from(DesignPoint start, Evaluation there) {
        surface = start;
        found = there;
        if (!inputs.isEmpty()) {
            double[] coordinates = inputs.stream()
                    .mapToDouble(input -> input.coordinate(start.number(input.parameter())))
                    .toArray();
            Search search = new Search(point -> value(start, point), coordinates, budget);
            if (isCheap) {
                search.byEvolution();
            } else {
                search.byModel();
            }
        }
        return found;
    }

    /** The best surface. */
    DesignPoint best() {
        if (surface == null) {
            throw new IllegalStateException("nothing was searched yet");
        }
        return surface;
    }

    int evaluations() {
        return evaluations;
    }

    private double value(DesignPoint start, double... coordinates) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (int i = 0; i < coordinates.length; i++) {
            values.put(inputs.get(i).parameter(), inputs.get(i).value(coordinates[i]));
        }
        DesignPoint point = start.with(values);
        Evaluation now = look.apply(point);
        evaluations++;
        if (now.allowed() && (found == null || now.value() > found.value())) {
            found = now;
            surface = point;
        }
        if (!isCheap && evaluations % NEWS_EVERY == 0) {
            news.accept(evaluations + " of at most " + budget + " surfaces");
        }
        return now.allowed() ? now.value() : Double.NaN;
    }
}
