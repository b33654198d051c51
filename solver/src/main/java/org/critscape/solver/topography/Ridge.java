package org.critscape.solver.topography;

/** One-dimensional waves in x. topFraction counts for the trapezoid only, edgeResolution not for the cosine. */
public record Ridge(
        Profile profile,
        double peakHeight,
        double peakSeparation,
        double topFraction,
        double edgeResolution,
        Polarity polarity)
        implements Topography {
    /** The wave's cross section. */
    public enum Profile {
        COSINE,
        TRIANGLE,
        TRAPEZOID
    }

    @Override
    public FundamentalCell fundamentalCell() {
        throw new IllegalStateException();
    }
}
