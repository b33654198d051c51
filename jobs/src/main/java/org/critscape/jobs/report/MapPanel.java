package org.critscape.jobs.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * A field over one period as a colour map.
 *
 * @param chart painted at its size
 */
public record MapPanel(HeatMapChart chart) implements Panel {
    private static final int WIDTH = 430;
    private static final int HEIGHT = 400;
    private static final int CELLS = 60;

    /** A map with its own scale of colours from {@code low} to {@code high}. */
    public static MapPanel of(String title, SurfaceMap map, double low, double high) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("x [µm]")
                .yAxisTitle("y [µm]")
                .build();
        ChartPanel.style(chart.getStyler(), Styler.LegendPosition.OutsideE);
        chart.getStyler()
                .setRangeColors(Palette.SCALE.toArray(Color[]::new))
                .setMin(low)
                .setMax(high)
                .setHeatMapDecimalValueFormatter(value -> String.format(Locale.ROOT, "%.3g", value))
                .setPlotContentSize(1);
        List<Double> axis = IntStream.range(0, CELLS)
                .mapToObj(i -> Math.rint(map.separation() * 1e6 * ((i + 0.5) / CELLS - 0.5) * 10) / 10)
                .toList();
        double[][] raster = map.raster(CELLS);
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                cells.add(new Number[] {i, j, raster[i][j]});
            }
        }
        chart.getStyler().setXAxisMaxLabelCount(7).setPlotGridLinesVisible(false);
        chart.addSeries("value", axis, axis, cells);
        return new MapPanel(chart);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics) {
        chart.paint(graphics, WIDTH, HEIGHT);
    }
}
