package org.critscape.solver.topography;

import java.util.Arrays;

/**
 * A periodic band-limited surface of zero mean, lengths by the period:
 *
 * <pre>  h(x, y) = Re Σ a_mn exp(2πi (m x + n y))</pre>
 *
 * over one wave of each pair ±(m, n): n &gt; 0, or n = 0 and m &gt; 0. Heights and derivatives are those of the sum,
 * exact to round-off. A point costs about 8 (2K + 1)(K + 1) multiplications, K being the band.
 */
final class WaveSurface implements Surface {
    /** By how much leaving waves out may change the curvature anywhere, by the sum of all waves' curvatures. */
    private static final double NEGLIGIBLE = 1e-8;

    private final int band;
    /** Amplitudes, [(m + K)(K + 1) + n]. */
    private final double[] real;

    private final double[] imaginary;

    private WaveSurface(int band, double[] real, double[] imaginary) {
        this.band = band;
        this.real = real;
        this.imaginary = imaginary;
    }

    /** An amplitude of a wave, called in the order n = 0..K, m = −K..K for one wave of each pair. */
    @FunctionalInterface
    interface Amplitudes {
        /** Overwrites a[0] and a[1] with real and imaginary part. */
        void fill(int m, int n, double[] a);
    }

    /** The sum of given waves up to m, n = ±band, less those whose curvature is negligible. */
    static WaveSurface of(int band, Amplitudes amplitudes) {
        WaveSurface all =
                new WaveSurface(band, new double[(2 * band + 1) * (band + 1)], new double[(2 * band + 1) * (band + 1)]);
        double[] a = new double[2];
        for (int n = 0; n <= band; n++) {
            for (int m = n == 0 ? 1 : -band; m <= band; m++) {
                amplitudes.fill(m, n, a);
                all.real[all.index(m, n)] = a[0];
                all.imaginary[all.index(m, n)] = a[1];
            }
        }
        return all.trimmed();
    }

    private int index(int m, int n) {
        return (m + band) * (band + 1) + n;
    }

    private WaveSurface trimmed() {
        double[] curvature = new double[band + 1];
        for (int n = 0; n <= band; n++) {
            for (int m = -band; m <= band; m++) {
                int i = index(m, n);
                curvature[Math.max(Math.abs(m), n)] +=
                        (m * m + n * n) * Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
            }
        }
        double limit = NEGLIGIBLE * Arrays.stream(curvature).sum();
        int kept = band;
        for (double left = curvature[kept]; kept > 1 && left <= limit; left += curvature[kept]) {
            kept--;
        }
        WaveSurface result =
                new WaveSurface(kept, new double[(2 * kept + 1) * (kept + 1)], new double[(2 * kept + 1) * (kept + 1)]);
        for (int m = -kept; m <= kept; m++) {
            System.arraycopy(real, index(m, 0), result.real, result.index(m, 0), kept + 1);
            System.arraycopy(imaginary, index(m, 0), result.imaginary, result.index(m, 0), kept + 1);
        }
        return result;
    }

    /** The same surface times a factor. */
    WaveSurface times(double factor) {
        return new WaveSurface(
                band,
                Arrays.stream(real).map(a -> a * factor).toArray(),
                Arrays.stream(imaginary).map(a -> a * factor).toArray());
    }

    /** h(x + x0, y + y0). */
    WaveSurface from(double x0, double y0) {
        double[] alongX = powers(x0), alongY = powers(y0);
        WaveSurface moved = new WaveSurface(band, new double[real.length], new double[real.length]);
        for (int m = -band; m <= band; m++) {
            double c1 = alongX[2 * Math.abs(m)], s1 = Integer.signum(m) * alongX[2 * Math.abs(m) + 1];
            for (int n = 0; n <= band; n++) {
                double c = c1 * alongY[2 * n] - s1 * alongY[2 * n + 1];
                double s = c1 * alongY[2 * n + 1] + s1 * alongY[2 * n];
                int i = index(m, n);
                moved.real[i] = real[i] * c - imaginary[i] * s;
                moved.imaginary[i] = real[i] * s + imaginary[i] * c;
            }
        }
        return moved;
    }

    /** exp(2πi k x) for k = 0..K: real and imaginary parts interleaved. */
    private double[] powers(double x) {
        double c = StrictMath.cos(2 * Math.PI * x), s = StrictMath.sin(2 * Math.PI * x);
        double[] powers = new double[2 * band + 2];
        powers[0] = 1;
        for (int k = 1; k <= band; k++) {
            powers[2 * k] = powers[2 * k - 2] * c - powers[2 * k - 1] * s;
            powers[2 * k + 1] = powers[2 * k - 2] * s + powers[2 * k - 1] * c;
        }
        return powers;
    }

    /** K: no wave is shorter than 1/K along x or y. */
    int band() {
        return band;
    }

    /** Mean square of the height [S²]. */
    double meanSquare() {
        return moment(0);
    }

    /** Mean square of the slope |∇h|. */
    double meanSquareSlope() {
        return moment(1);
    }

    /** π times the root mean square of |∇h| by that of ∇²h: half the length of a wave, where there is only one [S]. */
    double detail() {
        return Math.PI * Math.sqrt(moment(1) / moment(2));
    }

    /** Σ ½|a|² k^(2 power), k = 2π|(m, n)|. */
    private double moment(int power) {
        double sum = 0;
        for (int m = -band; m <= band; m++) {
            for (int n = 0; n <= band; n++) {
                int i = index(m, n);
                double weight = 0.5 * (real[i] * real[i] + imaginary[i] * imaginary[i]);
                for (int p = 0; p < power; p++) {
                    weight *= 4 * Math.PI * Math.PI * (m * m + n * n);
                }
                sum += weight;
            }
        }
        return sum;
    }

    @Override
    public Point at(double x, double y) {
        double[] alongX = powers(x), alongY = powers(y);
        double height = 0, slopeX = 0, slopeY = 0, curvatureXX = 0, curvatureXY = 0, curvatureYY = 0;
        for (int m = -band; m <= band; m++) {
            double r0 = 0, i0 = 0, r1 = 0, i1 = 0, r2 = 0, i2 = 0;
            for (int n = 0, i = index(m, 0); n <= band; n++, i++) {
                double re = real[i] * alongY[2 * n] - imaginary[i] * alongY[2 * n + 1];
                double im = real[i] * alongY[2 * n + 1] + imaginary[i] * alongY[2 * n];
                r0 += re;
                i0 += im;
                r1 += n * re;
                i1 += n * im;
                r2 += n * n * re;
                i2 += n * n * im;
            }
            double c = alongX[2 * Math.abs(m)], s = Integer.signum(m) * alongX[2 * Math.abs(m) + 1];
            double value = r0 * c - i0 * s;
            height += value;
            slopeX -= m * (r0 * s + i0 * c);
            curvatureXX -= m * m * value;
            slopeY -= r1 * s + i1 * c;
            curvatureXY -= m * (r1 * c - i1 * s);
            curvatureYY -= r2 * c - i2 * s;
        }
        double k = 2 * Math.PI;
        return new Point(height, k * slopeX, k * slopeY, k * k * curvatureXX, k * k * curvatureXY, k * k * curvatureYY);
    }

    /** Heights on a square grid: [i · side + j] at (i/side, j/side). */
    double[] heights(int side) {
        double[] heights = new double[side * side];
        double[] re = new double[band + 1], im = new double[band + 1];
        double[][] waves = new double[side][];
        for (int i = 0; i < side; i++) {
            waves[i] = powers((double) i / side);
        }
        for (int i = 0; i < side; i++) {
            Arrays.fill(re, 0);
            Arrays.fill(im, 0);
            for (int m = -band; m <= band; m++) {
                double c = waves[i][2 * Math.abs(m)], s = Integer.signum(m) * waves[i][2 * Math.abs(m) + 1];
                for (int n = 0, a = index(m, 0); n <= band; n++, a++) {
                    re[n] += real[a] * c - imaginary[a] * s;
                    im[n] += real[a] * s + imaginary[a] * c;
                }
            }
            for (int j = 0; j < side; j++) {
                for (int n = 0; n <= band; n++) {
                    heights[i * side + j] += re[n] * waves[j][2 * n] - im[n] * waves[j][2 * n + 1];
                }
            }
        }
        return heights;
    }
}
