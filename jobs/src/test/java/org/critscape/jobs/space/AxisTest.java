package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    @Test
    void linearLevelsAreTheNearestDoubles() {
        Axis axis = Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("5e-6"), new BigDecimal("75e-6"), 8);
        assertThat(levels(axis)).containsExactly(5e-6, 15e-6, 25e-6, 35e-6, 45e-6, 55e-6, 65e-6, 75e-6);
    }

    @Test
    void logarithmicLevelsHitTheirDecades() {
        Axis axis = Axis.logarithmic(Parameter.RESISTANCE, new BigDecimal("1e-7"), new BigDecimal("1"), 8);
        assertThat(levels(axis)).containsExactly(1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1);
        Axis down = Axis.logarithmic(Parameter.RESISTANCE, new BigDecimal("1"), new BigDecimal("1e-2"), 3);
        assertThat(levels(down)).containsExactly(1, 0.1, 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void rangesKeepTheirEndsAndNeverTurn(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            BigDecimal from = BigDecimal.valueOf(1 + random.nextInt(100_000), 8);
            BigDecimal to = from.add(BigDecimal.valueOf(1 + random.nextInt(100_000), 10));
            int count = 2 + random.nextInt(50);
            for (Axis axis : List.of(
                    Axis.linear(Parameter.PEAK_SEPARATION, from, to, count),
                    Axis.logarithmic(Parameter.PEAK_SEPARATION, from, to, count))) {
                double[] levels = levels(axis);
                assertThat(levels).hasSize(count).isSorted().doesNotHaveDuplicates();
                assertThat(levels[0]).isEqualTo(from.doubleValue());
                assertThat(levels[count - 1]).isEqualTo(to.doubleValue());
            }
        }
    }

    @Test
    void valuesOutsideTheCatalogueAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.list(Parameter.PEAK_HEIGHT, 25))
                .withMessage("topography.peak-height is 25 m but must be a length between 0.00000001 m and 0.001 m."
                        + " Maybe the value was not given in SI units.");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.list(Parameter.PEAK_HEIGHT, Double.NaN))
                .withMessageStartingWith("topography.peak-height is NaN m");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.linear(Parameter.PEAK_HEIGHT, BigDecimal.ONE, BigDecimal.ZERO, 3));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.words(Parameter.SHAPE, List.of("pyramid")))
                .withMessageStartingWith("topography.shape is \"pyramid\" but must be one of flat, ");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Axis.list(Parameter.PEAK_HEIGHT));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.list(Parameter.PEAK_HEIGHT, 1e-6, 2e-6, 1e-6))
                .withMessageContaining("0.000001 m twice");
    }

    @Test
    void rangesOfWholeNumbersStayWhole() {
        assertThat(levels(Axis.linear(Parameter.CREEP_ORDER, BigDecimal.valueOf(2), BigDecimal.valueOf(8), 4)))
                .containsExactly(2, 4, 6, 8);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.linear(Parameter.CREEP_ORDER, BigDecimal.valueOf(2), BigDecimal.valueOf(8), 6))
                .withMessageContaining("fractions");
    }

    @Test
    void emptyRangesAreRefused() {
        BigDecimal one = new BigDecimal("1e-6");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.linear(Parameter.PEAK_HEIGHT, one, one, 3));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.linear(Parameter.PEAK_HEIGHT, one, one.movePointRight(1), 1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Axis.logarithmic(Parameter.STACK_PRESSURE, BigDecimal.ZERO, one, 3));
    }

    private static double[] levels(Axis axis) {
        return IntStream.range(0, axis.size()).mapToDouble(axis::value).toArray();
    }
}
