package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.critscape.jobs.cli.ReportScene.data;
import static org.critscape.jobs.cli.ReportScene.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on small sweeps, with a formula for a solver. */
class ReportCommandTest {
    /** Digits that a page keeps. */
    private static final double DIGITS = 1e-5;

    @TempDir
    private Path folder;

    private ReportScene scene;

    @BeforeEach
    void begin() {
        scene = new ReportScene(folder);
    }

    @Test
    void numbersAreThoseOfTheTable() throws IOException, SQLException {
        Path results = scene.sweep(ReportScene.STUDY);
        Path figures = folder.resolve("figures");
        assertThat(scene.report(results, "--figures", figures.toString()))
                .as(scene.err.toString())
                .isZero();

        List<Double> best = query(
                        results,
                        "SELECT case_index, enhancement FROM cases WHERE status = 'solved' ORDER BY 2 DESC, 1 LIMIT 1")
                .get(0);
        double losing = query(results, "SELECT count(*) FROM cases WHERE status = 'solved' AND enhancement < 1")
                .get(0)
                .get(0);
        assertThat(scene.out.toString())
                .startsWith("Best is the egg box of peak height ")
                .contains(
                        String.format("in %.0f of 54 solved cases with a contour", losing),
                        "flaw length 1 µm",
                        "that is at the end of what was solved (");
        JsonNode data = data(results);
        assertKeysInOrder(data);
        assertThat(data.get("best").asDouble()).isEqualTo(best.get(0));
        assertThat(data.get("sample").get("rows")).hasSize(54);
        assertThat(data.get("sample").get("solved").asInt()).isEqualTo(54);
        List<List<Double>> all = query(results, "SELECT enhancement FROM cases ORDER BY case_index");
        for (JsonNode row : data.get("sample").get("rows")) {
            double value = all.get(row.get(0).asInt()).get(0);
            assertThat(row.get(6).asDouble()).isCloseTo(value, within(DIGITS));
        }
        assertFront(data, results);
        assertLandscape(data.get("landscape"), results);
        assertBestPerResistance(results);
        assertThat(data.get("cuts")).hasSize(3);
        assertThat(data.get("cuts").get(0).get("throughBest").asBoolean()).isTrue();

        String page = Files.readString(results.resolve("report.html"));
        assertThat(page.length()).isBetween(1_000_000, 2_000_000);
        assertThat(page)
                .contains("The study is complete, with 63 cases.", "CREEP_NEWTON", "--case 0", "peak height 10 µm")
                .contains("default-src 'none'")
                .doesNotContain("<link", "<script src", "@import")
                // No case of it is by an atlas.
                .doesNotContain("What the atlas answers", "id=\"chart-audit\"");
        for (String name : List.of("landscape", "front", "cuts")) {
            assertThat(figures.resolve(name + ".png")).isNotEmptyFile();
            assertThat(figures.resolve(name + ".svg")).isNotEmptyFile();
        }
    }

    /** Another program writes the same page. */
    private static void assertKeysInOrder(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).isSorted();
        node.forEach(ReportCommandTest::assertKeysInOrder);
    }

    private static void assertFront(JsonNode data, Path results) throws SQLException {
        List<List<Double>> front = query(
                results,
                "FROM (SELECT peak_height_m * 1e6 h, max(enhancement) e FROM cases WHERE status = 'solved' GROUP BY 1)"
                        + " QUALIFY e > coalesce(max(e) OVER (ORDER BY h ROWS BETWEEN UNBOUNDED PRECEDING AND"
                        + " 1 PRECEDING), 0) ORDER BY h");
        JsonNode points = data.get("front").get("points");
        assertThat(points).hasSize(front.size());
        for (int i = 0; i < front.size(); i++) {
            assertThat(points.get(i).get(0).asDouble()).isCloseTo(front.get(i).get(0), within(1e-6));
            assertThat(points.get(i).get(1).asDouble()).isCloseTo(front.get(i).get(1), within(DIGITS));
        }
    }

    private static void assertBestPerResistance(Path results) throws IOException, SQLException {
        String page = Files.readString(results.resolve("report.html"));
        int from = page.indexOf("Best surface for each interface resistance");
        String table = page.substring(from, page.indexOf("</table>", from));
        for (List<Double> best : query(
                results,
                "SELECT max(enhancement), max_by(case_index, enhancement) FROM cases WHERE status = 'solved'"
                        + " GROUP BY interface_resistance_ohm_m2")) {
            BigDecimal value = new BigDecimal(best.get(0)).round(new MathContext(4));
            assertThat(table)
                    .contains("<td>" + value.stripTrailingZeros().toPlainString() + " ± ")
                    .contains(String.format("<td>%.0f</td>", best.get(1)));
        }
        assertThat(page.substring(from)).contains("It is the same surface for all of them.");
    }

    /** Of a case that the model rejects the resistance is not known: its field is one of every resistance. */
    @Test
    void rejectedCasesHaveAPlaceOnTheMap() throws IOException {
        Path results = scene.sweep("""
                topography { shape = egg-box, peak-height = ["25 um", "150 um"], peak-separation = ["100 um", "200 um"] }
                interface.resistance = ["5 ohm.cm^2", "50 ohm.cm^2"]
                """);
        assertThat(scene.report(results)).as(scene.err.toString()).isZero();
        List<String> cells = new ArrayList<>();
        data(results).get("landscape").get("cells").forEach(cell -> cells.add(cell.toString()));
        assertThat(cells).hasSize(7).contains("[-1,0,1,null,null,0,2,null]");
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("<td>–</td>")
                .doesNotContain("In common those");
    }

    private static void assertLandscape(JsonNode landscape, Path results) throws SQLException {
        List<List<Double>> cells = query(
                results,
                "SELECT dense_rank() OVER (ORDER BY interface_resistance_ohm_m2) - 1,"
                        + " dense_rank() OVER (ORDER BY peak_separation_m) - 1,"
                        + " dense_rank() OVER (ORDER BY peak_height_m) - 1,"
                        + " CASE WHEN status = 'solved' THEN enhancement ELSE 0 END FROM cases ORDER BY 1, 3, 2");
        assertThat(landscape.get("cells")).hasSize(63);
        for (int i = 0; i < cells.size(); i++) {
            List<Double> row = new ArrayList<>();
            landscape.get("cells").get(i).forEach(value -> row.add(value.asDouble()));
            assertThat(row.subList(0, 3)).isEqualTo(cells.get(i).subList(0, 3));
            assertThat(row.get(3)).isCloseTo(cells.get(i).get(3), within(DIGITS));
        }
    }

    @Test
    void unfinishedAndSampledStudiesSaySo() throws IOException {
        Path results = scene.sweep("""
                topography { shape = egg-box, peak-height = { distribution = log-uniform, from = "21 um", to = "75 um" }
                  peak-separation = { distribution = uniform, from = "100 um", to = "300 um" } }
                interface.resistance = { distribution = log-normal, median = "15 ohm.cm^2", factor = 2,
                  from = "2 ohm.cm^2", to = "100 ohm.cm^2" }
                design { plan = sobol, cases = 150 }
                """);
        Path last;
        try (var files = Files.list(results.resolve("cases"))) {
            last = files.filter(file -> file.toString().endsWith(".parquet"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        Files.delete(last);
        assertThat(scene.report(results)).as(scene.err.toString()).isZero();
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("The study is not finished: 1", "of its 150 cases are there");
        JsonNode data = data(results);
        assertThat(data.get("sample").get("rows").size()).isBetween(100, 149);
        assertThat(data.get("landscape").get("x").get("parts")).hasSize(6);
        assertThat(data.get("cuts").get(0).get("throughBest").asBoolean()).isFalse();
        String first = Files.readString(results.resolve("report.html"));
        assertThat(scene.report(results)).isZero();
        assertThat(Files.readString(results.resolve("report.html"))).isEqualTo(first);
    }

    @Test
    void refusesWhatIsNoStudy() throws IOException {
        Path nothing = folder.resolve("nothing");
        assertThat(scene.report(nothing)).isEqualTo(2);
        assertThat(scene.err.toString())
                .isEqualTo(
                        "critscape: output folder is " + nothing + ", which does not exist, but must be the results of"
                                + " a sweep by this version of critscape. Maybe give the folder that critscape sweep wrote to, out/STUDY or"
                                + " that of --out.\n");
        assertThat(scene.report(folder)).isEqualTo(2);
        assertThat(scene.err.toString()).contains("which has no manifest.json");

        Path results = scene.sweep("topography { shape = flat, peak-separation = 150 um }");
        assertThat(scene.report(
                        results, "--figures", results.resolve("manifest.json").toString()))
                .isEqualTo(2);
        assertThat(scene.err.toString()).contains("--figures is", "must be a folder", "Maybe");
        try (var files = Files.list(results.resolve("cases"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(scene.report(results)).isEqualTo(2);
        assertThat(scene.err.toString().lines())
                .singleElement()
                .asString()
                .contains("where no case is finished yet", "Maybe wait");
        assertThat(Objects.requireNonNull(results.toFile().list())).doesNotContain("report.html");
    }

    @Test
    void aStudyWithoutLithiumAsksForTheEvenest() throws IOException, SQLException {
        Path results = scene.sweep("""
                topography { shape = egg-box, peak-height = ["25 um", "40 um", "75 um"], peak-separation = "150 um" }
                lithium.model = none
                """);
        String fields = folder.resolve("fields").toString();
        String study = folder.resolve("study.conf").toString();
        assertThat(scene.run("solve", study, "--case", "2", "--fields", fields))
                .as(scene.err.toString())
                .isZero();
        assertThat(scene.report(results, "--fields", fields))
                .as(scene.err.toString())
                .isZero();
        JsonNode surface = data(results).get("surfaces").get(0);
        assertThat(surface.get("current")).hasSize(49);
        assertThat(surface.get("pressure").isNull()).isTrue();

        String other = folder.resolve("other").toString();
        assertThat(scene.run("solve", study, "--case", "0", "--fields", other, "--set", "operation.temperature=330 K"))
                .as(scene.err.toString())
                .isZero();
        assertThat(scene.report(results, "--fields", other)).isEqualTo(2);
        assertThat(scene.err.toString().lines())
                .last()
                .asString()
                .contains("--fields is", "the fields of case 0, egg box", "must be those of a case of study study");
        assertThat(scene.report(results, "--fields", folder.toString())).isEqualTo(2);
        assertThat(scene.err.toString()).contains("Maybe write it first: critscape solve CONF --case N --fields DIR");

        List<Double> best = query(
                        results,
                        "SELECT case_index, current_ratio_max FROM cases WHERE status = 'solved' ORDER BY 2, 1 LIMIT 1")
                .get(0);
        assertThat(data(results).get("best").asDouble()).isEqualTo(best.get(0));
        assertThat(scene.report(results)).isZero();
        assertThat(scene.out.toString()).contains("the smallest of all").doesNotContain("gain", "fails to pay");
    }
}
