package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Worker;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.table.CaseTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the folder of a sweep says of it: a finished one, and the same with its files changed as a kill leaves them. */
class StatusCommandTest {
    private static final String STUDY = """
            topography { shape = egg-box, peak-height = ["25 um", "10 um", "15 um", "20 um"], peak-separation = "150 um" }
            """;

    @TempDir
    private Path folder;

    private Path results;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void sweep() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        results = folder.resolve("results");
        assertThat(run("sweep", study.toString(), "--out", results.toString(), "--master", "local[1]", "--print"))
                .isZero();
    }

    private int run(String... arguments) {
        return Main.run(SampleCases::solve, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String status(String... form) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] arguments = new String[form.length + 2];
        arguments[0] = "status";
        arguments[1] = results.toString();
        System.arraycopy(form, 0, arguments, 2, form.length);
        assertThat(run(arguments)).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }

    /** Leaves the folder as a sweep does that was killed after two of its cases. */
    private void kill() throws IOException {
        for (String case2 : List.of("000000000002-000000000003", "000000000003-000000000004")) {
            Files.delete(results.resolve("cases/cases-" + case2 + ".parquet"));
        }
        Path manifest = results.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("(?m)^  \"state\" : \"complete\"", "  \"state\" : \"running\""));
    }

    private void work(String host, long pid, double perSecond) throws IOException {
        Worker here = Worker.here(4).at(3, 2, perSecond);
        Worker worker = new Worker(
                "1",
                host.isEmpty() ? here.host() : host,
                pid,
                here.processes(),
                here.started(),
                here.beat(),
                4,
                3,
                2,
                perSecond);
        Files.write(
                results.resolve("_driver.json"),
                ("{\"id\":\"1\",\"host\":\"" + worker.host() + "\",\"pid\":" + pid + ",\"processes\":\""
                                + worker.processes() + "\",\"started\":" + worker.started()
                                + ",\"beat\":" + worker.beat() + ",\"to_do\":4,\"done\":3,\"failed\":2,\"per_second\":"
                                + perSecond + "}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(StudyFolder.of(results.toString(), new Configuration()).worker())
                .contains(worker);
    }

    @Test
    void aCompleteStudySaysSoAndCountsItsFailures() {
        assertThat(status())
                .startsWith("Study study in " + results + "\n")
                .containsPattern("state +complete since \\d{4}-")
                .containsPattern("done +4 of 4 cases, 100 %\n")
                .containsPattern("outcomes +1 solved, 1 crashed, 1 rejected, 1 unconverged\n")
                .containsPattern("not solved +1 CREEP_NEWTON, 1 INPUT_OUT_OF_RANGE, 1 OUT_OF_MEMORY\n")
                .containsPattern("rate .* in the last sweep\n")
                .doesNotContain("time left")
                .contains(results + "/cases", "--print");
    }

    @Test
    void aKilledSweepSaysWhatIsLeftAndHowToGoOn() throws IOException {
        kill();
        work("", Long.MAX_VALUE, 2);
        assertThat(status())
                .containsPattern(
                        "state +killed, no sign of life of process 9223372036854775807 on .* since .*, 2 cases left\n")
                .containsPattern("done +2 of 4 cases, 50 %\n")
                .contains("critscape sweep CONF --out " + results + " goes on");
    }

    /** The manifest is still that of the sweep before. */
    @Test
    void aSweepKilledWhileItsEngineStartsIsKilled() throws IOException {
        kill();
        Path manifest = results.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("(?m)^  \"state\" : \"running\"", "  \"state\" : \"stopped\""));
        work("", Long.MAX_VALUE, 0);
        assertThat(status()).containsPattern("state +killed, no sign of life of process 9223372036854775807 ");
        assertThat(ConfigFactory.parseString(status("--json")).getString("last_end"))
                .isEqualTo("killed");
    }

    @Test
    void aRunningSweepSaysWhoRunsItAndHowLongItTakes() throws IOException {
        kill();
        work("", ProcessHandle.current().pid(), 0.01);
        assertThat(status())
                .containsPattern(
                        "state +running: process " + ProcessHandle.current().pid() + " on ")
                .containsPattern("done +3 of 4 cases, 75 %, 1 of them in flight\n")
                .containsPattern("rate +0.01 cases/s\n")
                .containsPattern("time left +about 1 min 40 s\n");
        Config object = ConfigFactory.parseString(status("--json"));
        assertThat(object.getString("state")).isEqualTo("running");
        assertThat(object.getInt("committed")).isEqualTo(2);
        assertThat(object.getInt("left")).isEqualTo(1);
        assertThat(object.getDouble("seconds_left")).isEqualTo(100);
        assertThat(object.getBoolean("worker.alive")).isTrue();
        assertThat(object.getInt("failures.CREEP_NEWTON")).isEqualTo(1);
    }

    @Test
    void aSweepElsewhereIsAliveWhileItGivesSigns() throws IOException {
        kill();
        work("far.away.example", 12, 0);
        assertThat(status())
                .containsPattern("state +running: process 12 on far.away.example ")
                .doesNotContain("rate ");
    }

    @Test
    void aSweepThatHasJustTakenTheFolderIsStarting() throws IOException {
        kill();
        Files.delete(results.resolve("manifest.json"));
        work("", ProcessHandle.current().pid(), 0);
        assertThat(status()).containsPattern("state +starting: process ");
    }

    @Test
    void casesArePrintedWithWhatTellsThemApart() {
        assertThat(out.toString()).containsPattern("\n\n  case +peak height +critical current +enhancement +status\n");
        assertThat(status("--print").lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "|case|peak height|critical current|enhancement|status",
                        "|0|25 µm|1.1659 mA/cm²|1.1659|solved",
                        "|1|10 µm|-|-|unconverged CREEP_NEWTON",
                        "|2|15 µm|-|-|rejected INPUT_OUT_OF_RANGE",
                        "|3|20 µm|-|-|crashed OUT_OF_MEMORY");
    }

    @Test
    void aLongListSaysThatItIsCut() throws IOException {
        StudyFolder study = StudyFolder.of(results.toString(), new Configuration());
        StringWriter text = new StringWriter();
        CaseListing.print(study, study.committed(), new PrintWriter(text), 2);
        assertThat(text.toString().lines()).hasSize(4);
        assertThat(text.toString()).endsWith("The first 2 of 4 cases; critscape status OUT --csv prints all.\n");
    }

    @Test
    void csvHasAllColumnsAndExactNumbers() {
        List<String> lines = status("--csv").lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).split(","))
                .containsExactly(CaseTable.TABLE.schema().fieldNames());
        assertThat(lines.get(1)).contains(",2.5E-5,", ",solved,");
        assertThat(lines.get(2)).contains(",unconverged,CREEP_NEWTON,Newton stalled. Maybe be patient.,");
    }

    @Test
    void aChangedFileIsFoundByItsChecksum() throws IOException {
        assertThat(status("--verify")).isEqualTo("4 of 4 files with a checksum are as they were written\n");
        Path file = results.resolve("cases/cases-000000000002-000000000003.parquet");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        out.getBuffer().setLength(0);
        assertThat(run("status", results.toString(), "--verify")).isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo(file + " is not the file that was written\n"
                        + "3 of 4 files with a checksum are as they were written\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"so\"", "two\nlines", ""})
    void csvQuotesWhatWouldBreakALine(String text) {
        assertThat(CaseListing.field(text)).isEqualTo('"' + text.replace("\"", "\"\"") + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"there-is-none", ".", "nowhere://host/folder", "a*b"})
    void aFolderWithoutResultsIsBadInput(String name) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertThat(run("status", name.equals(".") ? folder.toString() : name)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("output folder is", "Maybe give the folder");
    }

    @Test
    void aBrokenManifestIsOneMessage() throws IOException {
        Files.writeString(results.resolve("manifest.json"), "{");
        err.getBuffer().setLength(0);
        assertThat(run("status", results.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void oneFormAtATime() {
        err.getBuffer().setLength(0);
        assertThat(run("status", results.toString(), "--json", "--csv")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--json", "--csv");
    }

    @Test
    void timesAreShort() {
        assertThat(List.of(
                        Display.time(Duration.ofSeconds(59)),
                        Display.time(Duration.ofSeconds(61)),
                        Display.time(Duration.ofMinutes(125)),
                        Display.time(Duration.ofHours(99))))
                .containsExactly("59 s", "1 min 1 s", "2 h 5 min", "4 d 3 h");
    }
}
