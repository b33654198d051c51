package org.critscape.solver.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.junit.jupiter.api.Test;

class StationOutputsTest {
    private static final InterfacePoints POINTS = new InterfacePoints(
            new double[] {0, 0.1, 0.2},
            new double[] {0, 0.05, 0.1},
            new double[] {3, 2, 0.5},
            new double[] {5, 6, -1},
            new double[] {4, 2, 1},
            new double[] {7, 0, -7},
            0);

    /** As if nothing were missed between the stations. */
    private static InterfaceNumbers whole(InterfacePoints points) {
        return InterfaceNumbers.of(points, 1.3, 0.2);
    }

    @Test
    void fieldsComeBack() {
        StationOutputs outputs = new StationOutputs(3, 0);
        double[] coded = outputs.of(POINTS, whole(POINTS));
        assertThat(coded).hasSize(outputs.count());
        InterfacePoints back = outputs.points(coded);
        InterfaceNumbers numbers = outputs.whole(coded, back);
        assertThat(numbers.areaRatio()).isCloseTo(1.3, within(1e-14));
        assertThat(numbers.filteredHeight()).isCloseTo(0.2, within(1e-14));
        assertThat(numbers.currentRatioMin()).isCloseTo(0.5, within(1e-14));
        assertThat(back.currentRatio()).containsExactly(POINTS.currentRatio(), within(1e-14));
        assertThat(back.pressureFunction()).containsExactly(POINTS.pressureFunction(), within(1e-14));
        assertThat(back.normalTraction()).containsExactly(POINTS.normalTraction(), within(1e-14));
        assertThat(back.curvature()).containsExactly(POINTS.curvature());
        LoadCurve curve = LoadCurve.of(6.6, 0.2, Driving.PRESSURE, NotchFactor.NONE, back);
        assertThat(curve.sites()).extracting(LoadCurve.Site::x).containsExactly(0.0, 0.1);
    }

    @Test
    void fieldsComeBackWithoutTheShape() {
        StationOutputs outputs = new StationOutputs(3, 0);
        double[] coded = outputs.of(POINTS, whole(POINTS));
        InterfacePoints whole = outputs.points(coded);
        InterfacePoints fields = outputs.points(Arrays.copyOf(coded, outputs.withoutShape()));
        assertThat(fields.currentRatio()).isEqualTo(whole.currentRatio());
        assertThat(fields.pressureFunction()).isEqualTo(whole.pressureFunction());
        assertThat(fields.normalTraction()).isEqualTo(whole.normalTraction());
        assertThat(fields.x()).containsOnly(0);
    }

    @Test
    void maximaBetweenStationsAreMet() {
        StationOutputs outputs = new StationOutputs(3, 0);
        InterfaceNumbers numbers = new InterfaceNumbers(1.3, 0.2, 3.3, 0.4, 6.5, 4.25);
        double[] coded = outputs.of(POINTS, numbers);
        InterfacePoints raised = outputs.points(coded);
        assertThat(outputs.whole(coded, raised).currentRatioMax()).isCloseTo(3.3, within(1e-13));
        assertThat(outputs.whole(coded, raised).pressureFunctionMax()).isCloseTo(6.5, within(1e-13));
        assertThat(outputs.whole(coded, raised).normalTractionMax()).isCloseTo(4.25, within(1e-13));
        assertThat(StrictMath.exp(outputs.logLargestCurrentRatio(coded))).isCloseTo(3.3, within(1e-13));
        assertThat(outputs.largestStress(coded, Driving.PRESSURE)).isCloseTo(6.5, within(1e-13));
        assertThat(outputs.largestStress(coded, Driving.NORMAL_TRACTION)).isCloseTo(4.25, within(1e-13));
    }

    @Test
    void someStationsAloneAreReadByTheirOwn() {
        StationOutputs all = new StationOutputs(3, 0);
        double[] coded = all.of(POINTS, whole(POINTS));
        int[] chosen = all.only(0, 2);
        InterfacePoints two = new StationOutputs(2, 0)
                .points(Arrays.stream(chosen).mapToDouble(j -> coded[j]).toArray());
        assertThat(two.currentRatio()).containsExactly(new double[] {3, 0.5}, within(1e-14));
        assertThat(two.pressureFunction()).containsExactly(new double[] {5, -1}, within(1e-14));
    }

    @Test
    void currentRatiosBelowNoughtCountAsNearlyNone() {
        InterfacePoints points = new InterfacePoints(
                new double[1], new double[1], new double[] {-1e-3}, new double[] {1}, new double[1], new double[1], 0);
        StationOutputs outputs = new StationOutputs(1, 0);
        assertThat(outputs.points(outputs.of(points, whole(points))).currentRatio()[0])
                .isCloseTo(1e-9, within(1e-15));
    }
}
