package org.critscape.solver.topography;

/** Frustums of square pyramids; topFraction is the width of the flat top by S [1]. */
public record Frustum(
        double peakHeight, double peakSeparation, double topFraction, double edgeResolution, Polarity polarity)
        implements Topography {
    @Override
    public FundamentalCell fundamentalCell() {
        throw new IllegalStateException();
    }
}
