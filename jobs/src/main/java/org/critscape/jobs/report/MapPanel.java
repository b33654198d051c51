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
 * A colour map: of a field over one period, or over parts of two axes.
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
    /** More do not fit side by side. */
    private static final int MOST_LEVEL_LABELS = 8;
    /** Room that a label should have [px]. */
    private static final int LABEL_SPACE = 16;

    /** A map with its own scale of colours from {@code low} to {@code high}. */
    public static MapPanel of(String title, SurfaceMap map, double low, double high) {
        String period =
                String.format(Locale.ROOT, "%.4g µm", 1e6 * map.separation()).replaceFirst("\\.0+ ", " ");
        HeatMapChart chart = empty(title, "x: one period, " + period, "y: one period, " + period, low, high);
        chart.getStyler().setAxisTicksVisible(false);
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

    /**
     * A map over parts of two axes with its own scale of colours from {@code low} to {@code high}.
     *
     * @param x what the parts are called, from the left
     * @param y the same from below
     * @param cells of place along x, place along y and value; others stay empty
     */
    public static MapPanel ofParts(
            String title,
            String xTitle,
            String yTitle,
            List<String> x,
            List<String> y,
            List<Number[]> cells,
            double low,
            double high) {
        HeatMapChart chart = empty(title, xTitle, yTitle, low, high);
        chart.getStyler()
                .setXAxisLabelRotation(x.size() > MOST_LEVEL_LABELS ? 90 : 0)
                .setXAxisMaxLabelCount(0)
                .setXAxisTickMarkSpacingHint(LABEL_SPACE)
                .setYAxisTickMarkSpacingHint(LABEL_SPACE);
        chart.addSeries("value", x, y, cells);
        return new MapPanel(chart);
    }

    private static HeatMapChart empty(String title, String xTitle, String yTitle, double low, double high) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        ChartPanel.style(chart.getStyler(), Styler.LegendPosition.OutsideE);
        chart.getStyler()
                .setRangeColors(Palette.SCALE.toArray(Color[]::new))
                .setMin(rounded(low, RoundingMode.FLOOR))
                .setMax(rounded(high, RoundingMode.CEILING))
                .setGradientColorColumnWeight(16);
        // Smoothed edges of neighbouring squares would let the background shine through.
        chart.getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1).setAntiAlias(false);
        return chart;
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
