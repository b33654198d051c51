package org.critscape.solver.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupAxis.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupAxisTest {
    @ParameterizedTest
    @EnumSource(Scale.class)
    void coordinatesGoBackToTheirValuesWithinTheRange(Scale scale) {
        GroupAxis axis = new GroupAxis("group", scale, 0.05, 20);
        for (double value : new double[] {0.05, 0.3, 1, 20}) {
            assertThat(axis.value(axis.coordinate(value)))
                    .isCloseTo(value, within(1e-12 * value))
                    .isBetween(0.05, 20.0);
        }
        assertThat(axis.lowest()).isLessThan(axis.highest());
    }

    @Test
    void bothLimitsOfTheWagnerNumberAreOrdinaryPoints() {
        GroupAxis axis = new GroupAxis("Wagner number", Scale.SATURATING, 0, 1e4);
        assertThat(axis.coordinate(0)).isZero();
        assertThat(axis.value(axis.highest())).isLessThanOrEqualTo(1e4).isCloseTo(1e4, within(1e-6));
    }

    @Test
    void rangesThatTheScaleDoesNotCoverAreRefused() {
        assertThatThrownBy(() -> new GroupAxis("H/S", Scale.LOGARITHMIC, 0, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("range of H/S is 0.0 to 1.0 but must be finite, upward and above 0. "
                        + "Maybe its ends are exchanged.");
    }

    @Test
    void everyPolynomialIsOneAtItsNodeNoughtAtThoseBeforeAndNowhereLarger() {
        LejaSequence sequence = LejaSequence.on(-3, 1);
        double[] basis = new double[sequence.size()];
        for (int k = 0; k < sequence.size(); k++) {
            sequence.basis(sequence.node(k), sequence.size(), basis);
            assertThat(basis[k]).isCloseTo(1, within(1e-12));
            for (int later = k + 1; later < sequence.size(); later++) {
                assertThat(basis[later]).isZero();
            }
            double largest = 0;
            for (int i = 0; i <= 2000; i++) {
                sequence.basis(-3 + i / 500.0, sequence.size(), basis);
                largest = Math.max(largest, Math.abs(basis[k]));
            }
            assertThat(largest).isBetween(0.99, 1 + 1e-9);
        }
        assertThat(LejaSequence.on(2, 2).size()).isEqualTo(1);
    }
}
