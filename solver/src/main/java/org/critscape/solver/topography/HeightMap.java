package org.critscape.solver.topography;

import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * A sampled periodic surface: trigonometric interpolation of the samples, convolved with an isotropic Gaussian. It is
 * taken to continue periodically: a map whose opposite sides do not meet has a step there, as wide as the filter.
 *
 * @param samples one period
 * @param heightScale height of a sample of 1 [m]
 * @param peakSeparation S, the period [m]
 * @param edgeResolution σ_e, standard deviation of the Gaussian [m]
 * @param polarity whether high samples are lithium that protrudes, or electrolyte
 */
public record HeightMap(
        HeightSamples samples, double heightScale, double peakSeparation, double edgeResolution, Polarity polarity)
        implements Topography {
    /** Checks the lengths. */
    public HeightMap {
        Require.positive("height scale", heightScale, "m", "Maybe a unit is missing, as in \"1 um\".");
        Require.positive("peak separation", peakSeparation, "m", "Maybe a unit is missing, as in \"150 um\".");
        double ratio = heightScale * samples.range() / peakSeparation;
        if (!(ratio >= SHALLOWEST && ratio <= STEEPEST)) {
            throw new InvalidInputException(
                    "peak height of the height map by its period",
                    ratio + " (samples from lowest to highest " + samples.range() + ", topography.height-scale "
                            + heightScale + " m, topography.peak-separation " + peakSeparation + " m)",
                    "between " + SHALLOWEST + " and " + STEEPEST,
                    "Maybe the height scale is that of another unit, or the flat topography is meant.");
        }
        Topography.requireEdges(edgeResolution, peakSeparation);
    }

    /** Highest less lowest sample [m]. */
    @Override
    public double peakHeight() {
        return heightScale * samples.range();
    }

    @Override
    public FundamentalCell fundamentalCell() {
        double scale = heightScale / peakSeparation;
        return WholeCell.of(FilteredSamples.surface(
                samples, edgeResolution / peakSeparation, polarity == Polarity.LITHIUM ? scale : -scale));
    }
}
