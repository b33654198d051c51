package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.critscape.jobs.query.StudyViews;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A conversation in SQL on a terminal: a statement ends with a semicolon; words are completed, lines remembered. */
final class SqlConsole {
    private static final List<String> KEYWORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP BY",
            "ORDER BY",
            "LIMIT",
            "JOIN",
            "WITH",
            "DESCRIBE",
            "SHOW TABLES",
            "SHOW FUNCTIONS",
            "EXPLAIN",
            "exit",
            "help");

    private static final String HELP = "A statement ends with a semicolon. Views: "
            + String.join(", ", StudyViews.names())
            + ". DESCRIBE cases; lists columns. The tabulator completes words, exit leaves.";

    private final LineReader reader;
    private final Answerer answerer;
    private final PrintWriter err;

    /** What answers statements. */
    interface Answerer {
        /** Prints the answer to a statement. */
        void answer(String statement);

        /** Gives up the answer at hand, from another thread; {@link #answer} then throws or returns. */
        void giveUp();
    }

    private SqlConsole(LineReader reader, Answerer answerer, PrintWriter err) {
        this.reader = reader;
        this.answerer = answerer;
        this.err = err;
    }

    /** Takes statements until the user leaves, and gives the exit code. Ctrl-C gives up the statement at hand. */
    static int converse(Answerer answerer, PrintWriter err) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().name("critscape").nativeSignals(true).build()) {
            converse(terminal, Path.of(System.getProperty("user.home"), ".critscape_sql_history"), answerer, err);
        }
        return Messages.DONE;
    }

    /** The same on a terminal of one's own. */
    static void converse(Terminal terminal, Path history, Answerer answerer, PrintWriter err) {
        DefaultParser parser = new DefaultParser() {
            @Override
            public boolean isDelimiterChar(CharSequence buffer, int position) {
                return "(),=<>+-*/;".indexOf(buffer.charAt(position)) >= 0 || super.isDelimiterChar(buffer, position);
            }
        };
        parser.setEscapeChars(null);
        // A quote may be open at the end of a line: the statement goes on.
        parser.setQuoteChars(null);
        List<Candidate> candidates = words().map(Candidate::new).toList();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(parser)
                .completer((line, parsed, found) -> found.addAll(candidates))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        new SqlConsole(reader, answerer, err).run();
    }

    private static Stream<String> words() {
        return Stream.of(
                        KEYWORDS.stream(),
                        StudyViews.names().stream(),
                        Stream.concat(CaseTable.TABLE.columns().stream(), TimingTable.TABLE.columns().stream())
                                .map(Column::name))
                .flatMap(part -> part)
                .distinct();
    }

    private void run() {
        err.println(HELP);
        StringBuilder statement = new StringBuilder();
        while (true) {
            try {
                String line =
                        reader.readLine(statement.isEmpty() ? "sql> " : "...> ").stripTrailing();
                String word = line.strip().toLowerCase(Locale.ROOT).replace(";", "");
                if (statement.isEmpty() && (word.equals("exit") || word.equals("quit"))) {
                    return;
                } else if (statement.isEmpty() && word.equals("help")) {
                    err.println(HELP);
                } else if (!statement.isEmpty() || !word.isEmpty()) {
                    statement.append(line).append('\n');
                    if (line.endsWith(";")) {
                        String whole = statement.toString();
                        statement.setLength(0);
                        answer(whole);
                    }
                }
            } catch (UserInterruptException dropped) {
                statement.setLength(0);
            } catch (EndOfFileException end) {
                return;
            }
        }
    }

    private void answer(String statement) {
        AtomicBoolean isGivenUp = new AtomicBoolean();
        Terminal.SignalHandler before = reader.getTerminal().handle(Terminal.Signal.INT, signal -> {
            isGivenUp.set(true);
            answerer.giveUp();
        });
        try {
            answerer.answer(statement);
        } catch (RuntimeException failure) {
            if (!isGivenUp.get()) {
                explain(failure);
            }
        } finally {
            reader.getTerminal().handle(Terminal.Signal.INT, before);
        }
        if (isGivenUp.get()) {
            err.println("critscape: the statement was given up.");
        }
    }

    private void explain(RuntimeException reason) {
        if (reason instanceof InvalidInputException) {
            err.println("critscape: " + Display.message(String.valueOf(reason.getMessage())));
        } else if (reason instanceof StoppedException) {
            err.println("critscape: " + reason.getMessage());
        } else {
            throw reason;
        }
    }
}
