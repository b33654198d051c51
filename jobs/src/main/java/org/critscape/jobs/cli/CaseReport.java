package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.jobs.table.Presence;

/**
 * One case for people: its inputs under their configuration keys and where each comes from, then what the case table
 * says of it, in the units of the field.
 */
final class CaseReport {
    private final CaseRecord record;
    private final Row row;
    private final PrintWriter out;

    CaseReport(CaseRecord record, PrintWriter out) {
        this.record = record;
        this.row = CaseTable.TABLE.row(record);
        this.out = out;
    }

    void print() {
        out.println("Case " + record.point().caseId());
        out.println();
        out.println("Inputs");
        InputLines.of(record.point()).forEach(out::println);
        out.println();
        section("At this temperature", column -> column.presence() == Presence.DESCRIBED);
        section("Result", column -> column.group() == Column.Group.RESULT);
        section("Convergence", column -> column.group() == Column.Group.EFFORT);
        section("Outcome", column -> column.group() == Column.Group.STATUS);
        List<String> assumed = InputLines.unmeasured(record.point());
        if (!assumed.isEmpty()) {
            out.println("Assumed or chosen, not measured: trends and enhancements mean more than absolute numbers");
            assumed.forEach(out::println);
        }
    }

    private void section(String title, Predicate<Column<?>> choice) {
        List<List<String>> lines = new ArrayList<>();
        for (Column<CaseRecord> column : CaseTable.TABLE.columns()) {
            if (choice.test(column) && !row.isNullAt(row.fieldIndex(column.name()))) {
                String meaning = column.group() == Column.Group.STATUS ? "" : column.description();
                lines.add(List.of(Display.label(column), text(column), meaning));
            }
        }
        if (!lines.isEmpty()) {
            out.println(title);
            table(lines);
        }
    }

    private String text(Column<?> column) {
        Object value = row.getAs(column.name());
        if (value instanceof Double number) {
            return Display.amount(number, column.unit());
        }
        // What a case says of itself is in SI, with all digits.
        return column.group() == Column.Group.STATUS ? Display.message(String.valueOf(value)) : String.valueOf(value);
    }

    private void table(List<List<String>> lines) {
        TextTable.of(lines).forEach(out::println);
        out.println();
    }
}
