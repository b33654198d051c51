package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.ReportFiles;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.solver.cell.CaseFields.InterfaceMap;

/** Judges and draws the results of the paper's study: {@code paper.html}, {@code checks.json} and the figures. */
public final class PaperReport {
    private final Path folder;
    private final PaperFields fields;

    /**
     * What the page shows.
     *
     * @param headline the closure in one line
     * @param unmeasured inputs that are assumed or chosen, with their values
     * @param warnings what the solver says of its numbers, by case
     */
    record Content(
            Map<Check, Finding> findings,
            Closure closure,
            String headline,
            List<String> unmeasured,
            List<Figure> figures,
            List<String> warnings,
            Manifest manifest) {}

    /**
     * @param folder of the study, where the report is written too
     * @param fields of its cases
     */
    public PaperReport(Path folder, PaperFields fields) {
        this.folder = folder;
        this.fields = fields;
    }

    /**
     * Writes the report and says what was found, in the order of the checks.
     *
     * @param closure of all cases
     * @param unmeasured inputs that are assumed or chosen, with their values
     * @throws IOException where the results cannot be read or the report cannot be written
     */
    public Map<Check, Finding> write(StudyFolder study, Closure closure, List<String> unmeasured) throws IOException {
        List<Row> table = new ArrayList<>();
        for (Chunk chunk : study.committed()) {
            table.addAll(study.cases(chunk));
        }
        PaperRows rows = new PaperRows(
                table.stream().flatMap(row -> PaperRow.of(row).stream()).toList());
        Manifest manifest = study.manifest().orElseThrow(() -> new IOException("manifest.json is missing"));
        Optional<InterfaceMap> eggBox = fields.map(Series.COMMON, Condition.WITH_KINETICS);
        Evidence evidence = new Evidence(rows, TipSearch.contrast(eggBox, rows));
        Map<Check, Finding> findings = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            findings.put(check, check.judge(evidence));
        }
        List<Figure> figures = new ArrayList<>(PaperFigures.of(rows));
        FieldFigures.currents(fields).ifPresent(figure -> figures.add(Math.min(1, figures.size()), figure));
        fields.couplingTurns(Series.COMMON).flatMap(FieldFigures::coupling).ifPresent(figures::add);
        eggBox.map(FieldFigures::coLocation).ifPresent(figures::add);
        Closure derived = ClosureNumbers.added(closure, table);
        write(new Content(
                findings, derived, ClosureNumbers.headline(derived), unmeasured, figures, warnings(table), manifest));
        return findings;
    }

    private static List<String> warnings(List<Row> table) {
        List<String> warnings = new ArrayList<>();
        for (Row row : table) {
            String warning = row.getAs("warning");
            if (warning != null) {
                PaperRow.of(row)
                        .ifPresent(known -> warnings.add(
                                known.surface().name() + " " + known.condition().words() + ": " + warning));
            }
        }
        return warnings;
    }

    private void write(Content content) throws IOException {
        List<Drawing> drawings = ReportFiles.draw(folder.resolve("figures"), content.figures());
        ReportFiles.publish(
                folder.resolve("checks.json"),
                ChecksFile.text(content.findings(), content.closure()).getBytes(StandardCharsets.UTF_8));
        ReportFiles.publish(
                folder.resolve("paper.html"), PaperPage.text(content, drawings).getBytes(StandardCharsets.UTF_8));
    }
}
