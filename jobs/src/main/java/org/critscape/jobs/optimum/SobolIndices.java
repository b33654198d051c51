package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Shares of the variance of a function of independent inputs. With base samples A and B, and A_i, which is A with the
 * i-th input of B:
 *
 * <pre>
 * S_i  = mean( f(B) (f(A_i) − f(A)) ) / V          first order, A. Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018
 * ST_i = mean( (f(A) − f(A_i))² ) / (2 V)          total, M. J. W. Jansen 1999, doi:10.1016/S0010-4655(98)00154-4
 * </pre>
 *
 * V: variance of f over A and B, whose mean is taken off first. Samples are of a Sobol' sequence; intervals hold 95 % of
 * the values of resampled rows.
 *
 * @param rows used: rows of the base sample all of whose values are there
 * @param dropped rows with a value that is not
 * @param mean of the function
 * @param deviation standard deviation of the function
 * @param first by input
 * @param total by input
 */
public record SobolIndices(int rows, int dropped, double mean, double deviation, List<Index> first, List<Index> total) {
    private static final int RESAMPLES = 500;
    private static final long SEED = 20240229;

    /** Copies the lists. */
    public SobolIndices {
        first = List.copyOf(first);
        total = List.copyOf(total);
    }

    /**
     * A share with its interval.
     *
     * @param value [1]
     * @param low 2.5 % of resampled values are below [1]
     * @param high 2.5 % are above [1]
     */
    public record Index(double value, double low, double high) {}

    /**
     * The indices of a function over the unit cube.
     *
     * @param function of many points at once; NaN where there is no value
     * @param inputs their number
     * @param size of the base sample, a power of two; the function is asked (inputs + 2) size times
     */
    static SobolIndices of(Function<List<double[]>, double[]> function, int inputs, int size) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * inputs);
        sequence.skipTo(1);
        List<double[]> points = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            double[] both = sequence.nextVector();
            double[] a = Arrays.copyOf(both, inputs);
            double[] b = Arrays.copyOfRange(both, inputs, 2 * inputs);
            points.add(a);
            points.add(b);
            for (int i = 0; i < inputs; i++) {
                double[] mixed = a.clone();
                mixed[i] = b[i];
                points.add(mixed);
            }
        }
        double[] values = function.apply(points);
        int width = inputs + 2;
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            double[] one = Arrays.copyOfRange(values, row * width, (row + 1) * width);
            if (Arrays.stream(one).allMatch(Double::isFinite)) {
                rows.add(one);
            }
        }
        return of(rows, size - rows.size(), inputs);
    }

    private static SobolIndices of(List<double[]> rows, int dropped, int inputs) {
        double[][] all = rows.toArray(double[][]::new);
        List<Index> first = new ArrayList<>();
        List<Index> total = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            int input = i;
            first.add(index(all, sample -> first(sample, input)));
            total.add(index(all, sample -> total(sample, input)));
        }
        return new SobolIndices(all.length, dropped, mean(all), Math.sqrt(variance(all)), first, total);
    }

    private static Index index(double[][] rows, ToDoubleFunction<double[][]> estimator) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        double[][] sample = new double[rows.length][];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int row = 0; row < rows.length; row++) {
                sample[row] = rows[random.nextInt(rows.length)];
            }
            resampled[r] = estimator.applyAsDouble(sample);
        }
        Arrays.sort(resampled);
        return new Index(
                estimator.applyAsDouble(rows),
                resampled[(int) (0.025 * RESAMPLES)],
                resampled[(int) (0.975 * RESAMPLES)]);
    }

    private static double first(double[][] rows, int input) {
        double mean = mean(rows);
        double sum = 0;
        for (double[] row : rows) {
            sum += (row[1] - mean) * (row[2 + input] - row[0]);
        }
        return sum / rows.length / variance(rows);
    }

    private static double total(double[][] rows, int input) {
        double sum = 0;
        for (double[] row : rows) {
            sum += (row[0] - row[2 + input]) * (row[0] - row[2 + input]);
        }
        return sum / rows.length / (2 * variance(rows));
    }

    private static double mean(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] + row[1];
        }
        return sum / (2 * rows.length);
    }

    private static double variance(double[][] rows) {
        double mean = mean(rows);
        double sum = 0;
        for (double[] row : rows) {
            sum += (row[0] - mean) * (row[0] - mean) + (row[1] - mean) * (row[1] - mean);
        }
        return sum / (2 * rows.length - 1);
    }
}
