package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

/** Draws the README's picture from a sweep of conf/landscape.conf; see CONTRIBUTING.md for the command. */
@EnabledIfSystemProperty(named = "critscape.landscape", matches = ".+", disabledReason = "draws, on request only")
class ReadmePictureTest {
    private static final double[] RESISTANCES = {15e-4, 50e-4};
    private static final double[] SEPARATIONS = {100e-6, 150e-6, 300e-6, 600e-6};
    /** Okabe and Ito's palette, which colour-blind people can tell apart. */
    private static final Color[] COLORS = {
        new Color(0xD55E00), new Color(0x0072B2), new Color(0x009E73), new Color(0xCC79A7)
    };

    @Test
    void draw() throws SQLException, IOException {
        List<XYChart> charts = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            for (double resistance : RESISTANCES) {
                charts.add(chart(duckdb, resistance));
            }
        }
        Path picture = Path.of(System.getProperty("critscape.picture", "target/landscape.png"));
        BitmapEncoder.saveBitmap(charts, 1, RESISTANCES.length, picture.toString(), BitmapEncoder.BitmapFormat.PNG);
        assertThat(Files.size(picture)).isPositive();
    }

    private static XYChart chart(Connection duckdb, double resistance) throws SQLException {
        XYChart chart = new XYChartBuilder()
                .width(560)
                .height(420)
                .title(String.format("interfacial resistance %.0f Ω cm²", resistance * 1e4))
                .xAxisTitle("peak height [µm]")
                .yAxisTitle("critical current by that of the flat interface")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        chart.getStyler().setMarkerSize(6).setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setYAxisMin(0.6).setYAxisMax(1.5);
        for (int i = 0; i < SEPARATIONS.length; i++) {
            List<Double> heights = new ArrayList<>();
            List<Double> gains = new ArrayList<>();
            read(duckdb, resistance, SEPARATIONS[i], heights, gains);
            XYSeries series =
                    chart.addSeries(String.format("separation %.0f µm", SEPARATIONS[i] * 1e6), heights, gains);
            series.setMarkerColor(COLORS[i]);
            series.setLineColor(COLORS[i]);
        }
        return chart;
    }

    private static void read(
            Connection duckdb, double resistance, double separation, List<Double> heights, List<Double> gains)
            throws SQLException {
        String query = "SELECT peak_height_m * 1e6, enhancement FROM read_parquet(?) WHERE status = 'solved'"
                + " AND interface_resistance_ohm_m2 = ? AND peak_separation_m = ? ORDER BY 1";
        try (PreparedStatement statement = duckdb.prepareStatement(query)) {
            statement.setString(1, System.getProperty("critscape.landscape") + "/cases/*.parquet");
            statement.setDouble(2, resistance);
            statement.setDouble(3, separation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    heights.add(rows.getDouble(1));
                    gains.add(rows.getDouble(2));
                }
            }
        }
        assertThat(heights).isNotEmpty();
    }
}
