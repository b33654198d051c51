package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Figure;

/** Writes the files of a report. */
final class ReportFiles {
    private ReportFiles() {}

    /** Draws figures into the folder {@code figures}, each as PNG and SVG. */
    static List<Drawing> draw(Path folder, List<Figure> figures) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("figures"));
        List<Drawing> drawings = figures.stream().map(Drawing::of).toList();
        for (Drawing drawing : drawings) {
            publish(pictures.resolve(drawing.figure().name() + ".png"), drawing.png());
            publish(pictures.resolve(drawing.figure().name() + ".svg"), drawing.svg());
        }
        return drawings;
    }

    /** A reader sees the file before or the file after, never a part of one. */
    static void publish(Path file, byte[] bytes) throws IOException {
        Path work = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.write(work, bytes);
        Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
