package org.critscape.solver.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LithiumTest {
    static Stream<Lithium> metals() {
        var random = new SplittableRandom(20240617);
        return Stream.generate(() -> new Lithium(
                        1.3e-5,
                        random.nextDouble(1, 8),
                        StrictMath.pow(10, random.nextDouble(0, 20)),
                        random.nextDouble(0, 200e3)))
                .limit(50);
    }

    @ParameterizedTest
    @MethodSource("metals")
    void flowStressSolvesTheCreepLaw(Lithium lithium) {
        for (double temperature : new double[] {200, 298.15, 450}) {
            double stress = lithium.flowStress(1e-4, temperature);
            double rate = lithium.creepCoefficientAt(temperature) * StrictMath.pow(stress, lithium.creepExponent());
            assertThat(rate).isCloseTo(1e-4, withinPercentage(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("metals")
    void creepCoefficientIsThatOfTheAbsoluteArrheniusLaw(Lithium lithium) {
        double slope =
                (StrictMath.log(lithium.creepCoefficientAt(400)) - StrictMath.log(lithium.creepCoefficientAt(250)))
                        / (1 / 400.0 - 1 / 250.0);
        assertThat(-slope * PhysicalConstants.GAS_CONSTANT + 1)
                .isCloseTo(lithium.creepActivationEnergy() + 1, withinPercentage(1e-6));
        double prefactor = StrictMath.log(lithium.creepCoefficientAt(400))
                + lithium.creepActivationEnergy() / (PhysicalConstants.GAS_CONSTANT * 400);
        assertThat(prefactor + 1)
                .isCloseTo(
                        -lithium.creepExponent() * StrictMath.log(lithium.creepConstant()) + 1, withinPercentage(1e-9));
    }

    @Test
    void nothingOverflowsOrVanishesAtTheCornersOfTheRanges() {
        for (double exponent : new double[] {1, 8}) {
            for (double constant : new double[] {1, 1e20}) {
                for (double activationEnergy : new double[] {0, 200e3}) {
                    for (double temperature : new double[] {200, 450}) {
                        var lithium = new Lithium(1.3e-5, exponent, constant, activationEnergy);
                        assertThat(lithium.creepCoefficientAt(temperature)).isBetween(Double.MIN_NORMAL, 1.0);
                        assertThat(lithium.flowStress(1e-12, temperature)).isBetween(1e-12, 1e80);
                    }
                }
            }
        }
    }

    @Test
    void platesAlmostFiveMicrometresPerMilliampereHourAndSquareCentimetre() {
        // 1 mAh/cm² of lithium is 4.85 µm thick: 1/(3861 mAh/g · 0.534 g/cm³).
        double velocity = MaterialPreset.LI6PS5CL.lithium().platingVelocityPerCurrent() * 10;
        assertThat(velocity * 3600).isCloseTo(4.85e-6, withinPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "13, 6.6, 2e5, 37e3, molar volume",
        "1.3e-5, 0.15, 2e5, 37e3, creep exponent",
        "1.3e-5, 8.1, 2e5, 37e3, creep exponent",
        "1.3e-5, 6.6, 1e-35, 37e3, creep constant",
        "1.3e-5, 6.6, 2e5, 201e3, creep activation energy",
        "1.3e-5, NaN, 2e5, 37e3, creep exponent",
    })
    void refusesAPropertyOutOfRange(
            double molarVolume, double exponent, double constant, double activationEnergy, String quantity) {
        assertThatThrownBy(() -> new Lithium(molarVolume, exponent, constant, activationEnergy))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageContaining("Maybe");
    }
}
