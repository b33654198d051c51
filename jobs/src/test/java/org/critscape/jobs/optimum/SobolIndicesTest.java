package org.critscape.jobs.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.critscape.jobs.optimum.SobolIndices.Index;
import org.critscape.jobs.space.Parameter;
import org.junit.jupiter.api.Test;

/** Indices of functions of which they are known in closed form. */
class SobolIndicesTest {
    private static final double A = 7;
    private static final double B = 0.1;

    /** T. Ishigami and T. Homma 1990: sin x + a sin² y + b z⁴ sin x over −π to π. */
    private static double ishigami(double... share) {
        double x = Math.PI * (2 * share[0] - 1), y = Math.PI * (2 * share[1] - 1), z = Math.PI * (2 * share[2] - 1);
        return StrictMath.sin(x) + A * StrictMath.sin(y) * StrictMath.sin(y) + B * z * z * z * z * StrictMath.sin(x);
    }

    private static final double PI4 = Math.PI * Math.PI * Math.PI * Math.PI;
    private static final double V1 = 0.5 * (1 + B * PI4 / 5) * (1 + B * PI4 / 5);
    private static final double V2 = A * A / 8;
    private static final double V13 = 8 * B * B * PI4 * PI4 / 225;
    private static final double V = V1 + V2 + V13;

    @Test
    void ishigamiHasItsAnalyticIndices() {
        SobolIndices indices = SobolIndices.of(
                points ->
                        points.stream().mapToDouble(SobolIndicesTest::ishigami).toArray(),
                3,
                4096);
        double[] first = {V1 / V, V2 / V, 0};
        double[] total = {(V1 + V13) / V, V2 / V, V13 / V};
        for (int i = 0; i < 3; i++) {
            assertIndex(indices.first().get(i), first[i]);
            assertIndex(indices.total().get(i), total[i]);
        }
        assertThat(indices.mean()).isCloseTo(A / 2, within(0.01));
        assertThat(indices.deviation()).isCloseTo(Math.sqrt(V), within(0.02));
        assertThat(indices.dropped()).isZero();
    }

    private static void assertIndex(Index index, double exact) {
        assertThat(index.value()).isCloseTo(exact, within(0.015));
        assertThat(exact).isBetween(index.low(), index.high());
        assertThat(index.high() - index.low()).isBetween(0.005, 0.15);
    }

    @Test
    void rowsWithoutAValueAreLeftOutAndCounted() {
        SobolIndices indices = SobolIndices.of(
                points -> points.stream()
                        .mapToDouble(x -> x[0] > 0.9 ? Double.NaN : x[0] + 0.01 * x[1])
                        .toArray(),
                2,
                256);
        assertThat(indices.dropped()).isBetween(30, 60);
        assertThat(indices.rows() + indices.dropped()).isEqualTo(256);
        assertThat(indices.first().get(0).value()).isGreaterThan(0.95);
        assertThat(indices.total().get(1).value()).isLessThan(0.01);
    }

    /** The same first-order indices from rows at random, without a function. */
    @Test
    void binnedRowsHaveTheSameFirstOrderIndices() {
        StructType schema = new StructType()
                .add("x", DataTypes.DoubleType)
                .add("y", DataTypes.DoubleType)
                .add("z", DataTypes.DoubleType)
                .add("f", DataTypes.DoubleType);
        SplittableRandom random = new SplittableRandom(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 8000; i++) {
            double[] x = random.doubles(3).toArray();
            rows.add(new GenericRowWithSchema(new Object[] {x[0], x[1], x[2], ishigami(x)}, schema));
        }
        List<BinnedIndices> indices = BinnedIndices.of(rows, List.of("x", "y", "z"), "f");
        assertThat(indices).extracting(BinnedIndices::column).containsExactly("y", "x", "z");
        // A bin holds an eighth of a wave of sin² y, whose middle it blurs: (sin(π/8) / (π/8))².
        assertThat(indices.get(0).first().value()).isCloseTo(0.9497 * V2 / V, within(0.03));
        assertThat(indices.get(1).first().value()).isCloseTo(V1 / V, within(0.03));
        assertThat(indices.get(2).first().value()).isCloseTo(0, within(0.01));
    }

    @Test
    void wordsFewNumbersAndMissingValuesHaveBinsOfTheirOwn() {
        List<Object> words = new ArrayList<>(List.of("a", 1.0, "a"));
        words.add(null);
        assertThat(BinnedIndices.bins(words)).containsExactly(0, 1, 0, 2);
    }

    /** Of J = p³ (1 + p) at p = 1 the slope is 3 + p/(1 + p). */
    @Test
    void slopeIsThatOfTheLogarithms() {
        double step = 0.05;
        double[] logarithms = new double[4];
        int[] sides = {-2, -1, 1, 2};
        for (int i = 0; i < 4; i++) {
            double p = StrictMath.exp(sides[i] * step);
            logarithms[i] = StrictMath.log(p * p * p * (1 + p));
        }
        LocalSensitivity found = LocalSensitivity.of(Parameter.PEAK_HEIGHT, 1, step, logarithms);
        assertThat(found.slope()).isCloseTo(3.5, within(1e-5));
        assertThat(Math.abs(found.slope() - 3.5)).isLessThan(found.error());
    }
}
