package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EggBoxTest {
    private static final double HEIGHT = 25e-6;
    private static final double SEPARATION = 150e-6;
    private static final double DIAGONAL = SEPARATION / Math.sqrt(2);

    /** Product form of (H, S) is sum form of (H, S/√2): the same cell, but for the unit of length. */
    @ParameterizedTest
    @EnumSource(Polarity.class)
    void productFormIsASumFormOfShorterPeriod(Polarity polarity) {
        FundamentalCell product = new EggBox(EggBox.Form.PRODUCT, HEIGHT, SEPARATION, polarity).fundamentalCell();
        FundamentalCell sum = new EggBox(EggBox.Form.SUM, HEIGHT, DIAGONAL, polarity).fundamentalCell();
        double ratio = DIAGONAL / SEPARATION;
        assertThat(product.footprint()).isEqualTo(sum.footprint());
        assertThat(product.width()).isCloseTo(sum.width() * ratio, within(1e-15));
        for (double[] point : SampleShapes.points(sum, 9)) {
            Surface.Point one = product.surface().at(ratio * point[0], ratio * point[1]);
            Surface.Point other = sum.surface().at(point[0], point[1]);
            assertThat(one.height()).isCloseTo(other.height() * ratio, within(1e-15));
            assertThat(one.slopeX()).isCloseTo(other.slopeX(), within(1e-14));
            assertThat(one.slopeY()).isCloseTo(other.slopeY(), within(1e-14));
            assertThat(one.curvatureXX()).isCloseTo(other.curvatureXX() / ratio, within(1e-13));
            assertThat(one.curvatureYY()).isCloseTo(other.curvatureYY() / ratio, within(1e-13));
        }
    }

    @Test
    void tipsOfBothPolaritiesStandWhereTheFormulaIsHighest() {
        assertTip(EggBox.Form.PRODUCT, Polarity.LITHIUM, 0, 0);
        assertTip(EggBox.Form.PRODUCT, Polarity.ELECTROLYTE, 0.5, 0);
        assertTip(EggBox.Form.SUM, Polarity.LITHIUM, 0, 0);
        assertTip(EggBox.Form.SUM, Polarity.ELECTROLYTE, 0.5, 0.5);
    }

    private static void assertTip(EggBox.Form form, Polarity polarity, double x, double y) {
        FundamentalCell cell = new EggBox(form, HEIGHT, SEPARATION, polarity).fundamentalCell();
        assertThat(Math.abs(cell.positionX(cell.tipX(), cell.tipY()))).isEqualTo(x);
        assertThat(Math.abs(cell.positionY(cell.tipX(), cell.tipY()))).isEqualTo(y);
    }
}
