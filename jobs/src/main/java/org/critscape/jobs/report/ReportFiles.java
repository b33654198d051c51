package org.critscape.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the files of a report. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Draws figures into a folder, each as PNG and SVG. */
    public static List<Drawing> draw(Path folder, List<Figure> figures) throws IOException {
        Path pictures = Files.createDirectories(folder);
        List<Drawing> drawings = figures.stream().map(Drawing::of).toList();
        for (Drawing drawing : drawings) {
            publish(pictures.resolve(drawing.figure().name() + ".png"), drawing.png());
            publish(pictures.resolve(drawing.figure().name() + ".svg"), drawing.svg());
        }
        return drawings;
    }

    /** A reader sees the file before or the file after, never a part of one. */
    public static void publish(Path file, byte[] bytes) throws IOException {
        Path work = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.write(work, bytes);
        Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
