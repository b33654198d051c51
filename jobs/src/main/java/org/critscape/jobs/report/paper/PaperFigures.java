package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.critscape.jobs.report.ChartPanel;
import org.critscape.jobs.report.Curve;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.Panel;

/** The figures made of rows: area ratios, largest currents and pressures, critical currents. */
final class PaperFigures {
    private static final String LARGEST_CURRENT = "largest local current density [mA/cm²]";
    private static final String LARGEST_PRESSURE = "largest excess pressure [MPa]";
    private static final String CRITICAL_CURRENT = "critical current [mA/cm²]";
    private static final String BARS = " Bars: estimated numerical error.";
    private static final String AT = " All at a geometrical current density of 1 mA/cm².";

    private final PaperRows rows;
    private final List<Figure> figures = new ArrayList<>();

    private PaperFigures(PaperRows rows) {
        this.rows = rows;
    }

    /** Those figures of which there is anything to show. */
    static List<Figure> of(PaperRows rows) {
        PaperFigures all = new PaperFigures(rows);
        all.areaRatios();
        all.equalRatio();
        all.series();
        all.criticalCurrents();
        return all.figures;
    }

    private void areaRatios() {
        add(
                "fig-1d-area-ratios",
                "Area ratios of the three shapes.",
                "Corresponds to the area ratios in Fig. 1d: area of the interface by the area of the cell, H = 25 µm,"
                        + " S = 150 µm. Edges and apexes of pyramid and frustum are rounded by the edge resolution, and"
                        + " the frustum's flat top has the width that the closure gives it: both assumed.",
                List.of(present(List.of(
                        bars("1d: H25S150", "area of the interface by that of the cell", Measure.AREA_RATIO)))));
    }

    private void equalRatio() {
        add(
                "fig-2bc-equal-ratio",
                "Largest current at equal height by separation, without and with kinetics.",
                "Corresponds to Fig. 2b (left) and 2c (right): egg-boxes of H/S = 1/6." + AT
                        + " The interfacial resistance of the right one is assumed." + BARS,
                List.of(present(List.of(
                        currents("2b: without kinetics", Condition.WITHOUT_KINETICS),
                        currents("2c: with kinetics", Condition.WITH_KINETICS)))));
    }

    private Optional<Panel> currents(String title, Condition condition) {
        return curve(Series.SIZE, condition, Measure.LARGEST_CURRENT, LARGEST_CURRENT)
                .map(curve -> ChartPanel.lines(title, Series.SIZE.axis(), LARGEST_CURRENT, List.of(curve)));
    }

    private void series() {
        add(
                "fig-3cf-current-and-pressure",
                "Largest current and largest excess pressure along both series.",
                "Corresponds to Fig. 3c (left) and 3f (right): egg-boxes with kinetics." + AT
                        + " The interfacial resistance and the creep constant are assumed." + BARS,
                List.of(present(List.of(
                        twoAxes("3c: S = 150 µm", Series.HEIGHT), twoAxes("3f: H = 25 µm", Series.SEPARATION)))));
    }

    private Optional<Panel> twoAxes(String title, Series series) {
        Optional<Curve> current = curve(series, Condition.WITH_KINETICS, Measure.LARGEST_CURRENT, LARGEST_CURRENT);
        Optional<Curve> pressure = curve(series, Condition.WITH_KINETICS, Measure.LARGEST_PRESSURE, LARGEST_PRESSURE);
        return current.isEmpty() || pressure.isEmpty()
                ? Optional.empty()
                : Optional.of(ChartPanel.twoAxes(title, series.axis(), current.get(), pressure.get()));
    }

    private void criticalCurrents() {
        List<List<Panel>> panels = List.of(
                present(List.of(
                        critical("4a: S = 150 µm", Series.HEIGHT), critical("4b: H = 25 µm", Series.SEPARATION))),
                present(List.of(
                        critical("4c: H/S = 1/6", Series.SIZE),
                        bars("4d: H25S150", CRITICAL_CURRENT, Measure.CRITICAL_CURRENT))));
        add(
                "fig-4-critical-currents",
                "Critical currents along four series.",
                "Corresponds to the calculated trends in Fig. 4a to 4d. Like the paper's they are trends: the criterion is"
                        + " calibrated by the critical current of a flat interface, which is assumed, and so are the"
                        + " flaw's length and the other values listed above." + BARS,
                panels);
    }

    private Optional<Panel> critical(String title, Series series) {
        Optional<Double> flat = rows.find(Series.COMMON, Condition.WITH_KINETICS, Measure.CRITICAL_CURRENT)
                .flatMap(current -> rows.find(Series.COMMON, Condition.WITH_KINETICS, Measure.ENHANCEMENT)
                        .map(gain -> current.value() / gain.value()))
                .filter(Double::isFinite);
        return curve(series, Condition.WITH_KINETICS, Measure.CRITICAL_CURRENT, "egg-box")
                .map(curve -> flat.isPresent()
                        ? ChartPanel.linesWithReference(
                                title, series.axis(), CRITICAL_CURRENT, curve, "flat", flat.get())
                        : ChartPanel.lines(title, series.axis(), CRITICAL_CURRENT, List.of(curve)));
    }

    /** The points of a series that are solved, from left to right. */
    private Optional<Curve> curve(Series series, Condition condition, Measure measure, String label) {
        List<Surface> solved = series.surfaces().stream()
                .filter(surface -> rows.find(surface, condition, measure).isPresent())
                .sorted(Comparator.comparingDouble(series::position))
                .toList();
        if (solved.size() < 2) {
            return Optional.empty();
        }
        double[] x = solved.stream().mapToDouble(series::position).toArray();
        List<Estimate> y = solved.stream()
                .map(surface -> rows.find(surface, condition, measure).orElseThrow())
                .toList();
        return Optional.of(new Curve(
                label,
                x,
                y.stream().mapToDouble(Estimate::value).toArray(),
                y.stream().mapToDouble(Estimate::error).toArray()));
    }

    private Optional<Panel> bars(String title, String axis, Measure measure) {
        List<Surface> solved = Series.SHAPES.surfaces().stream()
                .filter(surface ->
                        rows.find(surface, Condition.WITH_KINETICS, measure).isPresent())
                .toList();
        if (solved.isEmpty()) {
            return Optional.empty();
        }
        List<Estimate> values = solved.stream()
                .map(surface ->
                        rows.find(surface, Condition.WITH_KINETICS, measure).orElseThrow())
                .toList();
        return Optional.of(ChartPanel.bars(
                title,
                axis,
                solved.stream()
                        .map(surface ->
                                surface.shape().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList(),
                values.stream().mapToDouble(Estimate::value).toArray(),
                values.stream().mapToDouble(Estimate::error).toArray()));
    }

    private void add(String name, String title, String caption, List<List<Panel>> rowsOfPanels) {
        List<List<Panel>> shown =
                rowsOfPanels.stream().filter(row -> !row.isEmpty()).toList();
        if (!shown.isEmpty()) {
            figures.add(new Figure(name, title, caption, shown));
        }
    }

    private static List<Panel> present(List<Optional<Panel>> panels) {
        return panels.stream().flatMap(Optional::stream).toList();
    }
}
