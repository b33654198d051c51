package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set of a study without physics: its splits, its files, and what a check finds of changes. */
class DatasetCommandTest {
    private static final String STUDY = """
            topography { shape = [egg-box, square-pyramid], peak-separation = ["100 um", "200 um"] }
            topography.peak-height = { from = "3 um", to = "60 um", count = 12, scale = linear }
            topography.edge-resolution = "1 um"
            interface.resistance = ["5 ohm.cm^2", "10 ohm.cm^2"]
            dendrite.flaw-length = ["1 um", "2 um"]
            """;
    private static final List<String> SPLITS = List.of("train", "validation", "test", "extrapolation");

    @TempDir
    private static Path folder;

    private static Path results;
    private static Path data;
    private static String report;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        results = folder.resolve("results");
        data = folder.resolve("data");
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        assertThat(Main.run(
                        SampleCases::solve,
                        printer,
                        printer,
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[1]"))
                .as(said.toString())
                .isZero();
        said.getBuffer().setLength(0);
        assertThat(Main.run(
                        SampleCases::solve,
                        printer,
                        printer,
                        "dataset",
                        results.toString(),
                        "--to",
                        data.toString(),
                        "--float32",
                        "--master",
                        "local[2]"))
                .as(said.toString())
                .isZero();
        report = said.toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("dataset", "--master", "local[1]"));
        all.addAll(List.of(arguments));
        return Main.run(
                SampleCases::solve, new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private static List<List<Object>> ask(String sql) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (String split : SPLITS) {
                statement.execute("CREATE VIEW " + name(split) + " AS FROM '" + data + "/" + split + ".parquet'");
            }
            statement.execute("CREATE VIEW cases AS FROM '" + results + "/cases/*.parquet'");
            statement.execute("CREATE VIEW splits AS "
                    + String.join(
                            " UNION ALL ",
                            SPLITS.stream()
                                    .map(split -> "SELECT *, '" + split + "' AS split FROM " + name(split))
                                    .toList()));
            try (ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                        row.add(found.getObject(c));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static String name(String split) {
        return split + "_rows";
    }

    private static Map<String, String> sums(Path of) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sums.put(String.valueOf(file.getFileName()), StudyFolder.sha256(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    @Test
    void everySolvedCaseIsInOneSplit() throws Exception {
        assertThat(ask("SELECT count(*), count(DISTINCT case_index) FROM splits"))
                .isEqualTo(ask("SELECT count(*), count(*) FROM cases WHERE status = 'solved'"));
        assertThat(ask("SELECT DISTINCT split FROM splits")).hasSize(4);
        assertThat(report).contains("Data set of study in " + data, "train ", "held out   family ");
    }

    /** Half as high, half as wide and of half the resistance is the same solve, however its ratios are rounded. */
    @Test
    void casesThatShareASolveAreInOneSplit() throws Exception {
        String same = " FROM splits a JOIN splits b ON a.case_index < b.case_index AND a.topography = b.topography"
                + " AND abs(a.height_to_separation / b.height_to_separation - 1) < 1e-12"
                + " AND abs(a.wagner_number / b.wagner_number - 1) < 1e-12"
                + " AND abs(a.edge_to_separation / b.edge_to_separation - 1) < 1e-12 ";
        assertThat((Long) ask("SELECT count(*)" + same).get(0).get(0)).isGreaterThan(50);
        assertThat(ask("SELECT a.case_index" + same + "WHERE a.split <> b.split OR a.group_id <> b.group_id"))
                .isEmpty();
        assertThat(ask("SELECT group_id FROM splits GROUP BY group_id HAVING count(DISTINCT split) > 1"))
                .isEmpty();
    }

    @Test
    void whatIsHeldOutIsNowhereElse() throws Exception {
        JsonNode holdOut = new ObjectMapper()
                .readTree(data.resolve("dataset.json").toFile())
                .get("hold_out");
        String family = holdOut.get("family").asText();
        assertThat(family).isIn("egg-box", "square-pyramid");
        assertThat(holdOut.get("ends")).hasSize(1);
        double low = holdOut.get("ends").get(0).get("low").asDouble();
        double high = holdOut.get("ends").get(0).get("high").asDouble();
        assertThat(ask("SELECT count(*) FROM splits WHERE split <> 'extrapolation' AND (topography = '" + family
                        + "' OR height_to_separation <= " + low + " OR height_to_separation >= " + high + ")"))
                .isEqualTo(List.of(List.of(0L)));
        assertThat(
                        ask(
                                "SELECT min(height_to_separation), max(height_to_separation) FROM cases WHERE status = 'solved'"))
                .isEqualTo(ask("SELECT min(height_to_separation), max(height_to_separation) FROM extrapolation_rows"));
    }

    @Test
    void valuesAreThoseOfTheCasesAndTheirGroups() throws Exception {
        assertThat(
                        ask(
                                "SELECT s.case_index FROM splits s JOIN cases c USING (case_index) WHERE s.enhancement <> c.enhancement"
                                        + " OR s.critical_current_a_per_m2 <> c.critical_current_a_per_m2 OR s.case_id <> c.case_id"
                                        + " OR s.pressure_function_max <> c.pressure_function_max OR s.flaw_length_m <> c.flaw_length_m"))
                .isEmpty();
        List<Object> row =
                ask("SELECT s.pressure_to_flow, s.creep_exponent, c.unloaded_half_opening_m, s.flaw_length_m,"
                                + " s.peak_separation_m FROM splits s JOIN cases c USING (case_index) LIMIT 1")
                        .get(0);
        double n = (Double) row.get(1);
        double b = (Double) row.get(2);
        double a = (Double) row.get(3);
        double s = (Double) row.get(4);
        // σ1 and G of the two equations, each with the same creep coefficient and molar volume.
        double stress = StrictMath.pow(1 / s, 1 / n);
        double resistance = n
                / (n + 1)
                * StrictMath.pow((n + 2) / (2 * StrictMath.pow(3, (n + 1) / 2)) * 2, 1 / n)
                * StrictMath.pow(b, -(n + 2) / n)
                * StrictMath.pow(a, 1 + 1 / n);
        assertThat((Double) row.get(0) / (stress / resistance)).isCloseTo(1, within(1e-12));
    }

    @Test
    void statisticsAreOfTheTrainingRows() throws Exception {
        JsonNode statistics =
                new ObjectMapper().readTree(data.resolve("statistics.json").toFile());
        List<Object> expected =
                ask("SELECT count(enhancement), avg(enhancement), stddev_pop(enhancement), min(enhancement),"
                                + " max(enhancement) FROM train_rows")
                        .get(0);
        JsonNode found = statistics.get("enhancement");
        assertThat(found.get("count").asLong()).isEqualTo(expected.get(0));
        assertThat(found.get("mean").asDouble()).isCloseTo((Double) expected.get(1), within(1e-12));
        assertThat(found.get("standard_deviation").asDouble()).isCloseTo((Double) expected.get(2), within(1e-12));
        assertThat(found.get("min").asDouble()).isEqualTo(expected.get(3));
        assertThat(found.get("max").asDouble()).isEqualTo(expected.get(4));
        assertThat(statistics.get("rms_height_m").get("count").asLong()).isZero();
    }

    /** What Croissant 1.0 asks for, and that every reference leads somewhere. */
    @Test
    void theMetadataDescribeWhatIsThere() throws Exception {
        JsonNode croissant =
                new ObjectMapper().readTree(data.resolve("croissant.json").toFile());
        assertThat(croissant.get("@context").get("cr").asText()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(croissant.get("@type").asText()).isEqualTo("sc:Dataset");
        assertThat(croissant.get("conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.0");
        for (String key : List.of("name", "description", "license", "url", "creator", "datePublished", "version")) {
            assertThat(croissant.hasNonNull(key)).as(key).isTrue();
        }
        Map<String, String> sums = sums(data);
        List<String> files = new ArrayList<>();
        for (JsonNode file : croissant.get("distribution")) {
            files.add(file.get("@id").asText());
            assertThat(file.get("sha256").asText())
                    .isEqualTo(sums.get(file.get("contentUrl").asText()));
        }
        assertThat(files).contains("train.parquet", "train-float32.parquet", "card.md");
        assertThat(croissant.get("recordSet")).hasSize(4);
        for (JsonNode set : croissant.get("recordSet")) {
            List<List<Object>> columns = ask("SELECT name FROM pragma_table_info('"
                    + name(set.get("name").asText()) + "')");
            List<List<Object>> fields = new ArrayList<>();
            for (JsonNode field : set.get("field")) {
                fields.add(
                        List.of(field.get("source").get("extract").get("column").asText()));
                assertThat(files)
                        .contains(
                                field.get("source").get("fileObject").get("@id").asText());
                assertThat(field.get("dataType").asText()).isIn("sc:Text", "sc:Float", "sc:Integer");
            }
            assertThat(fields).isEqualTo(columns);
        }
    }

    @Test
    void theSameStudyGivesTheSameBytesAndTheCheckIsContent() throws IOException {
        Path again = folder.resolve("again");
        assertThat(run(results.toString(), "--to", again.toString(), "--float32"))
                .as(err.toString())
                .isZero();
        assertThat(sums(again)).isEqualTo(sums(data));
        assertThat(run("--check", again.toString())).as(out + err.toString()).isZero();
        assertThat(out.toString()).startsWith("All files are as they were written");
        assertThat(run(results.toString(), "--to", again.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--to is", "where something is", "Maybe");
    }

    @Test
    void aCheckFindsChanges() throws IOException {
        Path changed = copy("changed");
        byte[] card = Files.readAllBytes(changed.resolve("card.md"));
        card[7] ^= 1;
        Files.write(changed.resolve("card.md"), card);
        // Bytes that are no table, rows that are in two splits, and a table without its columns.
        Files.writeString(changed.resolve("validation.parquet"), "PAR1 no rows PAR1");
        Files.copy(
                changed.resolve("train.parquet"), changed.resolve("test.parquet"), StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> files = Files.list(results.resolve("timings"))) {
            Files.copy(
                    files.findFirst().orElseThrow(),
                    changed.resolve("extrapolation.parquet"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(changed.resolve("statistics.json"));
        assertThat(run("--check", changed.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "card.md is not the file that was written\n",
                        "statistics.json is missing\n",
                        "validation.parquet cannot be read as a table\n",
                        "extrapolation.parquet has no column group_id\n",
                        "extrapolation.parquet has no column enhancement\n",
                        "values of case_id are in more than one split: ",
                        " in test and train");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void slipsAreOneMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of(results.toString()),
                List.of("--check", folder.resolve("none").toString()),
                List.of("--check", results.toString()),
                List.of("--check", data.toString(), "--to", "x"),
                List.of(results.toString(), "--to", file + "/data"),
                List.of(results.toString(), "--to", " "),
                List.of(results.toString(), "--to", folder + "/x", "--licence", "mine"),
                List.of(results.toString(), "--to", folder + "/x", "--family", "eggbox"),
                List.of(folder.resolve("none").toString(), "--to", folder + "/x"))) {
            assertThat(run(arguments.toArray(String[]::new)))
                    .as(arguments + " " + err)
                    .isEqualTo(2);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString().lines().filter(said -> !said.endsWith("starting Spark")))
                    .singleElement()
                    .asString()
                    .contains("must be", "Maybe ");
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
