package org.critscape.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Figure FIGURE = new Figure(
            "bars",
            "Areas & more.",
            "H/S < 1/6.",
            List.of(List.of(
                    ChartPanel.bars("", "ratio", List.of("frustum", "egg-box"), new double[] {1, 2}, new double[2]))));

    private static String page() {
        return new Page("A <title>")
                .heading("Numbers")
                .paragraph("1 < 2")
                .values(Map.of("key", "\"quoted\""))
                .figure(Drawing.of(FIGURE))
                .text();
    }

    @Test
    void textIsEscaped() {
        assertThat(page())
                .contains("<h1>A &lt;title&gt;</h1>", "<p>1 &lt; 2</p>", "&quot;quoted&quot;")
                .contains("alt=\"Areas &amp; more.\"", "H/S &lt; 1/6.");
    }

    @Test
    void needsNothingBesideItself() {
        assertThat(page())
                .contains("src=\"data:image/svg+xml;base64,")
                .doesNotContain("http", "<script", "<link", "url(", "@import");
    }

    @Test
    void suitsDarkScreensNarrowOnesAndPaper() {
        assertThat(page()).contains("prefers-color-scheme: dark", "name=\"viewport\"", "@media print", "lang=\"en\"");
    }

    @Test
    void aHeavyDrawingIsShownAsPng() {
        Drawing drawing = Drawing.of(FIGURE);
        String page = new Page("heavy")
                .figure(new Drawing(FIGURE, drawing.png(), new byte[1_000_000]))
                .text();
        assertThat(page).contains("src=\"data:image/png;base64,").hasSizeLessThan(500_000);
    }
}
