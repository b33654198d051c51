package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps in processes of their own that are killed, sliced, doubled and resumed: the table is always that of one sweep that
 * nothing disturbed, by an independent reader.
 */
class KilledSweepTest {
    private static final int NOT_ALL = 3;
    private static final String CASES = "240";

    @TempDir
    private static Path folder;

    private static Path study;
    private static Path undisturbed;

    /** A sweep whose cases take a few milliseconds, so that there is something to be killed. */
    static final class SlowSweep {
        private SlowSweep() {}

        public static void main(String[] arguments) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            System.exit(Main.run(KilledSweepTest::slowly, out, err, arguments));
        }
    }

    private static CaseOutcome slowly(DesignCase designCase) {
        try {
            Thread.sleep(12);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return SampleCases.solve(designCase);
    }

    @BeforeAll
    static void sweepOnce() throws IOException {
        study = Files.writeString(
                folder.resolve("study.conf"),
                "topography { shape = [egg-box, square-pyramid], peak-height = { from = 1 um, to = 30 um, count = 30 },"
                        + " peak-separation = [100 um, 150 um, 200 um, 300 um] }");
        undisturbed = folder.resolve("undisturbed");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.run(
                        SampleCases::solve,
                        nowhere,
                        nowhere,
                        "sweep",
                        study.toString(),
                        "--out",
                        undisturbed.toString(),
                        "--master",
                        "local[1]"))
                .isZero();
    }

    private static Process start(Path out, String... more) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SlowSweep.class.getName(),
                "sweep",
                study.toString(),
                "--out",
                out.toString(),
                "--master",
                "local[2]"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(out.getFileName() + ".err").toFile()))
                .start();
    }

    private static String err(Path out) throws IOException {
        return Files.readString(folder.resolve(out.getFileName() + ".err"));
    }

    private static List<Manifest.Run> runs(Path out) throws IOException {
        return Manifest.read(Files.readAllBytes(out.resolve("manifest.json"))).runs();
    }

    private static long files(Path out) throws IOException {
        if (!Files.isDirectory(out.resolve("cases"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out.resolve("cases"))) {
            return files.count();
        }
    }

    /** Waits until a sweep has committed as many files. */
    private static void awaitFiles(Process sweep, Path out, long count) throws IOException, InterruptedException {
        while (files(out) < count) {
            assertThat(sweep.isAlive()).as(err(out)).isTrue();
            Thread.sleep(5);
        }
    }

    /** Rows of the table; once each, in any order. */
    private static void assertEachCaseOnce(Path out, boolean all) throws SQLException, IOException {
        if (!all && files(out) == 0) {
            return; // There is no table yet.
        }
        String here = "'" + out + "/cases/*.parquet'";
        String there = "'" + undisturbed + "/cases/*.parquet'";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            assertThat(text(statement, "SELECT count(*) - count(DISTINCT case_index) FROM " + here))
                    .isEqualTo("0");
            assertThat(text(
                            statement,
                            "SELECT count(*) FROM (SELECT * FROM " + here + " EXCEPT SELECT * FROM " + there + ")"))
                    .isEqualTo("0");
            if (all) {
                assertThat(text(statement, "SELECT count(*) FROM " + here)).isEqualTo(CASES);
                assertThat(text(
                                statement,
                                "SELECT count(*) FROM (SELECT * FROM " + there + " EXCEPT SELECT * FROM " + here + ")"))
                        .isEqualTo("0");
                assertThat(text(statement, "SELECT count(DISTINCT case_index) FROM '" + out + "/timings/*.parquet'"))
                        .isEqualTo(CASES);
            }
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    @Timeout(180)
    void killedTwiceAndResumedItIsTheSameTable() throws Exception {
        Path out = folder.resolve("killed");
        SplittableRandom random = new SplittableRandom(20261125);
        long before = 0;
        for (int kill = 0; kill < 2; kill++) {
            Process sweep = start(out);
            awaitFiles(sweep, out, before + 1 + random.nextInt(25));
            Thread.sleep(random.nextInt(30));
            sweep.destroyForcibly().waitFor();
            assertEachCaseOnce(out, false);
            assertThat(files(out)).isGreaterThan(before);
            before = files(out);
        }
        assertThat(start(out).waitFor()).as(err(out)).isZero();
        assertEachCaseOnce(out, true);
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("\"killed\"", "\"complete\"");
        assertThat(runs(out)).hasSize(3).allSatisfy(run -> {
            assertThat(run.cases()).isPositive();
            assertThat(run.solverSeconds()).isPositive();
        });
        assertThat(runs(out).stream().mapToLong(Manifest.Run::cases).sum()).isEqualTo(Long.parseLong(CASES));
    }

    /** The exit code of a sweep in this process. */
    private static int sweep(Path out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("sweep", study.toString(), "--out", out.toString(), "--master", "local[2]"));
        arguments.addAll(List.of(more));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Main.run(KilledSweepTest::slowly, nowhere, nowhere, arguments.toArray(String[]::new));
    }

    @Test
    @Timeout(180)
    void slicesOfTimeAreTheSameTable() throws Exception {
        Path out = folder.resolve("sliced");
        assertThat(sweep(out, "--for", "0.3 s")).isEqualTo(NOT_ALL);
        assertEachCaseOnce(out, false);
        assertThat(sweep(out, "--for", "0.3 s")).isEqualTo(NOT_ALL);
        assertEachCaseOnce(out, false);
        assertThat(sweep(out)).isZero();
        assertEachCaseOnce(out, true);
        assertThat(runs(out).stream().mapToLong(Manifest.Run::cases).sum()).isEqualTo(Long.parseLong(CASES));
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("cases", "timings", "manifest.json");
    }

    @Test
    @Timeout(180)
    void ofTwoSweepsIntoOneFolderTheSecondIsTurnedAway() throws Exception {
        Path out = folder.resolve("doubled");
        Process first = start(out);
        try {
            awaitFiles(first, out, 1);
            StringWriter err = new StringWriter();
            assertThat(Main.run(
                            KilledSweepTest::slowly,
                            new PrintWriter(Writer.nullWriter()),
                            new PrintWriter(err),
                            "sweep",
                            study.toString(),
                            "--out",
                            out.toString()))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .contains("where process " + first.pid() + " on", "is at work")
                    .contains("Maybe watch it");
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertEachCaseOnce(out, false);
    }

    /** Two drivers that both believe they have the folder: the mark of the first is replaced by that of a dead process. */
    @Test
    @Timeout(180)
    void twoDriversAtOnceWriteEachCaseOnce() throws Exception {
        Path out = folder.resolve("twins");
        Process first = start(out);
        awaitFiles(first, out, 3);
        Files.writeString(
                out.resolve("_driver.json"),
                Files.readString(out.resolve("_driver.json")).replaceFirst("\"pid\" : \\d+", "\"pid\" : 99999999"));
        int secondCode = sweep(out);
        int firstCode = first.waitFor();
        assertThat(secondCode).as(err(out)).isZero();
        assertThat(firstCode).as(err(out)).isIn(0, 1);
        assertEachCaseOnce(out, true);
    }
}
