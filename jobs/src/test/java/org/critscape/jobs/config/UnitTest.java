package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.critscape.jobs.space.Dimension;
import org.critscape.solver.quantity.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "25, um, 25e-6",
        "0.1, um, 1e-7",
        "2, mS/cm, 0.2",
        "15, ohm.cm^2, 1.5e-3",
        "0.23, MPa.m^0.5, 0.23e6",
        "1, mA/cm^2, 10",
        "37, kJ/mol, 37e3",
        "13, cm^3/mol, 1.3e-5",
        "2e5, Pa.s^(1/n), 2e5",
        "25, degC, 298.15",
        "7, MPa, 7e6",
        "22, GPa, 22e9",
    })
    void amountsAreTheNearestDouble(String number, String symbol, double si) {
        assertThat(read(number, symbol)).isEqualTo(si);
    }

    @ParameterizedTest
    @CsvSource({
        "µm, um", // micro sign
        "μm, um", // Greek letter
        "Ω·cm², ohm.cm^2",
        "ohm cm^2, ohm.cm^2",
        "ohm*cm^2, ohm.cm^2",
        "mA / cm², mA/cm^2",
        "MPa √m, MPa.m^0.5",
        "MPa.sqrt(m), MPa.m^0.5",
        "MPa m^(1/2), MPa.m^0.5",
        "cm³/mol, cm^3/mol",
        "°C, degC",
    })
    void otherSpellings(String spelling, String symbol) {
        assertThat(Unit.find(spelling)).isEqualTo(Unit.find(symbol)).isPresent();
    }

    @Test
    void electronvoltIsPerParticle() {
        assertThat(read("1", "eV")).isCloseTo(PhysicalConstants.ELECTRONVOLT_PER_PARTICLE, within(2e-11));
        assertThat(read("360", "meV")).isEqualTo(read("0.36", "eV"));
    }

    /** Letters differ in case: siemens and seconds, mega and milli. */
    @ParameterizedTest
    @CsvSource({"MM", "mpa", "s/m", "MS/cm", "k", "Um"})
    void caseCounts(String symbol) {
        assertThat(Unit.find(symbol)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void whatIsShownReadsBack(Dimension dimension) {
        assertThat(Unit.of(dimension)).isNotEmpty();
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            double si = (1 + random.nextInt(999)) * StrictMath.pow(10, random.nextInt(12) - 6);
            String[] shown = Unit.show(dimension, si).split(" ", 2);
            assertThat(read(shown[0], shown.length > 1 ? shown[1] : "")).isEqualTo(si);
        }
    }

    private static double read(String number, String symbol) {
        return Unit.find(symbol).orElseThrow().toSi(new BigDecimal(number)).doubleValue();
    }
}
