package org.critscape.jobs.report.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.critscape.jobs.report.Page;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.sweep.SweepSummary.Remark;
import org.critscape.jobs.table.Amounts;
import org.jspecify.annotations.Nullable;

/** The page: the answer, the charts, what failed, how good the numbers are, and where they come from. */
final class StudyPage {
    private static final int MOST_CAUSES = 12;
    private static final int MOST_FRONT = 30;

    private final Digest digest;
    private final Manifest manifest;
    private final String state;
    private final List<SurfaceView> surfaces;
    private final Page page;

    /**
     * @param state how far the study is, a sentence
     * @param surfaces whose interfaces are shown
     */
    StudyPage(Digest digest, Manifest manifest, String state, List<SurfaceView> surfaces) {
        this.digest = digest;
        this.manifest = manifest;
        this.state = state;
        this.surfaces = List.copyOf(surfaces);
        this.page = new Page("Study " + manifest.study().name());
    }

    /** The text of the page. */
    String text(double tolerance) {
        Assets.into(page);
        answer();
        digest.found().ifPresent(this::charts);
        surfaces();
        failures();
        accuracy(tolerance);
        digest.audit().ifPresent(this::audit);
        cost();
        provenance();
        page.html(Assets.scripts(PageData.json(digest, tolerance, surfaces)));
        return page.text();
    }

    private void answer() {
        String shown = digest.found()
                .filter(found -> found.sample().solved() > found.sample().rows().size())
                .map(found -> String.format(
                        Locale.ROOT,
                        " Charts of single cases show a sample of %,d of %,d solved cases, chosen by their identities;"
                                + " maps, fronts and cuts bin all of them.",
                        found.sample().rows().size(),
                        found.sample().solved()))
                .orElse(" The charts show all solved cases.");
        page.html("<div class=\"summary\"><p id=\"answer\"><strong>"
                + Page.escaped(Answer.sentence(digest)).replaceAll("(?<=\\d) (?=\\S)", "&nbsp;")
                + "</strong></p><p class=\"dim\">" + Page.escaped(state + shown) + "</p></div>");
    }

    private void charts(Digest.Found found) {
        found.perCondition().forEach(this::bestPerCondition);
        found.landscape().ifPresent(landscape -> {
            String over = landscape.others().stream().map(Variable::label).collect(Collectors.joining(", "));
            page.heading("Landscape")
                    .html(chart(
                            "landscape",
                            "Heat map of the " + digest.result().word() + " over "
                                    + landscape.x().variable().label() + " and "
                                    + landscape.y().variable().label(),
                            "Each field shows the best solved case in it"
                                    + (over.isEmpty() ? "" : ", over all values of " + over)
                                    + "; a star marks the optimum of the map, a cross fields whose cases are not solved."
                                    + (digest.result() == Result.ENHANCEMENT
                                            ? " Grey fields lose against the flat interface, coloured ones gain."
                                            : "")
                                    + " Left and right arrow keys go from field to field."));
        });
        if (!found.front().points().isEmpty()) {
            page.heading(digest.result().heading() + " against height")
                    .html(chart(
                            "front",
                            "Scatter of the " + digest.result().word() + " over peak height with the Pareto front",
                            "Each point is a case; on the line are those that no lower surface beats."));
            page.html(details("The front as a table", frontTable(found)));
        }
        page.heading("All inputs at once")
                .html(brush())
                .html(chart(
                        "parallel",
                        "Parallel coordinates of the inputs and the "
                                + digest.result().word(),
                        "Each line is a case. Drag along an axis, or use the fields above, to keep only the lines that"
                                + " pass there; drag on several axes to narrow further."))
                .html("<div id=\"chosen\" aria-live=\"polite\"></div>");
        if (!found.cuts().isEmpty()) {
            boolean grid = found.cuts().stream().allMatch(Cut::isThroughBest);
            page.heading(grid ? "Cuts through the optimum" : "Cuts")
                    .html("<div class=\"cuts\">"
                            + numbered(found.cuts()).stream().collect(Collectors.joining("\n")) + "</div>");
        }
    }

    private void bestPerCondition(BestPerCondition best) {
        List<String> head = new ArrayList<>(List.of(best.condition().label()));
        best.surface().forEach(variable -> head.add(variable.label()));
        head.addAll(List.of(digest.result().word(), "case"));
        page.heading("Best surface for each " + best.condition().label())
                .table(
                        head.stream().map(Page::escaped).toList(),
                        best.lines().stream().map(line -> bestLine(best, line)).toList());
        String others = digest.variables().stream()
                .filter(variable -> !variable.isOfSurface()
                        && !variable.column().equals(best.condition().column()))
                .map(Variable::label)
                .collect(Collectors.joining(", "));
        String over = others.isEmpty() ? "" : "Each is the best over all values of " + others + ". ";
        if (!best.isOfLevels()) {
            page.paragraph(over);
        } else if (best.isDifferent(digest.result())) {
            page.paragraph(over
                    + "The flat interface counted, it is not the same surface for all. Of surfaces that differ by less than their"
                    + " errors any may be the best.");
        } else {
            page.paragraph(over + "It is the same surface for all of them.");
        }
    }

    private List<String> bestLine(BestPerCondition best, BestPerCondition.Line line) {
        List<String> cells = new ArrayList<>(List.of(best.condition().value(line.value())));
        cells.addAll(best.words(line));
        double value = line.best().<Double>getAs(digest.result().column());
        Double error = line.best().getAs(digest.result().errorColumn());
        cells.add(Amounts.number(Numbers.rounded(value, 4))
                + (error == null ? "" : " ± " + Amounts.number(Numbers.rounded(error * value, 1)))
                + (line.isWorseThanFlat(digest.result()) ? ": the flat interface is better" : ""));
        cells.add(Long.toString(line.best().<Long>getAs("case_index")));
        return cells.stream().map(Page::escaped).toList();
    }

    private List<String> numbered(List<Cut> cuts) {
        List<String> figures = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            figures.add(chart(
                    "cut" + i,
                    "The " + digest.result().word() + " over " + cut.variable().label(),
                    cut.isThroughBest()
                            ? "All other inputs are those of the best case; the band is the estimated error."
                            : "All solved cases: the line is their median, the band their middle half, the dashed line"
                                    + " the best."));
        }
        return figures;
    }

    private static String chart(String id, String label, String caption) {
        return "<figure><div class=\"choices\" id=\"choices-" + id + "\"></div><div class=\"chart\" id=\"chart-" + id
                + "\" role=\"img\" tabindex=\"0\" aria-label=\"" + Page.escaped(label)
                + "\"></div><p class=\"tip dim\" id=\"tip-"
                + id + "\" aria-live=\"polite\"></p><figcaption>" + Page.escaped(label) + ". " + Page.escaped(caption)
                + "</figcaption></figure>";
    }

    private static String brush() {
        return "<form id=\"brush\" class=\"choices\"><label>Keep <select name=\"axis\"></select></label>"
                + " <label>from <input name=\"from\" type=\"number\" step=\"any\"></label>"
                + " <label>to <input name=\"to\" type=\"number\" step=\"any\"></label>"
                + " <button type=\"submit\">Keep</button> <button type=\"reset\">All</button></form>";
    }

    private static String details(String title, String html) {
        return "<details><summary>" + Page.escaped(title) + "</summary>" + html + "</details>";
    }

    private String frontTable(Digest.Found found) {
        return Page.tableHtml(
                List.of("case", "peak height", digest.result().word()),
                found.front().points().stream()
                        .limit(MOST_FRONT)
                        .map(point -> List.of(
                                Long.toString(point.index()),
                                Amounts.amount(point.height(), "m"),
                                Amounts.number(point.value())))
                        .toList());
    }

    private void surfaces() {
        if (surfaces.isEmpty()) {
            return;
        }
        page.heading("Interfaces")
                .html("<figure><div class=\"choices\" id=\"choices-surfaces\"></div><div class=\"surfaces\""
                        + " id=\"surfaces\"></div><figcaption>One period of the interface, at its true proportions, seen"
                        + " from the electrolyte: the peaks are lithium. The star is the initiation site. Drag, or use"
                        + " the arrow keys, to turn all of them; Home turns them back.</figcaption></figure>");
    }

    private void failures() {
        page.heading("What is not solved");
        if (digest.summary().failures().isEmpty()) {
            page.paragraph("Every case with a row is solved.");
            return;
        }
        page.table(
                List.of("cause", "cases", "the first of them"),
                digest.summary().failures().stream()
                        .limit(MOST_CAUSES)
                        .map(StudyPage::cause)
                        .toList());
        String traits = Answer.traits(digest, digest.failedTraits());
        if (!traits.isEmpty()) {
            page.paragraph("In common those that the model accepts have, unlike the others: " + traits + ".");
        }
        long index = digest.summary().failures().get(0).index();
        page.html("<p>To see one again: <code>critscape solve "
                + Page.escaped(manifest.study().name()) + ".conf --case " + index
                + "</code>, with the path of the study's own file and its <code>--set</code> options.</p>");
        page.html(details("The first of them, with their inputs", failedTable()));
    }

    private static List<String> cause(Remark failure) {
        return List.of(
                "<code>" + Page.escaped(failure.kind()) + "</code>",
                String.format(Locale.ROOT, "%,d", failure.cases()),
                "case " + failure.index() + ": " + Page.escaped(Amounts.message(failure.message())));
    }

    private String failedTable() {
        List<String> head = new ArrayList<>(List.of("case", "status", "cause"));
        digest.variables().forEach(variable -> head.add(Page.escaped(variable.label())));
        List<List<String>> rows = new ArrayList<>();
        for (Row row : digest.failed().rows()) {
            List<String> cells = new ArrayList<>(
                    List.of(Long.toString(row.getLong(0)), row.getString(1), String.valueOf(row.getString(2))));
            // Of rejected inputs the table keeps those of the surface.
            digest.variables()
                    .forEach(variable -> cells.add(
                            row.getAs(variable.column()) == null
                                    ? "–"
                                    : Page.escaped(variable.value(row.getAs(variable.column())))));
            rows.add(cells);
        }
        return Page.tableHtml(head, rows);
    }

    private void accuracy(double tolerance) {
        page.heading("How good the numbers are");
        if (digest.accuracy().estimates().isEmpty()) {
            page.paragraph("No case is solved, so no error is estimated.");
            return;
        }
        page.html(chart(
                "errors",
                "Estimated relative errors of the " + digest.result().word(),
                "Solved cases by their error; the study asks for " + Answer.percent(tolerance)
                        + ". What lies above it is drawn in orange."));
        page.table(
                List.of("estimated relative error", "median", "95 of 100 below", "largest"),
                digest.accuracy().estimates().stream()
                        .map(estimate -> List.of(
                                Page.escaped(Labels.of(estimate.column()).replace(" error", "")),
                                Answer.percent(estimate.median()),
                                Answer.percent(estimate.most95()),
                                Answer.percent(estimate.largest())))
                        .toList());
        digest.summary().warnings().stream()
                .limit(MOST_CAUSES)
                .forEach(warning -> page.paragraph(String.format(
                        Locale.ROOT,
                        "Warning of %,d solved cases, the first of them %d: %s",
                        warning.cases(),
                        warning.index(),
                        Amounts.message(warning.message()))));
    }

    private void audit(AtlasAudit audit) {
        page.heading("What the atlas answers, and how well")
                .table(
                        List.of("answered", "cases", "why"),
                        audit.answers().stream()
                                .map(answers -> List.of(
                                        Page.escaped(answers.method()),
                                        String.format(Locale.ROOT, "%,d", answers.cases()),
                                        answers.reason() == null ? "" : Page.escaped(answers.reason())))
                                .toList());
        if (audit.found().isEmpty()) {
            page.paragraph("No row was solved directly as well, so nothing here says how good those by the atlas are:"
                    + " atlas.audit is 0, or the sweep has not come to its audit.");
            return;
        }
        AtlasAudit.Found found = audit.found().get();
        String number = digest.result() == Result.ENHANCEMENT ? "critical current" : "largest current ratio";
        String shown = found.points().size() < found.rows()
                ? String.format(
                        Locale.ROOT,
                        " The chart shows %,d of them.",
                        found.points().size())
                : "";
        page.html("<p id=\"audit\">"
                        + Page.escaped(String.format(
                                Locale.ROOT,
                                "Of the rows by the atlas %,d were drawn at random and solved directly: the %s of %,d (%s)"
                                        + " is within the error that its row states, of %,d within that and the error of"
                                        + " the direct solve. It is off by %s in the median and %s at most, the largest"
                                        + " current ratio by %s and %s.%s",
                                found.rows(),
                                number,
                                found.within(),
                                Answer.percent((double) found.within() / found.rows()),
                                found.withinBoth(),
                                Answer.percent(found.result().median()),
                                Answer.percent(found.result().largest()),
                                Answer.percent(found.currentRatio().median()),
                                Answer.percent(found.currentRatio().largest()),
                                shown))
                        + "</p>")
                .html(chart(
                        "audit",
                        "Observed against stated error of the " + number + ", relative",
                        "Each point is a row that was also solved directly. Below the dashed line it is off by less than"
                                + " it states; above it, in orange, by more."));
    }

    private void cost() {
        page.heading("What it took")
                .paragraph(time(digest.cost().seconds()) + " in the solver, all cores together, in "
                        + manifest.runs().size() + (manifest.runs().size() == 1 ? " sweep" : " sweeps") + " on "
                        + manifest.engine().cores() + " cores at last.")
                .html(chart("times", "Times of the cases in the solver", "All cases with a row."))
                .table(
                        List.of("family", "status", "cases", "together", "median", "longest"),
                        digest.cost().kinds().stream()
                                .map(kind -> List.of(
                                        Page.escaped(kind.topography().replace('-', ' ')),
                                        kind.status(),
                                        String.format(Locale.ROOT, "%,d", kind.cases()),
                                        time(kind.seconds()),
                                        Amounts.number(Numbers.rounded(kind.median(), 3)) + " s",
                                        Amounts.number(Numbers.rounded(kind.longest(), 3)) + " s"))
                                .toList());
    }

    private static String time(double seconds) {
        Duration time = Duration.ofMillis(Math.round(1000 * seconds));
        if (time.toMinutes() < 1) {
            return Amounts.number(Numbers.rounded(seconds, 2)) + " s";
        }
        return time.toHours() < 1
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    private void provenance() {
        page.heading("Where it comes from")
                .paragraph("Values that the study leaves open: assumed, or chosen within what is published. Trends and"
                        + " enhancements mean more than absolute numbers.")
                .html("<div class=\"stacked\">"
                        + Page.tableHtml(
                                List.of("input", "value", "", "reason"),
                                digest.assumptions().stream()
                                        .map(assumption -> List.of(
                                                "<code>" + Page.escaped(assumption.key()) + "</code>",
                                                Page.escaped(assumption.value()),
                                                assumption.kind(),
                                                Page.escaped(assumption.reason())))
                                        .toList())
                        + "</div>");
        Manifest.Versions versions = manifest.versions();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("study", manifest.study().name() + ", " + manifest.study().hash());
        values.put("model", manifest.study().modelVersion());
        values.put("critscape", known(versions.program()) + ", sources " + known(versions.revision()));
        values.put("Java, Spark, Hadoop", versions.java() + ", " + versions.spark() + ", " + versions.hadoop());
        int group = 0;
        for (Map<String, String> inputs : manifest.study().inputs()) {
            group++;
            values.put(
                    manifest.study().inputs().size() == 1 ? "inputs" : "inputs of group " + group,
                    inputs.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + Amounts.message(entry.getValue()))
                            .collect(Collectors.joining("; ")));
        }
        page.values(values);
    }

    private static String known(@Nullable String version) {
        return version == null ? "unknown" : version;
    }
}
