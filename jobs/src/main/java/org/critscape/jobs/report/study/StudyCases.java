package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.jobs.table.Amounts;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column.Group;

/**
 * The case table of a study, and in what its cases differ.
 *
 * @param all rows but those that constraints exclude
 * @param variables inputs in which they differ, in the order of the columns
 * @param result what is asked
 */
record StudyCases(Dataset<Row> all, List<Variable> variables, Result result) {
    /** Inputs of as many levels are shown level by level. */
    static final int MOST_LEVELS = 40;

    private static final int FIRST_ROWS = 1000;

    /** Axes and words beyond these make no chart that anybody reads. */
    private static final int MOST_WORDS = 40;

    private static final String NO_CASE = "coalesce(failure_code, '') = 'EXCLUDED'";
    /** Whose columns the manifest does not name. */
    private static final String TABLE_OF_POINTS = "design.file";

    /** Copies the list. */
    StudyCases {
        variables = List.copyOf(variables);
    }

    /**
     * Reads a table.
     *
     * @param given the keys that the study gives values
     */
    static StudyCases of(Dataset<Row> table, Set<String> given) {
        Dataset<Row> all = table.where("NOT (" + NO_CASE + ")");
        boolean grows =
                !all.where("status = 'solved' AND enhancement IS NOT NULL").isEmpty();
        boolean isCurrentAlone = !grows
                && !all.where("status = 'solved' AND lithium_model = 'none'").isEmpty();
        return new StudyCases(all, variables(all, given), isCurrentAlone ? Result.CURRENT_RATIO : Result.ENHANCEMENT);
    }

    /** Those that have the accuracy their study asks for. */
    Dataset<Row> solved() {
        return all.where("status = 'solved' AND " + result.column() + " IS NOT NULL");
    }

    /** Those of them whose interface is not flat. */
    Dataset<Row> contoured() {
        return solved().where("topography <> 'flat'");
    }

    /** The best case; of equal ones the first. */
    Optional<Row> best() {
        List<Row> rows = solved().orderBy(expr(result.merit()).desc(), col("case_index"))
                .limit(1)
                .collectAsList();
        return rows.stream().findFirst();
    }

    /** A variable by its column, where cases differ in it. */
    Optional<Variable> variable(String column) {
        return variables.stream()
                .filter(variable -> variable.column().equals(column))
                .findFirst();
    }

    /** A variable over the surfaces that are not flat; empty where those do not differ in it. */
    Optional<Variable> ofContours(Variable variable) {
        if (variable.isWords()) {
            List<String> words = variable.words().stream()
                    .filter(word -> !word.equals("flat"))
                    .toList();
            return words.size() > 1
                    ? Optional.of(Variable.ofWords(variable.column(), variable.label(), words))
                    : Optional.empty();
        }
        Row ends = all.where("topography <> 'flat'")
                .agg(min(variable.column()), max(variable.column()))
                .first();
        if (ends.isNullAt(0) || ends.getDouble(0) >= ends.getDouble(1)) {
            return Optional.empty();
        }
        List<Double> levels = variable.levels().stream()
                .filter(level -> level >= ends.getDouble(0) && level <= ends.getDouble(1))
                .toList();
        return Optional.of(Variable.ofAmounts(
                variable.column(), variable.label(), variable.siUnit(), levels, ends.getDouble(0), ends.getDouble(1)));
    }

    /** Those that are amounts. */
    List<Variable> amounts() {
        return variables.stream().filter(variable -> !variable.isWords()).toList();
    }

    private static List<Variable> variables(Dataset<Row> all, Set<String> given) {
        List<org.critscape.jobs.table.Column<CaseRecord>> columns = CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == Group.INPUT && isGiven(column, given))
                .toList();
        List<Column> sums = new ArrayList<>(List.of(count("*")));
        for (org.critscape.jobs.table.Column<CaseRecord> column : columns) {
            Column values = col(column.name());
            sums.addAll(isWord(column) ? List.of(collect_set(values)) : List.of(min(values), max(values)));
        }
        Row row = all.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .first();
        List<Row> firstRows = all.select(
                        columns.stream().map(column -> col(column.name())).toArray(Column[]::new))
                .limit(FIRST_ROWS)
                .collectAsList();
        List<Variable> variables = new ArrayList<>();
        int at = 1;
        for (org.critscape.jobs.table.Column<CaseRecord> column : columns) {
            String label = Amounts.label(column);
            if (isWord(column)) {
                List<String> words = row.<String>getList(at++).stream().sorted().toList();
                if (words.size() > 1 && words.size() <= MOST_WORDS) {
                    variables.add(Variable.ofWords(column.name(), label, words));
                }
            } else {
                if (!row.isNullAt(at) && row.getDouble(at) < row.getDouble(at + 1)) {
                    variables.add(Variable.ofAmounts(
                            column.name(),
                            label,
                            column.unit(),
                            levels(all, firstRows, column.name()),
                            row.getDouble(at),
                            row.getDouble(at + 1)));
                }
                at += 2;
            }
        }
        return variables;
    }

    private static boolean isWord(org.critscape.jobs.table.Column<CaseRecord> column) {
        return column.type().equals(DataTypes.StringType);
    }

    /** A column that shows an input as the study gives it, not one that follows from others. */
    private static boolean isGiven(org.critscape.jobs.table.Column<CaseRecord> column, Set<String> given) {
        return column.inputs().stream()
                .anyMatch(input -> given.contains(input.path()) || given.contains(TABLE_OF_POINTS));
    }

    /** The values of a column; none where they are many, which the first rows of most large studies show. */
    private static List<Double> levels(Dataset<Row> all, List<Row> first, String column) {
        long alike = first.stream()
                .map(row -> row.<Object>getAs(column))
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (alike > MOST_LEVELS) {
            return List.of();
        }
        Set<Double> levels = new LinkedHashSet<>();
        all.where(col(column).isNotNull())
                .select(column)
                .distinct()
                .limit(MOST_LEVELS + 1)
                .collectAsList()
                .forEach(row -> levels.add(row.getDouble(0)));
        return levels.size() > MOST_LEVELS
                ? List.of()
                : levels.stream().sorted().toList();
    }
}
