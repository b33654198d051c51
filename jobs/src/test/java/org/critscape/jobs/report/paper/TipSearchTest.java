package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.junit.jupiter.api.Test;

/** On an egg-box of cosines, whose tips are in the middle and at the corners. */
class TipSearchTest {
    private static final int ALONG = 61;
    private static final double SEPARATION = 150e-6;
    private static final PaperRows ROWS = SampleRows.agreeing().rows();

    private static double eggBox(double x, double y) {
        return StrictMath.cos(2 * StrictMath.PI * x / SEPARATION) * StrictMath.cos(2 * StrictMath.PI * y / SEPARATION);
    }

    private static InterfaceMap map(DoubleBinaryOperator current, DoubleBinaryOperator pressure) {
        double[] x = new double[ALONG * ALONG];
        double[] y = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            x[p] = SEPARATION * (Math.floorDiv(p, ALONG) / (ALONG - 1.0) - 0.5);
            y[p] = SEPARATION * (p % ALONG / (ALONG - 1.0) - 0.5);
        }
        double[] none = new double[x.length];
        return new InterfaceMap(
                x,
                y,
                at(x, y, TipSearchTest::eggBox),
                at(x, y, current),
                none,
                none,
                at(x, y, pressure),
                none,
                none,
                none);
    }

    private static double[] at(double[] x, double[] y, DoubleBinaryOperator field) {
        double[] values = new double[x.length];
        Arrays.setAll(values, p -> field.applyAsDouble(x[p], y[p]));
        return values;
    }

    private static Evidence.TipContrast contrast(DoubleBinaryOperator current, DoubleBinaryOperator pressure) {
        return TipSearch.contrast(Optional.of(map(current, pressure)), ROWS).orElseThrow();
    }

    @Test
    void whatFallsAwayFromTheTipsStandsOut() {
        Evidence.TipContrast contrast = contrast(TipSearchTest::eggBox, (x, y) -> 5 * eggBox(x, y));
        double atTenth = StrictMath.cos(0.2 * StrictMath.PI);
        assertThat(contrast.current().value()).isCloseTo(1 - atTenth, within(5e-3));
        assertThat(contrast.pressure().value()).isCloseTo(1 - atTenth, within(5e-3));
        assertThat(contrast.pressure().error()).isCloseTo(2 * SampleRows.ERROR, within(1e-12));
    }

    @Test
    void whatIsLargestInTheTroughsDoesNot() {
        Evidence.TipContrast contrast = contrast((x, y) -> 2 + eggBox(x, y), (x, y) -> 2 - eggBox(x, y));
        assertThat(contrast.current().value()).isPositive();
        assertThat(contrast.pressure().value()).isNegative();
    }

    @Test
    void withoutFieldsOrRowsThereIsNoContrast() {
        assertThat(TipSearch.contrast(Optional.empty(), ROWS)).isEmpty();
        assertThat(TipSearch.contrast(
                        Optional.of(map(TipSearchTest::eggBox, TipSearchTest::eggBox)),
                        SampleRows.agreeing().unsolved().rows()))
                .isEmpty();
    }
}
