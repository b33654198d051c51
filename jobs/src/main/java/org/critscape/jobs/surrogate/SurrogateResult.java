package org.critscape.jobs.surrogate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A trained surrogate, its scores, and rows to try its speed with. */
public final class SurrogateResult {
    private static final double SECONDS_OF_TRIAL = 0.5;

    private final Surrogate surrogate;
    private final SurrogateScores scores;
    private final List<LearningCase> rows;

    SurrogateResult(Surrogate surrogate, SurrogateScores scores, List<LearningCase> rows) {
        this.surrogate = surrogate;
        this.scores = scores;
        this.rows = List.copyOf(rows);
    }

    /** How well it does. */
    public SurrogateScores scores() {
        return scores;
    }

    Surrogate surrogate() {
        return surrogate;
    }

    /** Predictions of one thread per second of its own time, terms included; measured now. */
    public double predictionsPerSecond() {
        long start = System.nanoTime();
        long predicted = 0;
        double seconds;
        do {
            rows.forEach(surrogate::predict);
            predicted += rows.size();
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < SECONDS_OF_TRIAL);
        return predicted / seconds;
    }

    /**
     * Writes the model and its scores; each file appears whole.
     *
     * @param model file in the format of ONNX
     * @param about file of the scores, JSON
     */
    public void write(Path model, Path about) throws IOException {
        write(about, scores.json());
        write(
                model,
                surrogate.onnx("critscape: ln of " + scores.target() + " of the study " + scores.study() + " ("
                        + scores.studyHash() + "); the JSON file beside it has its terms"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path work = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.write(work, bytes);
            Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(work);
        }
    }
}
