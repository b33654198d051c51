package org.critscape.jobs.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Charts of one style.
 *
 * @param chart painted at its size
 */
public record ChartPanel(Chart<?, ?> chart, int width, int height) implements Panel {
    private static final int WIDTH = 470;
    private static final int HEIGHT = 340;
    /** Room above and below the data, by their range. */
    private static final double MARGIN = 0.08;

    private static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP);

    private static final BasicStroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    @Override
    public void paint(Graphics2D graphics) {
        chart.paint(graphics, width, height);
    }

    /** Lines over one axis. */
    public static ChartPanel lines(String title, String xTitle, String yTitle, List<Curve> curves) {
        XYChart chart = empty(title, xTitle, yTitle);
        for (int i = 0; i < curves.size(); i++) {
            add(chart, curves.get(i), i);
        }
        chart.getStyler().setLegendVisible(curves.size() > 1);
        limit(chart, 0, curves);
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    /** Lines, with a dashed one at a value of reference. */
    public static ChartPanel linesWithReference(
            String title, String xTitle, String yTitle, Curve curve, String reference, double value) {
        XYChart chart = empty(title, xTitle, yTitle);
        double[] ends = {
            Arrays.stream(curve.x()).min().orElse(0),
            Arrays.stream(curve.x()).max().orElse(1)
        };
        Curve line = new Curve(reference, ends, new double[] {value, value}, new double[2]);
        add(chart, curve, 0);
        add(chart, line, 1).setMarker(SeriesMarkers.NONE).setLineStyle(DASHES).setLineColor(Palette.AXIS);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal);
        limit(chart, 0, List.of(curve, line));
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    /** Two quantities over one axis, each with an axis of its own in its colour. */
    public static ChartPanel twoAxes(String title, String xTitle, Curve left, Curve right) {
        XYChart chart = empty(title, xTitle, left.label());
        add(chart, left, 0);
        add(chart, right, 1).setYAxisGroup(1);
        chart.setYAxisGroupTitle(1, right.label());
        AxesChartStyler style = chart.getStyler();
        style.setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        for (int group = 0; group < 2; group++) {
            Color colour = Palette.LINES.get(group);
            style.setYAxisGroupTitleColor(group, colour);
            style.setYAxisGroupTickLabelsColorMap(group, colour);
            style.setYAxisGroupTickMarksColorMap(group, colour);
        }
        style.setLegendVisible(false);
        limit(chart, 0, List.of(left));
        limit(chart, 1, List.of(right));
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    /** Points of several kinds, and a line along some of them. */
    public static ChartPanel points(String title, String xTitle, String yTitle, List<Curve> kinds, Curve line) {
        XYChart chart = empty(title, xTitle, yTitle);
        for (int i = 0; i < kinds.size(); i++) {
            add(chart, kinds.get(i), i).setLineStyle(SeriesLines.NONE);
        }
        add(chart, line, kinds.size()).setMarker(SeriesMarkers.NONE).setLineColor(Palette.TEXT);
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal);
        List<Curve> all = new ArrayList<>(kinds);
        all.add(line);
        limit(chart, 0, all);
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    /** One bar for each word. */
    public static ChartPanel bars(String title, String yTitle, List<String> words, double[] values, double[] errors) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler(), Styler.LegendPosition.InsideNE);
        chart.getStyler().setAvailableSpaceFill(0.5).setLegendVisible(false);
        CategorySeries series = isExact(errors)
                ? chart.addSeries(yTitle, words, numbers(values))
                : chart.addSeries(yTitle, words, numbers(values), numbers(errors));
        series.setFillColor(Palette.LINES.get(0));
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    private static boolean isExact(double[] errors) {
        return Arrays.stream(errors).allMatch(error -> error == 0);
    }

    private static List<Double> numbers(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** A chart with a logarithmic vertical axis; values must be positive. */
    public static ChartPanel logarithmic(String title, String xTitle, String yTitle, Curve curve) {
        XYChart chart = empty(title, xTitle, yTitle);
        add(chart, curve, 0);
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisLogarithmicDecadeOnly(true)
                .setLegendVisible(false);
        return new ChartPanel(chart, WIDTH, HEIGHT);
    }

    private static XYChart empty(String title, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler(), Styler.LegendPosition.InsideNE);
        return chart;
    }

    private static XYSeries add(XYChart chart, Curve curve, int index) {
        Color colour = Palette.LINES.get(index % Palette.LINES.size());
        XYSeries series = isExact(curve.error())
                ? chart.addSeries(curve.label(), curve.x(), curve.y())
                : chart.addSeries(curve.label(), curve.x(), curve.y(), curve.error());
        series.setMarker(MARKERS.get(index % MARKERS.size()));
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    /** Limits that show the error bars whole, and no noise where all values are equal. */
    private static void limit(XYChart chart, int group, List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.y().length; i++) {
                low = Math.min(low, curve.y()[i] - curve.error()[i]);
                high = Math.max(high, curve.y()[i] + curve.error()[i]);
            }
        }
        double least = 0.02 * Math.max(Math.abs(low), Math.abs(high));
        double range = Math.max(high - low, least);
        double middle = (high + low) / 2;
        chart.getStyler().setYAxisMin(group, middle - range * (0.5 + MARGIN));
        chart.getStyler().setYAxisMax(group, middle + range * (0.5 + MARGIN));
    }

    static void style(AxesChartStyler style, Styler.LegendPosition legend) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        style.setLocale(Locale.ROOT);
        style.setBaseFont(font);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setChartFontColor(Palette.TEXT);
        style.setChartTitleFont(font.deriveFont(Font.BOLD, 14f));
        style.setChartTitleBoxVisible(false);
        style.setAxisTitleFont(font);
        style.setAxisTickLabelsFont(font.deriveFont(12f));
        style.setAxisTickLabelsColor(Palette.TEXT);
        style.setAxisTickMarksColor(Palette.AXIS);
        style.setPlotBorderColor(Palette.AXIS);
        style.setPlotGridLinesColor(Palette.GRID);
        style.setPlotGridVerticalLinesVisible(false);
        style.setErrorBarsColor(Palette.TEXT);
        style.setMarkerSize(7);
        style.setChartPadding(10);
        style.setLegendFont(font.deriveFont(12f));
        style.setLegendBorderColor(Palette.GRID);
        style.setLegendPosition(legend);
    }
}
