package org.critscape.solver.topography;

/** The ideal plane, h = 0. */
public record Flat(double peakSeparation) implements Topography {
    @Override
    public double peakHeight() {
        return 0;
    }

    @Override
    public FundamentalCell fundamentalCell() {
        throw new IllegalStateException();
    }
}
