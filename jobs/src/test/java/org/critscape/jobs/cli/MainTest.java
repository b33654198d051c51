package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line with a stand-in for the solver: what is printed where, and the exit codes. */
class MainTest {
    private static final String STUDY = """
            topography { shape = egg-box, peak-height = ["25 um", "10 um", "15 um", "20 um"], peak-separation = "150 um" }
            """;

    private static final CaseSolver BUGGY = designCase -> {
        throw new IllegalStateException("a corner nobody saw");
    };

    @TempDir
    private Path folder;

    private Path study;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("study.conf"), STUDY);
    }

    private int run(String... arguments) {
        return run(SampleCases::solve, arguments);
    }

    private int run(CaseSolver solver, String... arguments) {
        return Main.run(solver, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int solve(int index, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("solve", study.toString(), "--case", "" + index));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void assertOneMessage(String... parts) {
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("critscape: ").contains(parts).contains("Maybe");
    }

    @ParameterizedTest
    @CsvSource({
        "solve, CONF",
        "sweep x.conf --mastr local, Maybe --master is meant",
        "sweep x.conf --master there, local[N]",
        "solve x.conf --set shape, KEY=VALUE",
        "plan x.conf --samples some, some",
        "solve there-is-no-such-file.conf, there-is-no-such-file.conf"
    })
    void badCommandLinesGiveOneMessage(String line, String expected) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertOneMessage(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no command is given but must be one of these. Maybe start with critscape sweep conf/quickstart.conf.",
        "swep, the command is swep but must be one of these. Maybe sweep is meant.",
        "slove x.conf, the command is slove but must be one of these. Maybe solve is meant.",
        "help sweeep, the command is sweeep but must be one of these. Maybe sweep is meant.",
        "bogus, the command is bogus but must be one of these. Maybe start with critscape sweep conf/quickstart.conf."
    })
    void withoutACommandTheyAreListed(String line, String expected) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).first().isEqualTo("critscape: " + expected);
        assertThat(err.toString().lines())
                .allSatisfy(listed -> assertThat(listed).hasSizeLessThanOrEqualTo(120));
        assertThat(err.toString())
                .containsPattern("\n  sweep +Solve every case")
                .containsPattern("\n  plan +Check a study")
                .containsPattern("\n  solve +Solve one case")
                .containsPattern("\n  status +")
                .containsPattern("\n  help +");
    }

    @ParameterizedTest
    @CsvSource({
        "--help, sweep",
        "--help, 130 or 143 interrupted",
        "--version, model",
        "help sweep, --master",
        "sweep --help, Examples",
        "solve -h, --json"
    })
    void helpIsEverywhere(String line, String expected) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(out.toString()).contains(expected);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonIsOneObjectWithTheColumnsOfTheTable() {
        assertThat(solve(0, "--json")).isZero();
        assertThat(out.toString().strip()).startsWith("{").endsWith("}");
        Config row = ConfigFactory.parseString(out.toString());
        assertThat(row.root().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CaseTable.TABLE.columns().stream().map(Column::name).toList());
        assertThat(row.getDouble("peak_height_m")).isEqualTo(25e-6);
        assertThat(row.getString("status")).isEqualTo("solved");
        assertThat(row.getIsNull("failure_code")).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void peopleReadUnitsAndWhatIsAssumed() {
        assertThat(solve(0)).isZero();
        assertThat(out.toString())
                .containsPattern("topography.peak-height +25 µm +given")
                .containsPattern("critical current +1\\.1659 mA/cm²")
                .containsPattern("creep error +2e-9")
                .containsPattern("dendrite.flaw-length +1 µm +About");
    }

    @Test
    void unconvergedCaseIsPrinted() {
        assertThat(solve(1)).isEqualTo(4);
        assertThat(out.toString())
                .contains("unconverged", "CREEP_NEWTON", "Maybe be patient.")
                .doesNotContain("Result");
    }

    @Test
    void inaccurateCaseIsPrintedWithItsNumbers() {
        assertThat(solve(0, "--set", "topography.peak-height=5 um")).isEqualTo(4);
        assertThat(out.toString())
                .contains("inaccurate", "CREEP_RESOLUTION", "Maybe pay more.")
                .containsPattern("critical current +1\\.0333 mA/cm²")
                .containsPattern("critical current error +0\\.003 ");
    }

    @Test
    void rejectedCaseIsBadInput() {
        assertThat(solve(2)).isEqualTo(2);
        assertOneMessage("Too common. Maybe choose another.");
    }

    @Test
    void rejectedCaseIsAnObjectToo() {
        assertThat(solve(2, "--json")).isEqualTo(2);
        assertThat(ConfigFactory.parseString(out.toString()).getString("failure_code"))
                .isEqualTo("INPUT_OUT_OF_RANGE");
    }

    @Test
    void aResultThatCannotBeWrittenIsAnError() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThat(Main.run(
                        SampleCases::solve,
                        new PrintWriter(full, true),
                        new PrintWriter(err, true),
                        "solve",
                        study.toString(),
                        "--case",
                        "0",
                        "--json"))
                .isEqualTo(1);
        assertOneMessage("standard output could not be written");
    }

    @Test
    void severalCasesNeedAChoice() {
        assertThat(run("solve", study.toString())).isEqualTo(2);
        assertOneMessage("4 in study study", "--case 0");
    }

    @Test
    void aCaseOutsideTheStudyIsRefused() {
        assertThat(solve(4)).isEqualTo(2);
        assertOneMessage("between 0 and 3");
    }

    @Test
    void aBugOfTheSolverIsNotBadInput() {
        assertThat(run(BUGGY, "solve", study.toString(), "--case", "0")).isEqualTo(1);
        assertOneMessage("case 0 met a bug", "a corner nobody saw", "--stacktrace");
    }

    @Test
    void stacktraceShowsWhere() {
        assertThat(run(BUGGY, "solve", study.toString(), "--case", "0", "--stacktrace"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("\tat " + MainTest.class.getName());
    }

    @Test
    void planWithoutSamplesSolvesNothing() {
        assertThat(run(BUGGY, "plan", study.toString(), "--samples", "0")).isZero();
        assertThat(out.toString())
                .startsWith("Study study: 4 cases, 4 distinct\n")
                .containsPattern("topography.peak-height +25 µm, 10 µm, 15 µm, 20 µm \\(4 levels\\)\n")
                .containsPattern("What the inputs cover\n +topography.peak-height +10 µm … 25 µm\n")
                .containsPattern("case +peak-height\n +0 +25 µm\n +1 +10 µm\n")
                .contains("\nTime: not estimated", " MB in 4 chunks, 8 Parquet files.\n")
                .endsWith("\nChecked all 4 cases: none would be rejected.\n");
    }

    @Test
    void planSolvesSamples() {
        assertThat(run("plan", study.toString(), "--samples", "2")).isZero();
        assertThat(out.toString())
                .containsPattern("Cases solved to try it, on one core\n( +case \\d +\\w+ +[\\d.e-]+ s\n){2}\n")
                .containsPattern("Time: about .* of one core, .* to .* of the 2 tried\\.");
    }

    @Test
    void planAsJson() {
        assertThat(run(BUGGY, "plan", study.toString(), "--samples", "0", "--json"))
                .isZero();
        Config plan = ConfigFactory.parseString(out.toString());
        assertThat(plan.getLong("cases")).isEqualTo(4);
        assertThat(plan.getLong("parquet_files")).isEqualTo(8);
        Config height = plan.getConfig("inputs.\"topography.peak-height\"");
        assertThat(height.getDouble("low")).isEqualTo(10e-6);
        assertThat(height.getDouble("high")).isEqualTo(25e-6);
    }

    @Test
    void planShowsGroupsAndRanges() throws IOException {
        Files.writeString(study, """
                topography { shape = egg-box, peak-separation = "150 um" }
                interface.resistance { from = "1 ohm.cm^2", to = "100 ohm.cm^2", count = 3, scale = log }
                cases = [
                  { topography.peak-height { from = "5 um", to = "75 um", count = 8 } }
                  { topography.peak-height = "160 um", operation.temperature = ["25 degC", "60 degC"] }
                ]
                """);
        assertThat(run(BUGGY, "plan", study.toString(), "--samples", "0")).isZero();
        assertThat(out.toString())
                .startsWith("Study study: 30 cases, 30 distinct")
                .containsPattern("\nInputs of all groups\n +topography.shape +egg-box\n")
                .containsPattern("interface.resistance +1 Ω cm² … 100 Ω cm², 3 log-spaced\n")
                .containsPattern(
                        "\nGroup 1 of 2, 24 cases\n +topography.peak-height +5 µm … 75 µm, 8 evenly spaced\n\n")
                .containsPattern("operation.temperature +298.15 K, 333.15 K \\(2 levels\\)\n")
                .contains(
                        "\nChecked all 30 cases: 6 (20 %) would be rejected, the first of them case 24: peak height by"
                                + " peak separation is 1.0667 (topography.peak-height 160 µm, topography.peak-separation 150 µm)");
    }

    @Test
    void planWithoutAnyHopeIsBadInput() {
        assertThat(run(BUGGY, "plan", study.toString(), "--set", "topography.peak-height=160 um"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("every case would be rejected, the first of them case 0: peak height by");
        assertThat(out.toString()).doesNotContain("peak height by");
    }

    @Test
    void caseIsFoundByItsIdentity() {
        solve(2, "--json");
        String id = ConfigFactory.parseString(out.toString()).getString("case_id");
        err.getBuffer().setLength(0);
        run("solve", study.toString(), "--case", id);
        assertThat(err.toString()).contains(id + " is case 2, found among the first 3 cases");
    }

    @Test
    void wordThatIsNoCaseIsBadInput() {
        assertThat(run("solve", study.toString(), "--case", "first")).isEqualTo(2);
        assertOneMessage("--case is \"first\" but must be a case_index, a whole number, or a case_id");
    }

    @Test
    void identityOfNoCaseSaysHowManyWereSearched() {
        assertThat(run("solve", study.toString(), "--case", "0123456789abcdef0123456789abcdef"))
                .isEqualTo(2);
        assertOneMessage("the case_id of one of the 4 cases", "all of which were searched");
    }

    @Test
    void sweepEndsWithASummary() {
        Path results = folder.resolve("results");
        assertThat(run("sweep", study.toString(), "--out", results.toString(), "--master", "local[2]"))
                .isZero();
        assertThat(out.toString())
                .contains("4 cases: 1 solved, 1 crashed, 1 rejected, 1 unconverged")
                .containsPattern("CREEP_NEWTON +1 +case 1: Newton stalled")
                .containsPattern("case +enhancement +critical current +peak height\n")
                .containsPattern("0 +1\\.1659 +1\\.1659 mA/cm² +25 µm\n")
                .contains("SELECT case_index, peak_height_m, critical_current_a_per_m2, enhancement, warning\n")
                .containsPattern("Spark SQL: SELECT [a-z_0-9, ]+\n +FROM parquet.`" + results + "/cases`\n +WHERE")
                .containsPattern("DuckDB: +SELECT [a-z_0-9, ]+\n +FROM '" + results + "/cases/\\*.parquet'\n");
        assertThat(err.toString()).contains("4 of 4 cases, 3 not solved");
    }

    @Test
    void theSummaryShowsWhatVariesAndWhatIsWarnedOf() {
        Path results = folder.resolve("results");
        assertThat(run(
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[2]",
                        "--set",
                        "topography.peak-height=[25 um, 30 um]",
                        "--set",
                        "operation.temperature=[25 degC, 60 degC]",
                        "--set",
                        "topography.polarity=[lithium, electrolyte]",
                        "--set",
                        "interface.resistance=15 ohm.cm^2"))
                .isZero();
        assertThat(out.toString())
                .startsWith("8 cases: 8 solved, 4 of them with a warning\nWarning, 4 cases, the first case 4: Steep.\n")
                .containsPattern("case +enhancement +critical current +peak height +polarity +temperature\n")
                .containsPattern("0 +1\\.1659 +1\\.1659 mA/cm² +25 µm +lithium +298\\.15 K\n")
                .containsPattern("4 +1\\.1987 +1\\.1987 mA/cm² +30 µm +lithium +298\\.15 K +warning\n")
                .containsPattern("SELECT case_index, peak_height_m, polarity, temperature_k, critical_current_a_per_m2,"
                        + "\\s+enhancement,\\s+warning\n");
    }

    @Test
    void oneCaseIsOneCase() {
        Path results = folder.resolve("results");
        assertThat(run(
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[1]",
                        "--set",
                        "topography.peak-height=25 um"))
                .isZero();
        assertThat(out.toString()).startsWith("1 case: 1 solved\n");
        assertThat(err.toString())
                .contains("critscape: 1 case of study on local[1]", "1 of 1 case, 0 not solved")
                .doesNotContain("1 cases");
    }

    @Test
    void aBugInASweepNamesTheCaseAndItsReplay() {
        Path results = folder.resolve("results");
        assertThat(run(
                        BUGGY,
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[1]",
                        "--set",
                        "topography.peak-height=25 um"))
                .isEqualTo(1);
        assertThat(err.toString().lines().skip(1))
                .singleElement()
                .asString()
                .contains("case 0 met a bug", "a corner nobody saw")
                .contains("critscape solve " + study + " --set 'topography.peak-height=25 um' --case 0 --stacktrace");
        assertThat(results.toFile().list()).containsExactly("manifest.json");
    }
}
