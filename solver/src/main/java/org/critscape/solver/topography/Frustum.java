package org.critscape.solver.topography;

import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;

/**
 * Frustums of square pyramids, H clamp((1 − 2d/S)/(1 − t), 0, 1) with d = max(|x|, |y|), rounded by a Gaussian.
 *
 * @param peakHeight H before rounding [m]
 * @param peakSeparation S [m]
 * @param topFraction t, width of the flat top by S [1]
 * @param edgeResolution σ_e, standard deviation of the Gaussian [m]
 * @param polarity which phase has its apex at the origin
 */
public record Frustum(
        double peakHeight, double peakSeparation, double topFraction, double edgeResolution, Polarity polarity)
        implements Topography {
    /** Checks lengths and fraction. */
    public Frustum {
        Topography.requireContour(peakHeight, peakSeparation);
        Topography.requireTop(topFraction);
        Topography.requireEdges(edgeResolution, peakSeparation);
    }

    @Override
    public FundamentalCell fundamentalCell() {
        double sigma = edgeResolution / peakSeparation;
        boolean lithium = polarity == Polarity.LITHIUM;
        double height = lithium ? heightToSeparation() : -heightToSeparation();
        return new FundamentalCell(
                Footprint.TRIANGLE,
                0.5,
                new RoundedLayers(height, topFraction, sigma, true),
                new Edges(lithium ? topFraction / 2 : 0.5, lithium ? 0.5 : topFraction / 2, true, sigma),
                !lithium,
                0,
                0,
                0);
    }
}
