package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The largest current ratio after each turn of pressure coupling, one number in each line beneath a header. */
final class TurnsFile {
    private static final String HEADER = "largest_current_ratio";

    private TurnsFile() {}

    /** Writes the file; it appears whole. */
    static void write(Path file, double[] turns) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (double turn : turns) {
            text.append(turn).append('\n');
        }
        Path work = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.writeString(work, text);
        Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads the file.
     *
     * @throws IOException where it is none
     */
    static double[] read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).equals(HEADER)) {
            throw new IOException(file + " holds no turns of pressure coupling");
        }
        try {
            return lines.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds what is no number", e);
        }
    }
}
