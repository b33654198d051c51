package org.critscape.solver.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
    private static final String ADVICE = "Maybe another unit was meant.";

    @Test
    void returnsWhatItAccepts() {
        assertThat(Require.positive("length", Double.MIN_VALUE, "m", ADVICE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Require.within("length", 1, 1, 2, "m", ADVICE)).isEqualTo(1);
        assertThat(Require.within("length", 2, 1, 2, "m", ADVICE)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotPositive(double value) {
        assertThatThrownBy(() -> Require.positive("length", value, "m", ADVICE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("length is " + value + " m but must be finite and above 0.0 m. " + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 2.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsOutOfRange(double value) {
        assertThatThrownBy(() -> Require.within("ratio", value, 1, 2, "", ADVICE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo("ratio"))
                .hasMessage("ratio is " + value + " but must be between 1.0 and 2.0. " + ADVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "1e12, 1000000000000",
        "-2e7, -20000000",
        "9999999, 9999999.0",
        "1e15, 1.0E15",
        "10000000.5, 1.00000005E7"
    })
    void largeWholeNumbersAreWrittenOut(double value, String shown) {
        assertThatThrownBy(() -> Require.within("number", value, 1, 2, "", ADVICE))
                .hasMessageStartingWith("number is " + shown + " but");
    }
}
