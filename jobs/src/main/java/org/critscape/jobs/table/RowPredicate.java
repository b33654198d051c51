package org.critscape.jobs.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.unsafe.types.UTF8String;
import org.critscape.solver.quantity.InvalidInputException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A condition on the rows of the case table in Spark SQL, {@code status = 'unconverged'}: columns, constants, comparisons
 * and a few functions of them. Nothing in it can read anything else, and it gives the same answer every time.
 */
public final class RowPredicate {
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "between",
            "ceil",
            "coalesce",
            "contains",
            "endswith",
            "exp",
            "floor",
            "greatest",
            "if",
            "isnan",
            "isnotnull",
            "isnull",
            "least",
            "length",
            "ln",
            "log",
            "log10",
            "lower",
            "nullif",
            "pmod",
            "pow",
            "power",
            "round",
            "sqrt",
            "startswith",
            "substring",
            "trim",
            "upper");

    /** What the parser makes of operators; anything it may add later is refused until it is known. */
    private static final Set<String> OPERATORS = Set.of(
            "Literal",
            "And",
            "Or",
            "Not",
            "EqualTo",
            "EqualNullSafe",
            "LessThan",
            "LessThanOrEqual",
            "GreaterThan",
            "GreaterThanOrEqual",
            "In",
            "IsNull",
            "IsNotNull",
            "Like",
            "RLike",
            "Add",
            "Subtract",
            "Multiply",
            "Divide",
            "IntegralDivide",
            "Remainder",
            "UnaryMinus",
            "UnaryPositive",
            "UnresolvedBetween",
            "Between",
            "Cast",
            "CaseWhen",
            "If");

    private final String option;
    private final String sql;

    private RowPredicate(String option, String sql) {
        this.option = option;
        this.sql = sql;
    }

    /**
     * Reads a predicate.
     *
     * @param option what gave it, for messages: "--rerun"
     * @throws InvalidInputException where it is none, names no column, or does more than look at the row
     */
    public static RowPredicate parse(String option, String sql) {
        Expression expression;
        try {
            expression = new CatalystSqlParser().parseExpression(sql);
        } catch (Exception | StackOverflowError malformed) { // Scala throws checked exceptions that Java does not see.
            throw refused(
                    option,
                    sql,
                    "which is no condition",
                    "Maybe a part is missing, or the shell took it apart: one argument like \"peak_height_m <= 20e-6\".");
        }
        List<String> columns =
                CaseTable.TABLE.columns().stream().map(Column::name).toList();
        check(option, sql, expression, columns);
        return new RowPredicate(option, sql);
    }

    private static String advice(String word, List<String> columns) {
        return columns.stream()
                .min(Comparator.comparingInt(column -> distance(word, column)))
                .filter(column -> distance(word, column) <= column.length() / 4)
                .map(column -> "Maybe " + column + ".")
                .orElse("Maybe put text in single quotes, or see jobs/docs/table-spec.md.");
    }

    /** Letters to be changed, put in or left out. */
    private static int distance(String one, String other) {
        return UTF8String.fromString(one).levenshteinDistance(UTF8String.fromString(other));
    }

    private static void check(String option, String sql, Expression expression, List<String> columns) {
        List<Expression> rest = new ArrayList<>(List.of(expression));
        while (!rest.isEmpty()) {
            Expression part = rest.remove(rest.size() - 1);
            if (part instanceof UnresolvedAttribute attribute) {
                if (!columns.contains(attribute.name().toLowerCase(Locale.ROOT))) {
                    throw refused(
                            option,
                            sql,
                            "where " + attribute.name() + " is no column of the case table",
                            advice(attribute.name(), columns));
                }
            } else if (part instanceof UnresolvedFunction function) {
                String name = String.join(".", CollectionConverters.asJava(function.nameParts()));
                if (!FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                    throw refused(
                            option,
                            sql,
                            "where " + name + " is no function that is allowed here",
                            "Maybe one of "
                                    + String.join(
                                            ", ", FUNCTIONS.stream().sorted().toList()) + ".");
                }
            } else if (!OPERATORS.contains(part.getClass().getSimpleName())) {
                throw refused(
                        option, sql, "which does more than compare columns", "Maybe select rows by sub-conditions.");
            }
            rest.addAll(CollectionConverters.asJava(part.children()));
        }
    }

    private static InvalidInputException refused(String option, String sql, String reason, String advice) {
        return new InvalidInputException(
                option,
                "\"" + sql + "\", " + reason + ",",
                "a condition on columns like \"status = 'unconverged'\"",
                advice);
    }

    /**
     * The rows that meet it.
     *
     * @param rows with the columns of the case table that it names
     * @throws InvalidInputException where the engine cannot tell it of such rows
     */
    public Dataset<Row> of(Dataset<Row> rows) {
        return told(() -> {
            Dataset<Row> kept = rows.where(sql);
            // Asked of every row now: a division by zero, say, shows only then.
            kept.count();
            return kept;
        });
    }

    /**
     * What the engine makes of the condition.
     *
     * @throws InvalidInputException where it makes nothing of it
     */
    public <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SparkThrowable refusal && !refusal.isInternalError()) {
                    throw refusedBy(String.valueOf(cause.getMessage()));
                }
            }
            throw failure;
        }
    }

    /** The complaint about a condition that the engine could not tell of a table; its first sentence says why. */
    public InvalidInputException refusedBy(String engine) {
        String reason = engine.lines().findFirst().orElse("").replaceFirst("^\\[[A-Z_.]+]\\s*", "");
        int end = reason.indexOf(". ");
        return refused(
                option,
                sql,
                "of which the engine says \"" + (end < 0 ? reason : reason.substring(0, end)) + "\"",
                "Maybe compare columns with values of their own type.");
    }

    /** The condition as it was written. */
    public String sql() {
        return sql;
    }
}
