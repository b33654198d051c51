package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws where the samples of conf/sobol.conf lie, beside as many random ones; see CONTRIBUTING.md for the command. */
class SamplesPictureTest {
    private static final Path STUDY = Path.of("..", "conf", "sobol.conf");
    private static final Color BLUE = new Color(0x0072B2);

    @Test
    void draw() throws IOException {
        List<XYChart> charts = Stream.of("sobol", "random")
                .flatMap(plan -> {
                    DesignSpace space =
                            StudyFile.load(STUDY, Map.of("design.plan", plan)).space();
                    return Stream.of(
                            chart(
                                    plan,
                                    space,
                                    Parameter.PEAK_HEIGHT,
                                    1e6,
                                    "peak height [µm]",
                                    Parameter.RESISTANCE,
                                    1e4,
                                    "interfacial resistance [Ω cm²]",
                                    true),
                            chart(
                                    plan,
                                    space,
                                    Parameter.CREEP_EXPONENT,
                                    1,
                                    "creep exponent",
                                    Parameter.STACK_PRESSURE,
                                    1e-6,
                                    "stack pressure [MPa]",
                                    false));
                })
                .toList();
        Path picture = Path.of(System.getProperty("critscape.samples", "target/samples.png"));
        BitmapEncoder.saveBitmap(charts, 2, 2, picture.toString(), BitmapEncoder.BitmapFormat.PNG);
        assertThat(Files.size(picture)).isPositive();
    }

    private static XYChart chart(
            String plan,
            DesignSpace space,
            Parameter across,
            double acrossUnit,
            String acrossTitle,
            Parameter up,
            double upUnit,
            String upTitle,
            boolean logarithmic) {
        // Both shapes meet the same samples.
        List<DesignPoint> points = LongStream.range(0, space.size() / 2)
                .mapToObj(sample -> space.point(2 * sample))
                .toList();
        XYChart chart = new XYChartBuilder()
                .width(480)
                .height(360)
                .title(plan + ", " + points.size() + " samples")
                .xAxisTitle(acrossTitle)
                .yAxisTitle(upTitle)
                .build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        chart.getStyler().setLegendVisible(false).setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setMarkerSize(6);
        chart.getStyler().setXAxisLogarithmic(logarithmic).setYAxisLogarithmic(logarithmic);
        chart.getStyler().setYAxisGroupPosition(0, Styler.YAxisPosition.Left);
        XYSeries series = chart.addSeries(
                "samples",
                points.stream()
                        .mapToDouble(point -> point.number(across) * acrossUnit)
                        .toArray(),
                points.stream().mapToDouble(point -> point.number(up) * upUnit).toArray());
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(BLUE);
        return chart;
    }
}
