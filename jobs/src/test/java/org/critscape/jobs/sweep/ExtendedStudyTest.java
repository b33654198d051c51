package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples and tables that get longer, with constraints, on Spark. */
class ExtendedStudyTest {
    private static final String TEXT = """
            topography { shape = egg-box, peak-separation = 150 um }
            operation.stack-pressure = [5 MPa, 7 MPa]
            design.constraints = ["topography.peak-height < 0.2 * topography.peak-separation"]
            """;

    private static final String SOBOL =
            TEXT + "topography.peak-height = { distribution = uniform, from = 5 um, to = 45 um }\n"
                    + "design { plan = sobol, grid = [operation.stack-pressure] }\n";
    private static final AtomicInteger SOLVED = new AtomicInteger();

    @TempDir
    private Path folder;

    private static CaseOutcome counted(DesignCase input) {
        SOLVED.incrementAndGet();
        return SampleCases.solve(input);
    }

    private DesignSpace space(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("study.conf"), text);
        return StudyFile.load(file, Map.of()).space();
    }

    private SweepResult sweep(SparkSession spark, DesignSpace space) throws IOException {
        StudyFolder out = StudyFolder.of(folder.resolve("out").toString(), new Configuration());
        try (OpenStudy open = OpenStudy.take(out, StudyIdentity.of("study", space))) {
            SweepOptions options = new SweepOptions("test", new FailureLimit(0.2), Optional.empty());
            Progress silent = new Progress() {
                @Override
                public void advance(long done, long failed) {}

                @Override
                public void close() {}
            };
            return new Sweep(open, new CaseRunner(space, ExtendedStudyTest::counted), options, silent).run(spark);
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("out/cases"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), StudyFolder.sha256(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private List<String> rows(SparkSession spark) {
        return spark
                .read()
                .parquet(folder.resolve("out/cases").toString())
                .orderBy("case_index")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
    }

    private static List<String> loop(DesignSpace space) {
        CaseRunner runner = new CaseRunner(space, SampleCases::solve);
        return LongStream.range(0, space.size())
                .mapToObj(index -> CaseTable.TABLE.row(runner.run(index)).toString())
                .toList();
    }

    private void assertExtends(SparkSession spark, DesignSpace some, DesignSpace all) throws IOException {
        sweep(spark, some);
        Map<String, String> before = files();
        assertThat(rows(spark)).isEqualTo(loop(some));
        SOLVED.set(0);
        SweepResult result = sweep(spark, all);
        assertThat(result.end()).isEqualTo(SweepEnd.COMPLETE);
        assertThat(result.computed()).isEqualTo(all.size() - some.size());
        assertThat(SOLVED.get()).isPositive().isLessThanOrEqualTo((int) (all.size() - some.size()));
        assertThat(files()).containsAllEntriesOf(before);
        assertThat(rows(spark)).isEqualTo(loop(all));
    }

    @Test
    void moreSamplesLeaveTheEarlierRows() throws IOException {
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            assertExtends(spark, space(SOBOL + "design.cases = 100"), space(SOBOL + "design.cases = 150"));
            // Half of the draws and more are excluded: that is no failure, and the sweep went on.
            List<Row> excluded = spark.read()
                    .parquet(folder.resolve("out/cases").toString())
                    .where("failure_code = 'EXCLUDED'")
                    .collectAsList();
            assertThat(excluded).hasSizeBetween(90, 150).allSatisfy(row -> {
                assertThat(row.<String>getAs("status")).isEqualTo("rejected");
                assertThat(row.<Double>getAs("peak_height_m")).isGreaterThanOrEqualTo(30e-6);
                assertThat(row.<String>getAs("failure_message"))
                        .startsWith("The constraint \"topography.peak-height < ");
            });
        }
    }

    @Test
    void aTableGoesOnWithItsLaterRows() throws IOException {
        List<String> heights = new ArrayList<>(List.of("peak_height_m"));
        for (int i = 0; i < 300; i++) {
            heights.add(String.valueOf(5e-6 + i * 1e-7));
        }
        String text = TEXT + "design { plan = table, file = points.csv }\n";
        try (SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            Files.write(folder.resolve("points.csv"), heights);
            assertExtends(spark, space(text + "design.cases = 80"), space(text));
            heights.set(200, "6e-6");
            Files.write(folder.resolve("points.csv"), heights);
            DesignSpace changed = space(text);
            assertThatThrownBy(() -> sweep(spark, changed))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("design.file was 300 rows with SHA-256 ");
        }
    }

    @Test
    void anotherConstraintIsAnotherStudy() throws IOException {
        assertThat(StudyIdentity.differences(
                        StudyIdentity.of("study", space(SOBOL + "design.cases = 8")),
                        StudyIdentity.of("study", space(SOBOL.replace("0.2 *", "0.3 *") + "design.cases = 16"))))
                .containsExactly(
                        "design.constraints was topography.peak-height < 0.2 * topography.peak-separation and is"
                                + " topography.peak-height < 0.3 * topography.peak-separation");
    }
}
