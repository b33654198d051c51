package org.critscape.solver.atlas;

import static java.lang.StrictMath.exp;

import java.util.ArrayList;
import java.util.List;
import org.critscape.solver.cell.LevelSolver.Places;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;

/**
 * Places on the interface that move smoothly with the groups: at fractions of the cell, denser towards the tip, and by
 * edges at multiples of their width σ. A multiple d of σ becomes L (1 − e^(−dσ/L)), L the distance to the next edge or
 * side, so that places never pass it.
 */
final class Stations {
    private static final double[] FROM_TIP = {0.02, 0.05, 0.09, 0.14, 0.2, 0.28, 0.38, 0.5, 0.65, 0.8, 1};
    private static final double[] LINES = {0, 0.35, 0.7, 1};

    private static final double[] BY_RIDGE = {0.4, 0.8, 1.2, 1.7, 2.4, 3.5, 6};
    private static final double[] BY_GROOVE = {1, 3};
    private static final double[] BY_DIAGONAL = {0.4, 0.8, 1.3, 2, 3.5};
    private static final double[] BETWEEN = {0.25, 0.5, 0.75};
    private static final double[] EDGED_LINES = {0, 0.3, 0.6, 0.8};

    private Stations() {}

    /** The places on a cell, the tip first; as many on every cell of a family. */
    static Places of(FundamentalCell cell) {
        List<double[]> places = new ArrayList<>();
        boolean isStrip = cell.footprint() == Footprint.STRIP;
        places.add(new double[] {cell.tipX(), isStrip || !cell.tipAtFarCorner() ? 0 : 1});
        for (double x : cell.edges().isEmpty() ? smooth(cell) : edged(cell)) {
            for (double s : isStrip ? new double[] {0} : lines(cell, x)) {
                places.add(new double[] {x, s});
            }
        }
        return new Places(
                places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray());
    }

    private static List<Double> smooth(FundamentalCell cell) {
        List<Double> x = new ArrayList<>();
        for (double distance : FROM_TIP) {
            x.add(cell.width() * (cell.tipAtFarCorner() ? 1 - distance : distance));
        }
        return x;
    }

    private static List<Double> edged(FundamentalCell cell) {
        Edges edges = cell.edges();
        double[] features = {0, Math.min(edges.ridge(), edges.groove()), Math.max(edges.ridge(), edges.groove())};
        List<Double> x = new ArrayList<>();
        for (double feature : new double[] {edges.ridge(), edges.groove()}) {
            x.add(feature);
            for (double multiple : feature == edges.ridge() ? BY_RIDGE : BY_GROOVE) {
                for (double side : features) {
                    double most = Math.abs(side - feature);
                    if (most > 0 && isNext(feature, side, features)) {
                        x.add(feature + Math.signum(side - feature) * reach(multiple * edges.width(), most));
                    }
                }
            }
        }
        for (int i = 1; i < features.length; i++) {
            for (double fraction : BETWEEN) {
                if (features[i] > features[i - 1]) {
                    x.add(features[i - 1] + fraction * (features[i] - features[i - 1]));
                }
            }
        }
        return x;
    }

    private static boolean isNext(double feature, double side, double[] features) {
        for (double other : features) {
            if (other > Math.min(feature, side) && other < Math.max(feature, side)) {
                return false;
            }
        }
        return true;
    }

    private static double[] lines(FundamentalCell cell, double x) {
        if (x == 0) {
            return new double[] {0};
        } else if (cell.edges().isEmpty()) {
            return LINES;
        }
        double[] lines = new double[EDGED_LINES.length + 1 + BY_DIAGONAL.length];
        System.arraycopy(EDGED_LINES, 0, lines, 0, EDGED_LINES.length);
        lines[EDGED_LINES.length] = 1;
        for (int i = 0; i < BY_DIAGONAL.length; i++) {
            lines[EDGED_LINES.length + 1 + i] =
                    1 - reach(BY_DIAGONAL[i] * cell.edges().width(), x) / x;
        }
        return lines;
    }

    private static double reach(double distance, double most) {
        return most * (1 - exp(-distance / most));
    }
}
