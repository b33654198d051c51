package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Page;

/** The page on closures: what is best and what none reproduces, then the checks, the figures, the best of each kind. */
final class ClosurePage {
    private ClosurePage() {}

    /**
     * The page.
     *
     * @param progress how much of the study is there
     */
    static String text(List<JudgedClosure> closures, String progress, List<Drawing> drawings) {
        ClosureSummary summary = new ClosureSummary(closures);
        Page page = new Page("Which closures satisfy Zhang et al. 2024");
        page.html(summary.sentences().stream()
                .map(sentence -> "<p>" + Page.escaped(sentence) + "</p>")
                .collect(Collectors.joining(
                        "",
                        "<div class=\"summary\">",
                        "<p class=\"dim\">" + Page.escaped(progress)
                                + " A check holds, or does not, only beyond the estimated numerical errors. B is the ratio of the"
                                + " pressure at the interface to that in the flaw at the flat critical current, at S = 150 µm:"
                                + " flaw length, toughness, creep constant and calibration act by B alone. None of these closures"
                                + " is measured.</p></div>")));
        page.heading("The eleven checks over all closures")
                .table(
                        List.of("", "check", "holds", "does not hold", "undecided"),
                        Arrays.stream(Check.values())
                                .map(check -> row(summary, check))
                                .toList());
        page.heading("Where each check holds");
        drawings.forEach(page::figure);
        page.heading("The best closure of each kind")
                .paragraph("By number of checks, for each creep exponent, notch, driving and form of the egg-box.")
                .table(
                        List.of("closure", "hold", "do not hold", "largest gain", "least margin by its error"),
                        kinds(closures).stream().map(ClosurePage::row).toList());
        page.heading("The best closure, check by check")
                .paragraph(summary.best().inputs().words())
                .table(List.of("", "verdict", "decided by"), checks(summary.best()));
        return page.text();
    }

    private static List<String> row(ClosureSummary summary, Check check) {
        List<String> cells =
                new ArrayList<>(List.of(Integer.toString(check.number()), Page.escaped(check.statement())));
        for (Verdict verdict : List.of(Verdict.HOLDS, Verdict.DOES_NOT_HOLD, Verdict.UNDECIDED)) {
            cells.add(String.format(Locale.ROOT, "%,d", summary.count(check, verdict)));
        }
        return cells;
    }

    /** Who holds one of these for likely finds here the best of the rest. */
    private static List<JudgedClosure> kinds(List<JudgedClosure> closures) {
        Map<List<String>, JudgedClosure> best = new LinkedHashMap<>();
        for (JudgedClosure closure : closures) {
            ClosureInputs inputs = closure.inputs();
            best.merge(
                    List.of(
                            ClosureInputs.plain(inputs.creepExponent()),
                            Double.toString(inputs.shared().transitionRate()),
                            inputs.notch(),
                            inputs.driving(),
                            inputs.form()),
                    closure,
                    (a, b) -> JudgedClosure.BEST_FIRST.compare(b, a) < 0 ? b : a);
        }
        List<JudgedClosure> sorted = new ArrayList<>(best.values());
        Collections.sort(sorted, JudgedClosure.BEST_FIRST);
        return sorted;
    }

    private static List<String> row(JudgedClosure closure) {
        return List.of(
                Page.escaped(closure.inputs().words()),
                ClosureSummary.numbers(closure, Verdict.HOLDS),
                ClosureSummary.numbers(closure, Verdict.DOES_NOT_HOLD),
                closure.gain()
                        .map(gain -> ClosureSummary.percent(gain.gain().value()) + ", "
                                + gain.surface().label())
                        .orElse(""),
                String.format(Locale.ROOT, "%.3g", closure.weakest()));
    }

    private static List<List<String>> checks(JudgedClosure closure) {
        return closure.claims().entrySet().stream()
                .map(entry -> List.of(
                        Integer.toString(entry.getKey().number()),
                        entry.getValue().verdict().words(),
                        Page.escaped(entry.getValue().text())
                                + (entry.getValue().isKnown()
                                        ? ": "
                                                + PaperPage.amount(
                                                        entry.getValue().margin(),
                                                        entry.getValue().unit())
                                        : ": not solved")))
                .toList();
    }
}
