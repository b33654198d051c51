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
        "22e9, Pa, 22 GPa",
        "1e5, Pa, 0.1 MPa",
        "5e4, Pa, 50 kPa",
        "15e-9, m, 15 nm",
        "1e-3, m, 1 mm",
        "2e5, Pa.s^(1/n), 0.2 MPa s^(1/n)",
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
        long second = 1_000_000_000L;
        var pace = new Pace(44, 4, 100 * second);
        var lines = new ProgressDisplay.Lines(44, pace, new java.io.PrintWriter(java.io.Writer.nullWriter()));
        assertThat(lines.line(4, 0, 100 * second)).isEqualTo("critscape: 4 of 44 cases, 0 not solved, after 0 s");
        // Those that were there before are no work of this sweep.
        assertThat(lines.line(13, 2, 118 * second)).isEqualTo("critscape: 13 of 44 cases, 2 not solved, after 18 s");
        assertThat(lines.line(14, 2, 120 * second))
                .isEqualTo("critscape: 14 of 44 cases, 2 not solved, after 20 s, 0.5 cases/s, about 1 min 0 s left");
        assertThat(lines.line(44, 2, 180 * second))
                .isEqualTo("critscape: 44 of 44 cases, 2 not solved, after 1 min 20 s, 0.5 cases/s");
    }

    @Test
    void theLastProgressLineIsPrintedOnce() {
        var text = new java.io.StringWriter();
        var lines = new ProgressDisplay.Lines(3, new Pace(3, 0, System.nanoTime()), new java.io.PrintWriter(text));
        lines.advance(2, 0);
        lines.advance(3, 0);
        lines.advance(3, 0);
        assertThat(text.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ratio is 1.3333333333333335 (a.b-c 2.0E-4 m, d 1.5E-4 m).|ratio is 1.3333 (a.b-c 200 µm, d 150 µm).",
                "5.0E-4 ohm.m^2 and 0.15 Ω m² at 298.15 K|5 Ω cm² and 1500 Ω cm² at 298.15 K",
                "above 0.0186 A/m² with 2.2E10 Pa, 2.79e-09 m.|above 0.00186 mA/cm² with 22 GPa, 2.79 nm.",
                "toughness of 230000.0 Pa √m (key)|toughness of 0.23 MPa √m (key)",
                "x is \"0.0001 m\" and 7 MPa in out/a-1 m|x is \"0.0001 m\" and 7 MPa in out/a-1 m"
            })
    void messagesHaveTheUnitsOfTheField(String si, String expected) {
        assertThat(Display.message(si)).isEqualTo(expected);
    }

    @Test
    void ratesHaveThreeDigits() {
        assertThat(Display.rate(0.123456)).isEqualTo("0.123");
        assertThat(Display.rate(12345)).isEqualTo("12300");
    }

    @Test
    void aTimeLimitCountsFromTheStartOfTheCommand() {
        var start = java.time.Instant.EPOCH;
        var limit = java.time.Duration.ofSeconds(20);
        assertThat(TimeLimit.left(limit, start, start.plusSeconds(8))).hasSeconds(12);
        assertThat(TimeLimit.left(limit, start, start.plusSeconds(30))).isZero();
    }

    @Test
    void timeLeftNeedsTheTwentiethPartOfTheCases() {
        Pace pace = new Pace(1000, 0, 0);
        pace.advance(49, 49_000_000_000L);
        assertThat(pace.left()).isEmpty();
        pace.advance(50, 50_000_000_000L);
        assertThat(pace.left()).contains(java.time.Duration.ofSeconds(950));
    }
}
