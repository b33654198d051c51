package org.critscape.solver.atlas;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * How far an interpolant is off at a place, by solves it has not seen.
 *
 * <pre>
 *   e(x, c) = q · exp(a_0 + Σ_d a_d x_d + a_c ln(c + c_0))
 * </pre>
 *
 * <p>x the position in the box, from −1 to 1 along each axis; c what the outermost nodes changed there, c_0 its median over
 * the solves. The coefficients a are those of a ridge regression of the logarithm of the errors seen; q makes 95 % of
 * them stay below, each compared with the regression without its solve. That is in the manner of conformal prediction with a
 * local scale (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, J. Am. Stat. Assoc. 2018, 113, 1094,
 * doi:10.1080/01621459.2017.1307116), by leaving out instead of splitting: it needs no errors that follow the form, which
 * only makes it sharp. It does need solves that nothing was chosen by; these also
 * say when an atlas is done: hence a factor more. Never below the least it says at the solves seen, so that a corner without
 * any is not thought better than they are.
 */
final class PlacedError implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double COVERED = 0.95;

    /** Since the solves seen are few. */
    private static final double FEW = 1.25;

    /** Solves for which a form is fitted; with fewer the error is the same everywhere. */
    private static final int FITTED_FROM = 12;

    /** Errors below this part of their median are luck: the interpolant crosses the truth somewhere. */
    private static final double LUCK = 0.1;

    /** A coefficient of 1, which is a factor of 7 across the box, costs as much as a residual of 1. */
    private static final double RIDGE = 1;

    private static final double SMALLEST = 1e-12;

    /** No error. */
    static final PlacedError NONE = new PlacedError(new double[0], 1, 0, new double[] {0});

    private final double[] coefficients;
    private final double usualChange;
    private final double least;
    private final double[] atSeen;

    private PlacedError(double[] coefficients, double usualChange, double least, double... atSeen) {
        this.coefficients = coefficients;
        this.usualChange = usualChange;
        this.least = least;
        this.atSeen = atSeen;
    }

    /**
     * An error seen.
     *
     * @param position in the box, from −1 to 1 along each axis
     * @param change what the outermost nodes changed there, relative, from 0 on [1]
     * @param error relative, from 0 on [1]
     */
    record Seen(double[] position, double change, double error) {}

    /** Of some errors seen, each of a solve of its own; infinite where there are none. */
    static PlacedError of(List<Seen> seen) {
        return of(seen, 1);
    }

    /**
     * Of some errors seen; infinite where there are none.
     *
     * @param together so many, one after the other, are of the same solve
     */
    static PlacedError of(List<Seen> seen, int together) {
        double[] errors = seen.stream().mapToDouble(Seen::error).toArray();
        if (errors.length == 0) {
            return new PlacedError(new double[0], 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        } else if (errors.length < FITTED_FROM * together) {
            double largest = FEW * Arrays.stream(errors).max().orElseThrow();
            return new PlacedError(new double[0], 1, largest, largest);
        }
        double usualChange =
                SMALLEST + median(seen.stream().mapToDouble(Seen::change).toArray());
        double luck = SMALLEST + LUCK * median(errors);
        double[] logs =
                Arrays.stream(errors).map(error -> log(Math.max(error, luck))).toArray();
        double[][] features = seen.stream()
                .map(one -> features(one.position(), one.change(), usualChange))
                .toArray(double[][]::new);
        double[] coefficients = fitted(features, logs, together);
        double[] fits = Arrays.stream(features)
                .mapToDouble(row -> logScale(coefficients, row))
                .toArray();
        double least = Arrays.stream(fits).map(StrictMath::exp).min().orElseThrow();
        return new PlacedError(
                coefficients,
                usualChange,
                least,
                Arrays.stream(fits).map(StrictMath::exp).toArray());
    }

    /** Ridge regression by rows that pull each coefficient but the first to 0; the first takes the quantile in. */
    private static double[] fitted(double[][] features, double[] logs, int together) {
        int count = features.length;
        int slopes = features[0].length;
        double[][] x = new double[count + slopes][slopes + 1];
        double[] y = Arrays.copyOf(logs, count + slopes);
        for (int i = 0; i < count; i++) {
            x[i][0] = 1;
            System.arraycopy(features[i], 0, x[i], 1, slopes);
        }
        for (int j = 0; j < slopes; j++) {
            x[count + j][j + 1] = Math.sqrt(RIDGE);
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(y, x);
        double[] without = residualsWithout(regression, count, together);
        Arrays.sort(without);
        double quantile = without[Math.min((int) Math.ceil(COVERED * (count + together)), count) - 1];
        double[] coefficients = regression.estimateRegressionParameters();
        coefficients[0] += quantile + log(FEW);
        return coefficients;
    }

    /**
     * Residuals of a regression without the solve of each: (I − H)⁻¹ r over what belongs to that solve, with H of the hat
     * matrix and r of the residuals.
     */
    private static double[] residualsWithout(OLSMultipleLinearRegression regression, int count, int together) {
        double[] residuals = regression.estimateResiduals();
        RealMatrix hat = regression.calculateHat();
        RealMatrix others = MatrixUtils.createRealIdentityMatrix(together);
        double[] without = new double[count];
        for (int first = 0; first < count; first += together) {
            int last = first + together - 1;
            RealMatrix rest = others.subtract(hat.getSubMatrix(first, last, first, last));
            double[] own = new LUDecomposition(rest)
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(Arrays.copyOfRange(residuals, first, first + together)))
                    .toArray();
            System.arraycopy(own, 0, without, first, together);
        }
        return without;
    }

    private static double median(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double[] features(double[] position, double change, double usualChange) {
        double[] features = Arrays.copyOf(position, position.length + 1);
        features[position.length] = log((change + usualChange) / usualChange);
        return features;
    }

    private static double logScale(double[] coefficients, double... features) {
        double sum = coefficients[0];
        for (int j = 0; j < features.length; j++) {
            sum += coefficients[j + 1] * features[j];
        }
        return sum;
    }

    /** What 95 % of the errors at a place are expected to stay below, relative [1]. */
    double at(double[] position, double change) {
        if (coefficients.length == 0) {
            return least;
        }
        return Math.max(least, exp(logScale(coefficients, features(position, change, usualChange))));
    }

    /** Half of the solves seen have a margin below [1]. */
    double median() {
        return median(atSeen);
    }

    /** Largest margin of a solve seen [1]. */
    double largest() {
        return Arrays.stream(atSeen).max().orElseThrow();
    }
}
