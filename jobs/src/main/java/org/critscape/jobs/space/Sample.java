package org.critscape.jobs.space;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Samples of some inputs: a plan, and for each of its dimensions an input that is drawn. */
public final class Sample implements Draws {
    private static final long serialVersionUID = 1L;

    private final PlanKind kind;
    private final long cases;
    private final long seed;
    private final Drawn[] drawn;
    private final Plan plan;

    /**
     * Samples of a plan.
     *
     * @param cases number of samples, at least 1
     * @param seed of all that is random in it
     * @param drawn at least one input, in the order of the plan's dimensions
     * @throws InvalidInputException where the plan cannot have so many samples, or nothing is drawn
     */
    public Sample(PlanKind kind, long cases, long seed, List<Drawn> drawn) {
        if (drawn.isEmpty()) {
            throw new InvalidInputException(
                    "number of inputs that are drawn",
                    "0",
                    "at least 1",
                    "Maybe give an input a distribution, as { distribution = uniform, from = \"5 um\", to = \"75 um\" }.");
        }
        this.kind = kind;
        this.cases = cases;
        this.seed = seed;
        this.drawn = drawn.toArray(Drawn[]::new);
        this.plan = kind.plan(seed, cases, drawn.size());
        if (cases < 1 || cases > plan.most()) {
            throw new InvalidInputException(
                    "design.cases",
                    Long.toString(cases),
                    "between 1 and " + plan.most() + " with the plan " + word(),
                    "Maybe another plan has room for more.");
        }
    }

    @Override
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public long cases() {
        return cases;
    }

    /** How the samples are spread. */
    public PlanKind kind() {
        return kind;
    }

    /** The inputs that are drawn, in the order of the plan's dimensions. */
    public List<Drawn> drawn() {
        return List.of(drawn);
    }

    @Override
    public boolean isExtensible() {
        return plan.isExtensible();
    }

    @Override
    public List<Axis> supports() {
        return Arrays.stream(drawn).map(Drawn::support).toList();
    }

    @Override
    public @Nullable SampledMap fill(double[] values, long index) {
        SampledMap map = null;
        for (int d = 0; d < drawn.length; d++) {
            double coordinate = plan.coordinate(index, d);
            Parameter parameter = drawn[d].parameter();
            values[parameter.position()] = drawn[d].value(coordinate);
            map = parameter == Parameter.FILE ? drawn[d].map(coordinate) : map;
        }
        return map;
    }

    @Override
    public Map<String, String> description(boolean last) {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("design.plan", word());
        description.put("design.seed", Long.toString(seed));
        if (!last || !isExtensible()) {
            description.put("design.cases", Long.toString(cases));
        }
        Arrays.stream(drawn).forEach(input -> description.put(input.parameter().path(), input.description()));
        return description;
    }
}
