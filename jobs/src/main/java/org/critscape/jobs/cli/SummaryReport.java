package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.sweep.SweepSummary;

/** What a sweep prints at its end: outcomes, causes of failures, the best surfaces, and how to ask for more. */
record SummaryReport(SweepSummary summary, String table) {
    private static final String QUERY =
            "SELECT topography, peak_height_m, peak_separation_m, interface_resistance_ohm_m2,"
                    + " critical_current_a_per_m2, enhancement FROM %s WHERE status = 'solved' ORDER BY enhancement DESC LIMIT 20;";

    void print(PrintWriter out) {
        out.println(summary.cases() + " cases: "
                + summary.statuses().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
        out.println();
        if (!summary.failures().isEmpty()) {
            out.println("Without a result");
            print(out, failures());
        }
        if (!summary.best().isEmpty()) {
            out.println("Best surfaces, each at its best case");
            print(out, best());
        }
        out.println("Results   " + table);
        out.println("Spark SQL " + QUERY.formatted("parquet.`" + table.replace("`", "``") + "`"));
        out.println("DuckDB    " + QUERY.formatted("'" + table.replace("'", "''") + "/*.parquet'"));
    }

    private static void print(PrintWriter out, List<List<String>> rows) {
        TextTable.of(rows).forEach(out::println);
        out.println();
    }

    private List<List<String>> failures() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("cause", "cases", "the first of them"));
        for (SweepSummary.Failure failure : summary.failures()) {
            rows.add(List.of(
                    failure.code(),
                    Long.toString(failure.cases()),
                    "case " + failure.index() + ": " + Messages.firstLine(failure.message())));
        }
        return rows;
    }

    private List<List<String>> best() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("enhancement", "critical current", "resistance", "case", "surface"));
        for (Row row : summary.best()) {
            rows.add(List.of(
                    amount(row, "enhancement", "1"),
                    amount(row, "critical_current_a_per_m2", "A/m²"),
                    amount(row, "interface_resistance_ohm_m2", "Ω m²"),
                    Long.toString(row.getAs("case_index")),
                    surface(row)));
        }
        return rows;
    }

    private static String amount(Row row, String column, String unit) {
        return Display.amount(row.getAs(column), unit);
    }

    private static String surface(Row row) {
        String family = Stream.of("topography", "egg_box_form", "ridge_profile")
                .map(column -> row.<String>getAs(column))
                .filter(word -> word != null)
                .collect(Collectors.joining(" "));
        String height = row.<Double>getAs("peak_height_m") == 0 ? "" : ", H " + amount(row, "peak_height_m", "m");
        return family + height + ", S " + amount(row, "peak_separation_m", "m");
    }
}
