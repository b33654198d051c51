package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.critscape.solver.cell.CaseFields.InterfaceMap;

/** Compares the fields at the tip of the lithium protrusion with those elsewhere. */
final class TipSearch {
    /** What lies nearer to the highest point than this counts as the tip [S]. */
    private static final double NEAR = 0.1;

    /** Heights that differ by less are one height [H]. */
    private static final double LEVEL = 1e-9;

    private TipSearch() {}

    /** The contrast on the egg-box that all series share; empty where its fields or its row are missing. */
    static Optional<Evidence.TipContrast> contrast(Optional<InterfaceMap> map, PaperRows rows) {
        Optional<Estimate> current = rows.find(Series.COMMON, Condition.WITH_KINETICS, Measure.LARGEST_CURRENT);
        Optional<Estimate> pressure = rows.find(Series.COMMON, Condition.WITH_KINETICS, Measure.LARGEST_PRESSURE);
        if (map.isEmpty() || current.isEmpty() || pressure.isEmpty()) {
            return Optional.empty();
        }
        double separation = Series.COMMON.separation() * 1e-9;
        return Optional.of(new Evidence.TipContrast(
                contrast(map.get(), map.get().currentRatio(), separation, current.get()),
                contrast(map.get(), map.get().excessPressure(), separation, pressure.get())));
    }

    private static Estimate contrast(InterfaceMap map, double[] field, double separation, Estimate largest) {
        List<Integer> tips = tips(map.height());
        double atTip = Double.NEGATIVE_INFINITY;
        double elsewhere = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < field.length; i++) {
            if (distance(map, i, tips, separation) < NEAR * separation) {
                atTip = Math.max(atTip, field[i]);
            } else {
                elsewhere = Math.max(elsewhere, field[i]);
            }
        }
        double most = Math.max(Math.abs(atTip), Math.abs(elsewhere));
        // Both values are as uncertain as the largest one.
        double error = 2 * largest.error() / Math.abs(largest.value());
        return new Estimate((atTip - elsewhere) / most, error);
    }

    private static List<Integer> tips(double[] height) {
        double highest = Arrays.stream(height).max().orElseThrow();
        double lowest = Arrays.stream(height).min().orElseThrow();
        List<Integer> tips = new ArrayList<>();
        for (int i = 0; i < height.length; i++) {
            if (highest - height[i] <= LEVEL * (highest - lowest)) {
                tips.add(i);
            }
        }
        return tips;
    }

    /** To the nearest tip, also across the edges of the period. */
    private static double distance(InterfaceMap map, int point, List<Integer> tips, double separation) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int tip : tips) {
            double dx = periodic(map.x()[point] - map.x()[tip], separation);
            double dy = periodic(map.y()[point] - map.y()[tip], separation);
            nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
        }
        return nearest;
    }

    private static double periodic(double difference, double period) {
        return difference - period * Math.rint(difference / period);
    }
}
