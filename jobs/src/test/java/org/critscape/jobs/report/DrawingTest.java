package org.critscape.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of panel as a picture: something is on it, in both formats. */
class DrawingTest {
    private static final Curve CURVE =
            new Curve("largest", new double[] {1, 2, 3}, new double[] {4, 9, 5}, new double[] {0.1, 0.2, 0.1});
    private static final Curve OTHER =
            new Curve("pressure [MPa]", new double[] {1, 2, 3}, new double[] {40, 90, 50}, new double[3]);
    private static final SurfaceMap MAP = new SurfaceMap(
            1e-4, new double[] {-5e-5, 0, 5e-5, 0}, new double[] {0, 0, 0, 5e-5}, new double[] {1, 2, 3, 4});

    static Stream<Panel> panels() {
        return Stream.of(
                ChartPanel.lines("lines", "height [µm]", "current [mA/cm²]", List.of(CURVE)),
                ChartPanel.linesWithReference("reference", "height [µm]", "current [mA/cm²]", CURVE, "flat", 6),
                ChartPanel.twoAxes("two", "height [µm]", CURVE, OTHER),
                ChartPanel.logarithmic("log", "turn", "change", CURVE),
                ChartPanel.bars(
                        "bars", "ratio", List.of("frustum", "egg-box"), new double[] {1, 2}, new double[] {0.1, 0}),
                MapPanel.of("map", MAP, 0, 4));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void isDrawnInBothFormats(Panel panel) throws Exception {
        Figure figure = new Figure("name", "Title.", "Caption.", List.of(List.of(panel, panel), List.of(panel)));
        Drawing drawing = Drawing.of(figure);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawing.png()));
        assertThat(image.getWidth()).isEqualTo(4 * panel.width());
        assertThat(image.getHeight()).isEqualTo(4 * panel.height());
        assertThat(colours(image)).hasSizeGreaterThan(20);

        byte[] svg = drawing.svg();
        assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("DOCTYPE", "NaN");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    private static Set<Integer> colours(BufferedImage image) throws IOException {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
