package org.critscape.solver.topography;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.numbers.gamma.Erf;

/**
 * A square or one-dimensional shape with flat facets, rounded by an isotropic Gaussian; lengths by the period.
 *
 * <p>The shape H clamp((1 − 2d)/(1 − t), 0, 1) is a stack of layers, each the square d &lt; r (d = max(|x|, |y|)) or
 * the strip d &lt; r (d = |x|), with r from t/2 to 1/2:
 *
 * <pre>  h(x, y) = 2H/(1 − t) ∫ 1[d &lt; r] dr</pre>
 *
 * The Gaussian turns each layer's indicator into P_r(x) P_r(y), or P_r(x), where
 * P_r(x) = Σ_m Φ((x − m + r)/σ) − Φ((x − m − r)/σ) and Φ is the normal distribution function. What is left is one
 * smooth integral over r, done by Gauss–Legendre panels around r = d, outside which the integrand is 0 or 1.
 * Derivatives follow under the integral. The filter keeps the mean, which is subtracted.
 */
final class RoundedLayers implements Surface {
    /** Beyond this many σ the normal distribution is 0 or 1 to double precision. */
    private static final double REACH = 8.5;

    private static final double PANEL = 4;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(12);
    private static final double INVERSE_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    private final double scale;
    private final double mean;
    private final double lowest;
    private final double sigma;
    private final boolean square;

    /**
     * @param height H, negative to turn the shape over [S]
     * @param topFraction t
     * @param sigma edge resolution [S]
     * @param square whether the layers are squares; strips otherwise
     */
    RoundedLayers(double height, double topFraction, double sigma, boolean square) {
        this.scale = 2 * height / (1 - topFraction);
        this.lowest = topFraction / 2;
        this.sigma = sigma;
        this.square = square;
        double t = topFraction;
        this.mean = height * (square ? (1 + t + t * t) / 3 : (1 + t) / 2);
    }

    @Override
    public Point at(double x, double y) {
        double distance = square ? Math.max(Math.abs(x), Math.abs(y)) : Math.abs(x);
        double from = Math.min(0.5, Math.max(lowest, distance - REACH * sigma));
        double to = Math.max(from, Math.min(0.5, distance + REACH * sigma));
        double[] sums = {0.5 - to, 0, 0, 0, 0, 0};
        int panels = (int) Math.ceil((to - from) / (PANEL * sigma));
        double width = panels == 0 ? 0 : (to - from) / panels;
        double[] alongX = new double[3];
        double[] alongY = {1, 0, 0};
        for (int panel = 0; panel < panels; panel++) {
            for (int q = 0; q < RULE.getNumberOfPoints(); q++) {
                double r = from + width * (panel + 0.5 * (1 + RULE.getPoint(q)));
                layer(x, r, alongX);
                if (square) {
                    layer(y, r, alongY);
                }
                double weight = 0.5 * width * RULE.getWeight(q);
                sums[0] += weight * alongX[0] * alongY[0];
                sums[1] += weight * alongX[1] * alongY[0];
                sums[2] += weight * alongX[0] * alongY[1];
                sums[3] += weight * alongX[2] * alongY[0];
                sums[4] += weight * alongX[1] * alongY[1];
                sums[5] += weight * alongX[0] * alongY[2];
            }
        }
        return new Point(
                scale * sums[0] - mean,
                scale * sums[1],
                scale * sums[2],
                scale * sums[3],
                scale * sums[4],
                scale * sums[5]);
    }

    /** P_r and its first two derivatives at a coordinate. */
    private void layer(double coordinate, double r, double[] result) {
        result[0] = 0;
        result[1] = 0;
        result[2] = 0;
        for (int image = -1; image <= 1; image++) {
            addStep(coordinate - image + r, 1, result);
            addStep(coordinate - image - r, -1, result);
        }
    }

    private void addStep(double distance, double sign, double[] result) {
        double u = distance / sigma;
        if (u >= REACH) {
            result[0] += sign;
        } else if (u > -REACH) {
            double density = INVERSE_SQRT_2PI * StrictMath.exp(-0.5 * u * u) / sigma;
            result[0] += sign * 0.5 * (1 + Erf.value(u * Math.sqrt(0.5)));
            result[1] += sign * density;
            result[2] -= sign * density * u / sigma;
        }
    }
}
