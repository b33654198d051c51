package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {
    @ParameterizedTest
    @CsvSource({
        "25e-6, m, 25 µm",
        "7e6, Pa, 7 MPa",
        "12.34567, A/m², 1.2346 mA/cm²",
        "1.5e-3, ohm.m^2, 15 Ω cm²",
        "0.2, S/m, 2 mS/cm",
        "0, 1, 0",
        "-0.25, 1, -0.25",
        "1.234567e-40, Pa^-n s^-1, 1.2346e-40 Pa^-n s^-1",
        "6.02214076e23, 1, 6.0221e23",
        "1e-6, 1, 1e-6",
        "298.15, K, 298.15 K"
    })
    void amountsHaveTheUnitsOfTheField(double value, String unit, String expected) {
        assertThat(Display.amount(value, unit)).isEqualTo(expected);
    }

    @Test
    void tablesAreAligned() {
        assertThat(TextTable.of(List.of(List.of("a", "bb", "c"), List.of("aaa", "b", ""))))
                .containsExactly("  a     bb   c", "  aaa   b");
    }

    @Test
    void progressLineTellsRateAndTimeLeftOnceThatManyCasesAreDone() {
        var lines = new ProgressDisplay.Lines(40, new java.io.PrintWriter(java.io.Writer.nullWriter()));
        long second = 1_000_000_000L;
        // Whatever comes before the first cases, an hour here, does not count.
        assertThat(lines.line(0, 0, 0)).isEqualTo("critscape: 0 of 40 cases, 0 not solved");
        assertThat(lines.line(2, 0, 3600 * second)).isEqualTo("critscape: 2 of 40 cases, 0 not solved");
        assertThat(lines.line(9, 2, 3614 * second)).isEqualTo("critscape: 9 of 40 cases, 2 not solved");
        assertThat(lines.line(10, 2, 3616 * second))
                .isEqualTo("critscape: 10 of 40 cases, 2 not solved, 0.500 cases/s, about 60 s left");
        assertThat(lines.line(40, 2, 3676 * second))
                .isEqualTo("critscape: 40 of 40 cases, 2 not solved, 0.500 cases/s");
    }

    @Test
    void timeLeftNeedsTheTwentiethPartOfTheCases() {
        Pace pace = new Pace(1000);
        pace.advance(1, 0);
        pace.advance(49, 48_000_000_000L);
        assertThat(pace.left()).isEmpty();
        pace.advance(50, 49_000_000_000L);
        assertThat(pace.left()).contains(java.time.Duration.ofSeconds(950));
    }
}
