package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.config.InputRange;
import org.critscape.jobs.optimum.BinnedIndices;
import org.critscape.jobs.optimum.Confirmation;
import org.critscape.jobs.optimum.Evaluation;
import org.critscape.jobs.optimum.Front;
import org.critscape.jobs.optimum.GlobalSensitivity;
import org.critscape.jobs.optimum.Group;
import org.critscape.jobs.optimum.LocalSensitivity;
import org.critscape.jobs.optimum.OptimumResult;
import org.critscape.jobs.optimum.OptimumResult.GroupOptimum;
import org.critscape.jobs.optimum.Refinement;
import org.critscape.jobs.optimum.SobolIndices.Index;
import org.critscape.jobs.optimum.WorstCase;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.jspecify.annotations.Nullable;

/** The best surfaces of a study as text, the answer first. */
final class OptimumReport {
    private static final int MOST_GROUPS = 12;
    private static final int MOST_POINTS = 8;
    /** Slopes below are not worth a line [1]. */
    private static final double NOTHING = 0.001;

    private final OptimumResult result;
    private final PrintWriter out;

    OptimumReport(OptimumResult result, PrintWriter out) {
        this.result = result;
        this.out = out;
    }

    void print() {
        GroupOptimum first = result.groups().get(0);
        out.println(answer(first));
        out.println();
        out.println("Study " + result.study() + ": " + Display.cases(result.rows()) + " solved"
                + (result.conditions().isEmpty() ? "" : " with " + String.join(" and ", result.conditions()))
                + "; largest " + result.objective().label() + " sought.");
        if (!result.free().isEmpty()) {
            out.println("Each case has its own "
                    + result.free().stream().map(OptimumReport::label).collect(Collectors.joining(", "))
                    + ": the best row has what suits it best, and is refined with that.");
        }
        groups();
        for (GroupOptimum group : result.groups()) {
            refinements(group);
            group.confirmation().ifPresent(this::confirmed);
            group.worst().ifPresent(this::worst);
        }
        local(first);
        first.global().ifPresent(this::global);
        binned();
        result.fronts().forEach(this::front);
        if (!result.notes().isEmpty()) {
            out.println();
            result.notes().forEach(note -> out.println("Note: " + Display.message(note)));
        }
    }

    private String answer(GroupOptimum first) {
        Refinement refined =
                first.refinements().isEmpty() ? null : first.refinements().get(0);
        Row row = first.group().best();
        if (refined != null) {
            row = Objects.requireNonNullElse(refined.best().row(), row);
        }
        return "Best for " + first.group().material() + conditions(first.group()) + ": " + surface(row) + ", with "
                + results(row) + (refined == null ? ", a case of the study" : "") + ".";
    }

    private static String conditions(Group group) {
        String text = group.conditions().entrySet().stream()
                .map(entry -> label(entry.getKey()) + " " + shown(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String results(Row row) {
        Double error = row.getAs("critical_current_error");
        return "a critical current of " + Display.amount(row.getAs("critical_current_a_per_m2"), "A/m²")
                + (error == null ? "" : " ± " + percent(error)) + ", "
                + Display.number(row.<Double>getAs("enhancement"))
                + " times the flat interface's";
    }

    /** The surface in a phrase: "egg-box, product, peak height 25 µm, peak separation 150 µm". */
    static String surface(Row row) {
        return Stream.of(
                        "topography",
                        "egg_box_form",
                        "ridge_profile",
                        "peak_height_m",
                        "peak_separation_m",
                        "top_fraction",
                        "edge_resolution_m",
                        "height_map",
                        "rms_height_m",
                        "correlation_length_m")
                .filter(name -> row.getAs(name) != null)
                .map(name -> row.getAs(name) instanceof String word
                        ? word
                        : label(name) + " " + shown(name, Objects.requireNonNull(row.getAs(name))))
                .collect(Collectors.joining(", "));
    }

    private void groups() {
        out.println();
        out.println("Best rows of the table:");
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("material", "critical current", "of the flat", "case", "surface"));
        result.groups().stream().limit(MOST_GROUPS).forEach(one -> {
            Row row = one.group().best();
            lines.add(List.of(
                    one.group().material() + conditions(one.group()),
                    Display.amount(row.getAs("critical_current_a_per_m2"), "A/m²"),
                    Display.number(row.<Double>getAs("enhancement")),
                    Long.toString(row.<Long>getAs("case_index")),
                    surface(row)));
        });
        TextTable.of(lines).forEach(out::println);
        if (result.groups().size() > MOST_GROUPS) {
            out.println("  and " + (result.groups().size() - MOST_GROUPS) + " more groups; --json has all.");
        }
    }

    private void refinements(GroupOptimum group) {
        if (group.refinements().isEmpty()) {
            return;
        }
        out.println();
        out.println("Refined for " + group.group().material() + conditions(group.group()) + ":");
        for (Refinement one : group.refinements()) {
            Row row = Objects.requireNonNullElse(one.best().row(), one.leader());
            out.println("  " + surface(row));
            double before = one.leader().<Double>getAs(result.objective().column());
            long index = one.leader().<Long>getAs("case_index");
            double gained = one.best().value() / before - 1;
            out.println("    " + results(row) + "; "
                    + (one.inputs().isEmpty()
                            ? "case " + index + ", the only one of its family"
                            : (gained > 0 ? signed(gained) + " on" : "no better than") + " case " + index + " after "
                                    + one.evaluations() + " surfaces"));
            List<String> bounds = one.inputs().stream()
                    .filter(input -> input.isBound(one.best().point().number(input.parameter())))
                    .map(input -> label(input.column()))
                    .toList();
            if (!bounds.isEmpty()) {
                out.println("    at a bound of the study in " + String.join(", ", bounds)
                        + ": a wider study may find better");
            }
        }
    }

    private void confirmed(Confirmation confirmation) {
        out.println();
        out.println("Confirmed by direct solves" + (result.isAtlas() ? "" : " to a quarter of the study's tolerance")
                + ":");
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("surface", result.objective().label(), "solved directly", "difference", "stated", ""));
        lines.add(line("the best", confirmation.winner()));
        confirmation.neighbours().forEach(pair -> lines.add(line(moved(pair), pair)));
        TextTable.of(lines).forEach(out::println);
        List<Confirmation.Pair> better = confirmation.better();
        out.println(
                !confirmation.winner().direct().allowed()
                        ? "  The best surface itself is not confirmed: "
                                + Display.message(confirmation.winner().direct().remark())
                        : better.isEmpty()
                                ? "  No neighbour is better by more than the stated errors."
                                : "  Better than the best: "
                                        + better.stream()
                                                .map(OptimumReport::moved)
                                                .collect(Collectors.joining(", "))
                                        + ". Maybe raise --budget.");
    }

    private static String moved(Confirmation.Pair pair) {
        return pair.moved() == null
                ? ""
                : label(pair.moved().column()) + " "
                        + Display.amount(pair.value(), pair.moved().unit());
    }

    private List<String> line(String name, Confirmation.Pair pair) {
        boolean isBoth = Double.isFinite(pair.observed());
        return List.of(
                name,
                value(pair.found()),
                value(pair.direct()),
                isBoth ? signed(pair.observed()) : "",
                isBoth ? "± " + percent(pair.stated()) : "",
                !isBoth ? "not solved" : pair.isWithin() ? "within" : "beyond what is stated");
    }

    private String value(Evaluation evaluation) {
        return Double.isFinite(evaluation.value())
                ? Display.amount(evaluation.value(), result.objective().unit())
                        + (evaluation.allowed() ? "" : " (not allowed)")
                : "none";
    }

    private void worst(WorstCase worst) {
        out.println();
        out.println("At its worst over "
                + worst.ranges().stream()
                        .map(range -> range.parameter().path() + " " + amount(range.parameter(), range.low()) + " to "
                                + amount(range.parameter(), range.high()))
                        .collect(Collectors.joining(", "))
                + " (" + worst.points() + " combinations each):");
        out.println("  the best surface keeps " + value(worst.nominal()) + ", at " + at(worst, worst.nominal()));
        out.println("  best at its worst is "
                + surface(Objects.requireNonNull(worst.worst().row())));
        out.println("    which keeps " + value(worst.worst()) + ", at " + at(worst, worst.worst()) + ", and has "
                + value(worst.best()) + " at the study's own conditions; " + worst.evaluations() + " surfaces");
    }

    private static String at(WorstCase worst, Evaluation evaluation) {
        return worst.ranges().stream()
                .map(InputRange::parameter)
                .map(input ->
                        input.path() + " " + amount(input, evaluation.point().number(input)))
                .collect(Collectors.joining(", "));
    }

    private void local(GroupOptimum first) {
        if (first.local().isEmpty()) {
            return;
        }
        out.println();
        out.println(
                "One percent more of an input changes the " + result.objective().label() + " there by:");
        TextTable.of(first.local().stream()
                        .filter(one -> !isNothing(one))
                        .map(one -> List.of(
                                one.parameter().path(),
                                amount(one.parameter(), one.value()),
                                String.format(Locale.ROOT, "%+.3f %%", one.slope()),
                                String.format(Locale.ROOT, "± %.3f %%", one.error())))
                        .toList())
                .forEach(out::println);
        String nothing = first.local().stream()
                .filter(OptimumReport::isNothing)
                .map(one -> one.parameter().path())
                .collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) {
            out.println("  and by less than " + NOTHING + " %: " + nothing);
        }
    }

    private static boolean isNothing(LocalSensitivity one) {
        return Math.abs(one.slope()) + one.error() < NOTHING;
    }

    private void global(GlobalSensitivity global) {
        out.println();
        out.println("Shares of the variance of the " + result.objective().label() + " over the study's inputs (mean "
                + Display.amount(global.indices().mean(), result.objective().unit()) + ", standard deviation "
                + Display.amount(
                        global.indices().deviation(), result.objective().unit()) + "), 95 % intervals:");
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("input", "alone", "", "with others", ""));
        for (int i = 0; i < global.inputs().size(); i++) {
            Index alone = global.indices().first().get(i);
            Index total = global.indices().total().get(i);
            lines.add(List.of(
                    global.inputs().get(i).path(),
                    share(alone.value()),
                    interval(alone),
                    share(total.value()),
                    interval(total)));
        }
        TextTable.of(lines).forEach(out::println);
        if (global.indices().dropped() > 0) {
            out.println("  " + global.indices().dropped() + " of "
                    + (global.indices().dropped() + global.indices().rows())
                    + " samples have a surface that the model or the atlas does not cover, and are left out.");
        }
    }

    private void binned() {
        if (result.binned().isEmpty()) {
            return;
        }
        out.println();
        out.println("Shares of the variance of the " + result.objective().label()
                + " over the rows, input by input (95 % intervals):");
        TextTable.of(result.binned().stream()
                        .map((BinnedIndices one) -> List.of(
                                label(one.column()),
                                share(one.first().value()),
                                interval(one.first()),
                                one.first().low() <= 0 ? "not told from 0" : ""))
                        .toList())
                .forEach(out::println);
    }

    private void front(Front front) {
        out.println();
        boolean isShort = front.rows().size() <= MOST_POINTS;
        out.println("Gain over the flat interface against " + label(front.measure()) + ", " + front.material()
                + (front.isLessEasier() ? ": to gain more it takes more" : ": to gain more it takes sharper edges")
                + (isShort ? "" : "; " + MOST_POINTS + " of " + front.rows().size() + " rows"));
        List<List<String>> lines = new ArrayList<>();
        int last = front.rows().size() - 1;
        for (int i = 0; i < Math.min(front.rows().size(), MOST_POINTS); i++) {
            Row row = front.rows().get(isShort ? i : Math.round(i * (float) last / (MOST_POINTS - 1)));
            lines.add(List.of(
                    shown(front.measure(), Objects.requireNonNull(row.getAs(front.measure()))),
                    Display.number(row.<Double>getAs("enhancement")),
                    "case " + row.<Long>getAs("case_index"),
                    surface(row)));
        }
        TextTable.of(lines).forEach(out::println);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Index index) {
        return String.format(Locale.ROOT, "%.3f to %.3f", index.low(), index.high());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * share);
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%+.2f %%", 100 * share);
    }

    private static String amount(Parameter input, double value) {
        return Display.amount(
                value,
                input.domain() instanceof Domain.Interval interval
                        ? interval.dimension().siUnit()
                        : Dimension.NUMBER.siUnit());
    }

    private static Column<?> column(String name) {
        return CaseTable.TABLE.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String label(String column) {
        return Display.label(column(column));
    }

    private static String shown(String column, @Nullable Object value) {
        return value instanceof Double number
                ? Display.amount(number, column(column).unit())
                : String.valueOf(value);
    }
}
