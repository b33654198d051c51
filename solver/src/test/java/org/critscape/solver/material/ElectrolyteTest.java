package org.critscape.solver.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElectrolyteTest {
    private static final Electrolyte ARGYRODITE = MaterialPreset.LI6PS5CL.electrolyte();

    @Test
    void conductsAsGivenAtTheReferenceTemperature() {
        assertThat(ARGYRODITE.conductivityAt(PhysicalConstants.REFERENCE_TEMPERATURE))
                .isEqualTo(0.20);
    }

    @Test
    void logarithmOfConductivityFallsWithInverseTemperature() {
        double slope = (StrictMath.log(ARGYRODITE.conductivityAt(400)) - StrictMath.log(ARGYRODITE.conductivityAt(250)))
                / (1 / 400.0 - 1 / 250.0);
        assertThat(-slope * PhysicalConstants.GAS_CONSTANT)
                .isCloseTo(ARGYRODITE.conductivityActivationEnergy(), withinPercentage(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 199.9, 450.1, 453.65, Double.NaN})
    void refusesATemperatureWhereLithiumIsNotSolid(double temperature) {
        assertThatThrownBy(() -> ARGYRODITE.conductivityAt(temperature))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("temperature is " + temperature + " K")
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3e4, 1e-3, 2e10, 0.3, 2e5, conductivity",
        "0.2, -1, 1e-3, 2e10, 0.3, 2e5, conductivity activation energy",
        "0.2, 3e4, 1, 2e10, 0.3, 2e5, electrolyte thickness",
        "0.2, 3e4, 1e-3, 22, 0.3, 2e5, Young's modulus",
        "0.2, 3e4, 1e-3, 2e10, 0.51, 2e5, Poisson ratio",
        "0.2, 3e4, 1e-3, 2e10, 0.3, 0.23, fracture toughness",
        "NaN, 3e4, 1e-3, 2e10, 0.3, 2e5, conductivity",
    })
    void refusesAPropertyOutOfRange(
            double conductivity,
            double activationEnergy,
            double thickness,
            double modulus,
            double ratio,
            double toughness,
            String quantity) {
        assertThatThrownBy(() -> new Electrolyte(conductivity, activationEnergy, thickness, modulus, ratio, toughness))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageContaining("Maybe");
    }
}
