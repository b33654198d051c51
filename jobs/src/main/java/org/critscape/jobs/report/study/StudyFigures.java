package org.critscape.jobs.report.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.report.ChartPanel;
import org.critscape.jobs.report.Curve;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.MapPanel;
import org.critscape.jobs.report.Panel;

/** The main figures of a study, for papers. */
final class StudyFigures {
    private static final int MOST_MAPS = 6;
    private static final int PER_ROW = 2;

    private StudyFigures() {}

    /** Landscape, front and cuts, as far as the study has them. */
    static List<Figure> of(Digest digest) {
        List<Figure> figures = new ArrayList<>();
        digest.found().ifPresent(found -> {
            found.landscape()
                    .filter(landscape -> landscape.cells().stream().anyMatch(Landscape.Cell::isSolved))
                    .ifPresent(landscape ->
                            figures.add(figure(digest, "landscape", "Landscape", rows(maps(digest, landscape)))));
            if (!found.front().points().isEmpty()) {
                figures.add(figure(
                        digest,
                        "front",
                        digest.result().heading() + " against height",
                        List.of(List.of(front(digest, found)))));
            }
            List<Panel> cuts =
                    found.cuts().stream().<Panel>map(cut -> cut(digest, cut)).toList();
            if (!cuts.isEmpty()) {
                figures.add(figure(digest, "cuts", "Cuts", rows(cuts)));
            }
        });
        return figures;
    }

    private static Figure figure(Digest digest, String name, String title, List<List<Panel>> rows) {
        return new Figure(name, title, Answer.sentence(digest), rows);
    }

    private static List<List<Panel>> rows(List<Panel> panels) {
        return IntStream.range(0, (panels.size() + PER_ROW - 1) / PER_ROW)
                .mapToObj(row -> panels.subList(PER_ROW * row, Math.min(panels.size(), PER_ROW * (row + 1))))
                .toList();
    }

    /** One map for each choice; of too many those with the best cases. */
    private static List<Panel> maps(Digest digest, Landscape landscape) {
        Map<List<Integer>, List<Landscape.Cell>> choices = landscape.cells().stream()
                .filter(Landscape.Cell::isSolved)
                .collect(Collectors.groupingBy(
                        Landscape.Cell::choices,
                        () -> new TreeMap<>(Comparator.comparing(List::toString)),
                        Collectors.toList()));
        double low = choices.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Landscape.Cell::value)
                .min()
                .orElseThrow();
        double high = choices.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Landscape.Cell::value)
                .max()
                .orElseThrow();
        return choices.entrySet().stream()
                .sorted(Collections.reverseOrder(
                        Map.Entry.comparingByValue(Comparator.comparingDouble(cells -> merit(digest, cells)))))
                .limit(MOST_MAPS)
                .<Panel>map(entry -> MapPanel.ofParts(
                        title(digest, landscape, entry.getKey()),
                        landscape.x().variable().title(),
                        landscape.y().variable().title(),
                        landscape.x().labels(),
                        landscape.y().labels(),
                        entry.getValue().stream()
                                .map(cell -> new Number[] {cell.x(), cell.y(), cell.value()})
                                .toList(),
                        low,
                        high))
                .toList();
    }

    private static double merit(Digest digest, List<Landscape.Cell> cells) {
        return cells.stream()
                .mapToDouble(cell -> digest.result().isLargestBest() ? cell.value() : -cell.value())
                .max()
                .orElseThrow();
    }

    private static String title(Digest digest, Landscape landscape, List<Integer> choice) {
        String words = IntStream.range(0, choice.size())
                .mapToObj(i -> {
                    Bins bins = landscape.selectors().get(i);
                    String part = bins.labels().get(choice.get(i));
                    return bins.variable().isWords()
                            ? part
                            : bins.variable().label() + " " + part + " "
                                    + bins.variable().scale().unit();
                })
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? digest.result().word() : words;
    }

    private static Panel front(Digest digest, Digest.Found found) {
        Variable height = digest.variables().stream()
                .filter(variable -> variable.column().equals("peak_height_m"))
                .findFirst()
                .orElseThrow();
        double unit = height.scale().factor();
        Map<String, List<Row>> families = found.sample().rows().stream()
                .filter(row -> row.getAs("peak_height_m") != null)
                .collect(Collectors.groupingBy(row -> row.getAs("topography"), TreeMap::new, Collectors.toList()));
        List<Curve> kinds = families.entrySet().stream()
                .map(family -> new Curve(
                        family.getKey().replace('-', ' '),
                        numbers(family.getValue(), "peak_height_m", unit),
                        numbers(family.getValue(), digest.result().column(), 1),
                        new double[family.getValue().size()]))
                .toList();
        Curve line = steps(found.front().points(), unit);
        return ChartPanel.points(
                digest.result().heading() + " against height",
                height.title(),
                digest.result().title(),
                kinds,
                line);
    }

    /** From one point to the next no case is better than the former. */
    private static Curve steps(List<Front.Point> points, double unit) {
        double[] x = new double[2 * points.size() - 1];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.get((i + 1) / 2).height() * unit;
            y[i] = points.get(i / 2).value();
        }
        return new Curve("no lower surface is better", x, y, new double[x.length]);
    }

    private static double[] numbers(List<Row> rows, String column, double factor) {
        return rows.stream()
                .mapToDouble(row -> row.<Double>getAs(column) * factor)
                .toArray();
    }

    private static Panel cut(Digest digest, Cut cut) {
        double[] x = cut.points().stream()
                .mapToDouble(point -> cut.variable().shown(point.at()))
                .toArray();
        double[] middle = cut.points().stream().mapToDouble(Cut.Point::value).toArray();
        double[] error = cut.points().stream()
                .mapToDouble(point -> Math.max(point.high() - point.value(), point.value() - point.low()))
                .toArray();
        String title = cut.isThroughBest() ? "through the optimum" : "median and quarters";
        return ChartPanel.lines(
                title,
                cut.variable().axisTitle(),
                digest.result().title(),
                List.of(new Curve(title, x, middle, error)));
    }
}
