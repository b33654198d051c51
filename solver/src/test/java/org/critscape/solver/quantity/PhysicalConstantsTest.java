package org.critscape.solver.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the rounded values of CODATA 2018 (Tiesinga et al., Rev. Mod. Phys. 2021, 93, 025010). */
class PhysicalConstantsTest {
    @Test
    void productsAgreeWithTheTables() {
        assertThat(PhysicalConstants.FARADAY).isCloseTo(96485.33212, within(1e-5));
        assertThat(PhysicalConstants.GAS_CONSTANT).isCloseTo(8.314462618, within(1e-9));
    }
}
