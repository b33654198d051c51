package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.critscape.jobs.sweep.SweepScene.RUNNER;
import static org.critscape.jobs.sweep.SweepScene.bits;
import static org.critscape.jobs.sweep.SweepScene.folder;
import static org.critscape.jobs.sweep.SweepScene.many;
import static org.critscape.jobs.sweep.SweepScene.open;
import static org.critscape.jobs.sweep.SweepScene.options;
import static org.critscape.jobs.sweep.SweepScene.read;
import static org.critscape.jobs.sweep.SweepScene.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Worker;
import org.critscape.jobs.sweep.SweepScene.LastCounts;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.cell.SolveEffort;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as a loss of power, a full disk or another study may leave them, and sweeps that go on in them. */
class TornFilesTest {
    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = SparkEngine.start("test", "local[2]", false);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static void assertWhole(CaseRunner runner, Path out) throws IOException {
        assertThat(sweep(spark, runner, out).end()).isEqualTo(SweepEnd.COMPLETE);
        assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(runner)));
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("cases", "timings", "manifest.json");
    }

    @Test
    void tornChunksAreMadeAgain() throws IOException {
        Path out = folder.resolve("out");
        sweep(spark, RUNNER, out);
        List<Path> files;
        try (Stream<Path> all = Files.list(out.resolve("cases"))) {
            files = all.sorted().toList();
        }
        Files.write(files.get(0), new byte[0]);
        Files.write(files.get(1), Arrays.copyOf(Files.readAllBytes(files.get(1)), 1000));
        try (OpenStudy open = open(RUNNER, out)) {
            assertThat(open.torn()).isEqualTo(2);
            assertThat(open.done()).isEqualTo(22);
        }
        assertWhole(RUNNER, out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\" : \"1\", \"host", "{\"id\" : \"1\"}"})
    void aTornMarkOfADriverIsNone(String mark) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("_driver.json"), mark);
        assertWhole(RUNNER, out);
    }

    @Test
    void tornRowsOfAnUnfinishedChunkAreNone() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner runner = many(SampleCases::solve);
        Path kept = Files.createDirectories(out.resolve("_partial"));
        Files.write(kept.resolve("cases-000000000128-000000000130.parquet"), new byte[0]);
        Files.write(kept.resolve("timings-000000000128-000000000130.parquet"), new byte[7]);
        assertWhole(runner, out);
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        assertWhole(RUNNER, Files.createDirectory(folder.resolve("out")));
    }

    /** As where the manifest was lost: the files themselves tell whose they are. */
    @Test
    void chunksOfAnotherStudyAreRefused() throws IOException {
        Path out = folder.resolve("out");
        sweep(spark, RUNNER, out);
        Files.delete(out.resolve("manifest.json"));
        assertThatThrownBy(() -> open(many(SampleCases::solve), out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("belongs to another study")
                .hasMessageContaining("Maybe choose another one");
        assertWhole(RUNNER, out);
    }

    @Test
    void aRerunThatIsStoppedIsNotComplete() throws IOException {
        Path out = folder.resolve("out");
        sweep(spark, RUNNER, out);
        CaseRunner slow = new CaseRunner(SampleCases.space(), designCase -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return SampleCases.solve(designCase);
        });
        try (OpenStudy open = open(slow, out)) {
            SweepResult result = new Sweep(open, slow, options(Duration.ofMillis(500)), new LastCounts())
                    .rerun(spark, LongStream.range(0, 24).toArray());
            assertThat(result.end()).isEqualTo(SweepEnd.TIME);
            assertThat(result.computed()).isLessThan(24);
            assertThat(result.tally().cases()).isEqualTo(24);
        }
        assertThat(folder(out).manifest().orElseThrow().state()).isEqualTo(Manifest.COMPLETE);
        assertWhole(RUNNER, out);
    }

    /** What failed before is why one solves again; only new failures may stop that. */
    @Test
    void earlierFailuresDoNotStopARerun() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner failing = many(designCase -> new CaseOutcome.Unconverged(
                FailureCode.CREEP_NEWTON, "Stalled. Maybe wait.", new SolveEffort(1, 1, 1, 0, 1, 1)));
        CaseRunner mended = many(SampleCases::solve);
        sweep(spark, failing, out);
        try (OpenStudy open = open(mended, out)) {
            SweepOptions options = new SweepOptions("test", new FailureLimit(0.5), Optional.empty());
            SweepResult result = new Sweep(open, mended, options, new LastCounts())
                    .rerun(spark, LongStream.range(0, 420).toArray());
            assertThat(result.end()).isEqualTo(SweepEnd.COMPLETE);
        }
        assertWhole(mended, out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_index", "cast(status AS int) > 1", "case_index / 0 > 1", "status > 1"})
    void conditionsThatTheEngineCannotTellAreBadInput(String predicate) throws IOException {
        Path out = folder.resolve("out");
        sweep(spark, RUNNER, out);
        RowPredicate parsed = RowPredicate.parse("--rerun", predicate);
        assertThatThrownBy(() -> Rerun.select(spark, out.resolve("cases").toString(), parsed))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--rerun is \"" + predicate + "\"")
                .hasMessageContaining("Maybe compare columns");
    }

    /** A process of that number here says nothing of one in another container, or before the machine was started anew. */
    @Test
    void aDriverInAnotherContainerIsJudgedByItsSigns() {
        Worker here = Worker.here(1);
        assertThat(here.isAlive()).isTrue();
        long longAgo = here.beat() - 2 * Worker.PATIENCE.toMillis();
        assertThat(elsewhere(here, here.beat()).isAlive()).isTrue();
        assertThat(elsewhere(here, longAgo).isAlive()).isFalse();
    }

    private static Worker elsewhere(Worker here, long beat) {
        return new Worker("2", here.host(), here.pid(), "another container", here.started(), beat, 1, 0, 0, 0);
    }
}
