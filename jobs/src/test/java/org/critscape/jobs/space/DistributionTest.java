package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Distribution.uniform(2, 5), new UniformRealDistribution(2, 5)),
                Arguments.of(Distribution.triangular(1, 2, 6), new TriangularDistribution(1, 2, 6)),
                Arguments.of(Distribution.normal(3, 2, 1, 9), new NormalDistribution(3, 2)),
                Arguments.of(
                        Distribution.logNormal(2, 3, 0.5, 40),
                        new LogNormalDistribution(StrictMath.log(2), StrictMath.log(3))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void quantilesInvertTheCumulativeDistribution(Distribution distribution, AbstractRealDistribution reference) {
        double below = reference.cumulativeProbability(distribution.low());
        double inside = reference.cumulativeProbability(distribution.high()) - below;
        for (double share = 0.001; share < 1; share += 0.037) {
            double value = distribution.value(share);
            assertThat((reference.cumulativeProbability(value) - below) / inside)
                    .isCloseTo(share, within(1e-9));
        }
        assertThat(distribution.value(0)).isEqualTo(distribution.low());
    }

    @Test
    void logUniformHasItsMedianAtTheGeometricMean() {
        assertThat(Distribution.logUniform(1e-4, 1e-2).value(0.5)).isEqualTo(1e-3);
    }

    @Test
    void wholeNumbersAreDrawnEvenly() {
        Drawn seeds = Drawn.of(Parameter.SEED, Distribution.uniform(1, 3));
        assertThat(new double[] {seeds.value(0), seeds.value(0.34), seeds.value(0.999)})
                .containsExactly(1, 2, 3);
    }

    @Test
    void boundsWithoutProbabilityAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Distribution.normal(0, 1, 8, 9))
                .withMessageContaining("Maybe");
    }
}
