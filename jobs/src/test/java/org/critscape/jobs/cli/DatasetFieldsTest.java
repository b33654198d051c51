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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.critscape.jobs.sweep.CaseSolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields in a data set, of ridges that are really solved, since they take little time. */
class DatasetFieldsTest {
    private static final String STUDY = """
            topography { shape = ridge, profile = cosine, polarity = [lithium, electrolyte], peak-separation = "150 um" }
            topography.peak-height = { from = "5 um", to = "40 um", count = 12, scale = linear }
            interface.resistance = ["5 ohm.cm^2", "10 ohm.cm^2"]
            dendrite.flaw-length = ["1 um", "2 um"]
            """;

    @TempDir
    private static Path folder;

    private static Path results;
    private static Path data;
    private static String said;

    private static int run(StringWriter to, String... arguments) {
        PrintWriter printer = new PrintWriter(to, true);
        return Main.run(CaseSolver.embedded(), printer, printer, arguments);
    }

    private static String dataset(int code, String... arguments) {
        StringWriter text = new StringWriter();
        List<String> all = new ArrayList<>(List.of("dataset", "--master", "local[2]"));
        all.addAll(List.of(arguments));
        assertThat(run(text, all.toArray(String[]::new))).as(text.toString()).isEqualTo(code);
        return text.toString();
    }

    @BeforeAll
    static void make() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        results = folder.resolve("results");
        data = folder.resolve("data");
        StringWriter text = new StringWriter();
        assertThat(run(text, "sweep", study.toString(), "--out", results.toString(), "--master", "local[2]"))
                .as(text.toString())
                .isZero();
        said = dataset(
                0,
                results.toString(),
                "--to",
                data.toString(),
                "--float32",
                "--fields",
                "7",
                "--fields-where",
                "peak_height_m > 6e-6");
    }

    private static List<List<Object>> rows(ResultSet found) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        while (found.next()) {
            List<Object> row = new ArrayList<>();
            for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                row.add(found.getObject(c));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<Object>> query(String sql) throws Exception {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            duckDb.createStatement().execute("CREATE VIEW fields AS FROM '" + data + "/fields.parquet'");
            duckDb.createStatement().execute("CREATE VIEW single AS FROM '" + data + "/fields-float32.parquet'");
            duckDb.createStatement()
                    .execute("CREATE VIEW splits AS SELECT * FROM read_parquet(["
                            + Stream.of("train", "validation", "test", "extrapolation")
                                    .map(split -> "'" + data + "/" + split + ".parquet'")
                                    .collect(Collectors.joining(", "))
                            + "])");
            duckDb.createStatement().execute("CREATE VIEW cases AS FROM '" + results + "/cases/*.parquet'");
            try (ResultSet found = duckDb.createStatement().executeQuery(sql)) {
                return rows(found);
            }
        }
    }

    @Test
    void mapsAreThoseOfTheirCases() throws Exception {
        // Turned over, the ridges are themselves.
        assertThat(query("SELECT count(*), count(DISTINCT group_id), count(DISTINCT polarity) FROM splits"))
                .isEqualTo(List.of(List.of(96L, 24L, 2L)));
        assertThat(said).contains("7 of 7 interfaces are solved", "fields     of 7 cases on 64 by 64 points");
        assertThat(query("SELECT count(*), count(DISTINCT group_id), min(len(height)), max(len(pressure_function))"
                        + " FROM fields"))
                .isEqualTo(List.of(List.of(7L, 7L, 4096L, 4096L)));
        // The tip of the ridge, x = 0, is a point of the grid, the 33rd of each of its rows.
        List<List<Object>> rows = query("SELECT list_max(f.current_ratio), c.current_ratio_max,"
                + " f.pressure_function[33], c.pressure_function_tip, list_avg(f.height), list_max(f.height),"
                + " c.height_to_separation, c.peak_height_m, f.current_ratio_error, c.current_ratio_error,"
                + " f.pressure_function_error, c.pressure_function_error, f.height[33], f.height[33 + 640]"
                + " FROM fields f JOIN cases c USING (case_id)");
        assertThat(rows).hasSize(7);
        for (List<Object> row : rows) {
            double[] v = row.stream().mapToDouble(value -> (Double) value).toArray();
            assertThat(v[0]).isCloseTo(v[1], within(1e-9));
            assertThat(v[2]).isCloseTo(v[3], within(1e-9 * v[3]));
            assertThat(v[4]).isCloseTo(0, within(1e-12));
            assertThat(v[5]).isCloseTo(v[6] / 2, within(1e-12));
            assertThat(v[7]).isGreaterThan(6e-6);
            assertThat(v[8]).isEqualTo(v[9]);
            assertThat(v[10]).isEqualTo(v[11]);
            // Row by row along x; nothing varies along y.
            assertThat(v[12]).isEqualTo(v[5]);
            assertThat(v[13]).isEqualTo(v[5]);
        }
        assertThat(query("SELECT count(*) FROM fields f JOIN single s USING (case_id)"
                        + " WHERE abs(list_max(f.current_ratio) / list_max(s.current_ratio) - 1) < 1e-6"
                        + " AND typeof(s.current_ratio) = 'FLOAT[]'"))
                .isEqualTo(List.of(List.of(7L)));
    }

    @Test
    void describedForMachinesAndPeople() throws IOException {
        JsonNode part = new ObjectMapper()
                .readTree(data.resolve("dataset.json").toFile())
                .get("fields");
        assertThat(part.get("rows").asInt()).isEqualTo(7);
        assertThat(part.get("points").asInt()).isEqualTo(64);
        JsonNode sets = new ObjectMapper()
                .readTree(data.resolve("croissant.json").toFile())
                .get("recordSet");
        JsonNode fields = sets.get(sets.size() - 1);
        assertThat(fields.get("@id").asText()).isEqualTo("fields");
        JsonNode map = fields.get("field").get(fields.get("field").size() - 1);
        assertThat(map.get("repeated").asBoolean()).isTrue();
        assertThat(map.get("dataType").asText()).isEqualTo("sc:Float");
        assertThat(map.get("source").get("fileObject").get("@id").asText()).isEqualTo("fields.parquet");
        assertThat(Files.readString(data.resolve("card.md"))).contains("## Fields", "64 by 64 points", "## Use");
    }

    @Test
    void theSameAgainAndUnchanged() throws IOException {
        Path again = folder.resolve("again");
        dataset(
                0,
                results.toString(),
                "--to",
                again.toString(),
                "--float32",
                "--fields",
                "7",
                "--fields-where",
                "peak_height_m > 6e-6");
        assertThat(again.resolve("checksums.txt")).hasSameTextualContentAs(data.resolve("checksums.txt"));
        dataset(0, "--check", again.toString());
    }

    @Test
    void checkFindsMapsOfOtherCases() throws Exception {
        Path changed = Files.createDirectories(folder.resolve("changed"));
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, changed.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            duckDb.createStatement()
                    .execute("COPY (SELECT * REPLACE ('none' AS split) FROM '" + data + "/fields.parquet' LIMIT 5) TO '"
                            + changed + "/fields.parquet' (FORMAT parquet)");
        }
        assertThat(dataset(1, "--check", changed.toString()))
                .contains("fields.parquet is not the file that was written")
                .contains("fields.parquet has 5 rows instead of 7")
                .contains("fields.parquet has 5 cases that their split has not");
        Files.writeString(changed.resolve("fields.parquet"), "no table");
        assertThat(dataset(1, "--check", changed.toString())).contains("cannot be read as a table of maps");
    }

    @Test
    void badInputNamesItsKey() {
        String to = folder.resolve("none").toString();
        assertThat(dataset(2, results.toString(), "--to", to, "--fields", "-1"))
                .contains("--fields is -1 but must be", "Maybe --fields 100.");
        assertThat(dataset(2, results.toString(), "--to", to, "--fields-where", "peak_height_m > 1"))
                .contains("--fields-where is", "Maybe add --fields 100.");
        assertThat(dataset(2, results.toString(), "--to", to, "--fields", "2", "--fields-where", "tall > 1"))
                .contains("tall is no column of the case table");
        assertThat(dataset(2, results.toString(), "--to", to, "--fields", "2", "--fields-where", "peak_height_m > 1"))
                .contains("--fields-where is \"peak_height_m > 1\" but must be", "Maybe leave it out.");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
