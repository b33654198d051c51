package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseWarningsTest {
    /** Measured at the default regularisation, 0.02: 4 % at H/S = 1/30, 13 % at 1/100. */
    @ParameterizedTest
    @CsvSource({"30, about 4 %", "100, about 13 %", "60, about 8 %", "300, more than 13 %"})
    void whatRegularisationTakes(double separationByHeight, String lost) {
        assertThat(CaseWarnings.lost(0.02 * separationByHeight)).isEqualTo(lost);
    }
}
