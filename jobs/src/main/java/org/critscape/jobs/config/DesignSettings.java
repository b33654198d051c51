package org.critscape.jobs.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Drawn;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.PlanKind;
import org.critscape.jobs.space.Sample;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How a group of cases is laid out: the keys of {@code design}.
 *
 * @param settings by key
 * @param maps reads height maps
 */
record DesignSettings(Map<String, Setting> settings, HeightMapFiles maps) {
    static final String PLAN = "design.plan";
    static final String CASES = "design.cases";
    static final String SEED = "design.seed";
    static final String GRID = "design.grid";
    static final List<String> KEYS = List.of(PLAN, CASES, SEED, GRID);
    private static final long USUAL_SEED = 1;
    private static final Domain.Options PLANS =
            new Domain.Options(List.of("grid", "latin-hypercube", "sobol", "halton", "random"));
    private static final Domain.Interval COUNT = new Domain.Interval(Dimension.NUMBER, 1, 1e12, true);
    private static final Domain.Interval SEEDS = new Domain.Interval(Dimension.NUMBER, 0, 1e15, true);

    /** These keys where others give none; a plan of one's own starts anew, except for its seed. */
    DesignSettings over(DesignSettings common) {
        Map<String, Setting> merged = new LinkedHashMap<>(common.settings);
        if (settings.containsKey(PLAN) && plan() == null) {
            merged.keySet().removeAll(List.of(CASES, SEED, GRID));
        }
        merged.putAll(settings);
        return new DesignSettings(merged, maps);
    }

    /** The block of these inputs; throws {@link ConfigurationException} where the plan and the inputs do not fit. */
    Block block(Map<Parameter, Setting> inputs) {
        PlanKind plan = plan();
        Set<Parameter> grid = grid(inputs, plan);
        List<Axis> axes = new ArrayList<>();
        List<Drawn> drawn = new ArrayList<>();
        inputs.forEach((parameter, setting) -> {
            if (plan == null || grid.contains(parameter) || DrawReader.isFixed(setting)) {
                axes.add(axis(parameter, setting, plan));
            } else {
                drawn.add(new DrawReader(parameter, setting, maps).read());
            }
        });
        return new Block(axes, plan == null ? null : sample(plan, drawn));
    }

    private @Nullable PlanKind plan() {
        Setting setting = settings.get(PLAN);
        if (setting == null) {
            unplanned("missing", PLANS.allowed(), "Maybe add design.plan = sobol.", PLAN);
            return null;
        }
        String word = setting.word(PLANS);
        if (word.equals("grid")) {
            settings.forEach((key, other) -> {
                if (!key.equals(PLAN)) {
                    throw other.refused(
                            "given with design.plan = grid",
                            "left out, since a grid has all its levels",
                            "Maybe another plan is meant, such as sobol.");
                }
            });
            return null;
        }
        return PlanKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private void unplanned(String value, String allowed, String advice, String key) {
        settings.values().stream().findFirst().ifPresent(other -> {
            throw ConfigurationException.refused(
                    other.place(), key, value, allowed + " where " + other.key() + " is given", advice);
        });
    }

    private Axis axis(Parameter parameter, Setting setting, @Nullable PlanKind plan) {
        if (DrawReader.isDraw(setting)) {
            throw plan == null
                    ? setting.refused(
                            "something to draw from in a grid",
                            "a value, a list or a range where design.plan = grid",
                            "Maybe add design { plan = sobol, cases = 1000 }.")
                    : setting.refused(
                            "something to draw from, yet named in design.grid",
                            "a list or a range there",
                            "Maybe take it out of design.grid.");
        }
        return new AxisReader(parameter, setting, maps).read();
    }

    private Sample sample(PlanKind plan, List<Drawn> drawn) {
        Setting where = Objects.requireNonNull(settings.get(PLAN));
        Setting cases = settings.get(CASES);
        if (cases == null) {
            throw ConfigurationException.refused(
                    where.place(),
                    CASES,
                    "missing",
                    COUNT.allowed() + " with design.plan = " + where.word(PLANS),
                    "Maybe add design.cases = 1000.");
        }
        Setting seed = settings.get(SEED);
        try {
            return new Sample(
                    plan,
                    cases.amount(COUNT, 1000).longValueExact(),
                    seed == null ? USUAL_SEED : seed.amount(SEEDS, USUAL_SEED).longValueExact(),
                    drawn);
        } catch (InvalidInputException e) {
            Setting at = e.quantity().equals(CASES) ? cases : where;
            throw new ConfigurationException(at.place() + ": " + e.getMessage());
        }
    }

    private Set<Parameter> grid(Map<Parameter, Setting> inputs, @Nullable PlanKind plan) {
        Set<Parameter> grid = EnumSet.noneOf(Parameter.class);
        Setting setting = settings.get(GRID);
        if (setting == null || plan == null) {
            return grid;
        }
        if (!(setting.value() instanceof ConfigList keys)) {
            throw setting.refused(
                    setting.value() instanceof ConfigObject ? "a group in braces" : "a single value",
                    "a list of keys",
                    "Maybe [topography.shape].");
        }
        for (ConfigValue key : keys) {
            Setting part = setting.part("", key);
            String path = part.text("a list of keys", "Maybe [topography.shape].");
            Parameter parameter = Parameter.ofPath(path)
                    .filter(inputs::containsKey)
                    .orElseThrow(() -> part.refused(
                            "a list with \"" + path + "\"",
                            "a list of keys that the study gives values",
                            Nearest.toKey(
                                            path,
                                            inputs.keySet().stream()
                                                    .map(Parameter::path)
                                                    .toList())
                                    .map(nearest -> "Maybe " + nearest + ".")
                                    .orElse("Maybe give " + path + " a list of values.")));
            grid.add(parameter);
        }
        return grid;
    }
}
