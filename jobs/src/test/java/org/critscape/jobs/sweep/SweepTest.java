package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    private static final CaseRunner RUNNER = new CaseRunner(SampleCases.space(), SampleCases::solve);

    @TempDir
    private Path folder;

    /** Hears nothing but remembers the last counts. */
    private static final class LastCounts implements Progress {
        private final List<Long> done = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> failed = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void advance(long doneSoFar, long failedSoFar) {
            done.add(doneSoFar);
            failed.add(failedSoFar);
        }

        @Override
        public void finishing() {}

        @Override
        public void close() {}
    }

    private LastCounts sweep(SparkSession spark, CaseRunner runner, int tasks, Path out) throws IOException {
        LastCounts counts = new LastCounts();
        try (OutputFolder output = OutputFolder.create(out.toString())) {
            Sweep.run(spark, runner, SweepPlan.withTasks(runner.space().size(), tasks), output, counts);
        }
        return counts;
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

    @ParameterizedTest
    @CsvSource({"local[1], 1", "local[1], 24", "local[2], 5", "local[2], 24", "local[2], 1"})
    void anyEngineAndPartitioningWritesTheRowsOfAPlainLoop(String master, int tasks) throws IOException {
        List<List<Object>> expected = bits(PlainLoop.cases(RUNNER));
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", master)) {
            LastCounts counts = sweep(spark, RUNNER, tasks, out);
            assertThat(read(spark, out.resolve("cases"))).hasSize(24).isEqualTo(expected);
            assertThat(Collections.max(counts.done)).isEqualTo(24);
            assertThat(Collections.max(counts.failed)).isEqualTo(6);
        }
        assertThat(folder.toFile().list()).containsExactly("out");
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("cases", "timings");
    }

    @Test
    void tablesCarryTheirSchemaAndUnits() throws IOException {
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1]")) {
            sweep(spark, RUNNER, 3, out);
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

    @Test
    void aBugStopsTheJobAndLeavesNothing() throws IOException {
        CaseSolver buggy = designCase -> {
            if (designCase.topography().heightToSeparation() == 25e-6 / 150e-6) {
                throw new IllegalStateException("a corner nobody saw");
            }
            return SampleCases.solve(designCase);
        };
        CaseRunner runner = new CaseRunner(SampleCases.space(), buggy);
        try (SparkSession spark = SparkEngine.start("test", "local[2]")) {
            assertThatThrownBy(() -> sweep(spark, runner, 24, folder.resolve("out")))
                    .satisfies(thrown -> {
                        Throwable bug = thrown;
                        while (bug != null && !(bug instanceof CaseBugException)) {
                            bug = bug.getCause();
                        }
                        assertThat(bug)
                                .isInstanceOf(CaseBugException.class)
                                .hasMessageContaining("case 8 ")
                                .hasRootCauseMessage("a corner nobody saw");
                    });
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void existingResultsAreRefusedAndKept() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThatThrownBy(() -> OutputFolder.create(out.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(out.toString())
                .hasMessageContaining("Maybe choose another one with --out.");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void anotherRunThatFinishedFirstIsKept() throws IOException {
        Path out = folder.resolve("out");
        try (OutputFolder slow = OutputFolder.create(out.toString())) {
            Files.createDirectory(out);
            assertThatThrownBy(slow::commit).isInstanceOf(IOException.class);
        }
        assertThat(folder.toFile().list()).containsExactly("out");
    }

    @Test
    void anOutcomeOfEveryKindIsARow() {
        assertThat(PlainLoop.cases(RUNNER).map(row -> row.getString(row.fieldIndex("status"))))
                .hasSize(24)
                .contains("solved", "unconverged", "rejected", "crashed");
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
        try (SparkSession spark = SparkEngine.start("test", "local[2]")) {
            sweep(spark, runner, 6, folder.resolve("out"));
            assertThat(read(spark, folder.resolve("out/cases"))).isEqualTo(expected);
        }
        assertThat(PlainLoop.cases(runner).map(row -> row.getString(row.fieldIndex("status"))))
                .containsOnly("solved");
    }
}
