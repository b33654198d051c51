package org.critscape.solver.dendrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotchFactorTest {
    @ParameterizedTest
    @EnumSource
    void isOneWhereTheElectrolyteHasNoTrough(NotchFactor notch) {
        assertThat(notch.factor(0, 25e-6)).isEqualTo(1);
        assertThat(notch.factor(-1e5, 25e-6)).isEqualTo(1);
        assertThat(notch.factor(1e5, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void isNeverBelowOne(NotchFactor notch) {
        assertThat(notch.factor(1e5, 25e-6)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void inglisGivesThreeForAHalfCircle() {
        assertThat(NotchFactor.INGLIS.factor(1 / 25e-6, 25e-6)).isCloseTo(3, within(1e-12));
    }
}
