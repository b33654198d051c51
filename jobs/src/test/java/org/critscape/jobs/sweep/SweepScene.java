package org.critscape.jobs.sweep;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.StudyFolder;

/** What tests of sweeps share: small studies, sweeps of them, and their rows read back. */
final class SweepScene {
    private SweepScene() {}

    static final CaseRunner RUNNER = new CaseRunner(SampleCases.space(), SampleCases::solve);

    /** Remembers the last counts. */
    static final class LastCounts implements Progress {
        final List<Long> done = Collections.synchronizedList(new ArrayList<>(List.of(0L)));
        final List<Long> failed = Collections.synchronizedList(new ArrayList<>(List.of(0L)));

        @Override
        public void advance(long doneSoFar, long failedSoFar) {
            done.add(doneSoFar);
            failed.add(failedSoFar);
        }

        @Override
        public void close() {}
    }

    static SweepOptions options(Duration... time) {
        return new SweepOptions("test", new FailureLimit(1), Arrays.stream(time).findFirst());
    }

    static OpenStudy open(CaseRunner runner, Path out) throws IOException {
        return OpenStudy.take(folder(out), StudyIdentity.of("study", runner.space()));
    }

    static StudyFolder folder(Path out) {
        return StudyFolder.of(out.toString(), new Configuration());
    }

    static SweepResult sweep(SparkSession spark, CaseRunner runner, Path out) throws IOException {
        try (OpenStudy open = open(runner, out)) {
            return new Sweep(open, runner, options(), new LastCounts()).run(spark);
        }
    }

    /** All values of the rows in their order, doubles by their bits. */
    static List<List<Object>> bits(Stream<Row> rows) {
        return rows.map(row -> bits(row, row.size())).toList();
    }

    private static List<Object> bits(Row row, int columns) {
        List<Object> values = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            Object value = row.get(c);
            values.add(value instanceof Double d ? Double.doubleToRawLongBits(d) : String.valueOf(value));
        }
        return values;
    }

    /** The rows of a table in the order of its files' names, and within a file in its own. */
    static List<List<Object>> read(SparkSession spark, Path table) {
        Dataset<Row> rows = spark.read()
                .parquet(table.toString())
                .select(col("*"), col("_metadata.file_name").as("file"));
        return rows.collectAsList().stream()
                .sorted(Comparator.comparing((Row row) -> row.<String>getAs("file")))
                .map(row -> bits(row, row.size() - 1))
                .toList();
    }

    /** More cases than the first chunks hold one by one, of which some fail. */
    static CaseRunner many(CaseSolver solver) {
        return new CaseRunner(
                new DesignSpace(List.of(new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("egg-box", "flat")),
                        Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("1e-6"), new BigDecimal("30e-6"), 30),
                        Axis.linear(
                                Parameter.PEAK_SEPARATION, new BigDecimal("150e-6"), new BigDecimal("300e-6"), 7))))),
                solver);
    }
}
