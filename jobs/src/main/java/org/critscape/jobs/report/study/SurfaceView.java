package org.critscape.jobs.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.critscape.jobs.field.InterfaceMapFile;
import org.critscape.jobs.report.SurfaceMap;
import org.critscape.jobs.table.Amounts;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The interface of one case over a period, on a square grid of points [along x][along y].
 *
 * @param caseId its identity
 * @param label in words
 * @param separation S [m]
 * @param height h [m]
 * @param current k, at 10 A/m² where it depends on the current
 * @param pressure Δp at 10 A/m² [Pa]; NaN without lithium
 * @param nearness critical current of the case by that of the point: 1 at the initiation site, 0 where no flaw grows
 * @param siteX initiation site [m]; NaN without one
 * @param siteY initiation site [m]; NaN without one
 */
record SurfaceView(
        String caseId,
        String label,
        double separation,
        double[][] height,
        double[][] current,
        double[][] pressure,
        double[][] nearness,
        double siteX,
        double siteY) {
    /** Points along a side: what a screen shows of a period. */
    static final int POINTS = 49;

    /**
     * Reads what {@code critscape solve --fields} wrote.
     *
     * @throws InvalidInputException where the folder holds nothing of the kind
     * @throws IOException where a file cannot be read
     */
    static SurfaceView read(Path folder) throws IOException {
        Path row = folder.resolve("case.json");
        Path map = folder.resolve("interface.csv");
        if (!Files.isRegularFile(row) || !Files.isRegularFile(map)) {
            throw new InvalidInputException(
                    "--fields",
                    folder.toString(),
                    "a folder with case.json and interface.csv",
                    "Maybe write it first: critscape solve CONF --case N --fields DIR.");
        }
        JsonNode values = new JsonMapper().readTree(row.toFile());
        InterfaceMap points = InterfaceMapFile.read(map);
        double separation = values.get("peak_separation_m").asDouble();
        double[] nearness = new double[points.x().length];
        for (int p = 0; p < nearness.length; p++) {
            double margin = points.margin()[p];
            nearness[p] = margin > 0 ? 1 / margin : 0;
        }
        return new SurfaceView(
                values.path("case_id").asText(),
                label(values),
                separation,
                raster(separation, points, points.height()),
                raster(separation, points, points.currentRatio()),
                raster(separation, points, points.excessPressure()),
                raster(separation, points, nearness),
                values.path("site_x_m").asDouble(Double.NaN),
                values.path("site_y_m").asDouble(Double.NaN));
    }

    private static double[][] raster(double separation, InterfaceMap points, double[] values) {
        double[] places = IntStream.range(0, POINTS)
                .mapToDouble(i -> separation * ((double) i / (POINTS - 1) - 0.5))
                .toArray();
        return new SurfaceMap(separation, points.x(), points.y(), values).raster(places);
    }

    private static String label(JsonNode values) {
        return "case " + values.path("case_index").asText() + ", "
                + values.path("topography").asText().replace('-', ' ') + ", height "
                + amount(values, "peak_height_m", "m") + ", separation " + amount(values, "peak_separation_m", "m")
                + ", resistance " + amount(values, "interface_resistance_ohm_m2", "Ω m²")
                + (values.hasNonNull("enhancement")
                        ? ": enhancement "
                                + Amounts.number(Numbers.rounded(
                                        values.get("enhancement").asDouble(), 4))
                        : "");
    }

    private static String amount(JsonNode values, String column, String unit) {
        return values.hasNonNull(column) ? Amounts.amount(values.get(column).asDouble(), unit) : "unknown";
    }
}
