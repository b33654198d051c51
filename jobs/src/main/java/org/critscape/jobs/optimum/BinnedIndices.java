package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.Row;
import org.critscape.jobs.optimum.SobolIndices.Index;

/**
 * First-order indices from the rows of a table alone: the share of the variance between bins of one input, less what
 * chance puts there (ε², T. L. Kelley 1935). Inputs must not depend on each other; interactions are not seen.
 *
 * @param column of the case table
 * @param bins of its values
 * @param first the index
 */
public record BinnedIndices(String column, int bins, Index first) {
    private static final int MOST_BINS = 16;
    private static final int FEWEST_ROWS = 4;
    private static final int RESAMPLES = 200;
    private static final long SEED = 20240229;

    /** Of some columns, the largest first; none where the objective has one value. */
    static List<BinnedIndices> of(List<Row> rows, List<String> columns, String objective) {
        double[] values =
                rows.stream().mapToDouble(row -> row.<Double>getAs(objective)).toArray();
        List<BinnedIndices> indices = new ArrayList<>();
        for (String column : columns) {
            int[] bins = bins(rows.stream().map(row -> row.getAs(column)).toList());
            int count = Arrays.stream(bins).max().orElse(0) + 1;
            if (rows.size() > FEWEST_ROWS * count && share(values, bins, count, IntUnaryOperator.identity()) > -1) {
                indices.add(new BinnedIndices(column, count, index(values, bins, count)));
            }
        }
        indices.sort(Comparator.comparingDouble((BinnedIndices one) -> -one.first.value())
                .thenComparing(BinnedIndices::column));
        return indices;
    }

    /** A bin for each word or each of few numbers, else as many values in each; missing values are one more. */
    static int[] bins(List<?> values) {
        Map<Object, Integer> words = new LinkedHashMap<>();
        List<Double> numbers = new ArrayList<>();
        values.forEach(value -> {
            words.putIfAbsent(String.valueOf(value), words.size());
            if (value instanceof Double number) {
                numbers.add(number);
            }
        });
        if (words.size() <= MOST_BINS || numbers.isEmpty()) {
            return values.stream()
                    .mapToInt(value -> Objects.requireNonNull(words.get(String.valueOf(value))))
                    .toArray();
        }
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return values.stream()
                .mapToInt(value -> {
                    if (!(value instanceof Double number)) {
                        return MOST_BINS;
                    }
                    int at = Arrays.binarySearch(sorted, number);
                    while (at > 0 && sorted[at - 1] == number) {
                        at--;
                    }
                    return (int) ((long) at * MOST_BINS / sorted.length);
                })
                .toArray();
    }

    private static Index index(double[] values, int[] bins, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            int[] drawn = random.ints(values.length, 0, values.length).toArray();
            resampled[r] = share(values, bins, count, i -> drawn[i]);
        }
        Arrays.sort(resampled);
        double found = share(values, bins, count, IntUnaryOperator.identity());
        // To a resample the rows are all there is: what it finds scatters about their share with all that chance put
        // there.
        double ofRows = uncorrected(values, bins, count);
        return new Index(
                found,
                found + ofRows - resampled[(int) (0.975 * RESAMPLES)],
                found + ofRows - resampled[(int) (0.025 * RESAMPLES)]);
    }

    /** The share of the variance between bins (η²), the part of chance within it. */
    private static double uncorrected(double[] values, int[] bins, int count) {
        double corrected = share(values, bins, count, IntUnaryOperator.identity());
        int used = (int) Arrays.stream(bins).distinct().count();
        return 1 - (1 - corrected) * (values.length - used) / (values.length - 1);
    }

    private static double share(double[] values, int[] bins, int count, IntUnaryOperator row) {
        int n = values.length;
        double[] sums = new double[count];
        int[] sizes = new int[count];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int at = row.applyAsInt(i);
            sums[bins[at]] += values[at];
            sizes[bins[at]]++;
            sum += values[at];
        }
        double whole = 0;
        double within = 0;
        for (int i = 0; i < n; i++) {
            int at = row.applyAsInt(i);
            double mean = sums[bins[at]] / sizes[bins[at]];
            whole += (values[at] - sum / n) * (values[at] - sum / n);
            within += (values[at] - mean) * (values[at] - mean);
        }
        int used = (int) Arrays.stream(sizes).filter(size -> size > 0).count();
        return whole > 0 ? 1 - within / (n - used) / (whole / (n - 1)) : Double.NEGATIVE_INFINITY;
    }
}
