package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.query.Refusal;
import org.critscape.jobs.query.Statement;
import org.critscape.jobs.query.StudyViews;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape sql}: questions to the tables of a study, finished or not. Changes nothing. */
@Command(
        name = "sql",
        description = {
            "Ask the tables of a study in Spark SQL; no statement changes anything.",
            "Without -e or -f, on a terminal, it takes one statement after the other."
        },
        footer = {
            "",
            "Views: cases, timings, solved, failures, optimum_per_material, pareto, landscape;"
                    + " jobs/docs/table-spec.md says what they hold.",
            "",
            "Examples:",
            "  critscape sql out/quickstart",
            "  critscape sql out/quickstart -e \"SELECT * FROM optimum_per_material\" --format json",
            "  critscape sql out/quickstart -e \"SELECT * FROM pareto\" -e \"SELECT * FROM failures\"",
            "  critscape sql out/quickstart -f questions.sql --format csv > answers.csv"
        })
final class SqlCommand implements Callable<Integer> {
    private static final String ADVICE = "Maybe critscape sql OUT -e \"SELECT * FROM solved LIMIT 10\".";

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT", description = "Folder of the results, a path or a URL.")
    private String out;

    @Option(names = "-e", paramLabel = "SQL", description = "A statement; may be given again for more of them.")
    private List<String> texts = List.of();

    @Option(
            names = "-f",
            paramLabel = "FILE",
            description =
                    "File of statements, each ended by a semicolon, asked after those of -e; - for standard input.")
    private @Nullable String file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default; numbers to five digits, the first " + SqlOutput.MOST_LINES
                    + " rows), csv, or json, one object per row.")
    private String format = "table";

    @Mixin
    private EngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    @Override
    public Integer call() {
        SqlOutput output = SqlOutput.of(format);
        EngineAddress engine = engineOption.address();
        List<Statement> statements = statements();
        if (statements.isEmpty() && !Boolean.getBoolean("critscape.keyboard")) {
            throw new InvalidInputException(
                    "statement", "missing", "given by -e or -f where there is no terminal to type it", ADVICE);
        }
        StudyFolder folder = StudyStatus.folder(out);
        PrintWriter err = command.commandLine().getErr();
        try {
            StudyStatus.read(folder, out).shortfall().ifPresent(text -> err.println("critscape: " + text));
            engine.requireAnswer();
            if (statements.isEmpty()) {
                err.println("critscape: starting Spark");
            }
            try (SparkSession spark = SparkEngine.startForQueries("critscape sql", engine.url())) {
                StudyViews.create(spark, folder);
                if (statements.isEmpty()) {
                    return SqlConsole.converse(answerer(spark, output), err);
                }
                statements.forEach(statement -> answer(spark, statement, output));
            }
        } catch (SparkEngine.UnavailableException failure) {
            throw SweepCommand.unavailable(failure);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        return Messages.DONE;
    }

    private SqlConsole.Answerer answerer(SparkSession spark, SqlOutput output) {
        return new SqlConsole.Answerer() {
            @Override
            public void answer(String statement) {
                SqlCommand.this.answer(spark, Statement.only("statement", statement), output);
            }

            @Override
            public void giveUp() {
                spark.sparkContext().cancelAllJobs();
            }
        };
    }

    private void answer(SparkSession spark, Statement statement, SqlOutput output) {
        try {
            output.print(spark.sql(statement.sql()), command.commandLine().getOut());
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            Optional<InvalidInputException> refusal = Refusal.of(spark, statement, failure);
            throw refusal.isPresent() ? refusal.get() : unreadable(failure);
        }
    }

    private StoppedException unreadable(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StoppedException(
                "The results in " + out + " cannot be read: " + Reason.of(root)
                        + ". Maybe the folder was changed by hand (critscape status " + out
                        + " --verify tells), or the engine was lost; --stacktrace shows more.",
                failure);
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        texts.forEach(text -> statements.add(Statement.only("-e", text)));
        if (file != null) {
            statements.addAll(
                    Statement.all("a statement of " + (file.equals("-") ? "standard input" : file), text(file)));
        }
        return statements;
    }

    private static String text(String file) {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (MalformedInputException binary) {
            throw new InvalidInputException("-f", file + ", which is no text,", "a file of SQL in UTF-8", ADVICE);
        } catch (IOException | IllegalArgumentException failure) {
            throw new InvalidInputException(
                    "-f", file + " (" + Reason.of(failure) + ")", "a file of SQL that can be read", ADVICE);
        }
    }
}
