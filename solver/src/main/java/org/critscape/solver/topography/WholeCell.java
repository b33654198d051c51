package org.critscape.solver.topography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;
import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;
import org.critscape.solver.topography.Relief.Summit;

/** Makes the cell of a surface without symmetry: its whole period, with the highest summit at the origin. */
final class WholeCell {
    /** Least detail by the period: finer, no mesh of the whole cell could follow. */
    private static final double FINEST = 0.1;

    /** Largest root mean square slope: that of the egg-box in product form at H/S = 1. */
    private static final double STEEPEST_SLOPE = 2.23;

    private static final int FEWEST_POINTS = 64;
    private static final int POINTS_PER_WAVE = 6;
    private static final int NEWTON_STEPS = 30;

    private final WaveSurface surface;
    private final int side;
    private final double[] heights;

    private WholeCell(WaveSurface surface) {
        this.surface = surface;
        this.side = Math.max(FEWEST_POINTS, POINTS_PER_WAVE * surface.band());
        this.heights = surface.heights(side);
    }

    /** The cell; throws {@link InvalidInputException} where the surface is too fine, too steep or too shallow to be solved. */
    static FundamentalCell of(WaveSurface surface) {
        requireDetail(surface);
        Require.within(
                "root mean square slope of the surface after filtering",
                Math.sqrt(surface.meanSquareSlope()),
                0,
                STEEPEST_SLOPE,
                "",
                "Maybe raise topography.edge-resolution or topography.correlation-length, or lower the heights.");
        WholeCell search = new WholeCell(surface);
        List<Summit> summits = search.summits();
        Summit tip = summits.get(0);
        double lowest = search.lowest();
        if (!(tip.height() - lowest >= Topography.SHALLOWEST)) {
            throw new InvalidInputException(
                    "peak height after filtering by peak separation",
                    Double.toString(tip.height() - lowest),
                    "at least " + Topography.SHALLOWEST,
                    "Maybe lower topography.edge-resolution, raise topography.height-scale or topography.rms-height, or"
                            + " use the flat topography.");
        }
        List<Summit> moved = summits.stream()
                .map(s -> new Summit(
                        fraction(s.x() - tip.x()), fraction(s.y() - tip.y()), s.height(), s.bendX(), s.bendY()))
                .toList();
        return new FundamentalCell(
                Footprint.SQUARE,
                1,
                surface.from(tip.x(), tip.y()),
                Edges.NONE,
                false,
                0,
                tip.x(),
                tip.y(),
                new Relief(tip.height(), lowest, surface.detail(), moved));
    }

    private static void requireDetail(WaveSurface surface) {
        double detail = surface.detail();
        if (!(detail >= FINEST)) {
            throw new InvalidInputException(
                    "finest detail of the surface by its period",
                    Double.toString(detail),
                    "at least " + FINEST + ", about half a wave, after filtering",
                    "Maybe raise topography.edge-resolution or topography.correlation-length, or take a smaller part"
                            + " of the map.");
        }
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    /** Local maxima of the grid, each moved to the maximum near it; the highest first, then by place. */
    private List<Summit> summits() {
        List<Summit> summits = new ArrayList<>();
        for (int p = 0; p < heights.length; p++) {
            if (isExtreme(p, 1)) {
                summits.add(extreme(p, 1));
            }
        }
        summits.sort(Comparator.comparingDouble((Summit s) -> -s.height())
                .thenComparingDouble(Summit::x)
                .thenComparingDouble(Summit::y));
        return summits;
    }

    private double lowest() {
        int lowest = 0;
        for (int p = 1; p < heights.length; p++) {
            lowest = heights[p] < heights[lowest] ? p : lowest;
        }
        return extreme(lowest, -1).height();
    }

    /** Not below any of eight neighbours, and above those that come later: of a level top one point counts. */
    private boolean isExtreme(int p, int sign) {
        for (int di = -1; di <= 1; di++) {
            for (int dj = -1; dj <= 1; dj++) {
                int q = Math.floorMod(p / side + di, side) * side + Math.floorMod(p % side + dj, side);
                double above = sign * (heights[p] - heights[q]);
                if (above < 0 || (above == 0 && q > p)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Newton's method on ∇h = 0 from a point of the grid, within a step of the grid. */
    private Summit extreme(int p, int sign) {
        int row = p / side;
        double x0 = (double) row / side, y0 = (double) (p % side) / side;
        double x = x0, y = y0;
        Surface.Point point = surface.at(x, y);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double determinant = point.curvatureXX() * point.curvatureYY() - point.curvatureXY() * point.curvatureXY();
            if (!(sign * point.curvatureXX() < 0 && determinant > 0)) {
                break;
            }
            double dx = (point.curvatureXY() * point.slopeY() - point.curvatureYY() * point.slopeX()) / determinant;
            double dy = (point.curvatureXY() * point.slopeX() - point.curvatureXX() * point.slopeY()) / determinant;
            double nextX = Math.max(x0 - 1.0 / side, Math.min(x0 + 1.0 / side, x + dx));
            double nextY = Math.max(y0 - 1.0 / side, Math.min(y0 + 1.0 / side, y + dy));
            Surface.Point next = surface.at(nextX, nextY);
            if (!(steepness(next) < steepness(point))) {
                break;
            }
            x = nextX;
            y = nextY;
            point = next;
        }
        return new Summit(x, y, point.height(), -point.curvatureXX(), -point.curvatureYY());
    }

    private static double steepness(Surface.Point point) {
        return point.slopeX() * point.slopeX() + point.slopeY() * point.slopeY();
    }
}
