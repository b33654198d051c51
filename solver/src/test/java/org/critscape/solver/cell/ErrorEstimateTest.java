package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorEstimateTest {
    @Test
    void knowsNothingBeforeTheFirstChange() {
        assertThat(new ErrorEstimate(2).value()).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.2, 1.5, 2, 3, 4})
    void boundsTheErrorOfValuesThatConvergeWithAnyOrderFromOneOn(double order) {
        ErrorEstimate estimate = new ErrorEstimate(2);
        double before = 1;
        for (int level = 1; level < 6; level++) {
            double error = Math.pow(2, -0.5 * order * level);
            estimate.add(before - error);
            before = error;
            assertThat(estimate.value()).isGreaterThanOrEqualTo(error);
        }
        assertThat(estimate.value()).isLessThan(17 * before);
    }

    @Test
    void aChangeThatIsSmallByChanceDoesNotCountAlone() {
        ErrorEstimate estimate = new ErrorEstimate(2);
        estimate.add(0.1);
        estimate.add(1e-9);
        assertThat(estimate.value()).isCloseTo(0.02, within(1e-15));
        estimate.add(1e-9);
        assertThat(estimate.value()).isCloseTo(2e-9, within(1e-22));
    }
}
