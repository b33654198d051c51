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

    private static HeightSamples samples(double... heights) {
        return SampleMaps.sample(4, (x, y) -> heights[(int) (4 * x) % heights.length]);
    }

    @Test
    void mapsAreSquareFiniteAndOfALimitedSize() {
        refuses(() -> new HeightSamples(new double[3][3]), "samples along a side of the height map", "3.0", "1024.0");
        refuses(
                () -> new HeightSamples(new double[1025][1]),
                "samples along a side of the height map",
                "1025.0",
                "4.0");
        refuses(() -> new HeightSamples(new double[4][5]), "row 1 of the height map", "5 samples long", "square");
        double[][] holed = new double[4][4];
        holed[2][1] = Double.NaN;
        refuses(() -> new HeightSamples(holed), "height in row 3, column 2", "NaN", "finite");
    }

    @Test
    void mapsRefuseImpossibleLengths() {
        HeightSamples wave = samples(0, 1);
        refuses(() -> new HeightMap(wave, 0, S, 0.05 * S, Polarity.LITHIUM), "height scale", "0.0 m", "above 0.0 m");
        refuses(
                () -> new HeightMap(samples(2), 1e-6, S, 0.05 * S, Polarity.LITHIUM),
                "peak height of the height map by its period",
                "0.0 (",
                "between 0.001");
        refuses(() -> new HeightMap(wave, 1e-5, -1, 0.05 * S, Polarity.LITHIUM), SEPARATION, "-1.0 m", "above 0.0 m");
        refuses(
                () -> new HeightMap(wave, 2 * S, S, 0.05 * S, Polarity.LITHIUM),
                "peak height of the height map by its period",
                "2.0 (samples from lowest to highest 1.0, topography.height-scale",
                "1.0");
        refuses(
                () -> new HeightMap(wave, 1e-5, S, 0, Polarity.LITHIUM),
                EDGE,
                "0.0 (topography.edge-resolution",
                "0.15");
    }

    @Test
    void aMapThatItsFilterFlattensIsRefused() {
        HeightMap map = new HeightMap(samples(0, 1), 0.0011, 1, 0.15, Polarity.LITHIUM);
        refuses(map::fundamentalCell, "peak height after filtering by peak separation", "1.", "at least 0.001");
    }

    @Test
    void aSurfaceTooFineForAnyMeshIsRefused() {
        HeightSamples fine = SampleMaps.sample(40, (x, y) -> StrictMath.cos(2 * Math.PI * 10 * x));
        HeightMap map = new HeightMap(fine, 0.01, 1, 0.001, Polarity.LITHIUM);
        refuses(map::fundamentalCell, "finest detail of the surface by its period", "0.0", "at least 0.1");
    }

    @Test
    void aSurfaceTooSteepIsRefused() {
        HeightSamples steep = SampleMaps.sample(12, (x, y) -> StrictMath.cos(2 * Math.PI * 3 * x));
        HeightMap map = new HeightMap(steep, 0.5, 1, 0.01, Polarity.LITHIUM);
        refuses(map::fundamentalCell, "root mean square slope of the surface after filtering", "6.", "2.23");
        SampleMaps.eggBoxMap(EggBox.Form.PRODUCT, 0.99, 8, 0, 0).fundamentalCell();
    }

    private static RoughSurface rough(double rms, double length, double hurst, double edge) {
        return new RoughSurface(RoughSurface.Spectrum.SELF_AFFINE, rms, length, hurst, edge, S, 1, Polarity.LITHIUM);
    }

    @Test
    void roughSurfacesRefuseImpossibleLengths() {
        refuses(() -> rough(0, 0.2 * S, 0.8, 0.05 * S), "RMS height", "0.0 m", "above 0.0 m");
        refuses(
                () -> rough(S, 0.2 * S, 0.8, 0.05 * S),
                "RMS height by peak separation",
                "1.0 (topography.rms-height 1.0E-4 m, topography.peak",
                "0.2");
        refuses(
                () -> rough(1e-6, S, 0.8, 0.05 * S),
                "correlation length by peak separation",
                "1.0 (topography.correlation-length",
                "0.5");
        refuses(() -> rough(1e-6, 0.2 * S, 1.1, 0.05 * S), "Hurst exponent", "1.1", "between 0.1 and 1.0");
        refuses(() -> rough(1e-6, 0.2 * S, 0.8, 0.2 * S), EDGE, "0.2 (topography.edge-resolution", "0.15");
    }

    private static void refuses(ThrowingCallable call, String quantity, String value, String bound) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.quantity()).isEqualTo(quantity))
                .hasMessageStartingWith(quantity + " is " + value)
                .hasMessageContaining(" but must be ")
                .hasMessageContaining(bound)
                .hasMessageContaining(". Maybe ");
    }
}
