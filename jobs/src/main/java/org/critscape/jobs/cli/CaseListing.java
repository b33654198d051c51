package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.jspecify.annotations.Nullable;

/** The cases of a folder of results, one line each: for people those columns that tell them apart, as CSV all. */
final class CaseListing {
    /** More lines than this nobody reads. */
    static final int MOST_LINES = 1000;

    /** Whose columns the manifest does not name. */
    private static final String TABLE_OF_POINTS = "design.file";

    private static final List<String> RESULTS = List.of("enhancement", "critical_current_a_per_m2");

    /** Shown where no case has the former, as without lithium. */
    private static final List<String> OF_CURRENT = List.of("current_ratio_max", "current_ratio_min");

    private CaseListing() {}

    /** Prints the first cases as an aligned table: their inputs that differ, results and status. */
    static void print(StudyFolder folder, Collection<Chunk> chunks, PrintWriter out, int most) throws IOException {
        List<Row> rows = new ArrayList<>();
        ChunkReading.inOrder(chunks, folder::cases, read -> {
            read.stream().limit(most - (long) rows.size()).forEach(rows::add);
            return rows.size() < most;
        });
        List<String> results = rows.stream().anyMatch(row -> row.getAs("enhancement") != null) ? RESULTS : OF_CURRENT;
        Set<String> given = given(folder);
        List<Column<CaseRecord>> columns = CaseTable.TABLE.columns().stream()
                .filter(column -> results.contains(column.name())
                        ? values(column, rows) > 0
                        : isInput(column, given) && values(column, rows) > 1)
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.of(Stream.of("case"), columns.stream().map(Display::label), Stream.of("status"))
                .flatMap(cells -> cells)
                .toList());
        for (Row row : rows) {
            List<String> line = new ArrayList<>();
            line.add(String.valueOf(row.<Long>getAs("case_index")));
            columns.forEach(column -> line.add(cell(column, row.getAs(column.name()))));
            line.add(status(row));
            lines.add(line);
        }
        TextTable.of(lines).forEach(out::println);
        long all = chunks.stream().mapToLong(Chunk::size).sum();
        if (all > rows.size()) {
            out.println("The first " + rows.size() + " of " + Display.cases(all)
                    + "; critscape status OUT --csv prints all.");
        }
    }

    /** The keys that the study gives values. */
    private static Set<String> given(StudyFolder folder) throws IOException {
        return folder.manifest().stream()
                .flatMap(manifest -> manifest.study().inputs().stream())
                .flatMap(inputs -> inputs.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** A column that shows an input as the study gives it, not one that follows from others. */
    private static boolean isInput(Column<CaseRecord> column, Set<String> given) {
        return column.group() == Column.Group.INPUT
                && column.inputs().stream()
                        .anyMatch(input -> given.contains(input.path()) || given.contains(TABLE_OF_POINTS));
    }

    /** Number of values, not counting those cases that have none. */
    private static long values(Column<CaseRecord> column, List<Row> rows) {
        return rows.stream()
                .map(row -> row.getAs(column.name()))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static String cell(Column<CaseRecord> column, @Nullable Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? Display.amount(number, column.unit()) : String.valueOf(value);
    }

    private static String status(Row row) {
        String status = row.getAs("status");
        String code = row.getAs("failure_code");
        String warning = row.getAs("warning");
        return status + (code == null ? "" : " " + code) + (warning == null ? "" : ", warning");
    }

    /** Prints all cases as comma-separated values (RFC 4180) with the columns of the case table, exactly. */
    static void csv(StudyFolder folder, Collection<Chunk> chunks, PrintWriter out) throws IOException {
        out.println(String.join(",", CaseTable.TABLE.schema().fieldNames()));
        ChunkReading.inOrder(chunks, folder::cases, rows -> {
            StringBuilder text = new StringBuilder();
            for (Row row : rows) {
                for (int c = 0; c < row.size(); c++) {
                    text.append(c == 0 ? "" : ",").append(field(row.get(c)));
                }
                text.append('\n');
            }
            out.print(text);
            // A reader that has gone, as head does, ends the work.
            return !out.checkError();
        });
        out.flush();
    }

    /** Nothing for null; quoted where a reader would see more than one field. */
    static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
