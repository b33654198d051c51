package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.critscape.jobs.sweep.SampleCases;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements, their answers, and what is said of those that have none. */
class SqlCommandTest {
    private static final String STUDY = """
            topography { shape = egg-box, peak-height = ["25 um", "10 um", "15 um", "30 um"], peak-separation = "150 um" }
            """;

    @TempDir
    private static Path folder;

    private static Path results;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void sweep() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        results = folder.resolve("results");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(Main.run(
                        SampleCases::solve,
                        nowhere,
                        nowhere,
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[1]"))
                .isZero();
    }

    private int run(Path study, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("sql", study.toString(), "--master", "local[1]"));
        all.addAll(List.of(arguments));
        return Main.run(
                SampleCases::solve, new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private String answer(String... arguments) {
        assertThat(run(results, arguments)).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    private String refusal(String... arguments) {
        assertThat(run(results, arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("critscape: ")
                .contains("Maybe ");
        return err.toString();
    }

    @Test
    void answersComeInTheOrderOfTheStatements() {
        assertThat(answer(
                                "-e",
                                "SELECT case_index, peak_height_m, enhancement, failure_code FROM cases ORDER BY case_index;",
                                "-e",
                                "SELECT count(*) AS n FROM failures")
                        .lines()
                        .map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "|case_index|peak_height_m|enhancement|failure_code",
                        "|0|2.5e-5|1.1659|-",
                        "|1|1e-5|-|CREEP_NEWTON",
                        "|2|1.5e-5|-|INPUT_OUT_OF_RANGE",
                        "|3|3e-5|1.1987|-",
                        "|n",
                        "|2");
    }

    @Test
    void csvAndJsonHaveAllDigitsAndNulls() throws IOException {
        String question = "SELECT enhancement, 'a,b' AS c, failure_message AS c FROM cases WHERE case_index IN (0, 1)"
                + " ORDER BY case_index";
        Path file = Files.writeString(
                folder.resolve("questions.sql"), "-- two; of them\n" + question + ";\nSHOW TABLES;\n");
        double enhancement = 1 + StrictMath.sin(25e-6 / 150e-6);
        assertThat(answer("-f", file.toString(), "--format", "csv").lines())
                .startsWith("enhancement,c,c", enhancement + ",\"a,b\",", ",\"a,b\",Newton stalled. Maybe be patient.")
                .contains("\"\",landscape,true");
        assertThat(answer(
                                "-e",
                                "SELECT enhancement, failure_code FROM cases ORDER BY case_index LIMIT 2",
                                "--format",
                                "json")
                        .lines())
                .containsExactly(
                        "{\"enhancement\":" + enhancement + ",\"failure_code\":null}",
                        "{\"enhancement\":null,\"failure_code\":\"CREEP_NEWTON\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP VIEW cases",
                "INSERT INTO cases VALUES (1)",
                "WITH a AS (SELECT 1) INSERT INTO cases SELECT * FROM a",
                "FROM cases INSERT INTO a SELECT *",
                "CREATE TABLE a AS SELECT * FROM cases",
                "EXPLAIN DROP TABLE cases",
                "SET spark.sql.ansi.enabled=false",
                "BEGIN SELECT 1; END",
                "INSERT OVERWRITE DIRECTORY 'a' SELECT 1",
                "FROM cases INSERT OVERWRITE DIRECTORY 'a' USING parquet SELECT * LIMIT 0",
                "WITH a AS (SELECT 1) INSERT OVERWRITE DIRECTORY 'a' USING parquet SELECT * FROM a",
                "SELECT TRANSFORM(case_id) USING 'cat' AS (a STRING) FROM cases",
                "WITH a AS (SELECT TRANSFORM(case_id) USING 'cat' AS (a STRING) FROM cases) SELECT * FROM a",
                "SELECT (SELECT max(a) FROM (SELECT TRANSFORM(case_id) USING 'cat' AS (a STRING) FROM cases))",
                "CACHE TABLE cases",
                "EXECUTE IMMEDIATE 'DROP VIEW cases'",
                "SELECT 1; SELECT 2",
                "SELEC 1",
                "SELECT (1",
                "-- nothing",
                ""
            })
    void whatDoesMoreThanReadIsRefusedBeforeAnEngineStarts(String sql) {
        assertThat(refusal("-e", sql)).contains("-e is \"", "must be one statement that reads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT enhancment FROM solved | enhancment is no column there | Maybe enhancement is meant; the engine suggests",
                "SELECT * FROM soved           | soved is no view              | Maybe solved is meant; the views are cases,",
                "SELECT mediam(1)              | mediam is no function         | Maybe median is meant; SHOW FUNCTIONS",
                "SELECT 1/0                    | Division by zero              | Maybe",
                "SELECT reflect('java.lang.Math', 'random')             | reflect is no function     | Maybe",
                "SELECT java_method('java.lang.Math', 'random')         | java_method is no function | Maybe",
                "SELECT system.builtin.try_reflect('java.lang.Math', 'random') | system   | Maybe",
                "SELECT 'a' + 1 FROM cases     | 'a'                           | Maybe",
                "SELECT max(status), topography FROM cases | engine says       | Maybe"
            })
    void aWrongQuestionIsOneMessage(String sql, String reason, String advice) {
        assertThat(refusal("-e", sql)).contains("-e is \"" + sql, reason, advice);
    }

    @Test
    void otherSlipsAreNamed() {
        assertThat(refusal("-e", "SELECT 1", "--format", "xml")).contains("--format is xml", "table, csv or json");
        assertThat(refusal("-f", "there-is-none.sql")).contains("-f is there-is-none.sql");
        assertThat(refusal()).contains("statement is missing");
        assertThat(run(folder.resolve("none"), "-e", "SELECT 1")).isEqualTo(2);
        assertThat(err.toString()).contains("which does not exist", "Maybe give the folder");
        assertThat(run(folder, "-e", "SELECT 1")).isEqualTo(2);
        assertThat(err.toString()).contains("which has no manifest.json");
    }

    @Test
    void anUnfinishedStudyAnswersWithWhatIsThere() throws IOException {
        Path part = Files.createDirectories(folder.resolve("part"));
        for (String table : List.of("cases", "timings")) {
            Files.createDirectories(part.resolve(table));
            String name = table + "-000000000000-000000000001.parquet";
            Files.copy(results.resolve(table).resolve(name), part.resolve(table).resolve(name));
        }
        Files.copy(results.resolve("manifest.json"), part.resolve("manifest.json"));
        assertThat(run(part, "-e", "SELECT count(*) AS n FROM cases JOIN timings USING (case_id)"))
                .isZero();
        assertThat(out.toString().lines().map(String::strip)).containsExactly("n", "1");
        assertThat(err.toString()).contains("1 of 4 cases are there");
        for (String table : List.of("cases", "timings")) {
            Files.delete(part.resolve(table).resolve(table + "-000000000000-000000000001.parquet"));
        }
        assertThat(run(part, "-e", "SELECT count(*) AS n FROM landscape")).isZero();
        assertThat(out.toString().lines().map(String::strip)).containsExactly("n", "0");
    }

    @Test
    void aTornFileIsOneMessage() throws IOException {
        Path torn = folder.resolve("torn");
        for (String table : List.of("cases", "timings")) {
            Files.createDirectories(torn.resolve(table));
            try (var files = Files.list(results.resolve(table))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, torn.resolve(table).resolve(file.getFileName()));
                }
            }
        }
        Files.copy(results.resolve("manifest.json"), torn.resolve("manifest.json"));
        Path file = torn.resolve("cases/cases-000000000000-000000000001.parquet");
        byte[] content = Files.readAllBytes(file);
        // The footer stays readable, so that the status is.
        java.util.Arrays.fill(content, 4, 60, (byte) 77);
        Files.write(file, content);
        assertThat(run(torn, "-e", "SELECT * FROM cases")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("cannot be read", "--verify", "Maybe");
    }

    /** Ctrl-C while a statement is answered gives up that statement, not the conversation. */
    @Test
    void aStatementIsGivenUp() throws IOException {
        String typed = "SELECT 1;\nSELECT 2;\n";
        List<String> given = new ArrayList<>();
        try (Terminal terminal = new DumbTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream())) {
            SqlConsole.Answerer answerer = new SqlConsole.Answerer() {
                @Override
                public void answer(String statement) {
                    if (statement.startsWith("SELECT 1")) {
                        terminal.raise(Terminal.Signal.INT);
                        throw new IllegalStateException("what an engine says of a job that is cancelled");
                    }
                    given.add("answered " + statement.strip());
                }

                @Override
                public void giveUp() {
                    given.add("given up");
                }
            };
            SqlConsole.converse(terminal, folder.resolve("another-history"), answerer, new PrintWriter(err, true));
        }
        assertThat(given).containsExactly("given up", "answered SELECT 2;");
        assertThat(err.toString())
                .containsOnlyOnce("critscape: the statement was given up.")
                .doesNotContain("cancelled");
    }

    /** What a user types: a statement of two lines, a slip, and the way out; the history is kept. */
    @Test
    void aConversationGoesOnAfterASlip() throws IOException {
        String typed = "SELECT 1\n, 2;\nDROP VIEW cases;\nexit\nSELECT 3;\n";
        List<String> asked = new ArrayList<>();
        Path history = folder.resolve("history");
        try (Terminal terminal = new DumbTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream())) {
            SqlConsole.converse(
                    terminal,
                    history,
                    new SqlConsole.Answerer() {
                        @Override
                        public void answer(String statement) {
                            asked.add(org.critscape.jobs.query.Statement.only("statement", statement)
                                    .sql());
                        }

                        @Override
                        public void giveUp() {
                            throw new AssertionError("nobody pressed Ctrl-C");
                        }
                    },
                    new PrintWriter(err, true));
        }
        assertThat(asked).containsExactly("SELECT 1\n, 2");
        assertThat(err.toString())
                .contains("A statement ends with a semicolon", "critscape: statement is \"DROP VIEW cases");
        assertThat(history).content().contains("SELECT 1", "DROP VIEW");
    }
}
