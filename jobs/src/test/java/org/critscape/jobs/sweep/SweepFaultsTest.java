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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SweepScene.LastCounts;
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

/** What goes wrong in sweeps: bugs, bad folders, studies that change, two drivers, secrets. */
class SweepFaultsTest {
    /** Tries of any task; tasks reach it in this process alone. */
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    @TempDir
    private Path folder;

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

    /** Spark may try four times: of a bug it does not, whichever kind of task meets it. */
    @Test
    void aBugIsMetOnceWhereTasksMayBeRepeated() throws IOException {
        ATTEMPTS.set(0);
        CaseSolver bug = designCase -> {
            ATTEMPTS.incrementAndGet();
            throw new IllegalStateException("a corner nobody saw");
        };
        try (SparkSession spark = SparkEngine.start("test", "local[1,4]", false)) {
            SweepResult result = sweep(spark, new CaseRunner(SampleCases.space(), bug), folder.resolve("out"));
            assertThat(result.fault()).isInstanceOf(CaseBugException.class);
            // Cases that began before the first was heard of, but none of them twice.
            assertThat(ATTEMPTS.get()).isBetween(1, (int) SampleCases.space().size());
            ATTEMPTS.set(0);
            JavaSparkContext java = JavaSparkContext.fromSparkContext(spark.sparkContext());
            assertThatThrownBy(() -> NumberTasks.run(java, requests(1), number -> {
                        ATTEMPTS.incrementAndGet();
                        throw new IllegalStateException("case " + number[0]);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("case 0.0");
            assertThat(ATTEMPTS).hasValue(1);
        }
    }

    /** What a machine does to a task, a block that cannot be fetched for example, is repeated. */
    @Test
    void whatTheMachineSpoilsIsTriedAgain() throws IOException {
        ATTEMPTS.set(0);
        CaseSolver unlucky = designCase -> ATTEMPTS.getAndIncrement() == 3 ? lost() : SampleCases.solve(designCase);
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1,4]", false)) {
            CaseRunner runner = new CaseRunner(SampleCases.space(), unlucky);
            assertThat(sweep(spark, runner, out).end()).isEqualTo(SweepEnd.COMPLETE);
            assertThat(read(spark, out.resolve("cases"))).isEqualTo(bits(PlainLoop.cases(RUNNER)));
            ATTEMPTS.set(0);
            JavaSparkContext java = JavaSparkContext.fromSparkContext(spark.sparkContext());
            assertThat(NumberTasks.run(java, requests(3), number -> {
                        if (ATTEMPTS.getAndIncrement() == 1) {
                            throw new IOException("no such block");
                        }
                        return number;
                    }))
                    .containsExactly(new double[] {0}, new double[] {1}, new double[] {2});
        }
    }

    private static List<double[]> requests(int count) {
        return IntStream.range(0, count).mapToObj(i -> new double[] {i}).toList();
    }

    /** Throws a checked exception, as Scala's code does, behind the back of Java. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> CaseOutcome lost() throws E {
        throw (E) new IOException("no such block");
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
        Files.writeString(out.resolve("thesis.tex"), "mine");
        assertThatThrownBy(() -> open(RUNNER, out))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("Maybe choose another one with --out.");
        assertThat(out.toFile().list()).containsExactly("thesis.tex");
    }

    /** Three failures lie within half of a range by chance. */
    @Test
    void scatteredFailuresHaveNoRangeInCommon() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner failing = many(designCase -> Set.of("5 200", "12 150", "20 275")
                        .contains(Math.round(designCase.topography().peakHeight() * 1e6) + " "
                                + Math.round(designCase.topography().peakSeparation() * 1e6))
                ? new CaseOutcome.Unconverged(
                        FailureCode.CREEP_NEWTON, "Scattered. Maybe wait.", new SolveEffort(1, 1, 1, 0, 1, 1))
                : SampleCases.solve(designCase));
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false);
                OpenStudy open = open(failing, out)) {
            SweepResult result = new Sweep(open, failing, options(), new LastCounts()).run(spark);
            assertThat(result.tally().cases()).isEqualTo(420);
            assertThat(FailureProfile.read(
                            spark.read().parquet(out.resolve("cases").toString()), "failure_message LIKE 'Scattered%'"))
                    .extracting(FailureProfile.Trait::column)
                    .containsExactly("topography");
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

    /** Two drivers may both believe that a chunk is missing: whoever is later writes the same bytes over the former's. */
    @Test
    void anyDriverWritesTheSameBytes() throws IOException {
        CaseRunner runner = many(SampleCases::solve);
        List<List<Manifest.DataFile>> files = new ArrayList<>();
        for (String master : List.of("local[1]", "local[2]")) {
            Path out = folder.resolve("on-" + files.size());
            try (SparkSession spark = SparkEngine.start("test", master, false)) {
                sweep(spark, runner, out);
            }
            files.add(folder(out).manifest().orElseThrow().files());
        }
        assertThat(files.get(1)).isEqualTo(files.get(0)).isNotEmpty();
    }

    /** Only settings that cannot hold one are in the manifest. */
    @Test
    void noSecretIsInTheManifest() throws IOException {
        Path out = folder.resolve("out");
        System.setProperty("spark.hadoop.fs.s3a.secret.key", "planted-secret");
        System.setProperty("spark.hadoop.fs.s3a.endpoint", "https://user:planted-secret@host");
        System.setProperty("spark.hadoop.fs.azure.account.key.acct", "planted-secret");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            sweep(spark, RUNNER, out);
        } finally {
            System.clearProperty("spark.hadoop.fs.s3a.secret.key");
            System.clearProperty("spark.hadoop.fs.s3a.endpoint");
            System.clearProperty("spark.hadoop.fs.azure.account.key.acct");
        }
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("spark.serializer")
                .doesNotContain("planted-secret");
    }
}
