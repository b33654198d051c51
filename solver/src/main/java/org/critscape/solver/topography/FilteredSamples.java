package org.critscape.solver.topography;

/**
 * Trigonometric interpolation of a {@link HeightSamples} and its convolution with a Gaussian, both exact:
 *
 * <pre>  c_mn = (1/N²) Σ h_rc exp(−2πi (m c + n r)/N),  filtered: c_mn exp(−2π²σ²(m² + n²))</pre>
 *
 * Where N is even, the waves m or n = N/2 are cosines: half of each belongs to −N/2.
 */
final class FilteredSamples {
    /** Waves shorter than σ by this factor keep less than 1e-13 of their amplitude. */
    private static final double REACH = 1.25;

    private final HeightSamples samples;
    private final int side;
    /** Largest m and n that count. */
    private final int band;

    private final double[] cosine;
    private final double[] sine;
    /** Transforms along y, [n][column], interleaved. */
    private final double[][] columns;

    private FilteredSamples(HeightSamples samples, double sigma) {
        this.samples = samples;
        this.side = samples.side();
        this.band = Math.min(side / 2, (int) Math.ceil(REACH / sigma));
        this.cosine = new double[side];
        this.sine = new double[side];
        for (int k = 0; k < side; k++) {
            cosine[k] = StrictMath.cos(2 * Math.PI * k / side);
            sine[k] = StrictMath.sin(2 * Math.PI * k / side);
        }
        this.columns = new double[band + 1][2 * side];
        transformColumns();
    }

    /**
     * The surface through the samples, filtered, less its mean.
     *
     * @param sigma standard deviation of the filter by the period
     * @param scale height of a sample of 1 by the period
     */
    static WaveSurface surface(HeightSamples samples, double sigma, double scale) {
        FilteredSamples transform = new FilteredSamples(samples, sigma);
        return WaveSurface.of(transform.band, (m, n, a) -> {
            transform.amplitude(m, n, a);
            double filter = StrictMath.exp(-2 * Math.PI * Math.PI * sigma * sigma * (m * m + n * n));
            // Twice, for the wave −(m, n) which the sum leaves out.
            double factor = 2 * scale * filter * transform.share(m) * transform.share(n);
            a[0] *= factor;
            a[1] *= factor;
        });
    }

    private double share(int k) {
        return 2 * Math.abs(k) == side ? 0.5 : 1;
    }

    private void transformColumns() {
        for (int row = 0; row < side; row++) {
            for (int n = 0; n <= band; n++) {
                int angle = n * row % side;
                double c = cosine[angle], s = sine[angle];
                double[] sums = columns[n];
                for (int column = 0; column < side; column++) {
                    double height = samples.at(row, column);
                    sums[2 * column] += height * c;
                    sums[2 * column + 1] -= height * s;
                }
            }
        }
    }

    private void amplitude(int m, int n, double[] a) {
        double re = 0, im = 0;
        double[] sums = columns[n];
        for (int column = 0; column < side; column++) {
            int angle = Math.floorMod(m * column, side);
            re += sums[2 * column] * cosine[angle] + sums[2 * column + 1] * sine[angle];
            im += sums[2 * column + 1] * cosine[angle] - sums[2 * column] * sine[angle];
        }
        a[0] = re / side / side;
        a[1] = im / side / side;
    }
}
