package org.critscape.solver.topography;

/** Square pyramids, filtered by the edge resolution [m]. */
public record SquarePyramid(double peakHeight, double peakSeparation, double edgeResolution, Polarity polarity)
        implements Topography {
    @Override
    public FundamentalCell fundamentalCell() {
        throw new IllegalStateException();
    }
}
