package org.critscape.solver.topography;

import org.critscape.solver.quantity.Require;

/**
 * The ideal plane, h = 0.
 *
 * @param peakSeparation any length to make the equations dimensionless [m]
 */
public record Flat(double peakSeparation) implements Topography {
    /** Checks the separation. */
    public Flat {
        Require.positive("peak separation", peakSeparation, "m", "Maybe a unit is missing, as in \"150 um\".");
    }

    @Override
    public double peakHeight() {
        return 0;
    }

    @Override
    public FundamentalCell fundamentalCell() {
        Surface plane = (x, y) -> new Surface.Point(0, 0, 0, 0, 0, 0);
        return new FundamentalCell(
                FundamentalCell.Footprint.STRIP, 0.5, plane, FundamentalCell.Edges.NONE, false, 0, 0, 0);
    }
}
