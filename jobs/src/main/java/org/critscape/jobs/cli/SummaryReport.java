package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.sweep.SweepSummary;
import org.critscape.jobs.sweep.SweepSummary.Remark;
import org.critscape.jobs.table.CaseStatus;
import org.critscape.jobs.table.CaseTable;

/**
 * What a sweep prints at its end: outcomes, causes of failures, the best surfaces, and how to ask for more.
 *
 * @param summary of the case table
 * @param table where the case table is
 * @param space the cases
 */
record SummaryReport(SweepSummary summary, String table, DesignSpace space) {
    private static final String WARNING = "warning";
    /** A line of a query goes on below its first word. */
    private static final String NEXT_LINE = "\n           ";

    private static final int WIDTH = 120;

    void print(PrintWriter out) {
        out.println(Display.cases(summary.cases()) + ": " + outcomes());
        summary.byMethod()
                .forEach((reason, cases) -> out.println(
                        reason.isEmpty()
                                ? "By the atlas: " + Display.cases(cases)
                                : "Directly: " + Display.cases(cases) + ", since " + reason));
        summary.warnings().stream()
                .limit(1)
                .forEach(warning -> out.println("Warning, " + Display.cases(warning.cases()) + ", the first case "
                        + warning.index() + ": " + Display.message(Messages.firstLine(warning.message()))));
        out.println();
        if (!summary.failures().isEmpty()) {
            out.println("Not solved");
            print(out, failures());
        }
        if (!summary.best().isEmpty()) {
            out.println("Best surfaces, each at its best case");
            print(out, best());
        }
        out.println("Results:   " + table);
        out.println("Spark SQL: " + query("parquet.`" + table.replace("`", "``") + "`"));
        out.println("DuckDB:    " + query("'" + table.replace("'", "''") + "/*.parquet'"));
    }

    /** "12 solved, 1 of them with a warning, 3 rejected": the warnings stand behind the cases they belong to. */
    private String outcomes() {
        String solved = CaseStatus.SOLVED.word();
        long warned = summary.warnings().stream().mapToLong(Remark::cases).sum();
        String remark = warned == 0 ? "" : ", " + warned + " of them with a warning";
        Stream<String> first =
                Stream.ofNullable(summary.statuses().get(solved)).map(count -> count + " " + solved + remark);
        Stream<String> others = summary.statuses().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(solved))
                .map(entry -> entry.getValue() + " " + entry.getKey());
        return Stream.concat(first, others).collect(Collectors.joining(", "));
    }

    private String query(String source) {
        List<String> columns = Stream.of(
                        List.of("case_index"),
                        CaseTable.columnsOf(space.varying()),
                        List.of("critical_current_a_per_m2", "enhancement", WARNING))
                .flatMap(List::stream)
                .toList();
        StringBuilder text = new StringBuilder("SELECT");
        int width = NEXT_LINE.length() + text.length();
        for (String column : columns) {
            String word = column + (column.equals(WARNING) ? "" : ",");
            boolean fits = width + 1 + word.length() <= WIDTH;
            text.append(fits ? " " : NEXT_LINE).append(word);
            width = (fits ? width + 1 : NEXT_LINE.length()) + word.length();
        }
        return text + NEXT_LINE + "FROM " + source + NEXT_LINE
                + "WHERE status = 'solved' ORDER BY enhancement DESC LIMIT 20;";
    }

    private static void print(PrintWriter out, List<List<String>> rows) {
        TextTable.of(rows).forEach(out::println);
        out.println();
    }

    private List<List<String>> failures() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cause", "cases", "the first of them"));
        for (Remark failure : summary.failures()) {
            rows.add(List.of(
                    failure.kind(),
                    Long.toString(failure.cases()),
                    "case " + failure.index() + ": " + Display.message(Messages.firstLine(failure.message()))));
        }
        return rows;
    }

    private List<List<String>> best() {
        Set<Parameter> varying = space.varying();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("case", "enhancement", "critical current"));
        varying.forEach(input -> head.add(name(input)));
        head.add("");
        rows.add(head);
        for (Row row : summary.best()) {
            long index = row.getAs("case_index");
            DesignPoint point = space.point(index);
            List<String> cells = new ArrayList<>(List.of(
                    Long.toString(index),
                    Display.amount(row.<Double>getAs("enhancement"), "1"),
                    Display.amount(row.<Double>getAs("critical_current_a_per_m2"), "A/m²")));
            varying.forEach(input -> cells.add(value(point, input)));
            cells.add(row.isNullAt(row.fieldIndex(WARNING)) ? "" : WARNING);
            rows.add(cells);
        }
        return rows;
    }

    /** The key without its group, in words. */
    private static String name(Parameter input) {
        return input.path().substring(input.path().lastIndexOf('.') + 1).replace('-', ' ');
    }

    private static String value(DesignPoint point, Parameter input) {
        return input == Parameter.MATERIAL || point.uses(input) ? InputLines.value(point, input) : "-";
    }
}
