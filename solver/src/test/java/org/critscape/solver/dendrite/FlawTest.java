package org.critscape.solver.dendrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlawTest {
    @Test
    void fracturePressureGivesTheToughnessBack() {
        var flaw = new Flaw(1e-6, NotchFactor.NONE, 10);
        double pressure = flaw.fracturePressure(0.23e6);
        assertThat(1.12 * StrictMath.sqrt(StrictMath.PI * 1e-6) * pressure).isCloseTo(0.23e6, withinPercentage(1e-12));
        assertThat(Flaw.lengthAt(pressure, 0.23e6)).isCloseTo(1e-6, withinPercentage(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, flaw length", "1e-6, 0, flat critical current", "NaN, 10, flaw length"})
    void refusesAPropertyOutOfRange(double length, double flatCriticalCurrent, String quantity) {
        assertThatThrownBy(() -> new Flaw(length, NotchFactor.NONE, flatCriticalCurrent))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageContaining("Maybe the unit is wrong");
    }
}
