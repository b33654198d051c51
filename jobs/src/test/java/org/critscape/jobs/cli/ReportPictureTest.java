package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.critscape.jobs.report.study.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of a report, wide and narrow, light and dark; see CONTRIBUTING.md for the command. */
@EnabledIfSystemProperty(named = "critscape.report", matches = ".+", disabledReason = "draws, on request only")
class ReportPictureTest {
    @TempDir
    private Path folder;

    @Test
    void draw() throws IOException, InterruptedException {
        Path page = Path.of(System.getProperty("critscape.report"));
        Path pictures = Path.of(System.getProperty("critscape.pictures", "target/report"));
        Files.createDirectories(pictures);
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            for (int width : new int[] {1400, 400}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.open(page, width, 900, dark);
                    Path picture = pictures.resolve("report-" + width + (dark ? "-dark" : "") + ".png");
                    Files.write(picture, browser.picture());
                    assertThat(picture).isNotEmptyFile();
                }
            }
        }
    }
}
