package org.critscape.jobs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.util.StringUtils;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.critscape.solver.quantity.InvalidInputException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One statement of Spark SQL that reads and changes nothing.
 *
 * @param source what gave it, for messages: "-e"
 * @param sql its text, without a semicolon
 */
public record Statement(String source, String sql) {
    private static final String ALLOWED = "one statement that reads";
    private static final Set<String> READING =
            Set.of("select", "with", "values", "from", "table", "describe", "desc", "show", "explain");
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:\\s|\\(|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*(\\w*).*", Pattern.DOTALL);
    private static final Pattern COMMENTS = Pattern.compile("(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*", Pattern.DOTALL);

    /** Plans that write files or start programs and are no commands to the parser. */
    private static final Pattern WRITING = Pattern.compile("Insert.*|.*ScriptTransformation.*");

    private static final int LONGEST_QUOTE = 200;

    /**
     * Checks a statement.
     *
     * @throws InvalidInputException where it is none, more than one, or may change something
     */
    public Statement {
        String word = firstWord(sql);
        if (word.isEmpty()) {
            throw refused(source, sql, "which is empty", "Maybe SELECT * FROM solved LIMIT 10.");
        }
        if (!READING.contains(word.toLowerCase(Locale.ROOT))) {
            throw refused(
                    source,
                    sql,
                    "which begins with " + word,
                    "Maybe begin with SELECT, WITH, VALUES, DESCRIBE, SHOW or EXPLAIN.");
        }
        requireReading(source, sql, parsed(source, sql));
    }

    private static String firstWord(String sql) {
        Matcher first = FIRST_WORD.matcher(sql);
        return first.matches() ? first.group(1) : "";
    }

    /** The statement in a text that may end in a semicolon. */
    public static Statement only(String source, String text) {
        List<String> parts = parts(text);
        if (parts.size() > 1) {
            throw refused(source, text, "which is more than one statement", "Maybe give each of them on its own.");
        }
        return new Statement(source, parts.isEmpty() ? "" : parts.get(0));
    }

    /** The statements of a text in their order, each but the last ended by a semicolon. */
    public static List<Statement> all(String source, String text) {
        List<Statement> statements =
                parts(text).stream().map(sql -> new Statement(source, sql)).toList();
        return statements.isEmpty() ? List.of(new Statement(source, "")) : statements;
    }

    /** Cut at semicolons, other than those in quotes and comments; what is blank or all comment left out. */
    private static List<String> parts(String text) {
        return CollectionConverters.asJava(StringUtils.splitSemiColonWithIndex(text, false)).stream()
                .filter(part -> !COMMENTS.matcher(part).matches())
                .map(String::strip)
                .toList();
    }

    private static LogicalPlan parsed(String source, String sql) {
        try {
            return new SparkSqlParser().parsePlan(sql);
        } catch (Exception | StackOverflowError malformed) { // Scala throws checked exceptions that Java does not see.
            throw Refusal.ofText(source, sql, malformed);
        }
    }

    /** Only descriptions among commands, and nothing that inserts or calls programs, also below EXPLAIN, WITH or in a subquery. */
    private static void requireReading(String source, String sql, LogicalPlan root) {
        List<LogicalPlan> rest = new ArrayList<>(List.of(root));
        while (!rest.isEmpty()) {
            LogicalPlan plan = rest.remove(rest.size() - 1);
            String name = plan.getClass().getSimpleName();
            boolean tells = name.startsWith("Show") || name.startsWith("Describe");
            if (plan instanceof ExplainCommand explain) {
                rest.add(explain.logicalPlan());
            } else if ((plan instanceof Command && !tells)
                    || plan instanceof ParsedStatement
                    || WRITING.matcher(name).matches()) {
                throw refused(source, sql, "which may change something", "Maybe SELECT from views alone.");
            }
            rest.addAll(CollectionConverters.asJava(plan.children()));
            rest.addAll(CollectionConverters.asJava(plan.subqueries()));
            CollectionConverters.asJava(plan.innerChildren()).forEach(inner -> {
                if (inner instanceof LogicalPlan hidden) {
                    rest.add(hidden);
                }
            });
        }
    }

    /** The complaint about a statement. */
    static InvalidInputException refused(String source, String sql, String reason, String advice) {
        return refused(source, sql, reason, ALLOWED, advice);
    }

    static InvalidInputException refused(String source, String sql, String reason, String allowed, String advice) {
        return new InvalidInputException(source, quoted(sql) + ", " + reason + ",", allowed, advice);
    }

    private static String quoted(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + '"';
    }
}
