package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwelveDigitsTest {
    private static double decimal(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }

    @Test
    void roundsAsDecimalArithmeticDoes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextDouble(-25, 25));
            assertThat(TwelveDigits.of(value)).as("%s", value).isEqualTo(decimal(value));
        }
    }

    @Test
    void roundsHalvesAsDecimalArithmeticDoes() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50_000; i++) {
            // A whole number of twelve digits and a half, times a power of ten, is as near to a tie as doubles come.
            double half = random.nextLong(100_000_000_000L, 1_000_000_000_000L) + 0.5;
            double value = half * StrictMath.pow(10, random.nextInt(-25, 10));
            assertThat(TwelveDigits.of(value)).as("%s", value).isEqualTo(decimal(value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                1,
                -1,
                1e-6,
                999_999_999_999.5,
                9.999999999995,
                1e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                0.1,
                298.15
            })
    void endsOfTheRange(double value) {
        assertThat(TwelveDigits.of(value)).isEqualTo(decimal(value));
    }
}
