package org.critscape.solver.topography;

import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * A periodic lithium/electrolyte interface z = h(x, y): electrolyte above, lithium below. Lengths in metres.
 * Maxima of h are lithium protruding into the electrolyte.
 */
public sealed interface Topography permits Flat, EggBox, SquarePyramid, Frustum, Ridge, HeightMap, RoughSurface {
    /** Largest H/S the model covers: beyond, the interface is steeper than the mesh and the creep law were checked for. */
    double STEEPEST = 1;

    /** Smallest H/S of a contoured surface; below, use {@link Flat}. */
    double SHALLOWEST = 1e-3;

    /** Smallest and largest edge resolution by S. */
    double SHARPEST = 1e-3;

    /** See {@link #SHARPEST}; beyond, the filter flattens the shape it should round. */
    double BLUNTEST = 0.15;

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

    /** Checks height and separation of a contoured surface [m]. */
    static void requireContour(double peakHeight, double peakSeparation) {
        Require.positive("peak separation", peakSeparation, "m", "Maybe a unit is missing, as in \"150 um\".");
        Require.positive("peak height", peakHeight, "m", "Maybe use the flat topography for a plane.");
        double ratio = peakHeight / peakSeparation;
        if (!(ratio >= SHALLOWEST && ratio <= STEEPEST)) {
            throw new InvalidInputException(
                    "peak height by peak separation",
                    ratio + " (topography.peak-height " + peakHeight + " m, topography.peak-separation "
                            + peakSeparation + " m)",
                    "between " + SHALLOWEST + " and " + STEEPEST,
                    "Maybe height and separation are exchanged, or the flat topography is meant.");
        }
    }

    /** Checks the filter of a shape with edges [m]. */
    static void requireEdges(double edgeResolution, double peakSeparation) {
        double ratio = edgeResolution / peakSeparation;
        if (!(ratio >= SHARPEST && ratio <= BLUNTEST)) {
            throw new InvalidInputException(
                    "edge resolution by peak separation",
                    ratio + " (topography.edge-resolution " + edgeResolution + " m, topography.peak-separation "
                            + peakSeparation + " m)",
                    "between " + SHARPEST + " and " + BLUNTEST,
                    "Maybe give the edge resolution of the template, about 1 um: a perfectly sharp edge has no finite"
                            + " current without kinetics.");
        }
    }

    /** Checks the flat top of a shape [1]. */
    static void requireTop(double topFraction) {
        Require.within("top fraction", topFraction, 0, 0.9, "(width / S)", "Maybe a percentage was given.");
    }
}
