package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.query.StudyViews;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.sweep.SparkEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views give the same rows in Spark and in DuckDB, the right ones, and those that the specification names. */
class StudyViewsTest {
    private static final String STUDY = """
            topography { shape = [egg-box, square-pyramid], peak-separation = ["150 um", "200 um"] }
            topography.peak-height = { from = "4 um", to = "52 um", count = 17, scale = linear }
            interface.resistance = ["5 ohm.cm^2", "15 ohm.cm^2"]
            """;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static Connection duckDb;

    @BeforeAll
    static void open() throws Exception {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        String results = folder.resolve("results").toString();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(Main.run(
                        SampleCases::solve,
                        nowhere,
                        nowhere,
                        "sweep",
                        study.toString(),
                        "--out",
                        results,
                        "--master",
                        "local[1]"))
                .isZero();
        spark = SparkEngine.startForQueries("test", "local[1]");
        StudyViews.create(spark, StudyFolder.of(results, new Configuration()));
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            for (String table : List.of("cases", "timings")) {
                statement.execute("CREATE VIEW " + table + " AS FROM '" + results + "/" + table + "/*.parquet'");
            }
            statement.execute(StudyViews.script());
        }
    }

    @AfterAll
    static void close() throws SQLException {
        spark.stop();
        duckDb.close();
    }

    private static List<List<@Nullable Object>> bySpark(String sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                values.add(row.get(c));
            }
            rows.add(values);
        }
        return rows;
    }

    private static List<List<@Nullable Object>> byDuckDb(String sql) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
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

    private static List<String> sorted(List<List<@Nullable Object>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }

    @Test
    void bothEnginesSeeTheSameRows() throws Exception {
        assertThat(StudyViews.names())
                .containsExactly(
                        "cases",
                        "timings",
                        "audit",
                        "nodes",
                        "solved",
                        "failures",
                        "optimum_per_material",
                        "pareto",
                        "landscape",
                        "atlas");
        List<String> ofAtlases = List.of("audit", "nodes", "atlas");
        assertThat(ofAtlases).allMatch(view -> bySpark("SELECT * FROM " + view).isEmpty());
        for (String view : StudyViews.names().stream()
                .filter(name -> !ofAtlases.contains(name))
                .toList()) {
            List<String> rows = sorted(bySpark("SELECT * FROM " + view));
            assertThat(rows).as(view).isNotEmpty().isEqualTo(sorted(byDuckDb("SELECT * FROM " + view)));
        }
    }

    @Test
    void theOptimumBeatsAllSolvedCases() {
        assertThat(bySpark("SELECT o.case_index, o.status FROM optimum_per_material o"))
                .isEqualTo(bySpark("SELECT case_index, status FROM solved"
                        + " ORDER BY critical_current_a_per_m2 DESC, case_index LIMIT 1"));
    }

    @Test
    void theFrontHasWhatNobodyBeats() {
        assertThat(sorted(bySpark("SELECT case_index FROM pareto")))
                .hasSizeGreaterThan(5)
                .isEqualTo(sorted(bySpark("SELECT a.case_index FROM solved a WHERE NOT EXISTS (SELECT 1 FROM solved b"
                        + " WHERE b.peak_height_m <= a.peak_height_m AND b.enhancement >= a.enhancement"
                        + " AND (b.peak_height_m < a.peak_height_m OR b.enhancement > a.enhancement"
                        + " OR b.case_index < a.case_index))")));
    }

    @Test
    void theLandscapeHasEverySolvedCaseInItsPart() {
        assertThat(bySpark("SELECT sum(cases) FROM landscape")).isEqualTo(bySpark("SELECT count(*) FROM solved"));
        assertThat(bySpark("SELECT l.material, l.topography, l.peak_height_from_m, l.peak_separation_from_m"
                        + " FROM landscape l JOIN solved s ON s.topography = l.topography"
                        + " AND s.peak_height_m > l.peak_height_from_m * (1 - 1e-12)"
                        + " AND s.peak_height_m < l.peak_height_to_m * (1 + 1e-12)"
                        + " AND s.peak_separation_m > l.peak_separation_from_m * (1 - 1e-12)"
                        + " AND s.peak_separation_m < l.peak_separation_to_m * (1 + 1e-12)"
                        + " AND s.enhancement BETWEEN l.enhancement_min AND l.enhancement_max"
                        + " GROUP BY ALL HAVING count(*) < max(l.cases)"))
                .isEmpty();
    }

    @Test
    void theSpecificationListsTheViewsWithTheirColumns() throws IOException {
        String section = Pattern.compile("^## ", Pattern.MULTILINE)
                .splitAsStream(Files.readString(Path.of("docs", "table-spec.md")))
                .filter(text -> text.startsWith("Views"))
                .findFirst()
                .orElseThrow();
        for (String view : List.of("failures", "pareto", "landscape")) {
            String columns = spark.table(view).schema().fieldNames().length == 0
                    ? ""
                    : List.of(spark.table(view).columns()).stream()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", "));
            assertThat(section).contains("| `" + view + "` | ").contains(columns);
        }
    }

    /** Every question that the README asks, in both engines. */
    @Test
    void theQuestionsOfTheReadmeHaveAnswers() throws Exception {
        List<String> questions = questions("README.md");
        assertThat(questions).isNotEmpty();
        for (String sql : questions) {
            new org.critscape.jobs.query.Statement("README", sql);
            assertThat(bySpark(sql)).as(sql).isNotEmpty().isEqualTo(byDuckDb(sql));
        }
    }

    /** Questions that pages ask DuckDB about files of a study, whichever it is. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/tables.md", "jobs/docs/designs.md", "solver/docs/robustness.md"})
    void theQuestionsOfPagesHaveAnswersInDuckDb(String page) throws Exception {
        List<String> questions = questions(page);
        assertThat(questions).isNotEmpty();
        for (String sql : questions) {
            assertThat(byDuckDb(sql.replaceAll("'out/[a-z]+/", "'" + folder.resolve("results") + "/")))
                    .as(sql)
                    .isNotEmpty();
        }
    }

    private static List<String> questions(String page) {
        return MarkdownPage.read(MarkdownPage.ROOT.resolve(page)).blocks("sql").stream()
                .map(sql -> sql.strip().replaceAll(";$", ""))
                .toList();
    }
}
