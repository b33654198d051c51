package org.critscape.solver.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.critscape.solver.quantity.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceLawTest {
    static Stream<InterfaceLaw> laws() {
        return Stream.of(
                new InterfaceLaw.Linear(0.3),
                new InterfaceLaw.ButlerVolmer(2, 1e-9, 0.5),
                new InterfaceLaw.ButlerVolmer(2, 0.7, 0.5),
                new InterfaceLaw.ButlerVolmer(1e-3, 1e4, 0.1),
                new InterfaceLaw.ButlerVolmer(1e3, 1e4, 0.9),
                new InterfaceLaw.ButlerVolmer(0.05, 20, 0.3));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void thePotentialOfACurrentDrivesIt(InterfaceLaw law) {
        for (double ratio : new double[] {-30, -1, -1e-4, 1e-12, 0.02, 1, 7, 400}) {
            assertThat(law.ratio(law.potential(ratio))).isCloseTo(ratio, within(1e-11 * Math.abs(ratio)));
        }
        assertThat(law.ratio(law.potential(1e-200))).isCloseTo(1e-200, within(1e-212));
        for (double huge : new double[] {1e17, 1e100, 1e250}) {
            assertThat(law.ratio(law.potential(huge))).isCloseTo(huge, within(1e-9 * huge));
            assertThat(law.ratio(law.potential(-huge))).isCloseTo(-huge, within(1e-9 * huge));
        }
        assertThat(law.potential(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(law.potential(0)).isZero();
        assertThat(law.ratio(0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theSlopeIsTheDerivative(InterfaceLaw law) {
        for (double ratio : new double[] {-2, 0.01, 1, 3}) {
            double potential = law.potential(ratio);
            double step = 1e-6 * Math.abs(potential);
            double difference = (law.ratio(potential + step) - law.ratio(potential - step)) / (2 * step);
            assertThat(law.slope(potential)).isCloseTo(difference, within(1e-7 * difference));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theSmallSignalResistanceIsTheWagnerNumber(InterfaceLaw law) {
        double wagner = law instanceof InterfaceLaw.ButlerVolmer general
                ? general.wagnerNumber()
                : ((InterfaceLaw.Linear) law).wagnerNumber();
        assertThat(1 / law.slope(0)).isCloseTo(wagner, within(1e-14 * wagner));
    }

    /** R T/F · 2 asinh(i/(2 i0)) where α = 1/2. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.1, 3, 1e4})
    void symmetricOverpotentialIsAnInverseSine(double drive) {
        InterfaceLaw law = new InterfaceLaw.ButlerVolmer(0.4, drive, 0.5);
        double half = drive / 2;
        double asinh = half < 1e-4 ? half : Math.log(half + Math.hypot(half, 1));
        double overpotential = law.potential(1) * drive / 0.4;
        assertThat(overpotential).isCloseTo(2 * asinh, within(1e-9 * overpotential));
    }

    /** i0 = R T/(F R_ct): 15 Ω cm² at 25 °C are 17.128 A/m². */
    @Test
    void theExchangeCurrentFollowsFromTheResistance() {
        InterfaceLaw.ButlerVolmer law = InterfaceLaw.ButlerVolmer.of(2, 1.5e-3, 298.15, 10, 0.5);
        assertThat(10 / law.drive()).isCloseTo(17.128, within(1e-3));
        double thermalVoltage = PhysicalConstants.BOLTZMANN * 298.15 / PhysicalConstants.ELEMENTARY_CHARGE;
        assertThat(10 / law.drive() * 1.5e-3).isCloseTo(thermalVoltage, within(1e-15));
    }
}
