package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.critscape.jobs.space.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS =
            List.of("flat", "egg-box", "square-pyramid", "frustum", "ridge", "llzo", "li6ps5cl", "li3ps4");

    @ParameterizedTest
    @CsvSource({
        "pyramid, square-pyramid",
        "Pyramid, square-pyramid",
        "Ridge, ridge",
        "ridges, ridge",
        "eggbox, egg-box",
        "EGG_BOX, egg-box",
        "LLZTO, llzo",
        "li6, li6ps5cl",
        "Li3PS4, li3ps4",
        "frustrum, frustum",
    })
    void partsComeBeforeSlipsAndCapitalsDoNotCount(String word, String meant) {
        assertThat(Nearest.to(word, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "lognormal, log-normal",
        "log_normal, log-normal",
        "norm, normal",
        "lhs, latin-hypercube",
        "ln, log-normal"
    })
    void theSameLettersAndInitialsComeFirst(String word, String meant) {
        assertThat(Nearest.to(word, List.of("normal", "sobol", "log-normal", "latin-hypercube")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"sphere", "x", "li", "''", "cylinder"})
    void aStrangeWordIsLikeNone(String word) {
        assertThat(Nearest.to(word, WORDS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C, TEMPERATURE, degC",
        "deg C, TEMPERATURE, degC",
        "celsius, TEMPERATURE, degC",
        "kelvin, TEMPERATURE, K",
        "k, TEMPERATURE, K",
        "micron, LENGTH, um",
        "microns, LENGTH, um",
        "micrometer, LENGTH, um",
        "MM, LENGTH, mm",
        "ohm cm2, AREA_RESISTANCE, ohm.cm^2",
        "Ohm*cm2, AREA_RESISTANCE, ohm.cm^2",
        "ohm-cm2, AREA_RESISTANCE, ohm.cm^2",
        "ohm, AREA_RESISTANCE, ohm.cm^2",
        "mA/cm2, CURRENT_DENSITY, mA/cm^2",
        "mA cm-2, CURRENT_DENSITY, mA/cm^2",
        "A m^-2, CURRENT_DENSITY, A/m^2",
        "mS cm-1, CONDUCTIVITY, mS/cm",
        "ms/cm, CONDUCTIVITY, mS/cm",
        "MPa m1/2, TOUGHNESS, MPa.m^0.5",
        "mpa, PRESSURE, MPa",
        "cm3/mol, MOLAR_VOLUME, cm^3/mol",
        "kJ mol-1, MOLAR_ENERGY, kJ/mol",
        "ev, MOLAR_ENERGY, eV",
    })
    void unitsAreGuessed(String symbol, Dimension dimension, String meant) {
        assertThat(Unit.find(symbol)).isEmpty();
        assertThat(UnitGuess.of(symbol, dimension).map(Unit::symbol)).contains(meant);
    }

    @Test
    void aStrangeUnitIsLikeNone() {
        assertThat(UnitGuess.of("furlong", Dimension.LENGTH)).isEmpty();
        assertThat(UnitGuess.of("C", Dimension.PRESSURE)).isEmpty();
        // Nine decades lie between these capitals.
        assertThat(UnitGuess.of("Mohm.cm^2", Dimension.AREA_RESISTANCE)).isEmpty();
        assertThat(UnitGuess.of("mPa", Dimension.PRESSURE)).isEmpty();
    }
}
