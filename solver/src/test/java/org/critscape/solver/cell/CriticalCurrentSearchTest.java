package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalCurrentSearchTest {
    private final List<Double> tried = new ArrayList<>();

    private double find(double start, DoubleUnaryOperator criterion) throws Exception {
        return CriticalCurrentSearch.find(start, current -> {
                    tried.add(current);
                    return new CriticalCurrent(criterion.applyAsDouble(current), 1, 1, 0);
                })
                .criticalCurrent();
    }

    /** g = c (I/c)^slope has the root c; plain iteration would run away from it at slopes beyond ±1. */
    @ParameterizedTest
    @CsvSource({"-0.02, 4", "0.05, 4", "-0.5, 4", "-1, 5", "-3, 5", "0.8, 6"})
    void findsTheRootOfAPower(double slope, int most) throws Exception {
        double root = 0.037;
        assertThat(find(10, current -> root * Math.pow(current / root, slope))).isCloseTo(root, within(1e-5 * root));
        assertThat(tried).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void fieldsThatDoNotChangeNeedOneStep() throws Exception {
        assertThat(find(10, current -> 8.5)).isEqualTo(8.5);
        assertThat(tried).containsExactly(10.0, Math.exp(Math.log(8.5)));
    }

    /** A criterion that falls by decades within one: secants alone would leave. */
    @Test
    void aSteepRootIsBracketed() throws Exception {
        double root = find(10, current -> 1e3 / (1 + Math.pow(current / 20, 12)));
        assertThat(1e3 / (1 + Math.pow(root / 20, 12))).isCloseTo(root, within(1e-4 * root));
        assertThat(tried).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void growthAtAnyCurrentIsFinal() throws Exception {
        assertThat(find(10, current -> 0)).isZero();
        assertThat(tried).hasSize(1);
    }

    @Test
    void noRootIsReported() {
        assertThatThrownBy(() -> find(10, current -> 3 * current))
                .isInstanceOf(NotConvergedException.class)
                .hasMessageContaining("factor of 3.0")
                .hasMessageContaining("Maybe");
    }
}
