package org.critscape.solver.topography;

/**
 * Square pyramids, H (1 − 2d/S) with d = max(|x|, |y|), rounded by a Gaussian: frustums without a flat top.
 *
 * @param peakHeight H before rounding [m]
 * @param peakSeparation S [m]
 * @param edgeResolution σ_e, standard deviation of the Gaussian [m]
 * @param polarity which phase has its apex at the origin
 */
public record SquarePyramid(double peakHeight, double peakSeparation, double edgeResolution, Polarity polarity)
        implements Topography {
    /** Checks the lengths. */
    public SquarePyramid {
        Topography.requireContour(peakHeight, peakSeparation);
        Topography.requireEdges(edgeResolution, peakSeparation);
    }

    @Override
    public FundamentalCell fundamentalCell() {
        return new Frustum(peakHeight, peakSeparation, 0, edgeResolution, polarity).fundamentalCell();
    }
}
