package org.critscape.jobs.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well a surrogate does on a split.
 *
 * @param split its name
 * @param all of all rows
 * @param families of each family of surfaces
 * @param withinBand share of the rows whose error is within the band that holds nine tenths of the validation rows [1]
 * @param worst the rows of the largest errors, the largest first
 */
public record SplitScore(String split, Errors all, Map<String, Errors> families, double withinBand, List<Miss> worst) {
    private static final int MOST_MISSES = 5;

    /** Copies the collections. */
    public SplitScore {
        families = new TreeMap<>(families);
        worst = List.copyOf(worst);
    }

    /**
     * Relative errors |predicted/solved − 1|.
     *
     * @param rows number of rows
     * @param median half of the rows have less [1]
     * @param most nineteen of twenty rows have at most this [1]
     * @param largest of all rows [1]
     * @param determination R² of ln of the target; null where all rows have the same [1]
     */
    public record Errors(
            int rows,
            double median,
            double most,
            double largest,
            @Nullable Double determination) {}

    /**
     * A row that is missed.
     *
     * @param caseIndex in its study
     * @param family of the surface
     * @param inputs what the surrogate sees of it, by column; without those it has not
     * @param solved the target
     * @param predicted the same by the surrogate
     */
    public record Miss(long caseIndex, String family, Map<String, Double> inputs, double solved, double predicted) {}

    /**
     * The score of rows, at least one.
     *
     * @param band width of the band [1]
     */
    static SplitScore of(String split, List<LearningCase> rows, double[] predicted, double band) {
        double[] errors = errors(rows, predicted);
        Map<String, List<Integer>> families = new TreeMap<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            families.computeIfAbsent(rows.get(i).family(), family -> new ArrayList<>())
                    .add(i);
            all.add(i);
        }
        Map<String, Errors> byFamily = new TreeMap<>();
        families.forEach((family, members) -> byFamily.put(family, summary(rows, predicted, members)));
        List<Miss> worst = all.stream()
                .sorted((a, b) -> Double.compare(errors[b], errors[a]))
                .limit(MOST_MISSES)
                .map(i -> miss(rows.get(i), predicted[i]))
                .toList();
        double within = Arrays.stream(errors).filter(error -> error <= band).count() / (double) errors.length;
        return new SplitScore(split, summary(rows, predicted, all), byFamily, within, worst);
    }

    /** Relative errors of rows [1]. */
    static double[] errors(List<LearningCase> rows, double[] predicted) {
        double[] errors = new double[predicted.length];
        Arrays.setAll(errors, i -> Math.abs(predicted[i] / rows.get(i).target() - 1));
        return errors;
    }

    /** The least of some numbers that at least a share of them does not exceed. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static Errors summary(List<LearningCase> rows, double[] predicted, List<Integer> members) {
        double[] errors = members.stream()
                .mapToDouble(i -> errors(rows.subList(i, i + 1), new double[] {predicted[i]})[0])
                .toArray();
        double mean = members.stream()
                .mapToDouble(i -> StrictMath.log(rows.get(i).target()))
                .average()
                .orElse(0);
        double spread = 0;
        double left = 0;
        for (int i : members) {
            double truth = StrictMath.log(rows.get(i).target());
            double residual = StrictMath.log(predicted[i]) - truth;
            spread += (truth - mean) * (truth - mean);
            left += residual * residual;
        }
        return new Errors(
                errors.length,
                quantile(errors, 0.5),
                quantile(errors, 0.95),
                quantile(errors, 1),
                spread > 0 ? Double.valueOf(1 - left / spread) : null);
    }

    private static Miss miss(LearningCase row, double predicted) {
        Map<String, Double> inputs = new TreeMap<>();
        row.raw().forEach((input, value) -> inputs.put(input.column(), value));
        return new Miss(row.index(), row.family(), inputs, row.target(), predicted);
    }
}
