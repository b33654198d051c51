package org.critscape.solver.topography;

/**
 * A periodic lithium/electrolyte interface z = h(x, y): electrolyte above, lithium below. Lengths in metres.
 * Maxima of h are lithium protruding into the electrolyte.
 */
public sealed interface Topography permits Flat, EggBox, SquarePyramid, Frustum, Ridge {
    /** Peak-to-trough height before filtering, H [m]; 0 when flat. */
    double peakHeight();

    /** Peak separation, the period S [m]. */
    double peakSeparation();

    /** The dimensionless surface on its smallest cell that repeats by reflection. */
    FundamentalCell fundamentalCell();

    /** H/S. */
    default double heightToSeparation() {
        return peakHeight() / peakSeparation();
    }
}
