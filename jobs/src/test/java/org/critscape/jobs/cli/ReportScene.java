package org.critscape.jobs.cli;

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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;

/** What tests of reports share: a study of 63 cases with gains, losses and failures, and its table read by DuckDB. */
final class ReportScene {
    /** 54 of its cases are solved; those of 10 µm are not. */
    static final String STUDY = """
            topography { shape = egg-box
              peak-height = ["10 um", "25 um", "30 um", "40 um", "50 um", "60 um", "75 um"]
              peak-separation = ["100 um", "150 um", "300 um"] }
            interface.resistance = ["5 ohm.cm^2", "15 ohm.cm^2", "50 ohm.cm^2"]
            """;

    private final Path folder;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    ReportScene(Path folder) {
        this.folder = folder;
    }

    /** Steep surfaces gain, wide ones lose: a formula that has its maximum within the grid. */
    static CaseOutcome solve(DesignCase designCase) {
        double height = designCase.topography().peakHeight();
        if (height == 10e-6) {
            return SampleCases.solve(designCase);
        }
        double ratio = designCase.topography().heightToSeparation();
        double resistance = designCase.kinetics().resistanceAt(298.15);
        return SampleCases.solved(
                designCase, 0.8 + 1.5 * ratio * (1 - ratio) + 40 * resistance + 1e3 * (height - 25e-6));
    }

    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(ReportScene::solve, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** Sweeps a study into a folder. */
    Path sweep(String text) throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), text);
        Path results = folder.resolve("results");
        int exitCode = run(
                "sweep",
                study.toString(),
                "--out",
                results.toString(),
                "--master",
                "local[1]",
                "--set",
                "sweep.failure-limit=1");
        if (exitCode != Messages.DONE) {
            throw new IOException(err.toString());
        }
        return results;
    }

    int report(Path results, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", results.toString(), "--master", "local[1]"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** The numbers within a page. */
    static JsonNode data(Path results) throws IOException {
        String page = Files.readString(results.resolve("report.html"));
        String start = "id=\"data\">";
        int from = page.indexOf(start) + start.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    /** Rows of numbers, by another reader than that of the report; {@code cases} is the case table. */
    static List<List<Double>> query(Path results, String query) throws SQLException {
        List<List<Double>> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet found = duckdb.createStatement()
                        .executeQuery("WITH cases AS (FROM '" + results + "/cases/*.parquet') " + query)) {
            while (found.next()) {
                List<Double> row = new ArrayList<>();
                for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                    row.add(found.getDouble(c));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
