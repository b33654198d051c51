package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopographyErrorsTest {
    private static final double S = 1e-4;
    private static final String SEPARATION = "peak separation";
    private static final String HEIGHT = "peak height";
    private static final String STEEPNESS = "peak height by peak separation";
    private static final String EDGE = "edge resolution by peak separation";
    private static final String TOP = "top fraction";

    /** Makes a shape of height, separation, top fraction and edge resolution. */
    @FunctionalInterface
    interface Maker {
        Topography make(double height, double separation, double top, double edge);
    }

    private static final Maker EGG_BOX = (h, s, t, e) -> new EggBox(EggBox.Form.SUM, h, s, Polarity.LITHIUM);
    private static final Maker PYRAMID = (h, s, t, e) -> new SquarePyramid(h, s, e, Polarity.LITHIUM);
    private static final Maker FRUSTUM = (h, s, t, e) -> new Frustum(h, s, t, e, Polarity.LITHIUM);
    private static final Maker COSINE = (h, s, t, e) -> new Ridge(Ridge.Profile.COSINE, h, s, t, e, Polarity.LITHIUM);
    private static final Maker TRIANGLE =
            (h, s, t, e) -> new Ridge(Ridge.Profile.TRIANGLE, h, s, t, e, Polarity.LITHIUM);
    private static final Maker TRAPEZOID =
            (h, s, t, e) -> new Ridge(Ridge.Profile.TRAPEZOID, h, s, t, e, Polarity.LITHIUM);

    static Stream<Maker> contoured() {
        return Stream.of(EGG_BOX, PYRAMID, FRUSTUM, COSINE, TRIANGLE, TRAPEZOID);
    }

    @ParameterizedTest
    @MethodSource("contoured")
    void contoursRefuseImpossibleLengths(Maker maker) {
        refuses(() -> maker.make(0.2 * S, 0, 0, 0.01 * S), SEPARATION, "0.0 m", "above 0.0 m");
        refuses(() -> maker.make(0.2 * S, Double.NaN, 0, 0.01 * S), SEPARATION, "NaN m", "finite");
        refuses(() -> maker.make(-1e-6, S, 0, 0.01 * S), HEIGHT, "-1.0E-6 m", "above 0.0 m");
        refuses(() -> maker.make(Double.POSITIVE_INFINITY, S, 0, 0.01 * S), HEIGHT, "Infinity m", "finite");
        refuses(
                () -> maker.make(2, 1, 0, 0.01),
                STEEPNESS,
                "2.0 (topography.peak-height 2.0 m, topography.peak-separation 1.0 m)",
                "between 0.001 and 1.0");
        refuses(
                () -> maker.make(0.0005, 1, 0, 0.01),
                STEEPNESS,
                "5.0E-4 (topography.peak-height 5.0E-4 m, topography.peak-separation 1.0 m)",
                "between 0.001 and 1.0");
        assertThatCode(() -> maker.make(1, 1, 0, 0.01)).doesNotThrowAnyException();
        assertThatCode(() -> maker.make(0.001, 1, 0, 0.01)).doesNotThrowAnyException();
    }

    static Stream<Arguments> sharp() {
        return Stream.of(PYRAMID, FRUSTUM, TRIANGLE, TRAPEZOID)
                .flatMap(maker -> Stream.of(0, 0.0009, 0.151, -0.01, Double.NaN)
                        .map(edge -> Arguments.of(maker, edge.doubleValue())));
    }

    @ParameterizedTest
    @MethodSource("sharp")
    void shapesWithEdgesNeedTheirResolution(Maker maker, double edge) {
        refuses(
                () -> maker.make(0.5, 1, 0, edge),
                EDGE,
                edge + " (topography.edge-resolution " + edge + " m, topography.peak-separation 1.0 m)",
                "between 0.001 and 0.15");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "0.91", "30", "NaN"})
    void flatTopsAreAFractionOfThePeriod(double top) {
        refuses(() -> FRUSTUM.make(0.5, 1, top, 0.01), TOP, top + " (width / S)", "between 0.0 and 0.9");
        refuses(() -> TRAPEZOID.make(0.5, 1, top, 0.01), TOP, top + " (width / S)", "between 0.0 and 0.9");
    }

    @Test
    void whatAShapeDoesNotUseIsNotRefused() {
        assertThatCode(() -> COSINE.make(0.5, 1, Double.NaN, Double.NaN)).doesNotThrowAnyException();
        assertThatCode(() -> TRIANGLE.make(0.5, 1, Double.NaN, 0.01)).doesNotThrowAnyException();
    }

    @Test
    void thePlaneNeedsALength() {
        assertThat(new Flat(S).peakHeight()).isZero();
        refuses(() -> new Flat(0), SEPARATION, "0.0 m", "above 0.0 m");
    }

    private static void refuses(ThrowingCallable call, String quantity, String value, String bound) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageStartingWith(quantity + " is " + value + " but must be ")
                .hasMessageContaining(bound)
                .hasMessageContaining(". Maybe ");
    }
}
