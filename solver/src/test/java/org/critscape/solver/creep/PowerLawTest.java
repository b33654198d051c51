package org.critscape.solver.creep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawTest {
    /** Exponents, transition rates and rates over all that cases may hold. */
    static Stream<double[]> laws() {
        SplittableRandom random = new SplittableRandom(20240617);
        return Stream.generate(() -> new double[] {
                    random.nextDouble(1, 8),
                    StrictMath.pow(10, random.nextDouble(-8, 8)),
                    StrictMath.pow(10, random.nextDouble(-4, 4))
                })
                .limit(200);
    }

    private static double stress(PowerLaw law, double rate) {
        return 3 * law.viscosity(rate * rate) * rate;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void ratesAdd(double[] drawn) {
        PowerLaw law = PowerLaw.withTransition(drawn[0], 0.02, drawn[1]);
        double stress = stress(law, drawn[2]);
        double linear = StrictMath.pow(drawn[1], 1 - 1 / drawn[0]) * stress;
        assertThat(StrictMath.pow(stress, drawn[0]) + linear).isCloseTo(drawn[2], withinPercentage(1e-11));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void bothPartsAreEqualAtTheTransition(double[] drawn) {
        PowerLaw law = PowerLaw.withTransition(drawn[0], 0.02, drawn[1]);
        double alone = stress(new PowerLaw(drawn[0], 0.02), drawn[1]);
        assertThat(stress(law, 2 * drawn[1])).isCloseTo(alone, withinPercentage(1e-11));
    }

    /** d(2ηD) along D is 2(η + ½ c D:D) dD, with ε̇_e² = ⅔ D:D. */
    @ParameterizedTest
    @MethodSource("laws")
    void softeningIsTheDerivativeOfTheViscosity(double[] drawn) {
        PowerLaw law = PowerLaw.withTransition(drawn[0], 0, drawn[1]);
        double square = drawn[2] * drawn[2], step = 1e-4;
        double viscosity = law.viscosity(square);
        double slope = (law.viscosity(square * (1 + step)) - law.viscosity(square * (1 - step))) / (2 * step * square);
        assertThat(law.softening(viscosity, square)).isCloseTo(8.0 / 3 * slope, within(1e-6 * viscosity / square));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 6.6})
    void withoutATransitionItIsThePowerLawToTheBit(double exponent) {
        PowerLaw law = PowerLaw.withTransition(exponent, 0.02, 0);
        assertThat(law).isEqualTo(new PowerLaw(exponent, 0.02));
        for (double square = 1e-4; square < 1e4; square *= 7) {
            double viscosity = exponent == 1 ? 1 / 3.0 : StrictMath.pow(square, 0.5 * (1 / exponent - 1)) / 3;
            assertThat(law.viscosity(square)).isEqualTo(viscosity);
            assertThat(law.softening(viscosity, square)).isEqualTo(4.0 / 3 * viscosity * (1 / exponent - 1) / square);
        }
    }

    @Test
    void farFromTheTransitionOnePartRules() {
        PowerLaw slow = PowerLaw.withTransition(6.6, 0.02, 1e6);
        assertThat(stress(slow, 1)).isCloseTo(1 / slow.linearRate(), withinPercentage(1e-6));
        PowerLaw fast = PowerLaw.withTransition(6.6, 0.02, 1e-6);
        assertThat(stress(fast, 3)).isCloseTo(StrictMath.pow(3, 1 / 6.6), withinPercentage(1e-3));
    }
}
