package org.critscape.jobs.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.Nearest;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;

/** What the engine says of a statement, in one message with advice. */
public final class Refusal {
    private static final String ANSWERABLE = "a question that the engine can answer";
    private static final String GENERAL = "Maybe DESCRIBE cases, or see jobs/docs/table-spec.md.";

    private Refusal() {}

    /**
     * The complaint about a statement that the engine refused; empty where the statement is not to blame: torn files, a
     * lost engine, a bug.
     */
    public static Optional<InvalidInputException> of(SparkSession spark, Statement statement, Throwable failure) {
        return said(failure)
                .filter(said -> !said.isInternalError()
                        && !condition(said).contains("READ_FILE")
                        && !condition(said).contains("CANNOT_READ"))
                .map(said -> explained(spark, statement, said));
    }

    /** The complaint about a text that the parser did not understand. */
    static InvalidInputException ofText(String source, String sql, Throwable failure) {
        Optional<SparkThrowable> said = said(failure);
        String near = said.map(what -> what.getMessageParameters().getOrDefault("error", ""))
                .orElse("");
        boolean atEnd = near.contains("end of input");
        String reason = near.isEmpty()
                ? said.map(what -> "of which the engine says \"" + sentence(what) + "\"")
                        .orElse("which is too deep")
                : "which the parser does not understand " + (atEnd ? "since it ends there" : "from " + near + " on");
        return Statement.refused(
                source,
                sql,
                reason,
                atEnd
                        ? "Maybe something is missing at its end."
                        : "Maybe a comma, a quote or a keyword is missing before that.");
    }

    private static Optional<SparkThrowable> said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable known && known.getCondition() != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static String condition(SparkThrowable said) {
        return String.valueOf(said.getCondition());
    }

    private static InvalidInputException explained(SparkSession spark, Statement statement, SparkThrowable said) {
        Map<String, String> parameters = Objects.requireNonNullElse(said.getMessageParameters(), Map.of());
        String condition = condition(said);
        if (condition.startsWith("UNRESOLVED_COLUMN")) {
            String name = plain(parameters.getOrDefault("objectName", ""));
            List<String> proposals = Arrays.stream(
                            parameters.getOrDefault("proposal", "").split(", "))
                    .map(Refusal::plain)
                    .filter(proposal -> !proposal.isEmpty())
                    .toList();
            return refused(statement, "where " + name + " is no column there", columnAdvice(name, proposals));
        }
        if (condition.startsWith("TABLE_OR_VIEW_NOT_FOUND")) {
            String name = plain(parameters.getOrDefault("relationName", ""));
            return refused(
                    statement,
                    "where " + name + " is no view",
                    maybe(Nearest.to(name, StudyViews.names())) + "the views are "
                            + String.join(", ", StudyViews.names()) + ".");
        }
        if (condition.startsWith("UNRESOLVED_ROUTINE")) {
            String name = plain(parameters.getOrDefault("routineName", ""));
            List<String> functions = spark.sql("SHOW FUNCTIONS").collectAsList().stream()
                    .map(row -> row.getString(0))
                    .toList();
            return refused(
                    statement,
                    "where " + name + " is no function",
                    maybe(Nearest.to(name, functions)) + "SHOW FUNCTIONS lists all.");
        }
        return refused(statement, "of which the engine says \"" + sentence(said) + "\"", GENERAL);
    }

    private static InvalidInputException refused(Statement statement, String reason, String advice) {
        return Statement.refused(statement.source(), statement.sql(), reason, ANSWERABLE, advice);
    }

    /** The engine's own proposals come from the tables at hand, ours from all: they also know other words' order. */
    private static String columnAdvice(String name, List<String> proposals) {
        List<String> known = Stream.concat(
                        proposals.stream(),
                        Stream.concat(CaseTable.TABLE.columns().stream(), TimingTable.TABLE.columns().stream())
                                .map(Column::name))
                .distinct()
                .toList();
        Optional<String> nearest = Nearest.to(name, known);
        List<String> others = proposals.stream()
                .filter(proposal -> !nearest.equals(Optional.of(proposal)))
                .toList();
        String engine = others.isEmpty() ? "" : "the engine suggests " + String.join(", ", others) + "; ";
        return maybe(nearest) + engine + "DESCRIBE cases lists all, and text wants single quotes.";
    }

    private static String maybe(Optional<String> nearest) {
        return nearest.map(word -> "Maybe " + word + " is meant; ").orElse("Maybe another: ");
    }

    /** Without the quotes around each part, and without the view in front. */
    private static String plain(String quoted) {
        String name = quoted.replace("`", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The first sentence, without its code. */
    private static String sentence(SparkThrowable said) {
        String message = said instanceof Throwable failure ? String.valueOf(failure.getMessage()) : "";
        String text =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String plain = text.replaceFirst("^\\[[A-Z_.0-9]+]\\s*", "").replaceFirst("\\s*SQLSTATE:.*$", "");
        int end = plain.indexOf(". ");
        return (end < 0 ? plain : plain.substring(0, end))
                .replaceFirst("\\.$", "")
                .replace('"', '\'');
    }
}
