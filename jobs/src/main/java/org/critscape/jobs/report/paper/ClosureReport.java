package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.ReportFiles;

/** Judges a study of closures: {@code closures.html}, {@code closures.parquet} and the figures. */
public final class ClosureReport {
    private final Path folder;
    private final PaperFields fields;

    /**
     * @param folder to write to
     * @param fields of the cases of the study
     */
    public ClosureReport(Path folder, PaperFields fields) {
        this.folder = folder;
        this.fields = fields;
    }

    /**
     * Writes the report and says in a few sentences what was found; empty where no row is of an egg-box of the paper.
     *
     * @param progress how much of the study is there, a sentence
     * @throws IOException where fields cannot be read or the report cannot be written
     */
    public List<String> write(ClosureRows rows, String progress) throws IOException {
        List<JudgedClosure> closures = judge(rows);
        if (closures.isEmpty()) {
            return List.of();
        }
        List<Drawing> drawings = ReportFiles.draw(folder.resolve("figures"), ClosureFigure.of(closures));
        ReportFiles.publish(folder.resolve("closures.parquet"), ClosureTable.parquet(closures));
        ReportFiles.publish(
                folder.resolve("closures.html"),
                ClosurePage.text(closures, progress, drawings).getBytes(StandardCharsets.UTF_8));
        return new ClosureSummary(closures).sentences();
    }

    private List<JudgedClosure> judge(ClosureRows rows) throws IOException {
        List<ClosureRows.Family> families = rows.families();
        ClosureTips known = new ClosureTips(fields);
        List<Optional<Evidence.TipContrast>> tips = new ArrayList<>();
        for (ClosureRows.Family family : families) {
            tips.add(known.of(family));
        }
        return IntStream.range(0, families.size())
                .parallel()
                .mapToObj(i -> ClosureJudge.judge(
                        families.get(i),
                        rows.withoutKinetics(
                                families.get(i).members().get(0).inputs().form()),
                        tips.get(i)))
                .flatMap(List::stream)
                .toList();
    }
}
