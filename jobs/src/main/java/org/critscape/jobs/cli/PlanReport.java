package org.critscape.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;

/**
 * What a plan says, for people and for programs.
 *
 * @param study what is planned
 * @param plan what it takes
 */
record PlanReport(Study study, StudyPlan plan) {
    private static final int ROWS_SHOWN = 5;
    private static final int COLUMNS_SHOWN = 6;
    private static final double MEGABYTE = 1e6;
    private static final double SECONDS_PER_HOUR = 3600;

    void print(PrintWriter out) {
        DesignSpace space = study.space();
        Survey survey = plan.survey();
        out.println("Study " + study.name() + ": " + Display.cases(space.size()) + ", " + distinct());
        out.println();
        PlanInputs.print(out, space.blocks());
        section(out, "What the inputs cover" + scope(), coverage());
        section(out, "Some of the cases", rows());
        if (survey.coverage().isEmpty()) {
            out.println("The first case");
            InputLines.of(space.point(0)).forEach(out::println);
            out.println();
        }
        section(out, "Cases solved to try it, on one core", trials());
        out.println(time());
        out.println("Spark's start and the summary at the end take about half a minute more.");
        out.println(storage());
        if (!plan.isHopeless()) { // Else the command ends with that message.
            out.println(survey.rejections());
        }
    }

    private static void section(PrintWriter out, String title, List<List<String>> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            TextTable.of(lines).forEach(out::println);
            out.println();
        }
    }

    private String scope() {
        return plan.survey().isWhole() ? "" : " (" + plan.survey().looked() + " cases looked at)";
    }

    private String distinct() {
        Survey survey = plan.survey();
        String count = Long.toString(survey.distinct());
        return survey.isWhole()
                ? count + " distinct"
                : "about " + count + " distinct, estimated from " + survey.looked();
    }

    private List<List<String>> coverage() {
        List<List<String>> lines = new ArrayList<>();
        plan.survey().coverage().forEach((parameter, covered) -> {
            String values = parameter.domain() instanceof Domain.Interval
                    ? InputLines.value(parameter, covered.low()) + " … " + InputLines.value(parameter, covered.high())
                    : covered.words().entrySet().stream()
                            .map(word -> word.getKey() + " " + word.getValue())
                            .collect(Collectors.joining(", "));
            lines.add(List.of(parameter.path(), values));
        });
        return lines;
    }

    /** Some cases, evenly spread over the indices, the first among them. */
    private List<List<String>> rows() {
        List<Parameter> shown =
                plan.survey().coverage().keySet().stream().limit(COLUMNS_SHOWN).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        long size = plan.cases();
        long count = Math.min(ROWS_SHOWN, size);
        List<String> head = new ArrayList<>(List.of("case"));
        shown.forEach(parameter ->
                head.add(parameter.path().substring(parameter.path().indexOf('.') + 1)));
        Stream<List<String>> rows = LongStream.range(0, count).mapToObj(k -> row(size / count * k, shown));
        return Stream.concat(Stream.of(head), rows).toList();
    }

    private List<String> row(long index, List<Parameter> shown) {
        DesignPoint point = study.space().point(index);
        List<String> row = new ArrayList<>(List.of(Long.toString(index)));
        for (Parameter parameter : shown) {
            boolean matters = parameter == Parameter.MATERIAL || point.uses(parameter);
            row.add(matters ? InputLines.value(point, parameter) : "–");
        }
        return row;
    }

    private List<List<String>> trials() {
        return plan.inOrder().stream()
                .map(trial -> List.of(
                        "case " + trial.index(), trial.status(), String.format(Locale.ROOT, "%.3g s", trial.seconds())))
                .toList();
    }

    private String time() {
        if (plan.coreHours().isEmpty()) {
            return "Time: not estimated, since no case was solved.";
        }
        String about = "Time: about " + time(plan.coreHours().getAsDouble()) + " of one core";
        return plan.trials().size() == 1
                ? about + ", by the one tried."
                : about + ", " + time(plan.leastCoreHours().orElseThrow()) + " to "
                        + time(plan.mostCoreHours().orElseThrow())
                        + " if all cases were as cheap or as dear for their kind as one of the "
                        + plan.trials().size() + " tried.";
    }

    private static String time(double hours) {
        double seconds = SECONDS_PER_HOUR * hours;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.2g s", seconds);
        }
        return seconds < SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, hours < 10 ? "%.1f h" : "%,.0f h", hours);
    }

    private String storage() {
        if (plan.chunks().isEmpty()) {
            return "Storage: one sweep takes at most " + Display.number(SweepCommand.MOST_CASES)
                    + " cases. Maybe split the study.";
        }
        int chunks = plan.chunks().getAsInt();
        return "Storage: about " + Display.number(Math.ceil(plan.bytes() / MEGABYTE)) + " MB in " + chunks
                + (chunks == 1 ? " chunk, " : " chunks, ") + 2 * chunks + " Parquet files.";
    }

    /** The same as one JSON object. */
    String json() {
        Survey survey = plan.survey();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("study", study.name());
        all.put("cases", plan.cases());
        all.put("distinct_cases", survey.distinct());
        all.put("distinct_cases_exact", survey.isWhole());
        all.put("cases_looked_at", survey.looked());
        all.put("cases_excluded", survey.excluded());
        all.put("cases_rejected", survey.rejected());
        all.put("first_rejection", survey.firstRefusal());
        plan.coreHours().ifPresent(hours -> all.put("core_hours", hours));
        plan.leastCoreHours().ifPresent(hours -> all.put("core_hours_least", hours));
        plan.mostCoreHours().ifPresent(hours -> all.put("core_hours_most", hours));
        plan.chunks().ifPresent(chunks -> {
            all.put("chunks", chunks);
            all.put("parquet_files", 2 * chunks);
            all.put("bytes", Math.round(plan.bytes()));
        });
        List<Map<String, Object>> trials = new ArrayList<>();
        plan.inOrder()
                .forEach(trial -> trials.add(new TreeMap<>(
                        Map.of("case_index", trial.index(), "solver_s", trial.seconds(), "status", trial.status()))));
        all.put("trials", trials);
        Map<String, Object> covered = new LinkedHashMap<>();
        survey.coverage()
                .forEach((parameter, values) -> covered.put(
                        parameter.path(),
                        parameter.domain() instanceof Domain.Interval
                                ? new TreeMap<>(Map.of("high", values.high(), "low", values.low()))
                                : values.words()));
        all.put("inputs", covered);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a plan that is no JSON", bug);
        }
    }
}
