package org.critscape.solver.topography;

/** Egg-box in product or sum form. */
public record EggBox(Form form, double peakHeight, double peakSeparation, Polarity polarity) implements Topography {
    /** The two bisinusoidal forms. */
    public enum Form {
        PRODUCT,
        SUM
    }

    @Override
    public FundamentalCell fundamentalCell() {
        throw new IllegalStateException();
    }
}
