package org.critscape.jobs.report.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Page;
import org.critscape.jobs.store.Manifest;

/** The page: what holds and what does not, under which closure; the checks; the figures; where it all comes from. */
final class PaperPage {
    private static final Map<Verdict, String> CLASSES =
            Map.of(Verdict.HOLDS, "holds", Verdict.DOES_NOT_HOLD, "fails", Verdict.UNDECIDED, "open");

    private PaperPage() {}

    static String text(PaperReport.Content content, List<Drawing> drawings) {
        Page page = new Page("Zhang et al. 2024, reproduced and judged");
        summary(page, content);
        page.heading("The eleven checks")
                .paragraph(
                        "A check holds, or does not, only beyond the estimated numerical errors; within them, or where a"
                                + " case it needs has no numbers, it is undecided. The deciding claim is that a number is positive;"
                                + " it stands with its value and error.");
        checks(page, content.findings());
        page.heading("Figures");
        drawings.forEach(page::figure);
        page.heading("Closure").values(content.closure().inputs());
        if (!content.warnings().isEmpty()) {
            page.heading("What the solver warns of");
            content.warnings().forEach(page::paragraph);
        }
        provenance(page, content.manifest());
        return page.text();
    }

    private static void summary(Page page, PaperReport.Content content) {
        StringBuilder text = new StringBuilder("<div class=\"summary\">");
        for (Verdict verdict : List.of(Verdict.HOLDS, Verdict.DOES_NOT_HOLD, Verdict.UNDECIDED)) {
            List<Integer> numbers = numbers(content.findings(), verdict);
            if (!numbers.isEmpty()) {
                text.append("<p><span class=\"").append(CLASSES.get(verdict)).append("\">");
                text.append(sentenceStart(verdict)).append("</span> ").append(numbers.size());
                text.append(" of 11 checks: ");
                text.append(numbers.stream()
                        .map(number -> "<a href=\"#check-" + number + "\">" + number + "</a> ("
                                + Page.escaped(Check.of(number).statement().replaceAll("\\.$", "")) + ")")
                        .collect(Collectors.joining("; ")));
                text.append(".</p>");
            }
        }
        text.append("<p><strong>Under which closure:</strong> ")
                .append(Page.escaped(content.headline()))
                .append(".</p>");
        text.append("<p><strong>Assumed or chosen where the study sets nothing, measured by nobody:</strong> ")
                .append(Page.escaped(content.unmeasured().isEmpty() ? "none" : String.join("; ", content.unmeasured())))
                .append(".</p>");
        text.append("<p class=\"dim\">The paper is Energy Environ. Sci. 2024, 17, 1448. Its model equations are in a"
                + " supplement that this project does not have, so the model is rebuilt and no number here is the paper's."
                + " The criterion of growth gives trends, not absolute currents.</p></div>");
        page.html(text.toString());
    }

    private static String sentenceStart(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "Hold:";
            case DOES_NOT_HOLD -> "Do not hold:";
            case UNDECIDED -> "Undecided:";
        };
    }

    private static List<Integer> numbers(Map<Check, Finding> findings, Verdict verdict) {
        return findings.entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == verdict)
                .map(entry -> entry.getKey().number())
                .toList();
    }

    private static void checks(Page page, Map<Check, Finding> findings) {
        page.table(
                List.of("", "check", "verdict", "decided by"),
                findings.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<String> row(Check check, Finding finding) {
        String decisive = finding.decisive().isKnown()
                ? Page.escaped(finding.decisive().text()) + ": "
                        + amount(finding.decisive().margin(), finding.decisive().unit())
                : "";
        String missing = finding.missing().isEmpty()
                ? ""
                : "<p class=\"dim\">Not solved: " + Page.escaped(String.join("; ", finding.missing())) + "</p>";
        String numbers = finding.figures().isEmpty()
                ? ""
                : "<details><summary>" + finding.figures().size() + " numbers</summary><p class=\"dim\">"
                        + finding.figures().stream()
                                .map(datum ->
                                        Page.escaped(datum.name()) + ": " + amount(datum.estimate(), datum.unit()))
                                .collect(Collectors.joining("<br>"))
                        + "</p></details>";
        return List.of(
                "<a id=\"check-" + check.number() + "\"></a>" + check.number(),
                Page.escaped(check.statement()),
                "<span class=\"" + CLASSES.get(finding.verdict()) + "\">"
                        + finding.verdict().words() + "</span>",
                decisive + missing + numbers);
    }

    /** "1.234 ± 0.005 MPa", as many digits as the error leaves. */
    static String amount(Estimate estimate, String unit) {
        int digits = estimate.error() > 0
                ? Math.min(8, Math.max(0, 1 - (int) Math.floor(StrictMath.log10(estimate.error()))))
                : 5;
        String number = String.format(Locale.ROOT, "%." + digits + "f", estimate.value());
        String error = estimate.error() > 0 ? String.format(Locale.ROOT, " ± %.2g", estimate.error()) : "";
        return Page.escaped(number + error + (unit.equals("1") ? "" : " " + unit));
    }

    private static void provenance(Page page, Manifest manifest) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("study", manifest.study().name() + ", " + manifest.study().cases() + " cases");
        values.put("hash of its inputs and of the model", manifest.study().hash());
        values.put("model version", manifest.study().modelVersion());
        values.put("outcomes", manifest.tally().toString());
        values.put(
                "program",
                manifest.versions().program() + ", revision "
                        + manifest.versions().revision());
        values.put(
                "Java, Spark",
                manifest.versions().java() + ", " + manifest.versions().spark());
        values.put(
                "engine", manifest.engine().master() + ", " + manifest.engine().cores() + " cores");
        manifest.runs()
                .forEach(run -> values.put(
                        "sweep of " + run.started(),
                        String.format(
                                Locale.ROOT,
                                "%d cases, %.0f s, %.0f s in the solver",
                                run.cases(),
                                run.wallSeconds(),
                                run.solverSeconds())));
        page.heading("Provenance").values(values);
    }
}
