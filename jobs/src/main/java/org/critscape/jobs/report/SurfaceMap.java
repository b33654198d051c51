package org.critscape.jobs.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A field over one period of the interface, at scattered points.
 *
 * @param separation S [m]
 * @param x −S/2..S/2 [m]
 * @param y −S/2..S/2 [m]
 * @param values as many
 */
public record SurfaceMap(double separation, double[] x, double[] y, double[] values) {
    private static final int NEIGHBOURS = 4;

    /** The largest value. */
    public double largest() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /** The smallest value. */
    public double smallest() {
        return Arrays.stream(values).min().orElseThrow();
    }

    /**
     * Values on a square grid, [along x][along y], between the nearest points by their distance.
     *
     * @param places of the grid along either side, −S/2..S/2 [m]
     */
    public double[][] raster(double[] places) {
        int cells = places.length;
        List<List<List<Integer>>> buckets = buckets(cells);
        double[][] raster = new double[cells][cells];
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                raster[i][j] = at(places[i], places[j], cells, buckets);
            }
        }
        return raster;
    }

    private List<List<List<Integer>>> buckets(int cells) {
        List<List<List<Integer>>> buckets = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            List<List<Integer>> column = new ArrayList<>();
            for (int j = 0; j < cells; j++) {
                column.add(new ArrayList<>());
            }
            buckets.add(column);
        }
        for (int p = 0; p < x.length; p++) {
            buckets.get(cell(x[p], cells)).get(cell(y[p], cells)).add(p);
        }
        return buckets;
    }

    private int cell(double position, int cells) {
        return Math.min(cells - 1, Math.max(0, (int) Math.floor((position / separation + 0.5) * cells)));
    }

    private double at(double atX, double atY, int cells, List<List<List<Integer>>> buckets) {
        List<Integer> near = near(cell(atX, cells), cell(atY, cells), cells, buckets);
        near.sort((p, q) -> Double.compare(squared(p, atX, atY), squared(q, atX, atY)));
        double sum = 0;
        double weights = 0;
        for (int p : near.subList(0, Math.min(NEIGHBOURS, near.size()))) {
            double weight = 1 / (squared(p, atX, atY) + 1e-12 * separation * separation);
            sum += weight * values[p];
            weights += weight;
        }
        return sum / weights;
    }

    /** At least the nearest ones: a ring of buckets more than it takes to find enough. */
    private List<Integer> near(int i, int j, int cells, List<List<List<Integer>>> buckets) {
        List<Integer> near = new ArrayList<>();
        int enough = cells;
        for (int ring = 0; ring <= Math.min(enough, cells); ring++) {
            for (int a = Math.max(0, i - ring); a <= Math.min(cells - 1, i + ring); a++) {
                for (int b = Math.max(0, j - ring); b <= Math.min(cells - 1, j + ring); b++) {
                    if (Math.max(Math.abs(a - i), Math.abs(b - j)) == ring) {
                        near.addAll(buckets.get(a).get(b));
                    }
                }
            }
            if (near.size() >= NEIGHBOURS && enough == cells) {
                enough = ring + 1;
            }
        }
        return near;
    }

    private double squared(int p, double atX, double atY) {
        return (x[p] - atX) * (x[p] - atX) + (y[p] - atY) * (y[p] - atY);
    }
}
