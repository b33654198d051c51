package org.critscape.solver.topography;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * A random surface, periodic, of zero mean: a Gaussian random field of a stated power spectrum, scaled to have its root
 * mean square height exactly.
 *
 * <p>Each wave's amplitude is a complex normal number times the root of the spectrum at its wave number. The numbers come
 * from the generator WELL19937c in the order n = 0..K and, within, m = −K..K: a seed is the same surface on every machine. Height and derivatives are those of the sum of waves. Self-affine surfaces: B. N. J. Persson et al.,
 * J. Phys.: Condens. Matter 2005, 17, R1, doi:10.1088/0953-8984/17/1/R01.
 *
 * @param spectrum its family
 * @param rmsHeight root mean square height, after filtering where there is a filter [m]
 * @param correlationLength ξ of the spectrum [m]
 * @param hurstExponent of a self-affine surface; not used by the other [1]
 * @param edgeResolution σ_e, standard deviation of the Gaussian filter that cuts a self-affine spectrum off; not used by
 *     the other [m]
 * @param peakSeparation S, the period [m]
 * @param seed of the random numbers
 * @param polarity of two surfaces that mirror each other, which one
 */
public record RoughSurface(
        Spectrum spectrum,
        double rmsHeight,
        double correlationLength,
        double hurstExponent,
        double edgeResolution,
        double peakSeparation,
        long seed,
        Polarity polarity)
        implements Topography {
    private static final double SHORTEST = 0.05;
    private static final double LONGEST = 0.5;

    /** Power spectra, k being the wave number and r the distance. */
    public enum Spectrum {
        /** exp(−k²ξ²/4), of the autocorrelation exp(−r²/ξ²): smooth bumps of about one size. */
        GAUSSIAN,
        /**
         * (1 + k²ξ²)^(−1−H) exp(−k²σ_e²), the self-affine spectrum of Hurst exponent H below ξ (von Kármán), filtered;
         * its autocorrelation before filtering is exp(−r/ξ) for H = 1/2.
         */
        SELF_AFFINE
    }

    /** Checks the lengths. */
    public RoughSurface {
        Require.positive("peak separation", peakSeparation, "m", "Maybe a unit is missing, as in \"150 um\".");
        Require.positive("RMS height", rmsHeight, "m", "Maybe use the flat topography for a plane.");
        requireRatio(
                "correlation length by peak separation",
                "topography.correlation-length",
                correlationLength,
                peakSeparation,
                SHORTEST,
                LONGEST);
        if (spectrum == Spectrum.SELF_AFFINE) {
            Require.within("Hurst exponent", hurstExponent, 0.1, 1, "", "Maybe 0.8, as of many fractured surfaces.");
            Topography.requireEdges(edgeResolution, peakSeparation);
        }
        requireRatio(
                "RMS height by peak separation",
                "topography.rms-height",
                rmsHeight,
                peakSeparation,
                SHALLOWEST / 10,
                STEEPEST / 5);
    }

    private static void requireRatio(
            String quantity, String key, double length, double peakSeparation, double low, double high) {
        double ratio = length / peakSeparation;
        if (!(ratio >= low && ratio <= high)) {
            throw new InvalidInputException(
                    quantity,
                    ratio + " (" + key + " " + length + " m, topography.peak-separation " + peakSeparation + " m)",
                    "between " + low + " and " + high,
                    "Maybe one of them is in the wrong unit: a period should hold several correlation lengths, and far"
                            + " more than the height.");
        }
    }

    /** Highest less lowest point of the surface as it is solved [m]. */
    @Override
    public double peakHeight() {
        return fundamentalCell().filteredHeight() * peakSeparation;
    }

    @Override
    public FundamentalCell fundamentalCell() {
        return WholeCell.of(waves());
    }

    /** The surface by its waves, its frame that of the random numbers. */
    WaveSurface waves() {
        double length = correlationLength / peakSeparation;
        double sigma = edgeResolution / peakSeparation;
        boolean smooth = spectrum == Spectrum.GAUSSIAN;
        // There the amplitudes have fallen below 1e-9.
        int band = (int) Math.ceil(smooth ? 2.2 / length : 1.05 / sigma);
        RandomGenerator random = new Well19937c(seed);
        WaveSurface waves = WaveSurface.of(band, (m, n, a) -> {
            double k = 2 * Math.PI * Math.sqrt(m * m + n * n);
            double amplitude = smooth
                    ? StrictMath.exp(-k * k * length * length / 8)
                    : StrictMath.pow(1 + k * k * length * length, -0.5 * (1 + hurstExponent))
                            * StrictMath.exp(-0.5 * k * k * sigma * sigma);
            a[0] = amplitude * random.nextGaussian();
            a[1] = amplitude * random.nextGaussian();
        });
        double factor = rmsHeight / peakSeparation / Math.sqrt(waves.meanSquare());
        return waves.times(polarity == Polarity.LITHIUM ? factor : -factor);
    }
}
