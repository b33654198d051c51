package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline of a study without physics: its scores are those that another reader of its files finds. */
class SurrogateCommandTest {
    private static final String STUDY = """
            topography { shape = egg-box, peak-separation = ["100 um", "200 um"] }
            topography.peak-height = { from = "3 um", to = "61 um", count = 12, scale = linear }
            interface.resistance = ["5 ohm.cm^2", "10 ohm.cm^2"]
            dendrite.flaw-length = ["1 um", "2 um"]
            """;

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
        say("sweep", study.toString(), "--out", results.toString(), "--master", "local[1]");
        say("dataset", results.toString(), "--to", data.toString(), "--family", "none", "--master", "local[1]");
        report = say("surrogate", data.toString(), "--study", results.toString(), "--master", "local[1]");
    }

    private static String say(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        assertThat(Main.run(SampleCases::solve, printer, printer, arguments))
                .as(said.toString())
                .isZero();
        return said.toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("surrogate", "--master", "local[1]"));
        all.addAll(List.of(arguments));
        return Main.run(
                SampleCases::solve, new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** As a user of the files would: terms from the JSON, rows from Parquet by DuckDB, the model by onnxruntime. */
    @Test
    void theScoresFollowFromTheFilesAlone() throws Exception {
        JsonNode scores =
                new ObjectMapper().readTree(folder.resolve("data-scores.json").toFile());
        assertThat(scores.get("splits")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(scores.get("words").get(0).asText()).isEqualTo("topography");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session =
                environment.createSession(folder.resolve("data.onnx").toString())) {
            for (JsonNode split : scores.get("splits")) {
                double largest = 0;
                List<double[]> rows = rows(split.get("split").asText(), scores.get("inputs"));
                for (double[] row : rows) {
                    float[][] terms = {terms(scores, row)};
                    try (OnnxTensor input = OnnxTensor.createTensor(environment, terms);
                            OrtSession.Result result = session.run(
                                    Map.of(session.getInputNames().iterator().next(), input))) {
                        float logarithm = ((float[][]) result.get(0).getValue())[0][0];
                        largest = Math.max(largest, Math.abs(StrictMath.exp(logarithm) / row[row.length - 1] - 1));
                    }
                }
                assertThat(rows).hasSize(split.get("all").get("rows").asInt());
                assertThat(split.get("all").get("largest").asDouble()).isCloseTo(largest, within(2e-6));
            }
        }
    }

    private static List<double[]> rows(String split, JsonNode inputs) throws Exception {
        List<String> columns = new ArrayList<>();
        inputs.forEach(input -> columns.add(input.get("column").asText()));
        columns.add("enhancement");
        List<double[]> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT " + String.join(", ", columns) + " FROM '" + data.resolve(split + ".parquet") + "'")) {
            while (found.next()) {
                double[] row = new double[columns.size()];
                for (int c = 0; c < row.length; c++) {
                    row[c] = found.getDouble(c + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static float[] terms(JsonNode scores, double[] row) {
        JsonNode inputs = scores.get("inputs");
        double[] scaled = new double[inputs.size()];
        for (int i = 0; i < scaled.length; i++) {
            double x = row[i];
            double bent = switch (inputs.get(i).get("formula").asText()) {
                case "ln(x)" -> StrictMath.log(x);
                case "x/(x + 0.1)" -> x / (x + 0.1);
                case "1/x" -> 1 / x;
                default -> x;
            };
            double low = inputs.get(i).get("low").asDouble();
            scaled[i] = 2 * (bent - low) / (inputs.get(i).get("high").asDouble() - low) - 1;
        }
        float[] terms = new float[scores.get("terms").size()];
        for (int t = 0; t < terms.length; t++) {
            double value = 1;
            for (int i = 0; i < scaled.length; i++) {
                value *= legendre(
                        scaled[i],
                        scores.get("terms").get(t).get("degrees").get(i).asInt());
            }
            terms[t] = (float) value;
        }
        return terms;
    }

    private static double legendre(double x, int degree) {
        return degree == 0
                ? 1
                : degree == 1
                        ? x
                        : ((2 * degree - 1) * x * legendre(x, degree - 1) - (degree - 1) * legendre(x, degree - 2))
                                / degree;
    }

    @Test
    void theReportNamesSplitsWorstRowsAndTimes() {
        assertThat(report)
                .startsWith("Surrogate of enhancement of study: polynomial of degree ")
                .contains("train ", "validation ", "worst of train: case ", "predictions a second")
                .contains("direct rows of the study took ");
    }

    @Test
    void theSameDataGiveTheSameBytes() throws IOException {
        Path again = folder.resolve("again.onnx");
        assertThat(run(data.toString(), "--to", again.toString()))
                .as(err.toString())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(folder.resolve("data.onnx"));
        assertThat(folder.resolve("again-scores.json")).hasSameBinaryContentAs(folder.resolve("data-scores.json"));
        assertThat(out.toString()).contains("--study OUT says it");
    }

    @Test
    void slipsAreOneMessage() {
        for (List<String> arguments : List.of(
                List.of(folder.resolve("none").toString()),
                List.of(results.toString()),
                List.of(data.toString()),
                List.of(data.toString(), "--to", folder + "/x.onnx", "--target", "enhancment"),
                List.of(data.toString(), "--to", folder + "/x.onnx", "--study", folder + "/none"),
                List.of(data.toString(), "--to", folder + "/x.pb"),
                List.of(data.toString(), "--to", data + "/x.onnx"),
                List.of(data.toString(), "--to", folder + "/none/x.onnx"),
                List.of(data.toString(), "--seed", "many"))) {
            assertThat(run(arguments.toArray(String[]::new)))
                    .as(arguments + " " + out + err)
                    .isEqualTo(2);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .matches(".*(must be|is not a long).*Maybe .*");
        }
        assertThat(folder.resolve("x.onnx")).doesNotExist();
    }
}
