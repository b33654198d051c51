package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussRuleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 17})
    void integratesPolynomialsExactlyUpToTwiceItsSize(int size) {
        GaussRule rule = GaussRule.ofSize(size);
        assertThat(rule.size()).isEqualTo(size);
        assertThat(rule.points()).isSorted();
        for (int degree = 0; degree < 2 * size; degree++) {
            assertThat(integral(rule, degree)).as("degree %d", degree).isCloseTo(1.0 / (degree + 1), within(1e-14));
        }
    }

    /** The remainder of Gauss quadrature for x^2n on 0..1 is 1/((2n + 1) C(2n, n)²). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void leavesTheKnownRemainderAtTheNextDegree(int size) {
        double choices = CombinatoricsUtils.binomialCoefficientDouble(2 * size, size);
        double remainder = 1.0 / (2 * size + 1) / (choices * choices);
        double missed = 1.0 / (2 * size + 1) - integral(GaussRule.ofSize(size), 2 * size);
        assertThat(missed).isCloseTo(remainder, within(1e-14));
    }

    private static double integral(GaussRule rule, int degree) {
        double sum = 0;
        for (int q = 0; q < rule.size(); q++) {
            sum += rule.weights()[q] * StrictMath.pow(rule.points()[q], degree);
        }
        return sum;
    }
}
