package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.LanePanel;
import org.critscape.jobs.report.LanePanel.Bundle;
import org.critscape.jobs.report.LanePanel.Lane;
import org.critscape.jobs.report.LanePanel.Shade;
import org.critscape.jobs.report.LanePanel.Stretch;
import org.critscape.jobs.report.LanePanel.Tick;
import org.critscape.jobs.report.Panel;

/** Where each check holds over κ R_ct and B: a figure for each driving and notch, in it a panel for each n and form. */
final class ClosureFigure {
    /** Values of B whose logarithms agree to this share of a decade are one; the inputs are written with few digits. */
    private static final double RESOLUTION = 1e-3;

    private record FigureKey(String driving, String notch) {}

    private ClosureFigure() {}

    /** The figures; none where no closure has a B. */
    static List<Figure> of(List<JudgedClosure> closures) {
        List<JudgedClosure> placed = closures.stream()
                .filter(closure -> closure.inputs().pressureRatio() > 0)
                .toList();
        List<Figure> figures = new ArrayList<>();
        by(
                        placed,
                        closure -> new FigureKey(
                                closure.inputs().driving(), closure.inputs().notch()))
                .forEach((key, part) -> figures.add(figure(key, part, placed)));
        return figures;
    }

    private static Figure figure(FigureKey key, List<JudgedClosure> closures, List<JudgedClosure> all) {
        double low =
                Math.floor(all.stream().mapToLong(ClosureFigure::place).min().orElseThrow() * RESOLUTION);
        double high =
                Math.ceil(all.stream().mapToLong(ClosureFigure::place).max().orElseThrow() * RESOLUTION);
        List<Tick> ticks = new ArrayList<>();
        for (int decade = (int) low; decade <= Math.max(high, low + 1); decade++) {
            ticks.add(new Tick(decade, Integer.toString(decade)));
        }
        List<List<Panel>> rows = new ArrayList<>();
        new TreeMap<>(by(closures, closure -> closure.inputs().creepExponent())).forEach((exponent, ofExponent) -> {
            List<Panel> row = new ArrayList<>();
            new TreeMap<>(by(ofExponent, closure -> closure.inputs().form()))
                    .forEach((form, part) -> row.add(new LanePanel(
                            "n = " + ClosureInputs.plain(exponent) + ", notch " + key.notch() + ", " + form + " form",
                            "log10 B at S = 150 µm",
                            low,
                            Math.max(high, low + 1),
                            ticks,
                            bundles(part))));
            rows.add(row);
        });
        return new Figure(
                "closures-" + key.driving() + "-notch-" + key.notch(),
                "Where each check holds, driving " + key.driving().replace('-', ' ') + ", notch " + key.notch() + ".",
                "In each panel one bundle for each κ R_ct [µm], in each bundle one lane for each check that the rows can"
                        + " decide, its number at the left. Dark: it holds whatever the top fraction of the frustum, the edge"
                        + " resolution and what else the study varies; light: for some of them; grey: for none, but undecided"
                        + " for some; white: it does not hold.",
                rows);
    }

    private static List<Bundle> bundles(List<JudgedClosure> closures) {
        List<Check> decided = new ArrayList<>(List.of(Check.values()));
        // Eleven lanes of which some say nothing are harder to read.
        decided.removeIf(check ->
                closures.stream().noneMatch(closure -> closure.claim(check).isKnown()));
        List<Bundle> bundles = new ArrayList<>();
        new TreeMap<>(by(closures, closure -> closure.inputs().kineticMicrometres()))
                .forEach((length, part) -> bundles.add(new Bundle(
                        ClosureInputs.plain(length),
                        decided.stream().map(check -> lane(check, part)).toList())));
        return bundles;
    }

    private static Lane lane(Check check, List<JudgedClosure> closures) {
        List<Map.Entry<Long, List<JudgedClosure>>> places =
                List.copyOf(new TreeMap<>(by(closures, ClosureFigure::place)).entrySet());
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double here = places.get(i).getKey() * RESOLUTION;
            double before = i == 0 ? here : (here + places.get(i - 1).getKey() * RESOLUTION) / 2;
            double after =
                    i == places.size() - 1 ? here : (here + places.get(i + 1).getKey() * RESOLUTION) / 2;
            Set<Verdict> verdicts = places.get(i).getValue().stream()
                    .map(closure -> closure.verdict(check))
                    .collect(Collectors.toSet());
            add(stretches, before, after, verdicts);
        }
        return new Lane(Integer.toString(check.number()), stretches);
    }

    /** Adds a stretch, to the one before where they are alike. */
    private static void add(List<Stretch> stretches, double from, double to, Set<Verdict> verdicts) {
        if (!verdicts.contains(Verdict.HOLDS) && !verdicts.contains(Verdict.UNDECIDED)) {
            return;
        }
        Shade some = verdicts.contains(Verdict.HOLDS) ? Shade.SOME : Shade.OPEN;
        Shade shade = verdicts.equals(Set.of(Verdict.HOLDS)) ? Shade.ALL : some;
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && last.shade() == shade && last.to() == from) {
            stretches.set(stretches.size() - 1, new Stretch(last.from(), to, shade));
        } else {
            stretches.add(new Stretch(from, to, shade));
        }
    }

    private static long place(JudgedClosure closure) {
        return Math.round(StrictMath.log10(closure.inputs().pressureRatio()) / RESOLUTION);
    }

    private static <K> Map<K, List<JudgedClosure>> by(List<JudgedClosure> closures, Function<JudgedClosure, K> key) {
        return closures.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
