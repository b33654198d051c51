package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.solver.material.Provenance;

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
        table(inputs());
        section("Result", Column.Group.RESULT);
        section("Convergence", Column.Group.EFFORT);
        section("Outcome", Column.Group.STATUS);
        List<List<String>> doubtful = doubtful();
        if (!doubtful.isEmpty()) {
            out.println("Not measured: trends and enhancements mean more than absolute numbers");
            table(doubtful);
        }
    }

    private List<List<String>> inputs() {
        List<List<String>> lines = new ArrayList<>();
        for (Parameter parameter : used()) {
            lines.add(List.of(parameter.path(), value(parameter), origin(parameter)));
        }
        return lines;
    }

    private List<Parameter> used() {
        return List.of(Parameter.values()).stream()
                .filter(parameter -> parameter == Parameter.MATERIAL || record.point().uses(parameter))
                .toList();
    }

    private String value(Parameter parameter) {
        DesignPoint point = record.point();
        return parameter.domain() instanceof Domain.Interval interval
                ? Display.amount(point.number(parameter), interval.dimension().siUnit())
                : point.word(parameter);
    }

    /** A value equal to the default counts as the default, however it was given: its source is the same. */
    private String origin(Parameter parameter) {
        return record.point()
                .provenance(parameter)
                .map(provenance -> provenance.kind().name().toLowerCase(Locale.ROOT))
                .orElse("given");
    }

    private List<List<String>> doubtful() {
        List<List<String>> lines = new ArrayList<>();
        for (Parameter parameter : used()) {
            Optional<Provenance> provenance = record.point().provenance(parameter);
            if (provenance.isPresent() && provenance.get().kind() == Provenance.Kind.ASSUMED) {
                lines.add(List.of(parameter.path(), "assumed", provenance.get().reference()));
            }
        }
        return lines;
    }

    private void section(String title, Column.Group group) {
        List<List<String>> lines = new ArrayList<>();
        for (Column<CaseRecord> column : CaseTable.TABLE.columns()) {
            if (column.group() == group && !row.isNullAt(row.fieldIndex(column.name()))) {
                lines.add(List.of(label(column), text(column), column.description()));
            }
        }
        if (!lines.isEmpty()) {
            out.println(title);
            table(lines);
        }
    }

    /** The column's name without its unit. */
    private static String label(Column<?> column) {
        return column.name()
                .replaceFirst("(_a_per_m2|_pa|_m)$", "")
                .replace('_', ' ');
    }

    private String text(Column<?> column) {
        Object value = row.getAs(column.name());
        return value instanceof Double number ? Display.amount(number, column.unit()) : String.valueOf(value);
    }

    private void table(List<List<String>> lines) {
        TextTable.of(lines).forEach(line -> out.println("  " + line));
        out.println();
    }
}
