package org.critscape.jobs.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.dataset.DatasetFolder;
import org.critscape.jobs.dataset.Split;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Trains baselines of rising degree on the training rows, takes the one that does best on the validation rows, and judges it
 * on all splits.
 */
public final class SurrogateStudy {
    private static final int HIGHEST_DEGREE = 4;
    /** More are slow, and no baseline. */
    private static final int MOST_TERMS = 2000;

    private static final double BAND_SHARE = 0.9;

    private final DatasetFolder data;
    private final String target;
    private final long seed;

    /**
     * Of a data set.
     *
     * @param target column to be learned, of the role target
     * @param seed of the draw of rows and of the descent
     */
    public SurrogateStudy(DatasetFolder data, String target, long seed) {
        data.requireColumn("--target", target, "target");
        List<String> numbers = Arrays.stream(SurrogateInput.values())
                .map(SurrogateInput::column)
                .toList();
        numbers.forEach(column -> data.requireColumn("input of the surrogate", column, "dimensionless"));
        LearningCases.WORDS.forEach(column -> data.requireColumn("input of the surrogate", column, "category"));
        this.data = data;
        this.target = target;
        this.seed = seed;
    }

    /**
     * Trains and judges.
     *
     * @throws InvalidInputException where there is nothing to learn from or to choose by
     */
    public SurrogateResult run(SparkSession spark) {
        List<LearningCase> training = rows(spark, Split.TRAIN);
        List<LearningCase> validation = rows(spark, Split.VALIDATION);
        require(Split.TRAIN, training);
        require(Split.VALIDATION, validation);
        Surrogate best = choose(training, validation);
        double band = SplitScore.quantile(SplitScore.errors(validation, predictions(best, validation)), BAND_SHARE);
        List<SplitScore> scores = new ArrayList<>();
        for (Split split : Split.values()) {
            List<LearningCase> rows =
                    split == Split.TRAIN ? training : split == Split.VALIDATION ? validation : rows(spark, split);
            if (!rows.isEmpty()) {
                scores.add(SplitScore.of(split.word(), rows, predictions(best, rows), band));
            }
        }
        return new SurrogateResult(best, SurrogateScores.of(data, target, seed, best, band, scores), validation);
    }

    /** Rows of all splits that are left out. */
    public LeftOut leftOut(SparkSession spark) {
        long flat = 0;
        long others = 0;
        for (Split split : Split.values()) {
            LeftOut here = LearningCases.leftOut(data, spark, split, target);
            flat += here.flat();
            others += here.withoutLogarithm();
        }
        return new LeftOut(flat, others);
    }

    private List<LearningCase> rows(SparkSession spark, Split split) {
        return LearningCases.read(data, spark, split, target, seed);
    }

    private void require(Split split, List<LearningCase> rows) {
        if (rows.isEmpty()) {
            throw new InvalidInputException(
                    "data set",
                    data.path() + ", which has no contoured row with " + target + " above 0 in " + split.word() + ",",
                    "one with such rows to train on and to validate with",
                    "Maybe sweep more cases, or make it again with critscape dataset --family none.");
        }
    }

    private Surrogate choose(List<LearningCase> training, List<LearningCase> validation) {
        Surrogate best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int degree = 1; degree <= HIGHEST_DEGREE; degree++) {
            Terms terms = Terms.of(training, degree);
            if (terms.terms().isEmpty() && degree == 1) {
                throw new InvalidInputException(
                        "data set",
                        data.path() + ", whose training rows differ in nothing the surrogate sees,",
                        "one in which H/S, λ, n or the flaw vary",
                        "Maybe sweep a study with several heights or resistances.");
            }
            // Half as many weights as rows would learn them by heart.
            if (degree > 1 && terms.terms().size() > Math.min(MOST_TERMS, training.size() / 2)) {
                break;
            }
            Surrogate candidate = Surrogate.train(training, terms, seed);
            double error = squaredError(candidate, validation);
            if (best == null || error < least) {
                best = candidate;
                least = error;
            }
        }
        if (best == null) {
            throw new IllegalStateException("degree 1 is always tried");
        }
        return best;
    }

    private static double squaredError(Surrogate surrogate, List<LearningCase> rows) {
        double sum = 0;
        for (LearningCase row : rows) {
            double residual = surrogate.predictLogarithm(row) - StrictMath.log(row.target());
            sum += residual * residual;
        }
        return sum / rows.size();
    }

    private static double[] predictions(Surrogate surrogate, List<LearningCase> rows) {
        return rows.stream().mapToDouble(surrogate::predict).toArray();
    }
}
