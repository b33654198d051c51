package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.sweep.SparkEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second reader of the tables agrees with Spark, value by value. Reads a sweep of its own, or the one that {@code
 * -Dcritscape.results=FOLDER -Dcritscape.study=FILE} names, which the continuous integration has just made.
 */
class WrittenResultsTest {
    @TempDir
    private static Path folder;

    private static @Nullable Path results;

    /** The folder of the results, made by the first test that asks. */
    private static Path results() throws IOException {
        Path known = results;
        if (known == null) {
            String given = System.getProperty("critscape.results");
            known = given == null ? folder.resolve("results") : Path.of(given);
            if (given == null) {
                PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
                assertThat(Main.run(
                                SampleCases::solve,
                                nowhere,
                                nowhere,
                                "sweep",
                                study().toString(),
                                "--out",
                                known.toString()))
                        .isZero();
            }
            results = known;
        }
        return known;
    }

    private static Path study() throws IOException {
        String given = System.getProperty("critscape.study");
        return given == null ? Files.writeString(folder.resolve("study.conf"), """
                        topography { shape = [egg-box, square-pyramid], peak-separation = "150 um" }
                        topography.peak-height = ["5 um", "10 um", "15 um", "20 um", "25 um", "30 um"]
                        """) : Path.of(given);
    }

    @Test
    void everyCaseOfTheStudyIsThereOnce() throws Exception {
        long cases = StudyFile.load(study(), Map.of()).space().size();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet counts = statement.executeQuery("SELECT count(*), count(DISTINCT case_index), max(case_index)"
                        + " FROM '" + results() + "/cases/*.parquet'")) {
            assertThat(counts.next()).isTrue();
            assertThat(List.of(counts.getLong(1), counts.getLong(2), counts.getLong(3)))
                    .isEqualTo(List.of(cases, cases, cases - 1));
        }
    }

    /** The real solver's results of the quick start: nothing failed, and a surface of the reference is right. */
    @Test
    @EnabledIfSystemProperty(named = "critscape.study", matches = ".*quickstart\\.conf")
    void theQuickStartIsSolved() throws Exception {
        String cases = " FROM '" + results() + "/cases/*.parquet' WHERE ";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            try (ResultSet others = statement.executeQuery("SELECT count(*)" + cases + "status <> 'solved'")) {
                assertThat(others.next()).isTrue();
                assertThat(others.getLong(1)).isZero();
            }
            try (ResultSet eggBox = statement.executeQuery("SELECT current_ratio_max, pressure_function_tip" + cases
                    + "topography = 'egg-box' AND peak_height_m = 25e-6 AND peak_separation_m = 150e-6"
                    + " AND interface_resistance_ohm_m2 = 1.5e-3")) {
                assertThat(eggBox.next()).isTrue();
                assertThat(eggBox.getDouble(1)).isCloseTo(0.9793, within(1e-3));
                assertThat(eggBox.getDouble(2)).isCloseTo(2.63, withinPercentage(6.0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "timings"})
    void duckDbReadsWhatSparkReads(String table) throws Exception {
        List<List<@Nullable Object>> duckDb = readByDuckDb(results() + "/" + table + "/*.parquet");
        assertThat(duckDb).isNotEmpty().isEqualTo(readBySpark(results() + "/" + table));
    }

    private static List<List<@Nullable Object>> readByDuckDb(String files) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM '" + files + "' ORDER BY case_index")) {
            while (found.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                    row.add(found.getObject(c));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<List<@Nullable Object>> readBySpark(String table) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            for (Row row : spark.read().parquet(table).orderBy("case_index").collectAsList()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int c = 0; c < row.size(); c++) {
                    values.add(row.get(c));
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
