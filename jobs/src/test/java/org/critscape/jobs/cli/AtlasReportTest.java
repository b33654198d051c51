package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.critscape.jobs.report.study.Browser;
import org.critscape.jobs.sweep.CaseSolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study by an atlas: who answered its cases, and the audit, in words and in a browser; it solves an atlas. */
@Tag("browser")
@Tag("verification")
class AtlasReportTest {
    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void run(String... arguments) {
        assertThat(Main.run(CaseSolver.embedded(), new PrintWriter(out, true), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isZero();
    }

    private String page(Path results) throws IOException {
        run("report", results.toString(), "--master", "local[1]");
        return Files.readString(results.resolve("report.html"));
    }

    @Test
    void theAuditIsOnThePage() throws IOException, InterruptedException, SQLException {
        String study = Files.writeString(
                        work.resolve("study.conf"),
                        AtlasSweepTest.STUDY.replace(
                                "ATLAS", work.resolve("atlas").toString()))
                .toString();
        Path results = work.resolve("results");
        run("sweep", study, "--out", results.toString());
        assertThat(page(results))
                .contains("What the atlas answers, and how well", "<td>atlas</td><td>600</td>")
                .contains("Of the rows by the atlas 2 were drawn at random and solved directly");
        List<List<Double>> table = ReportScene.query(
                results,
                "SELECT case_index, 100 * critical_current_error, 100 * critical_current_deviation,"
                        + " 100 * critical_current_error_direct FROM '" + results + "/audit/*.parquet' ORDER BY 1");
        JsonNode shown = ReportScene.data(results).get("audit");
        assertThat(shown).hasSize(2).hasSameSizeAs(table);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 4; column++) {
                double expected = table.get(row).get(column);
                assertThat(shown.get(row).get(column).asDouble()).isCloseTo(expected, within(0.006 * expected));
            }
        }
        try (Browser browser = Browser.start(work.resolve("profile"))) {
            browser.open(results.resolve("report.html"), 1400, 900, false);
            assertThat(browser.events())
                    .noneMatch(event -> event.get("method").asText().equals("Runtime.exceptionThrown"));
            String series = "echarts.getInstanceByDom(document.getElementById('chart-audit')).getOption().series";
            for (int row = 0; row < 2; row++) {
                JsonNode place = browser.value(series + "[0].data[" + row + "].value");
                assertThat(place.get(0).asDouble())
                        .isEqualTo(shown.get(row).get(1).asDouble());
                assertThat(place.get(1).asDouble())
                        .isEqualTo(Math.max(1e-4, shown.get(row).get(2).asDouble()));
            }
            browser.value("document.getElementById('chart-audit').focus()");
            browser.press("ArrowRight");
            assertThat(browser.value("document.getElementById('tip-audit').textContent")
                            .asText())
                    .startsWith("case " + shown.get(0).get(0).asLong() + ": states ");
        }

        // The same atlas without an audit: the page says that nothing was compared.
        Path silent = work.resolve("silent");
        run("sweep", study, "--out", silent.toString(), "--set", "atlas.audit=0");
        assertThat(page(silent)).contains("No row was solved directly as well").doesNotContain("id=\"chart-audit\"");
    }
}
