package org.critscape.solver.topography;

import java.io.Serializable;
import java.util.Arrays;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * One period of a surface, sampled on a square grid: the sample of row r and column c stands at x = c S/side,
 * y = r S/side, in any unit of height. Immutable.
 */
public final class HeightSamples implements Serializable {
    /** Fewest samples along a side. */
    public static final int FEWEST = 4;

    /** Most samples along a side. */
    public static final int MOST = 1024;

    private static final long serialVersionUID = 1L;

    private final int side;
    private final double[] heights;

    /**
     * @param heights row by row, as many rows as columns, copied
     * @throws InvalidInputException where the grid is not square, too small or too large, or a height is not finite
     */
    public HeightSamples(double[][] heights) {
        this.side = heights.length;
        Require.within("samples along a side of the height map", side, FEWEST, MOST, "", "Maybe resample the map.");
        this.heights = new double[side * side];
        for (int row = 0; row < side; row++) {
            if (heights[row].length != side) {
                throw new InvalidInputException(
                        "row " + (row + 1) + " of the height map",
                        heights[row].length + " samples long",
                        side + ", as long as the map has rows, since its period is a square",
                        "Maybe crop or resample the map.");
            }
            for (int column = 0; column < side; column++) {
                this.heights[row * side + column] = finite(heights[row][column], row, column);
            }
        }
    }

    private static double finite(double height, int row, int column) {
        if (!Double.isFinite(height)) {
            throw new InvalidInputException(
                    "height in row " + (row + 1) + ", column " + (column + 1),
                    Double.toString(height),
                    "a finite number",
                    "Maybe fill missing pixels before the export.");
        }
        return height;
    }

    /** Samples along a side. */
    public int side() {
        return side;
    }

    /** The sample of a row and a column, both from 0. */
    public double at(int row, int column) {
        return heights[row * side + column];
    }

    /** Highest less lowest sample. */
    public double range() {
        return Arrays.stream(heights).max().orElseThrow()
                - Arrays.stream(heights).min().orElseThrow();
    }

    /**
     * Root mean square difference between opposite sides, by that between neighbours within: about 1 where the period
     * closes on itself, large where it is a cut-out [1].
     */
    public double seam() {
        double across = 0, within = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double next = at(row, (column + 1) % side) - at(row, column);
                double below = at((row + 1) % side, column) - at(row, column);
                across += (column == side - 1 ? next * next : 0) + (row == side - 1 ? below * below : 0);
                within += (column == side - 1 ? 0 : next * next) + (row == side - 1 ? 0 : below * below);
            }
        }
        return Math.sqrt((side - 1) * across / within);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeightSamples samples && Arrays.equals(heights, samples.heights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(heights);
    }
}
