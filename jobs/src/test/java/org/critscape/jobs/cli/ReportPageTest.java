package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.critscape.jobs.cli.ReportScene.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.critscape.jobs.report.study.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: charts with the table's numbers, keys, widths, colours, and no word to the outside. */
@Tag("browser")
class ReportPageTest {
    private static final int WIDE = 1400;
    private static final int NARROW = 400;

    @TempDir
    private static Path folder;

    private static Path results;
    private static Browser browser;

    @BeforeAll
    static void begin() throws IOException, InterruptedException {
        ReportScene scene = new ReportScene(folder);
        results = scene.sweep(ReportScene.STUDY);
        String fields = folder.resolve("fields").toString();
        // Solved by the solver itself.
        assertThat(scene.run("solve", folder.resolve("study.conf").toString(), "--case", "13", "--fields", fields))
                .as(scene.err.toString())
                .isZero();
        assertThat(scene.report(results, "--fields", fields))
                .as(scene.err.toString())
                .isZero();
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void end() throws IOException {
        browser.close();
    }

    private static void open(int width, boolean dark) throws IOException, InterruptedException {
        Path page = results.resolve("report.html");
        for (JsonNode event : browser.open(page, width, 900, dark)) {
            String method = event.get("method").asText();
            JsonNode told = event.get("params");
            assertThat(method).as(event.toString()).isNotEqualTo("Runtime.exceptionThrown");
            if (method.equals("Runtime.consoleAPICalled")) {
                assertThat(told.get("type").asText()).as(event.toString()).isNotIn("error", "warning");
            } else if (method.equals("Log.entryAdded")) {
                assertThat(told.get("entry").get("level").asText())
                        .as(event.toString())
                        .isNotEqualTo("error");
            } else if (method.equals("Network.requestWillBeSent")) {
                assertThat(told.get("request").get("url").asText())
                        .isIn(page.toUri().toString(), page.toUri().toString().replace("file:/", "file:///"));
            }
        }
    }

    private static String chart(String id) {
        return "echarts.getInstanceByDom(document.getElementById('chart-" + id + "'))";
    }

    @Test
    void chartsShowTheTable() throws IOException, InterruptedException, SQLException {
        open(WIDE, false);
        assertThat(browser.value("document.querySelectorAll('.chart svg, .chart canvas').length")
                        .asInt())
                .isEqualTo(browser.value("document.querySelectorAll('.chart').length")
                        .asInt())
                .isEqualTo(8);
        String perField = "SELECT max(enhancement) FROM cases WHERE status = 'solved' %s"
                + " GROUP BY peak_height_m, peak_separation_m ORDER BY peak_height_m, peak_separation_m";
        String shown = chart("landscape") + ".getOption().series[0].data.map(cell => cell.value[2])";
        assertNumbers(browser.value(shown), query(results, String.format(perField, "")));
        // The crosses of the lowest row, which is not solved.
        assertThat(browser.value(chart("landscape") + ".getOption().series[1].data.length")
                        .asInt())
                .isEqualTo(3);

        browser.value("(() => { const field = document.querySelector('#choices-landscape select'); field.value = '0';"
                + " field.dispatchEvent(new Event('change')); })()");
        assertNumbers(
                browser.value(shown),
                query(results, String.format(perField, "AND interface_resistance_ohm_m2 < 6e-4")));
        assertThat(browser.value(chart("parallel") + ".getOption().series[0].data.length")
                        .asInt())
                .isEqualTo(54);
        assertThat(browser.value(chart("front") + ".getOption().series[0].data.length")
                        .asInt())
                .isEqualTo(54);
    }

    private static void assertNumbers(JsonNode shown, List<List<Double>> table) {
        assertThat(shown).hasSize(table.size());
        for (int i = 0; i < table.size(); i++) {
            assertThat(shown.get(i).asDouble()).isCloseTo(table.get(i).get(0), within(1e-5));
        }
    }

    @Test
    void keysReachTheCharts() throws IOException, InterruptedException, SQLException {
        open(WIDE, false);
        browser.value("document.getElementById('chart-landscape').focus()");
        browser.press("ArrowRight");
        assertThat(browser.value("document.getElementById('tip-landscape').textContent")
                        .asText())
                .startsWith("peak separation [µm] 100, peak height [µm] 25: enhancement ");
        browser.press("ArrowRight");
        assertThat(browser.value("document.getElementById('tip-landscape').textContent")
                        .asText())
                .startsWith("peak separation [µm] 150, peak height [µm] 25: enhancement ");

        browser.value("(() => { const form = document.getElementById('brush'); form.elements.from.value = '1.1';"
                + " form.requestSubmit(); })()");
        double kept = query(results, "SELECT count(*) FROM cases WHERE status = 'solved' AND enhancement >= 1.1")
                .get(0)
                .get(0);
        assertThat(kept).isBetween(1.0, 53.0);
        assertThat(browser.value("document.getElementById('chosen').textContent")
                        .asText())
                .startsWith(String.format("%.0f of 54 lines kept", kept));
        browser.value("document.querySelector('#brush button[type=reset]').click()");
        assertThat(browser.value("document.getElementById('chosen').textContent")
                        .asText())
                .startsWith("54 of 54 lines kept");
    }

    @Test
    void keysTurnTheSurface() throws IOException, InterruptedException {
        open(WIDE, false);
        String picture = "document.querySelector('#surfaces canvas').toDataURL()";
        String before = browser.value(picture).asText();
        browser.value("document.querySelector('#surfaces canvas').focus()");
        browser.press("ArrowRight");
        String turned = browser.value(picture).asText();
        browser.press("Home");
        String back = browser.value(picture).asText();
        browser.value("(() => { const field = document.querySelector('#choices-surfaces select'); field.value = '1';"
                + " field.dispatchEvent(new Event('change')); })()");
        String pressure = browser.value(picture).asText();
        assertThat(turned).isNotEqualTo(before);
        assertThat(back).isEqualTo(before);
        assertThat(pressure).isNotEqualTo(before);
    }

    @Test
    void fitsNarrowScreensAndDarkOnes() throws IOException, InterruptedException {
        open(NARROW, true);
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(NARROW);
        assertThat(browser.value(chart("parallel") + ".getOption().parallel[0].layout")
                        .asText())
                .isEqualTo("vertical");
        String text = chart("landscape") + ".getOption().textStyle.color";
        String dark = browser.value(text).asText();
        open(WIDE, false);
        assertThat(browser.value(text).asText()).isNotEqualTo(dark);
    }

    @Test
    void thePageMaySpeakToNobody() throws IOException, InterruptedException {
        open(WIDE, false);
        assertThat(browser.value(
                                "new Promise(done => { addEventListener('securitypolicyviolation',"
                                        + " event => done(event.effectiveDirective)); fetch('http://127.0.0.1:9/').catch(() => {}); })")
                        .asText())
                .isEqualTo("connect-src");
        assertThat(browser.value("new Promise(done => { addEventListener('securitypolicyviolation',"
                                + " event => done(event.effectiveDirective)); const script ="
                                + " document.createElement('script'); script.textContent = 'window.strange = 1';"
                                + " document.head.append(script); })")
                        .asText())
                .startsWith("script-src");
    }
}
