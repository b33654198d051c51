package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.critscape.jobs.sweep.CaseSolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code solve --fields} with the solver itself, its files read by other programs' readers. */
class FieldsOptionTest {
    private static final double RESISTANCE = 15e-4;
    private static final double CONDUCTIVITY = 0.2;

    @TempDir
    private static Path folder;

    private static Path study;
    private static Path fields;
    private static Config row;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void solveOnce() throws IOException {
        study = Files.writeString(folder.resolve("study.conf"), """
                topography { shape = egg-box, peak-height = "25 um", peak-separation = "150 um" }
                electrolyte.conductivity = "2 mS/cm"
                interface.resistance = "15 ohm.cm^2"
                """);
        fields = folder.resolve("new").resolve("fields");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.run(
                        CaseSolver.embedded(),
                        nowhere,
                        nowhere,
                        "solve",
                        study.toString(),
                        "--fields",
                        fields.toString()))
                .isZero();
        row = ConfigFactory.parseFile(fields.resolve("case.json").toFile());
    }

    private int run(CaseSolver solver, String... more) {
        String[] arguments = Stream.concat(Stream.of("solve", study.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Main.run(solver, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void folderHasItsFilesAndNothingIsLeftBeside() throws IOException {
        try (Stream<Path> files = Files.list(fields);
                Stream<Path> neighbours = Files.list(fields.resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("case.json", "interface.csv", "electrolyte.vtu", "lithium.vtu");
            assertThat(neighbours).containsExactly(fields);
        }
    }

    @Test
    void csvHasTheExtremesOfTheRow() throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery("SELECT max(current_ratio), max(excess_pressure_pa),"
                        + " min(local_critical_current_a_per_m2), min(critical_current_margin), max(height_m),"
                        + " arg_min(abs(x_m) + abs(y_m), critical_current_margin), count(*), max(x_m)"
                        + " FROM read_csv('" + fields.resolve("interface.csv") + "', header = true)")) {
            assertThat(found.next()).isTrue();
            assertClose(found.getDouble(1), row.getDouble("current_ratio_max"), 1e-12);
            assertClose(found.getDouble(2), row.getDouble("excess_pressure_max_pa"), 1e-12);
            assertClose(found.getDouble(3), row.getDouble("critical_current_a_per_m2"), 1e-12);
            assertClose(found.getDouble(4), 1, 1e-12);
            assertClose(found.getDouble(5), 12.5e-6, 1e-12);
            assertThat(found.getLong(7)).isGreaterThan(4000);
            assertClose(found.getDouble(8), 75e-6, 1e-12);
        }
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }

    /** Ohm's law along a vertical line, by differences: from the parsed file alone, the current that the file says. */
    @Test
    void electrolyteIsWellFormedAndObeysOhm() throws Exception {
        Document file = parse("electrolyte.vtu");
        double[] points = numbers(file, "Points");
        double[] potential = numbers(file, "potential_v");
        double[] current = numbers(file, "current_density_a_per_m2");
        int checked = 0;
        for (int[] cell : cells(file)) {
            int low = cell[0], high = cell[4];
            double height = points[3 * high + 2] - points[3 * low + 2];
            double byDifference = -CONDUCTIVITY * (potential[high] - potential[low]) / height;
            double mean = 0.5 * (current[3 * low + 2] + current[3 * high + 2]);
            // The trapezoidal rule's own error is some percent where the tallest intervals stand on the interface.
            assertThat(height).isPositive();
            assertThat(byDifference).isCloseTo(mean, within(0.25));
            checked++;
        }
        assertThat(checked)
                .isEqualTo((int) number(file, "//Piece/@NumberOfCells"))
                .isGreaterThan(100);
        assertThat(potential)
                .hasSize((int) number(file, "//Piece/@NumberOfPoints"))
                .hasSize(points.length / 3);
        double least = Arrays.stream(potential).min().orElseThrow();
        assertClose(least, RESISTANCE * 10 * row.getDouble("current_ratio_min"), 1e-3);
    }

    @Test
    void lithiumIsWellFormedAndTakesUpWhatIsPlated() throws Exception {
        Document file = parse("lithium.vtu");
        double[] points = numbers(file, "Points");
        double[] pressure = numbers(file, "excess_pressure_pa");
        double[] velocity = numbers(file, "velocity_m_per_s");
        double[] rate = numbers(file, "strain_rate_per_s");
        assertThat(rate).hasSize(pressure.length).hasSize(points.length / 3).doesNotContain(Double.NaN);
        // At the tip, the highest point: plating velocity Ω k i/F straight down, the pressure of the row.
        int tip = 0;
        for (int i = 0; i < pressure.length; i++) {
            tip = points[3 * i + 2] > points[3 * tip + 2] ? i : tip;
        }
        double velocityPerCurrent = 1.3e-5 / 96485.33212;
        assertClose(velocity[3 * tip + 2], -velocityPerCurrent * 10 * row.getDouble("current_ratio_max"), 1e-3);
        double scale = row.getDouble("excess_pressure_max_pa") / row.getDouble("pressure_function_max");
        assertClose(pressure[tip], scale * row.getDouble("pressure_function_tip"), 1e-9);
        for (int[] cell : cells(file)) {
            assertThat(points[3 * cell[4] + 2]).isGreaterThan(points[3 * cell[0] + 2]);
        }
    }

    @Test
    void vtkFilesNameTheirCase() throws Exception {
        for (String name : List.of("electrolyte.vtu", "lithium.vtu")) {
            Document file = parse(name);
            assertThat(file.getDocumentElement().getAttribute("type")).isEqualTo("UnstructuredGrid");
            StringBuilder text = new StringBuilder();
            for (String code : array(file, "//FieldData/DataArray[@Name='case_id']")) {
                text.append((char) Integer.parseInt(code));
            }
            assertThat(text.toString()).isEqualTo(row.getString("case_id") + '\0');
        }
    }

    @Test
    void foldersAreNeverOverwritten() {
        assertThat(run(
                        designCase -> {
                            throw new AssertionError("solved all the same");
                        },
                        "--fields",
                        fields.toString()))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("exists", "Maybe choose another one with --fields.");
    }

    @Test
    void caseThatIsNotSolvedHasNoFields() {
        Path none = folder.resolve("none");
        int exitCode = run(CaseSolver.embedded(), "--set", "solver.newton-iterations=5", "--fields", none.toString());
        assertThat(exitCode).isEqualTo(4);
        assertThat(out.toString()).contains("CREEP_NEWTON");
        assertThat(err.toString()).contains("no fields are written");
        assertThat(none).doesNotExist();
    }

    @Test
    void anInaccurateCaseHasItsFields() throws IOException {
        Path inaccurate = folder.resolve("inaccurate");
        String[] settings = {"solver.largest-unknowns=1000", "solver.tolerance=1e-3"};
        assertThat(run(
                        CaseSolver.embedded(),
                        "--set",
                        settings[0],
                        "--set",
                        settings[1],
                        "--fields",
                        inaccurate.toString()))
                .isEqualTo(4);
        assertThat(out.toString())
                .contains("inaccurate", "CREEP_RESOLUTION", "above solver.tolerance 0.10 %. Maybe set solver.tolerance")
                .containsPattern("critical current error +[\\d.]+")
                .containsPattern("enhancement +0\\.9");
        Config numbers = ConfigFactory.parseFile(inaccurate.resolve("case.json").toFile());
        assertThat(numbers.getString("status")).isEqualTo("inaccurate");
        assertThat(numbers.getDouble("critical_current_error")).isGreaterThan(1e-3);
        assertThat(inaccurate.resolve("lithium.vtu")).exists();
    }

    @Test
    void withoutLithiumTheCurrentAloneIsThere() throws Exception {
        Path alone = folder.resolve("alone");
        assertThat(run(CaseSolver.embedded(), "--set", "lithium.model=none", "--json", "--fields", alone.toString()))
                .isZero();
        Config numbers = ConfigFactory.parseString(out.toString());
        assertThat(numbers.getString("status")).isEqualTo("solved");
        assertThat(numbers.getString("lithium_model")).isEqualTo("none");
        assertClose(numbers.getDouble("current_ratio_max"), row.getDouble("current_ratio_max"), 1e-3);
        assertThat(List.of(
                        "creep_exponent",
                        "creep_coefficient",
                        "stack_pressure_pa",
                        "flaw_length_m",
                        "wall",
                        "pressure_function_max",
                        "critical_current_a_per_m2",
                        "enhancement",
                        "critical_current_error"))
                .allSatisfy(column -> assertThat(numbers.getIsNull(column)).isTrue());
        assertThat(alone.resolve("lithium.vtu")).doesNotExist();
        assertThat(alone.resolve("electrolyte.vtu")).exists();
        assertThat(Files.readAllLines(alone.resolve("interface.csv")))
                .element(1)
                .asString()
                .endsWith(",,,,,,");
    }

    @Test
    void jsonStaysOneObjectBesideFields() {
        Path second = folder.resolve("second");
        assertThat(run(
                        CaseSolver.embedded(),
                        "--set",
                        "topography.shape=flat",
                        "--json",
                        "--fields",
                        second.toString()))
                .isZero();
        assertThat(ConfigFactory.parseString(out.toString()).getString("topography"))
                .isEqualTo("flat");
        assertThat(second.resolve("interface.csv")).exists();
    }

    private static Document parse(String name) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(fields.resolve(name).toFile());
    }

    private static double number(Document file, String path) throws Exception {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        return Double.parseDouble(xpath.evaluate(path, file));
    }

    private static String[] array(Document file, String path) throws Exception {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        return xpath.evaluate(path, file).strip().split("\\s+");
    }

    private static double[] numbers(Document file, String name) throws Exception {
        return Arrays.stream(array(file, "//DataArray[@Name='" + name + "']"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The corners of each cell, with offsets and types as the format asks. */
    private static List<int[]> cells(Document file) throws Exception {
        String[] corners = array(file, "//DataArray[@Name='connectivity']");
        String[] offsets = array(file, "//DataArray[@Name='offsets']");
        assertThat(array(file, "//DataArray[@Name='types']"))
                .hasSameSizeAs(offsets)
                .containsOnly("12");
        int[][] cells = new int[offsets.length][8];
        for (int e = 0; e < cells.length; e++) {
            assertThat(Integer.parseInt(offsets[e])).isEqualTo(8 * (e + 1));
            for (int a = 0; a < 8; a++) {
                cells[e][a] = Integer.parseInt(corners[8 * e + a]);
            }
        }
        assertThat(corners).hasSize(8 * cells.length);
        return List.of(cells);
    }
}
