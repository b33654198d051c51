package org.critscape.jobs.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Surrogates of a formula: what they learn, and that other programs read the same from their files. */
class SurrogateTest {
    /** ln of the target is 0.3 ln(H/S) − 0.5 w² + 2/n, for ridges 0.2 ln(H/S) more. */
    private static List<LearningCase> rows(int count, long seed, String... families) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LearningCase> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String family = families[i % families.length];
            double height = StrictMath.exp(-3 + 2 * random.nextDouble());
            double wagner = StrictMath.exp(-4 + 5 * random.nextDouble());
            double exponent = 4 + 4 * random.nextDouble();
            double bent = wagner / (wagner + 0.1);
            double logarithm =
                    (family.equals("ridge") ? 0.5 : 0.3) * StrictMath.log(height) - 0.5 * bent * bent + 2 / exponent;
            Map<SurrogateInput, Double> raw = Map.of(
                    SurrogateInput.HEIGHT, height, SurrogateInput.WAGNER, wagner, SurrogateInput.CREEP, exponent);
            rows.add(new LearningCase(i, family, family + "|", raw, StrictMath.exp(logarithm)));
        }
        return rows;
    }

    @Test
    void learnsAPolynomialThatDiffersByFamily() {
        List<LearningCase> training = rows(400, 1, "egg-box", "ridge");
        Surrogate surrogate = Surrogate.train(training, Terms.of(training, 2), 1);
        double[] errors = rows(200, 2, "egg-box", "ridge").stream()
                .mapToDouble(row -> Math.abs(surrogate.predict(row) / row.target() - 1))
                .toArray();
        assertThat(SplitScore.quantile(errors, 1)).isLessThan(1e-3);
        // A family that was not seen has the terms that all share, no more.
        double unseen = rows(200, 2, "frustum").stream()
                .mapToDouble(row -> Math.abs(surrogate.predict(row) / row.target() - 1))
                .max()
                .orElseThrow();
        assertThat(unseen).isBetween(0.01, 10.0);
    }

    /** In single precision, as ONNX has it; terms are at most about 1 and weights of order 1. */
    @Test
    void onnxruntimePredictsTheSame() throws OrtException {
        List<LearningCase> training = rows(400, 1, "egg-box", "ridge");
        Surrogate surrogate = Surrogate.train(training, Terms.of(training, 3), 1);
        List<LearningCase> others = rows(50, 3, "egg-box", "ridge");
        float[] found = score(surrogate, others);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(surrogate.predictLogarithm(others.get(i)), within(1e-6));
        }
    }

    static float[] score(Surrogate surrogate, List<LearningCase> rows) throws OrtException {
        float[][] terms = new float[rows.size()][];
        for (int i = 0; i < terms.length; i++) {
            double[] values = surrogate.terms().values(rows.get(i));
            terms[i] = new float[values.length];
            for (int t = 0; t < values.length; t++) {
                terms[i][t] = (float) values[t];
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(surrogate.onnx("test"));
                OnnxTensor input = OnnxTensor.createTensor(environment, terms);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            float[][] output = (float[][]) result.get(0).getValue();
            float[] found = new float[output.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = output[i][0];
            }
            return found;
        }
    }

    @Test
    void theSameTrainingGivesTheSameBytes() {
        List<LearningCase> training = rows(100, 1, "egg-box", "ridge");
        byte[] first = Surrogate.train(training, Terms.of(training, 2), 7).onnx("test");
        byte[] second = Surrogate.train(training, Terms.of(training, 2), 7).onnx("test");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void termsAreLegendrePolynomialsOfScaledInputs() {
        List<LearningCase> training = rows(50, 1, "egg-box");
        Terms terms = Terms.of(training, 2);
        assertThat(terms.ranges())
                .extracting(Terms.Range::input)
                .containsExactly(SurrogateInput.HEIGHT, SurrogateInput.WAGNER, SurrogateInput.CREEP);
        assertThat(terms.kinds()).isEmpty();
        assertThat(terms.terms()).hasSize(9);
        LearningCase row = training.get(17);
        double[] values = terms.values(row);
        for (int t = 0; t < values.length; t++) {
            double expected = 1;
            for (int i = 0; i < 3; i++) {
                double x = terms.ranges().get(i).scaled(row);
                assertThat(x).isBetween(-1.0, 1.0);
                int degree = terms.terms().get(t).degrees().get(i);
                expected *= degree == 0 ? 1 : degree == 1 ? x : (3 * x * x - 1) / 2;
            }
            assertThat(values[t]).isCloseTo(expected, within(1e-14));
        }
    }

    @Test
    void scoresCountWhatIsMissed() {
        List<LearningCase> rows = rows(20, 1, "egg-box", "ridge");
        double[] predicted = rows.stream().mapToDouble(LearningCase::target).toArray();
        predicted[5] *= 1.5;
        predicted[8] *= 0.9;
        SplitScore score = SplitScore.of("test", rows, predicted, 0.2);
        assertThat(score.all().largest()).isCloseTo(0.5, within(1e-12));
        assertThat(score.all().median()).isZero();
        assertThat(score.all().most()).isCloseTo(0.1, within(1e-12));
        assertThat(score.all().determination()).isNotNull().isLessThan(1.0);
        assertThat(score.withinBand()).isEqualTo(0.95);
        assertThat(score.families().values())
                .extracting(SplitScore.Errors::largest)
                .satisfiesExactly(
                        eggBox -> assertThat(eggBox).isCloseTo(0.1, within(1e-12)),
                        ridge -> assertThat(ridge).isCloseTo(0.5, within(1e-12)));
        assertThat(score.worst()).extracting(SplitScore.Miss::caseIndex).startsWith(5L, 8L);
    }
}
