package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.critscape.jobs.sweep.SweepScene.RUNNER;
import static org.critscape.jobs.sweep.SweepScene.bits;
import static org.critscape.jobs.sweep.SweepScene.folder;
import static org.critscape.jobs.sweep.SweepScene.many;
import static org.critscape.jobs.sweep.SweepScene.open;
import static org.critscape.jobs.sweep.SweepScene.options;
import static org.critscape.jobs.sweep.SweepScene.read;
import static org.critscape.jobs.sweep.SweepScene.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.sweep.SweepScene.LastCounts;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    @TempDir
    private Path folder;

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
            assertThat(Collections.max(counts.failed)).isEqualTo(28);
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

    /** Cases that differ in their flaw alone take one solve. */
    @Test
    void timingsTellWhoSharedASolve() throws IOException {
        CaseRunner runner = new CaseRunner(
                new DesignSpace(List.of(new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("egg-box")),
                        // No other test solves this height on the same thread.
                        Axis.list(Parameter.PEAK_HEIGHT, 7.3e-6),
                        Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                        Axis.list(Parameter.FLAW_LENGTH, 0.3e-6, 0.5e-6, 1e-6))))),
                CaseSolver.embedded());
        Path out = folder.resolve("out");
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            sweep(spark, runner, out);
            assertThat(spark
                            .read()
                            .parquet(out.resolve("timings").toString())
                            .orderBy("case_index")
                            .select("method_of_run")
                            .collectAsList()
                            .stream()
                            .map(row -> row.getString(0)))
                    .containsExactly("direct", "shared", "shared");
            assertThat(spark.read()
                            .parquet(out.resolve("cases").toString())
                            .where("method = 'direct' AND status = 'solved'")
                            .count())
                    .isEqualTo(3);
        }
    }

    /** One slice ends within a chunk of many cases: the next goes on there and solves none of them twice. */
    @Test
    void rowsOfAnUnfinishedChunkAreKept() throws IOException {
        Path out = folder.resolve("out");
        CaseRunner runner = many(SampleCases::solve);
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            CaseRunner slow = many(designCase -> {
                SOLVED.incrementAndGet();
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                return SampleCases.solve(designCase);
            });
            SOLVED.set(0);
            SweepEnd end;
            int slices = 0;
            do {
                try (OpenStudy open = open(slow, out)) {
                    end = new Sweep(open, slow, options(Duration.ofSeconds(2)), new LastCounts())
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
        CaseRunner runner = new CaseRunner(coarse, CaseSolver.embedded());
        List<List<Object>> expected = bits(PlainLoop.cases(runner));
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            sweep(spark, runner, folder.resolve("out"));
            assertThat(read(spark, folder.resolve("out/cases"))).isEqualTo(expected);
        }
        assertThat(PlainLoop.cases(runner).map(row -> row.getString(row.fieldIndex("status"))))
                .containsOnly("solved");
    }
}
