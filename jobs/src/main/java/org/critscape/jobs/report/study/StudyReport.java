package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.report.ReportFiles;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.Manifest;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Writes the page of a study.
 *
 * @param manifest of the study
 * @param cases where the case table is, as readers spell it
 * @param timings where that of the times is
 * @param audit where that of the rows of an atlas that were solved directly is; empty where there is none
 * @param state how far the study is, a sentence
 * @param fields folders of cases whose interfaces are shown
 */
public record StudyReport(
        Manifest manifest, String cases, String timings, Optional<String> audit, String state, List<Path> fields) {
    /** Copies the list. */
    public StudyReport {
        fields = List.copyOf(fields);
    }

    /** A page longer than this is not opened from a mail or on a telephone. */
    static final int LARGEST_PAGE = 5_000_000;

    /**
     * Writes {@code report.html}, and the answer in one sentence.
     *
     * @param folder of the page
     * @param figures folder of the figures as PNG and SVG; empty for none
     */
    public String write(SparkSession spark, Path folder, Optional<Path> figures) throws IOException {
        Set<String> given = manifest.study().inputs().stream()
                .flatMap(inputs -> inputs.keySet().stream())
                .collect(Collectors.toSet());
        Digest digest = Digest.read(spark, cases, timings, audit, given);
        List<SurfaceView> surfaces = new ArrayList<>();
        for (Path field : fields) {
            surfaces.add(member(spark, field));
        }
        byte[] page = new StudyPage(digest, manifest, state, surfaces)
                .text(tolerance())
                .getBytes(StandardCharsets.UTF_8);
        if (page.length > LARGEST_PAGE) {
            throw new IllegalStateException("the page has " + page.length + " bytes");
        }
        ReportFiles.publish(folder.resolve("report.html"), page);
        if (figures.isPresent()) {
            ReportFiles.draw(figures.get(), StudyFigures.of(digest));
        }
        return Answer.sentence(digest);
    }

    /** The interface of a case of this study. */
    private SurfaceView member(SparkSession spark, Path field) throws IOException {
        SurfaceView surface = SurfaceView.read(field);
        if (spark.read()
                .parquet(cases)
                .where(col("case_id").equalTo(surface.caseId()))
                .isEmpty()) {
            throw new InvalidInputException(
                    "--fields",
                    field + ", the fields of " + surface.label() + ",",
                    "those of a case of study " + manifest.study().name(),
                    "Maybe another study or other --set options are meant.");
        }
        return surface;
    }

    /** What the study asks for; the strictest, should its groups ask for several. */
    private double tolerance() {
        double standard = Parameter.TOLERANCE.example();
        return manifest.study().inputs().stream()
                .map(inputs -> inputs.get(Parameter.TOLERANCE.path()))
                .mapToDouble(text -> text == null ? standard : number(text, standard))
                .min()
                .orElse(standard);
    }

    /** The first number of a text; a list or a range begins with its smallest as a rule. */
    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text.replaceFirst("[^0-9.eE+-].*", ""));
        } catch (NumberFormatException words) {
            return otherwise;
        }
    }
}
