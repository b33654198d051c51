package org.critscape.solver.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KineticsTest {
    static Stream<Kinetics> family() {
        return Stream.of(
                new Kinetics.Primary(),
                new Kinetics.Linear(1.5e-3, 4e4),
                new Kinetics.ButlerVolmer(1.5e-3, 4e4, 0.3),
                new Kinetics.PressureCoupled(new Kinetics.Linear(1.5e-3, 4e4), 0.5));
    }

    @ParameterizedTest
    @MethodSource("family")
    void resistanceIsNeverNegativeAndNeverGrowsWithTemperature(Kinetics kinetics) {
        double before = kinetics.resistanceAt(200);
        for (double temperature = 225; temperature <= 450; temperature += 25) {
            double resistance = kinetics.resistanceAt(temperature);
            assertThat(resistance).isBetween(0.0, before);
            before = resistance;
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void refusesATemperatureWhereLithiumIsNotSolid(Kinetics kinetics) {
        assertThatThrownBy(() -> kinetics.resistanceAt(460))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Maybe it was given in °C");
    }

    @Test
    void linearKineticsFollowArrhenius() {
        var kinetics = new Kinetics.Linear(1.5e-3, 4e4);
        assertThat(kinetics.resistanceAt(PhysicalConstants.REFERENCE_TEMPERATURE))
                .isEqualTo(1.5e-3);
        double slope = (StrictMath.log(kinetics.resistanceAt(400)) - StrictMath.log(kinetics.resistanceAt(250)))
                / (1 / 400.0 - 1 / 250.0);
        assertThat(slope * PhysicalConstants.GAS_CONSTANT).isCloseTo(4e4, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4e4, interfacial resistance",
        "15, 4e4, interfacial resistance",
        "1e-3, 3e5, interfacial resistance activation energy"
    })
    void linearKineticsRefuseAPropertyOutOfRange(double resistance, double activationEnergy, String quantity) {
        assertThatThrownBy(() -> new Kinetics.Linear(resistance, activationEnergy))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity));
    }

    @Test
    void allKineticsWithOneResistanceHaveTheSameAtAnyTemperature() {
        double linear = new Kinetics.Linear(1.5e-3, 4e4).resistanceAt(330);
        Kinetics general = new Kinetics.ButlerVolmer(1.5e-3, 4e4, 0.3);
        assertThat(general.resistanceAt(330)).isEqualTo(linear);
        assertThat(new Kinetics.PressureCoupled(general, 0.5).resistanceAt(330)).isEqualTo(linear);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4e4, 0.5, interfacial resistance",
        "1e-3, 3e5, 0.5, interfacial resistance activation energy",
        "1e-3, 4e4, 0, transfer coefficient",
        "1e-3, 4e4, 1, transfer coefficient"
    })
    void butlerVolmerRefusesAPropertyOutOfRange(
            double resistance, double activationEnergy, double transferCoefficient, String quantity) {
        assertThatThrownBy(() -> new Kinetics.ButlerVolmer(resistance, activationEnergy, transferCoefficient))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity));
    }

    @Test
    void pressureNeedsAResistanceToActOn() {
        assertThatThrownBy(() -> new Kinetics.PressureCoupled(new Kinetics.Primary(), 0.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("interface.pressure-coupling")
                .hasMessageContaining("interface.kinetics = primary")
                .hasMessageContaining("Maybe");
        Kinetics linear = new Kinetics.Linear(1e-3, 4e4);
        assertThatThrownBy(() -> new Kinetics.PressureCoupled(linear, 1.1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Kinetics.PressureCoupled(new Kinetics.PressureCoupled(linear, 0.5), 0.5))
                .isInstanceOf(InvalidInputException.class);
    }
}
