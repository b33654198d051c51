package org.critscape.jobs.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final int WIDTH = 450;
    private static final int HEIGHT = 390;
    /** Steps along a side. */
    private static final int STEPS = 60;
    /** Digits of the numbers beside the scale of colours; long ones would leave no room for the map. */
    private static final int DIGITS = 3;

    /** A map with its own scale of colours from {@code low} to {@code high}. */
    public static MapPanel of(String title, SurfaceMap map, double low, double high) {
        String period =
                String.format(Locale.ROOT, "%.4g µm", 1e6 * map.separation()).replaceFirst("\\.0+ ", " ");
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("x: one period, " + period)
                .yAxisTitle("y: one period, " + period)
                .build();
        ChartPanel.style(chart.getStyler(), Styler.LegendPosition.OutsideE);
        chart.getStyler()
                .setRangeColors(Palette.SCALE.toArray(Color[]::new))
                .setMin(rounded(low, RoundingMode.FLOOR))
                .setMax(rounded(high, RoundingMode.CEILING))
                .setGradientColorColumnWeight(16);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        // Smoothed edges of neighbouring squares would let the background shine through.
        chart.getStyler().setPlotContentSize(1).setAntiAlias(false);
        double[] places = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> map.separation() * ((double) i / STEPS - 0.5))
                .toArray();
        List<Integer> axis = IntStream.rangeClosed(0, STEPS).boxed().toList();
        double[][] raster = map.raster(places);
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                cells.add(new Number[] {i, j, raster[i][j]});
            }
        }
        chart.addSeries("value", axis, axis, cells);
        return new MapPanel(chart);
    }

    private static double rounded(double value, RoundingMode direction) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS, direction))
                .doubleValue();
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
