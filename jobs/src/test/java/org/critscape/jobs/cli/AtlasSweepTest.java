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
import org.critscape.jobs.query.StudyViews;
import org.critscape.jobs.sweep.CaseSolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies by an atlas, from the command line to their rows. */
class AtlasSweepTest {
    /** One family over a narrow range, so that few solves do; of fewer cases than solves, an atlas would answer none. */
    static final String STUDY = """
            sweep.method = atlas
            atlas { folder = "ATLAS", audit = 2, largest-nodes = 40 }
            design { plan = sobol, cases = 600, seed = 7 }
            topography {
              shape = egg-box
              peak-height = { from = "24 um", to = "26 um", distribution = uniform }
              peak-separation = "150 um"
            }
            dendrite.flaw-length = { from = "0.5 um", to = "2 um", distribution = log-uniform }
            operation.stack-pressure = { from = "0 MPa", to = "7 MPa", distribution = uniform }
            """;

    @TempDir
    private Path work;

    private Path study;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(
                work.resolve("study.conf"),
                STUDY.replace("ATLAS", work.resolve("atlas").toString()));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(CaseSolver.embedded(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** The same view of the files of the atlas. */
    private List<String> viewByDuckDb() throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("CREATE VIEW nodes AS FROM '" + work + "/atlas/nodes/*.parquet'");
            statement.execute(StudyViews.atlasScript());
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT * FROM atlas ORDER BY level")) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                        values.add(rows.getString(c));
                    }
                    lines.add(String.join(",", values));
                }
            }
            return lines;
        }
    }

    private String csv(Path results) {
        assertThat(run("status", results.toString(), "--csv")).isZero();
        return out.toString();
    }

    @Test
    void rowsAreInterpolatedAuditedRepeatedAndReplayed() throws SQLException {
        Path first = work.resolve("first");
        // Nothing may be solved before the atlas is there, unless it is asked for.
        assertThat(run("solve", study.toString(), "--case", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("atlas.folder", "lacks", "Maybe run critscape atlas build");
        assertThat(run("solve", study.toString(), "--case", "3", "--direct", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"method\" : \"direct\"");

        assertThat(run("sweep", study.toString(), "--out", first.toString(), "--for", "1 s"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("before the atlas is complete");
        assertThat(run("sweep", study.toString(), "--out", first.toString())).isZero();
        assertThat(err.toString()).contains("atlas, egg box product:");
        assertThat(out.toString())
                .contains("600 cases: 600 solved")
                .contains("By the atlas: 600 cases")
                .contains("Audit: of 2 rows by the atlas");
        String rows = csv(first);
        assertThat(rows.lines().skip(1)).hasSize(600).allMatch(row -> row.contains(",solved,,,atlas,,"));

        assertThat(run("sql", first.toString(), "-e", "SELECT count(*) AS n FROM audit JOIN cases USING (case_id)"))
                .isZero();
        assertThat(out.toString().lines().map(String::strip)).containsExactly("n", "2");

        assertThat(run("sql", first.toString(), "--format", "csv", "-e", "SELECT * FROM atlas ORDER BY level"))
                .isZero();
        assertThat(out.toString())
                .startsWith("family,level,elements,solves,failed,")
                .contains("egg box product", ",coarse,", ",fine,");
        assertThat(out.toString().replace("\"", "").lines().skip(1).toList()).isEqualTo(viewByDuckDb());

        assertThat(run("report", first.toString())).isZero();
        assertThat(first.resolve("report.html"))
                .content()
                .contains("What the atlas answers, and how well", "<td>atlas</td><td>600</td>", "id=\"chart-audit\"")
                .contains("Of the rows by the atlas 2 were drawn at random and solved directly");

        // With all solves known, on one core, into another folder: the same rows, and none is solved.
        Path second = work.resolve("second");
        assertThat(run(
                        "sweep",
                        study.toString(),
                        "--out",
                        second.toString(),
                        "--master",
                        "local[1]",
                        "--set",
                        "atlas.audit=0"))
                .isZero();
        assertThat(err.toString()).doesNotContain("the last ");
        assertThat(csv(second)).isEqualTo(rows);

        assertThat(run("solve", study.toString(), "--case", "3", "--json")).isZero();
        assertThat(out.toString()).contains("\"method\" : \"atlas\"");
        String critical = out.toString().replaceAll("(?s).*\"critical_current_a_per_m2\" : ([^,]*),.*", "$1");
        assertThat(rows.lines().skip(4).findFirst().orElseThrow()).contains("," + critical + ",");

        assertThat(run("atlas", "info", work.resolve("atlas").toString())).isZero();
        assertThat(out.toString()).contains("egg box product, 4, 3");
        assertThat(run("atlas", "info", study.toString())).isZero();
        assertThat(out.toString()).contains("Wagner number");

        // The same folder with another method is another study.
        assertThat(run("sweep", study.toString(), "--out", first.toString(), "--set", "sweep.method=direct"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("method");
    }

    @Test
    void badInputGivesOneMessage() {
        for (List<String> line : List.of(
                List.of("atlas", "info", work.resolve("nowhere").toString()),
                List.of("atlas", "build", study.toString(), "--set", "sweep.method=direct"),
                List.of("sweep", study.toString(), "--set", "sweep.method=atlsa"),
                List.of("sweep", study.toString(), "--set", "atlas.tolerance=2"),
                List.of("sweep", study.toString(), "--set", "atlas.beyond=never"))) {
            assertThat(run(line.toArray(String[]::new))).as(line.toString()).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString()).startsWith("critscape: ").contains("Maybe");
        }
    }
}
