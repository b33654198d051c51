package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexadecimalTextTest {
    private static String text(double value) {
        StringBuilder text = new StringBuilder();
        HexadecimalText.append(value, text);
        return text.toString();
    }

    @Test
    void randomBitsReadAsTheLibraryWritesThem() {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 100_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double roundValue = Double.longBitsToDouble(random.nextLong() & -1L << random.nextInt(53));
            assertThat(text(value)).isEqualTo(Double.toHexString(value));
            assertThat(text(roundValue)).isEqualTo(Double.toHexString(roundValue));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                0.1,
                150e-6,
                298.15,
                6.6,
                1e300,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY
            })
    void edgesReadAsTheLibraryWritesThem(double value) {
        assertThat(text(value)).isEqualTo(Double.toHexString(value));
    }
}
