package org.critscape.solver.topography;

import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;

/**
 * Waves that vary along x only: cosine (H/2) cos(2πx/S), triangle H (1 − 2|x|/S), or trapezoid
 * H clamp((1 − 2|x|/S)/(1 − t), 0, 1); the last two rounded by a Gaussian.
 *
 * @param profile the cross section
 * @param peakHeight H before rounding [m]
 * @param peakSeparation S [m]
 * @param topFraction t, width of the trapezoid's flat top by S; not used by the others [1]
 * @param edgeResolution σ_e, standard deviation of the Gaussian; not used by the cosine [m]
 * @param polarity which phase has its apex at the origin
 */
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
        /** Smooth. */
        COSINE,
        /** Two flanks. */
        TRIANGLE,
        /** Two flanks and a flat top. */
        TRAPEZOID
    }

    /** Checks lengths and fraction as far as the profile uses them. */
    public Ridge {
        Topography.requireContour(peakHeight, peakSeparation);
        if (profile == Profile.TRAPEZOID) {
            Topography.requireTop(topFraction);
        }
        if (profile != Profile.COSINE) {
            Topography.requireEdges(edgeResolution, peakSeparation);
        }
    }

    @Override
    public FundamentalCell fundamentalCell() {
        double sign = polarity == Polarity.LITHIUM ? 1 : -1;
        double height = sign * heightToSeparation();
        if (profile == Profile.COSINE) {
            double amplitude = height / 2;
            Surface wave = (x, y) -> {
                double cosine = amplitude * StrictMath.cos(2 * Math.PI * x);
                double sine = amplitude * StrictMath.sin(2 * Math.PI * x);
                return new Surface.Point(cosine, -2 * Math.PI * sine, 0, -4 * Math.PI * Math.PI * cosine, 0, 0);
            };
            return new FundamentalCell(Footprint.STRIP, 0.5, wave, Edges.NONE, sign < 0, 0, 0, 0);
        }
        double top = profile == Profile.TRIANGLE ? 0 : topFraction;
        double sigma = edgeResolution / peakSeparation;
        Surface wave = new RoundedLayers(height, top, sigma, false);
        Edges edges = new Edges(sign > 0 ? top / 2 : 0.5, sign > 0 ? 0.5 : top / 2, false, sigma);
        return new FundamentalCell(Footprint.STRIP, 0.5, wave, edges, sign < 0, 0, 0, 0);
    }
}
