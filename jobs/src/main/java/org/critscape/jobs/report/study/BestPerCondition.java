package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * The best surface for each value of an input that is no surface's: whoever has an interfacial resistance does not choose
 * it.
 *
 * @param condition the input
 * @param surface the inputs of surfaces that are told of each
 * @param lines one for each value, in their order
 */
record BestPerCondition(Variable condition, List<Variable> surface, List<Line> lines) {
    /** More values than these are no table to read. */
    private static final int MOST_VALUES = 12;

    private static final int MOST_TABLES = 3;

    /** Copies the lists. */
    BestPerCondition {
        surface = List.copyOf(surface);
        lines = List.copyOf(lines);
    }

    /**
     * The best case at a value.
     *
     * @param value of the condition
     * @param best its row: inputs of the surface, result, error and index
     */
    record Line(Object value, Row best) {
        /** Whether the flat interface is better. */
        boolean isWorseThanFlat(Result result) {
            return result == Result.ENHANCEMENT && best.<Double>getAs(result.column()) < 1;
        }
    }

    /** Whether surfaces can be told apart: of samples each case has one of its own. */
    boolean isOfLevels() {
        return surface.stream()
                .allMatch(variable -> variable.isWords() || !variable.levels().isEmpty());
    }

    /** Whether the best surface, or the flat interface where that is better, is not the same for all values. */
    boolean isDifferent(Result result) {
        return lines.stream()
                        .map(line -> line.isWorseThanFlat(result) ? List.of("flat") : words(line))
                        .distinct()
                        .count()
                > 1;
    }

    /** The inputs of the surface of a line. */
    List<String> words(Line line) {
        return surface.stream()
                .map(variable -> variable.value(line.best().getAs(variable.column())))
                .toList();
    }

    /** One for each condition of few values, three at most; none where cases differ in no surface. */
    static List<BestPerCondition> read(StudyCases study) {
        List<Variable> surface =
                study.variables().stream().filter(Variable::isOfSurface).toList();
        return surface.isEmpty()
                ? List.of()
                : study.variables().stream()
                        .filter(variable -> !variable.isOfSurface() && isFew(variable))
                        .limit(MOST_TABLES)
                        .map(condition -> of(study, condition, surface))
                        // Else there is nothing to compare.
                        .filter(best -> best.lines().size() > 1)
                        .toList();
    }

    private static boolean isFew(Variable variable) {
        int values =
                variable.isWords() ? variable.words().size() : variable.levels().size();
        return values > 1 && values <= MOST_VALUES;
    }

    private static BestPerCondition of(StudyCases study, Variable condition, List<Variable> surface) {
        Result result = study.result();
        String told = Stream.concat(
                        surface.stream().map(Variable::column),
                        Stream.of(result.column(), result.errorColumn(), "case_index"))
                .collect(Collectors.joining(", "));
        List<Line> lines = new ArrayList<>();
        for (Row row : study.contoured()
                .groupBy(col(condition.column()).as("value"))
                .agg(expr("max_by(struct(" + told + "), struct(" + result.merit() + ", -case_index))")
                        .as("best"))
                .where("value IS NOT NULL")
                .orderBy("value")
                .collectAsList()) {
            lines.add(new Line(row.get(0), row.getStruct(1)));
        }
        return new BestPerCondition(condition, surface, lines);
    }
}
