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
import org.critscape.jobs.space.Constraint;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Drawn;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.PlanKind;
import org.critscape.jobs.space.PointTable;
import org.critscape.jobs.space.Sample;
import org.critscape.solver.quantity.InvalidInputException;

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
    static final String FILE = "design.file";
    static final String CONSTRAINTS = "design.constraints";
    static final List<String> KEYS = List.of(PLAN, CASES, SEED, GRID, FILE, CONSTRAINTS);
    /** What belongs to a plan; constraints stand beside any. */
    private static final List<String> OF_PLAN = List.of(CASES, SEED, GRID, FILE);

    private static final String GRID_PLAN = "grid";
    private static final String TABLE_PLAN = "table";
    private static final String TABLE = "a table, CSV or Parquet; its path is relative to the study's folder";
    private static final long USUAL_SEED = 1;
    private static final Domain.Options PLANS =
            new Domain.Options(List.of("grid", "latin-hypercube", "sobol", "halton", "random", "table"));
    private static final Domain.Interval COUNT = new Domain.Interval(Dimension.NUMBER, 1, 1e12, true);
    private static final Domain.Interval SEEDS = new Domain.Interval(Dimension.NUMBER, 0, 1e15, true);

    /** These keys where others give none; a grid or a table of one's own starts anew, as does a plan over a table. */
    DesignSettings over(DesignSettings common) {
        Map<String, Setting> merged = new LinkedHashMap<>(common.settings);
        if (settings.containsKey(PLAN)) {
            merged.remove(FILE);
            if (!isSampled(word())) {
                merged.keySet().removeAll(OF_PLAN);
            } else if (common.word().equals(TABLE_PLAN)) {
                merged.remove(CASES);
            }
        }
        merged.putAll(settings);
        return new DesignSettings(merged, maps);
    }

    private static boolean isSampled(String word) {
        return !word.equals(GRID_PLAN) && !word.equals(TABLE_PLAN);
    }

    /** The plan as it is spelt; a grid where none is given. */
    private String word() {
        Setting setting = settings.get(PLAN);
        return setting == null ? GRID_PLAN : setting.word(PLANS);
    }

    /** The block of these inputs; throws {@link ConfigurationException} where the plan and the inputs do not fit. */
    Block block(Map<Parameter, Setting> inputs) {
        requireFitting();
        String plan = word();
        Set<Parameter> grid = grid(inputs);
        List<Axis> axes = new ArrayList<>();
        List<Drawn> drawn = new ArrayList<>();
        inputs.forEach((parameter, setting) -> {
            if (!isSampled(plan) || grid.contains(parameter) || DrawReader.isFixed(setting)) {
                axes.add(axis(parameter, setting, plan));
            } else {
                drawn.add(new DrawReader(parameter, setting, maps).read());
            }
        });
        Setting conditions = settings.get(CONSTRAINTS);
        List<Constraint> constraints = conditions == null ? List.of() : ConstraintReader.read(conditions);
        if (plan.equals(TABLE_PLAN)) {
            return table(axes, inputs.keySet(), constraints);
        }
        return new Block(axes, plan.equals(GRID_PLAN) ? null : sample(drawn), constraints);
    }

    private Block table(List<Axis> axes, Set<Parameter> inputs, List<Constraint> constraints) {
        Setting named = settings.get(FILE);
        if (named == null) {
            throw ConfigurationException.refused(
                    Objects.requireNonNull(settings.get(PLAN)).place(),
                    FILE,
                    "missing",
                    TABLE,
                    "Maybe add design.file = \"points.csv\".");
        }
        String name = named.text("a file name", "Maybe \"points.csv\".");
        TableReader reader = new TableReader(named, maps.found(named, name, TABLE));
        PointTable table = reader.read(inputs);
        Setting cases = settings.get(CASES);
        Block block = new Block(axes, cases == null ? table : first(table, cases), constraints);
        reader.requireWhole(block);
        return block;
    }

    private static PointTable first(PointTable table, Setting cases) {
        try {
            return table.first(cases.amount(COUNT, 1000).longValueExact());
        } catch (InvalidInputException e) {
            throw new ConfigurationException(cases.place() + ": " + e.getMessage());
        }
    }

    /** Refuses keys that mean nothing with the plan. */
    private void requireFitting() {
        String plan = word();
        OF_PLAN.forEach(key -> {
            Setting setting = settings.get(key);
            boolean fits = isSampled(plan) ? !key.equals(FILE) : plan.equals(TABLE_PLAN) && !key.equals(SEED);
            if (setting == null || fits) {
                return;
            }
            if (!settings.containsKey(PLAN)) {
                throw ConfigurationException.refused(
                        setting.place(),
                        PLAN,
                        "missing",
                        PLANS.allowed() + " where " + key + " is given",
                        "Maybe add design.plan = " + (key.equals(FILE) ? TABLE_PLAN : "sobol") + ".");
            }
            throw setting.refused(
                    "given with design.plan = " + plan,
                    "left out, since " + reason(plan),
                    "Maybe another plan is meant, such as " + (key.equals(FILE) ? TABLE_PLAN : "sobol") + ".");
        });
    }

    private static String reason(String plan) {
        return switch (plan) {
            case GRID_PLAN -> "a grid has all its levels";
            case TABLE_PLAN -> "a table has its rows";
            default -> "samples are drawn";
        };
    }

    private Axis axis(Parameter parameter, Setting setting, String plan) {
        if (DrawReader.isDraw(setting)) {
            throw !isSampled(plan)
                    ? setting.refused(
                            "something to draw from in a " + plan,
                            "a value, a list or a range where design.plan = " + plan,
                            "Maybe add design { plan = sobol, cases = 1000 }.")
                    : setting.refused(
                            "something to draw from, yet named in design.grid",
                            "a list or a range there",
                            "Maybe take it out of design.grid.");
        }
        return new AxisReader(parameter, setting, maps).read();
    }

    private Sample sample(List<Drawn> drawn) {
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
                    PlanKind.valueOf(where.word(PLANS).toUpperCase(Locale.ROOT).replace('-', '_')),
                    cases.amount(COUNT, 1000).longValueExact(),
                    seed == null ? USUAL_SEED : seed.amount(SEEDS, USUAL_SEED).longValueExact(),
                    drawn);
        } catch (InvalidInputException e) {
            Setting at = e.quantity().equals(CASES) ? cases : where;
            throw new ConfigurationException(at.place() + ": " + e.getMessage());
        }
    }

    private Set<Parameter> grid(Map<Parameter, Setting> inputs) {
        Set<Parameter> grid = EnumSet.noneOf(Parameter.class);
        Setting setting = settings.get(GRID);
        if (setting == null) {
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
