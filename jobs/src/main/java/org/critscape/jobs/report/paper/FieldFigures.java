package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.report.ChartPanel;
import org.critscape.jobs.report.Curve;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.MapPanel;
import org.critscape.jobs.report.Panel;
import org.critscape.jobs.report.SurfaceMap;
import org.critscape.solver.cell.CaseFields.InterfaceMap;

/** The figures made of fields: the current over the three shapes, and current and pressure over the egg-box. */
final class FieldFigures {
    private FieldFigures() {}

    /** Fig. 1e; empty where no shape has fields. */
    static Optional<Figure> currents(PaperFields fields) throws IOException {
        Map<Surface, SurfaceMap> maps = new LinkedHashMap<>();
        for (Surface surface : Series.SHAPES.surfaces()) {
            fields.map(surface, Condition.WITHOUT_KINETICS)
                    .ifPresent(map -> maps.put(surface, surfaceMap(surface, map, map.currentRatio())));
        }
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        double most =
                maps.values().stream().mapToDouble(SurfaceMap::largest).max().orElseThrow();
        List<Panel> panels = new ArrayList<>();
        maps.forEach((surface, map) -> panels.add(MapPanel.of(
                String.format(
                        Locale.ROOT,
                        "%s, largest %.3g mA/cm²",
                        surface.shape().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        map.largest()),
                map,
                0,
                most)));
        return Optional.of(new Figure(
                "fig-1e-local-current",
                "Local current density over the three shapes, without kinetics [mA/cm²].",
                "Corresponds to Fig. 1e: current density normal to the interface at a geometrical one of 1 mA/cm², H = 25 µm,"
                        + " S = 150 µm, one period seen from above, all on one scale. The lithium protrudes most where the"
                        + " current is largest. At the edges of pyramid and frustum the largest value is set by the edge"
                        + " resolution, which is assumed: sharp edges would have none.",
                List.of(panels)));
    }

    /** Fig. S3. */
    static Figure coLocation(InterfaceMap map) {
        SurfaceMap current = surfaceMap(Series.COMMON, map, map.currentRatio());
        double[] megapascals = Arrays.stream(map.excessPressure())
                .map(pressure -> pressure * 1e-6)
                .toArray();
        SurfaceMap pressure = surfaceMap(Series.COMMON, map, megapascals);
        return new Figure(
                "fig-s3-co-location",
                "Local current density and excess pressure over the egg-box H25S150, with kinetics.",
                "Corresponds to Fig. S3: both at a geometrical current density of 1 mA/cm², one period seen from above. The"
                        + " lithium protrudes most in the middle and at the corners of the period of the product form."
                        + " The interfacial resistance and the creep constant are assumed.",
                List.of(List.of(
                        MapPanel.of("local current density [mA/cm²]", current, current.smallest(), current.largest()),
                        MapPanel.of("excess pressure [MPa]", pressure, pressure.smallest(), pressure.largest()))));
    }

    /** Fig. S2; empty where nothing changes any more after the first turn. */
    static Optional<Figure> coupling(double[] turns) {
        List<Double> numbers = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        for (int turn = 1; turn < turns.length; turn++) {
            double change = 100 * Math.abs(turns[turn] / turns[turn - 1] - 1);
            // A logarithmic axis has no zero.
            if (change > 0) {
                numbers.add((double) turn);
                changes.add(change);
            }
        }
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        double total = 100 * (turns[turns.length - 1] / turns[0] - 1);
        Curve curve = new Curve("change", array(numbers), array(changes), new double[numbers.size()]);
        return Optional.of(new Figure(
                "fig-s2-coupling-iteration",
                "Change of the largest current by pressure coupling, turn by turn.",
                String.format(
                        Locale.ROOT,
                        "Corresponds to Fig. S2: current and creep of the egg-box H25S150 solved in turns at 1 mA/cm²; each point"
                                + " is the relative change of the largest current from one turn to the next, the first from"
                                + " the current without coupling. In all the current changes by %.3g %%. The activation"
                                + " volume, half of lithium's molar volume, is assumed. Turns are accelerated (Anderson),"
                                + " so their number is not that of a plain iteration.",
                        total),
                List.of(List.of(ChartPanel.logarithmic(
                        "S2: egg-box H25S150",
                        "turn of current and pressure",
                        "change of the largest current [%]",
                        curve)))));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static SurfaceMap surfaceMap(Surface surface, InterfaceMap map, double[] values) {
        return new SurfaceMap(surface.separation() * 1e-9, map.x(), map.y(), values);
    }
}
