package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
        "'', Missing required subcommand",
        "swep, Maybe sweep is meant",
        "solve, CONF",
        "sweep x.conf --mastr local, Maybe --master is meant",
        "sweep x.conf --master there, local[N]",
        "solve x.conf --set shape, KEY=VALUE",
        "solve x.conf --case first, first",
        "solve there-is-no-such-file.conf, there-is-no-such-file.conf"
    })
    void badCommandLinesGiveOneMessage(String line, String expected) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertOneMessage(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "--help, sweep",
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
        assertThat(solve(1)).isZero();
        assertThat(out.toString())
                .contains("unconverged", "CREEP_NEWTON", "Maybe be patient.")
                .doesNotContain("Result");
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
    void dryRunSolvesNothing() {
        Path results = folder.resolve("results");
        assertThat(run(BUGGY, "sweep", study.toString(), "--dry-run", "--out", results.toString()))
                .isZero();
        assertThat(out.toString()).contains("4 cases", "topography.peak-height");
        assertThat(results).doesNotExist();
    }

    @Test
    void sweepEndsWithASummary() {
        Path results = folder.resolve("results");
        assertThat(run("sweep", study.toString(), "--out", results.toString(), "--master", "local[2]"))
                .isZero();
        assertThat(out.toString())
                .contains("4 cases: 1 crashed, 1 rejected, 1 solved, 1 unconverged")
                .containsPattern("CREEP_NEWTON +1 +case 1: Newton stalled")
                .containsPattern("1\\.1659 +1\\.1659 mA/cm² +15 Ω cm² +0 +egg-box product, H 25 µm, S 150 µm")
                .contains("FROM parquet.`" + results + "/cases`", "FROM '" + results + "/cases/*.parquet'");
        assertThat(err.toString()).contains("4 of 4 cases, 3 without a result");
    }

    @Test
    void sweepIntoExistingResultsIsRefused() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        assertThat(run("sweep", study.toString(), "--out", results.toString())).isEqualTo(2);
        assertOneMessage(results.toString(), "--out");
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
        assertThat(folder.toFile().list()).containsExactly("study.conf");
    }
}
