package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.cell.SolveEffort;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final CaseRunner RUNNER = new CaseRunner(SampleCases.space(), SampleCases::solve);

    @TempDir
    private Path folder;

    /** Remembers the last counts. */
    private static final class LastCounts implements Progress {
        private final List<Long> done = Collections.synchronizedList(new ArrayList<>(List.of(0L)));
        private final List<Long> failed = Collections.synchronizedList(new ArrayList<>(List.of(0L)));

        @Override
        public void advance(long doneSoFar, long failedSoFar) {
            done.add(doneSoFar);
            failed.add(failedSoFar);
        }

        @Override
        public void close() {}
    }

    private static SweepOptions options(Duration... time) {
        return new SweepOptions("test", new FailureLimit(1), Arrays.stream(time).findFirst());
    }

    private static OpenStudy open(CaseRunner runner, Path out) throws IOException {
        return OpenStudy.take(folder(out), StudyIdentity.of("study", runner.space()));
    }

    private static StudyFolder folder(Path out) {
        return StudyFolder.of(out.toString(), new Configuration());
    }

    private static SweepResult sweep(SparkSession spark, CaseRunner runner, Path out) throws IOException {
        try (OpenStudy open = open(runner, out)) {
            return new Sweep(open, runner, options(), new LastCounts()).run(spark);
        }
    }

    /** All values of the rows in their order, doubles by their bits. */
    private static List<List<Object>> bits(Stream<Row> rows) {
        return rows.map(row -> {
                    List<Object> values = new ArrayList<>();
                    for (int c = 0; c < row.size(); c++) {
                        Object value = row.get(c);
                        values.add(value instanceof Double d ? Double.doubleToRawLongBits(d) : String.valueOf(value));
                    }
                    return values;
                })
                .toList();
    }

    /** The rows of a table in the order of its files. */
    private static List<List<Object>> read(SparkSession spark, Path table) {
        File[] files = table.toFile().listFiles((dir, name) -> name.endsWith(".parquet"));
        return Arrays.stream(files == null ? new File[0] : files)
                .sorted()
                .flatMap(file -> bits(spark.read().parquet(file.toString()).collectAsList().stream()).stream())
                .toList();
    }

    /** More cases than the first chunks hold one by one, of which some fail. */
    private static CaseRunner many(CaseSolver solver) {
        return new CaseRunner(
                new DesignSpace(List.of(new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("egg-box", "flat")),
                        Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("1e-6"), new BigDecimal("30e-6"), 30),
                        Axis.linear(
                                Parameter.PEAK_SEPARATION, new BigDecimal("150e-6"), new BigDecimal("300e-6"), 7))))),
                solver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]"})
    void anyEngineWritesTheRowsOfAPlainLoop(String master) throws IOException {
        CaseRunner runner = many(SampleCases::solve);
        List<List<Object>> expected = bits(PlainLoop.cases(runner));
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", master, false);
                OpenStudy open = open(runner, out)) {
            LastCounts counts = new LastCounts();
            SweepResult result = new Sweep(open, runner, options(), counts).run(spark);
            assertThat(result.end()).isEqualTo(SweepEnd.COMPLETE);
            assertThat(result.computed()).isEqualTo(420);
            assertThat(read(spark, out.resolve("cases"))).hasSize(420).isEqualTo(expected);
            assertThat(Collections.max(counts.done)).isEqualTo(420);
            assertThat(Collections.max(counts.failed)).isEqualTo(21);
        }
        assertThat(folder.toFile().list()).containsExactly("out");
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("cases", "timings", "manifest.json");
    }

    /** The samples of a map and the seed of a rough surface reach the executors. */
    @Test
    void mapsTravelToTheExecutors() throws IOException {
        DesignSpace maps = new DesignSpace(List.of(
                new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("height-map")),
                        Axis.maps(List.of(SampleCases.map("peak.csv", 1))),
                        Axis.list(Parameter.HEIGHT_SCALE, 5e-6, 7e-6),
                        Axis.list(Parameter.EDGE_RESOLUTION, 10e-6),
                        Axis.list(Parameter.PEAK_SEPARATION, 150e-6))),
                new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("rough")),
                        Axis.list(Parameter.RMS_HEIGHT, 4e-6),
                        Axis.list(Parameter.CORRELATION_LENGTH, 50e-6),
                        Axis.list(Parameter.PEAK_SEPARATION, 150e-6, 10e-6),
                        Axis.list(Parameter.SEED, 1, 2)))));
        CaseRunner runner = new CaseRunner(maps, SampleCases::solve);
        List<Row> rows = PlainLoop.cases(runner).toList();
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            sweep(spark, runner, folder.resolve("out"));
            assertThat(read(spark, folder.resolve("out/cases"))).isEqualTo(bits(rows.stream()));
        }
        assertThat(rows.get(0).<String>getAs("height_map_sha256")).matches("[0-9a-f]{64}");
        assertThat(rows.get(0).<String>getAs("height_map")).isEqualTo("peak.csv");
        assertThat(rows.get(1).<Double>getAs("peak_height_m")).isEqualTo(7e-6);
        assertThat(rows.get(2).<Double>getAs("peak_height_m")).isBetween(10e-6, 40e-6);
        assertThat(rows.get(2).<Double>getAs("seed")).isEqualTo(1);
        assertThat(rows.get(2).<Object>getAs("height_map_sha256")).isNull();
        // A correlation length above the period describes no surface.
        assertThat(rows.get(4).<String>getAs("status")).isEqualTo("rejected");
        assertThat(rows.get(4).<Object>getAs("peak_height_m")).isNull();
    }

    @Test
    void tablesCarryTheirSchemaAndUnits() throws IOException {
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            sweep(spark, RUNNER, out);
            var cases = spark.read().parquet(out.resolve("cases").toString());
            assertThat(cases.schema().asNullable())
                    .isEqualTo(CaseTable.TABLE.schema().asNullable());
            assertThat(cases.schema().apply("peak_height_m").metadata().getString("unit"))
                    .isEqualTo("m");
            var timings = spark.read().parquet(out.resolve("timings").toString());
            assertThat(timings.schema().asNullable())
                    .isEqualTo(TimingTable.TABLE.schema().asNullable());
            assertThat(timings.selectExpr("count(distinct case_index)").first().getLong(0))
                    .isEqualTo(24);
        }
    }

    /** What solvers may do wrong in one case: every one of these must name the case. */
    static Stream<Arguments> bugs() {
        return Stream.of(
                Arguments.of("an exception", (CaseSolver) designCase -> {
                    throw new IllegalStateException("a corner nobody saw");
                }),
                Arguments.of("a refusal by the solver itself", (CaseSolver) designCase -> {
                    throw new InvalidInputException("tolerance", "-1", "positive", "Maybe mend the solver.");
                }),
                Arguments.of("an error", (CaseSolver) designCase -> {
                    throw new AssertionError("this cannot be");
                }),
                Arguments.of("no memory", (CaseSolver) designCase -> {
                    throw new OutOfMemoryError("for the test");
                }),
                Arguments.of("not a number", (CaseSolver) SampleCases::solveToNaN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void aBugStopsTheJobNamesItsCaseAndKeepsWhatIsDone(String kind, CaseSolver bug) throws IOException {
        CaseSolver buggy = designCase -> designCase.topography().heightToSeparation() == 25e-6 / 150e-6
                ? bug.solve(designCase)
                : SampleCases.solve(designCase);
        CaseRunner runner = new CaseRunner(SampleCases.space(), buggy);
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            SweepResult result = sweep(spark, runner, out);
            assertThat(result.end()).isEqualTo(SweepEnd.BUG);
            assertThat(result.fault())
                    .isInstanceOfAny(CaseBugException.class, CaseMemoryException.class)
                    .hasMessageContaining("case 8 ");
            assertThat(read(spark, out.resolve("cases")))
                    .isSubsetOf(bits(PlainLoop.cases(RUNNER)))
                    .hasSize((int) result.tally().cases());
            assertThat(folder(out).manifest().orElseThrow().state()).isEqualTo(Manifest.STOPPED);
            // Mended, the same sweep goes on.
            assertThat(sweep(spark, RUNNER, out).end()).isEqualTo(SweepEnd.COMPLETE);
            assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(RUNNER)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere://there/out", "a:b", "s3a://bucket/out", "out*", "file://[", "/"})
    void foldersThatCannotTakeResultsAreBadInput(String out) {
        assertThatThrownBy(() -> StudyFolder.of(out, new Configuration()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(out)
                .hasMessageContaining("Maybe");
    }

    @Test
    void anEngineThatDoesNotStartIsUnavailable() {
        assertThatThrownBy(() -> SparkEngine.start("test", "local[many]", false))
                .isInstanceOf(SparkEngine.UnavailableException.class)
                .hasMessageContaining("local[many]");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndKept() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThatThrownBy(() -> open(RUNNER, out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("Maybe choose another one with --out.");
        assertThat(out).isEmptyDirectory();
    }

    /** One slice ends within a chunk of many cases: the next goes on there and solves none of them twice. */
    @Test
    void rowsOfAnUnfinishedChunkAreKept() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner runner = many(SampleCases::solve);
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            CaseRunner slow = many(designCase -> {
                SOLVED.incrementAndGet();
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                return SampleCases.solve(designCase);
            });
            SOLVED.set(0);
            SweepEnd end;
            int slices = 0;
            do {
                try (OpenStudy open = open(slow, out)) {
                    end = new Sweep(open, slow, options(Duration.ofMillis(700)), new LastCounts())
                            .run(spark)
                            .end();
                }
                slices++;
            } while (end == SweepEnd.TIME && slices < 60);
            assertThat(end).isEqualTo(SweepEnd.COMPLETE);
            assertThat(slices).isGreaterThan(2);
            assertThat(SOLVED).hasValue(420);
            assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(runner)));
            assertThat(out.toFile().list()).containsExactlyInAnyOrder("cases", "timings", "manifest.json");
        }
    }

    private static final AtomicInteger SOLVED = new AtomicInteger();

    /** A machine that was too small for some cases, and a larger one: only those are solved again. */
    @Test
    void rowsAreSolvedAgainWhereAPredicateHolds() throws IOException {
        Path out = folder.resolve("out");
        CaseSolver small = designCase -> designCase.topography().peakHeight() < 5e-6
                ? new CaseOutcome.Crashed(FailureCode.OUT_OF_MEMORY, "Too large. Maybe be modest.")
                : SampleCases.solve(designCase);
        CaseRunner large = many(designCase -> {
            SOLVED.incrementAndGet();
            return SampleCases.solve(designCase);
        });
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            sweep(spark, many(small), out);
            SOLVED.set(0);
            long[] indices = Rerun.select(
                    spark, out.resolve("cases").toString(), RowPredicate.parse("--rerun", "peak_height_m < 5e-6"));
            try (OpenStudy open = open(large, out)) {
                SweepResult result = new Sweep(open, large, options(), new LastCounts()).rerun(spark, indices);
                assertThat(result.end()).isEqualTo(SweepEnd.COMPLETE);
                assertThat(result.computed()).isEqualTo(indices.length).isEqualTo(238);
                assertThat(result.tally().cases()).isEqualTo(420);
                assertThat(result.tally().statuses())
                        .isEqualTo(folder(out)
                                .manifest()
                                .map(manifest -> new Tally(manifest.tally()).statuses())
                                .orElseThrow());
            }
            assertThat(SOLVED).hasValue(238);
            assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(large)));
        }
    }

    @Test
    void aStudyThatGoesWrongIsStoppedAndWhatFailedHasInCommonIsKnown() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner failing = many(designCase -> designCase.topography().peakHeight() > 2e-6
                ? new CaseOutcome.Unconverged(
                        FailureCode.CREEP_NEWTON, "Stalled. Maybe wait.", new SolveEffort(1, 1, 1, 0, 1, 1))
                : SampleCases.solve(designCase));
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false);
                OpenStudy open = open(failing, out)) {
            SweepOptions options = new SweepOptions("test", new FailureLimit(0.5), Optional.empty());
            SweepResult result = new Sweep(open, failing, options, new LastCounts()).run(spark);
            assertThat(result.end()).isEqualTo(SweepEnd.FAILURE_LIMIT);
            assertThat(result.tally().cases()).isBetween(FailureLimit.ENOUGH_CASES, 300L);
            assertThat(read(spark, out.resolve("cases")))
                    .hasSize((int) result.tally().cases());
            assertThat(FailureProfile.read(spark, out.resolve("cases").toString()))
                    .extracting(FailureProfile.Trait::column)
                    .contains("peak_height_m")
                    .doesNotContain("peak_separation_m");
        }
    }

    @Test
    void anotherStudyIsRefusedWithItsDifferences() throws IOException {
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            sweep(spark, RUNNER, out);
        }
        CaseRunner other = many(SampleCases::solve);
        assertThatThrownBy(() -> open(other, out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("topography.peak-height was 0.000005 m, 0.00001 m")
                .hasMessageContaining("Maybe choose another one with --out, or undo the change.");
        assertThat(folder(out).manifest().orElseThrow().state()).isEqualTo(Manifest.COMPLETE);
    }

    /** Both drivers believe that all is missing: the second writes the same bytes over those of the first. */
    @Test
    void twoDriversWriteTheSameFiles() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner runner = many(SampleCases::solve);
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false);
                OpenStudy first = open(runner, out)) {
            Path mark = out.resolve("_driver.json");
            Files.writeString(mark, Files.readString(mark).replaceFirst("\"pid\" : \\d+", "\"pid\" : 99999999"));
            try (OpenStudy second = open(runner, out)) {
                new Sweep(first, runner, options(), new LastCounts()).run(spark);
                List<Manifest.DataFile> files =
                        folder(out).manifest().orElseThrow().files();
                new Sweep(second, runner, options(), new LastCounts()).run(spark);
                assertThat(folder(out).manifest().orElseThrow().files())
                        .isEqualTo(files)
                        .isNotEmpty();
                assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(runner)));
            }
        }
    }

    /** Settings that look like secrets are named in the manifest without their values. */
    @Test
    void noSecretIsInTheManifest() throws IOException {
        Path out = folder.resolve("out");
        System.setProperty("spark.hadoop.fs.s3a.secret.key", "planted-secret");
        System.setProperty("spark.hadoop.fs.s3a.endpoint", "https://user:planted-secret@host");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            sweep(spark, RUNNER, out);
        } finally {
            System.clearProperty("spark.hadoop.fs.s3a.secret.key");
            System.clearProperty("spark.hadoop.fs.s3a.endpoint");
        }
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("(redacted)")
                .doesNotContain("planted-secret");
    }

    @Test
    void anOutcomeOfEveryKindIsARow() {
        assertThat(PlainLoop.cases(RUNNER).map(row -> row.getString(row.fieldIndex("status"))))
                .hasSize(24)
                .contains("solved", "inaccurate", "unconverged", "rejected", "crashed");
    }

    @Test
    void theEmbeddedSolverGivesTheSameBitsInAnyThread() throws IOException {
        DesignSpace coarse = new DesignSpace(List.of(new Block(List.of(
                Axis.words(Parameter.SHAPE, List.of("flat", "egg-box", "ridge")),
                Axis.list(Parameter.PEAK_HEIGHT, 10e-6, 25e-6),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                Axis.list(Parameter.CURRENT_ORDER, 3),
                Axis.list(Parameter.CREEP_ORDER, 2)))));
        CaseRunner runner = new CaseRunner(coarse, CaseSolver.EMBEDDED);
        List<List<Object>> expected = bits(PlainLoop.cases(runner));
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            sweep(spark, runner, folder.resolve("out"));
            assertThat(read(spark, folder.resolve("out/cases"))).isEqualTo(expected);
        }
        assertThat(PlainLoop.cases(runner).map(row -> row.getString(row.fieldIndex("status"))))
                .containsOnly("solved");
    }
}
