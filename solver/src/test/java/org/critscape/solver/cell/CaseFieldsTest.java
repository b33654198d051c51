package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.critscape.solver.cell.CaseFields.ElectrolyteField;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.critscape.solver.cell.CaseFields.LithiumField;
import org.critscape.solver.cell.CaseFields.RegularMap;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.quantity.PhysicalConstants;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SampleMaps;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFieldsTest {
    private static final double S = 150e-6;
    private static final double H = 50e-6;
    private static final double ROUND_OFF = 1e-12;
    private static final double RESISTANCE = 1.5e-3;
    private static final double CONDUCTIVITY =
            MaterialPreset.LI6PS5CL.electrolyte().conductivity();
    private static final Kinetics LINEAR = new Kinetics.Linear(RESISTANCE, 41.5e3);

    private record Solved(CellSolution solution, CaseFields fields) {}

    private static DesignCase input(Topography topography, Kinetics kinetics, NotchFactor notch, double flatCritical) {
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        return new DesignCase(
                topography,
                preset.electrolyte(),
                kinetics,
                preset.lithium(),
                new Flaw(1e-6, notch, flatCritical),
                new Operation(298.15, 7e6),
                SolverSettings.DEFAULT);
    }

    private static Solved solve(Topography topography, Kinetics kinetics, NotchFactor notch, double flatCritical) {
        DesignCase input = input(topography, kinetics, notch, flatCritical);
        List<CaseFields> received = new ArrayList<>();
        CaseOutcome outcome = new CellSolver().solve(input, received::add);
        assertThat(received).hasSize(1);
        return new Solved(((CaseOutcome.Solved) outcome).solution(), received.get(0));
    }

    private static Solved solve(Topography topography) {
        return solve(topography, LINEAR, NotchFactor.NONE, 10);
    }

    /** The map's extremes are the row's, to round-off: it has all places that the row was computed from. */
    private static void assertIsTheMapOf(InterfaceMap map, CellSolution solution) {
        assertEqual(max(map.currentRatio()), solution.currentRatioMax());
        assertEqual(min(map.currentRatio()), solution.currentRatioMin());
        assertEqual(max(map.pressureFunction()), solution.pressureFunctionMax());
        assertEqual(max(map.excessPressure()), solution.excessPressureMax());
        assertEqual(min(map.localCriticalCurrent()), solution.criticalCurrent());
        assertEqual(min(map.margin()), 1);
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < map.x().length; i++) {
            if (map.margin()[i] < 1 + ROUND_OFF) {
                distances.add(apart(map.x()[i], solution.siteX()) + apart(map.y()[i], solution.siteY()));
            }
        }
        assertThat(Collections.min(distances)).isLessThan(1e-12 * S);
    }

    private static void assertEqual(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUND_OFF * Math.abs(expected)));
    }

    /** Distance modulo the period. */
    private static double apart(double a, double b) {
        return Math.abs(a - b - S * Math.rint((a - b) / S));
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    /** By formula: an unfolding that turned, shifted or mirrored wrongly would put heights where they are not. */
    private static void assertHeights(InterfaceMap map, DoubleBinaryOperator height) {
        for (int i = 0; i < map.x().length; i++) {
            assertThat(map.height()[i]).isCloseTo(height.applyAsDouble(map.x()[i], map.y()[i]), within(1e-12 * S));
            assertThat(Math.max(Math.abs(map.x()[i]), Math.abs(map.y()[i]))).isLessThanOrEqualTo(S / 2);
        }
    }

    /** The grid has the heights of the formula [m], and at the tip, one of its points, the fields of the map. */
    private static void assertRegular(Solved solved, DoubleBinaryOperator height) {
        int points = 24;
        RegularMap regular = solved.fields().regular().apply(points);
        assertThat(regular.height()).hasSize(points * points);
        for (int row = 0; row < points; row++) {
            for (int column = 0; column < points; column++) {
                double x = S * ((double) column / points - 0.5), y = S * ((double) row / points - 0.5);
                assertThat(S * regular.height()[points * row + column])
                        .isCloseTo(height.applyAsDouble(x, y), within(1e-9 * S));
            }
        }
        InterfaceMap map = solved.fields().map();
        assertEqual(max(regular.currentRatio()), max(map.currentRatio()));
        double tip = solved.solution().pressureFunctionTip();
        assertThat(Arrays.stream(regular.pressureFunction())
                        .map(pressure -> Math.abs(pressure - tip))
                        .min())
                .hasValueCloseTo(0.0, within(ROUND_OFF * tip));
        assertThat(min(regular.currentRatio())).isGreaterThanOrEqualTo(min(map.currentRatio()) - 1e-6);
    }

    /** Each place once, and with it its image under a symmetry of the surface, where the fields are the same. */
    private static void assertWhole(InterfaceMap map, Image... symmetries) {
        TreeMap<List<Long>, Integer> places = new TreeMap<>(
                java.util.Comparator.<List<Long>>comparingLong(p -> p.get(0)).thenComparingLong(p -> p.get(1)));
        for (int i = 0; i < map.x().length; i++) {
            assertThat(places.put(place(map.x()[i], map.y()[i]), i)).isNull();
        }
        for (Image symmetry : symmetries) {
            for (int i = 0; i < map.x().length; i++) {
                double[] image = symmetry.of(map.x()[i], map.y()[i]);
                int other = places.getOrDefault(place(wrapped(image[0]), wrapped(image[1])), -1);
                assertThat(other).isNotNegative();
                assertThat(map.currentRatio()[other]).isEqualTo(map.currentRatio()[i]);
                assertThat(map.margin()[other]).isEqualTo(map.margin()[i]);
            }
        }
    }

    @FunctionalInterface
    private interface Image {
        double[] of(double x, double y);
    }

    /** Rounded to 1e-7 S, far below the distance of any two points. */
    private static List<Long> place(double x, double y) {
        return List.of(Math.round(x / S * 1e7), Math.round(y / S * 1e7));
    }

    private static double wrapped(double x) {
        double rest = x - S * Math.rint(x / S);
        return Math.abs(Math.abs(rest) - S / 2) < 1e-9 * S ? -S / 2 : rest;
    }

    @Test
    void askingForFieldsChangesNoNumber() {
        DesignCase input = input(new EggBox(Form.PRODUCT, H, S, Polarity.LITHIUM), LINEAR, NotchFactor.NONE, 10);
        assertThat(new CellSolver().solve(input, fields -> {})).isEqualTo(new CellSolver().solve(input));
    }

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void turnedEggBoxIsUnfolded(Polarity polarity) {
        Solved solved = solve(new EggBox(Form.PRODUCT, H, S, polarity), LINEAR, NotchFactor.INGLIS, 10);
        double amplitude = (polarity == Polarity.LITHIUM ? 1 : -1) * H / 2;
        double a = 2 * Math.PI / S;
        InterfaceMap map = solved.fields().map();
        assertIsTheMapOf(map, solved.solution());
        assertHeights(map, (x, y) -> amplitude * Math.cos(a * x) * Math.cos(a * y));
        assertRegular(solved, (x, y) -> amplitude * Math.cos(a * x) * Math.cos(a * y));
        assertWhole(map, (x, y) -> new double[] {-x, y}, (x, y) -> new double[] {y, x}, (x, y) ->
                new double[] {x + S / 2, y + S / 2});
    }

    @Test
    void reversedEggBoxOfSumsIsUnfolded() {
        Solved solved = solve(new EggBox(Form.SUM, H, S, Polarity.ELECTROLYTE));
        double a = 2 * Math.PI / S;
        InterfaceMap map = solved.fields().map();
        assertIsTheMapOf(map, solved.solution());
        assertHeights(map, (x, y) -> -H / 4 * (Math.cos(a * x) + Math.cos(a * y)));
        assertRegular(solved, (x, y) -> -H / 4 * (Math.cos(a * x) + Math.cos(a * y)));
        assertWhole(map, (x, y) -> new double[] {-x, y}, (x, y) -> new double[] {-y, x});
    }

    @Test
    void ridgeIsUnfoldedAndConstantAlongY() {
        Solved solved = solve(new Ridge(Ridge.Profile.COSINE, H, S, 0, 0, Polarity.ELECTROLYTE));
        InterfaceMap map = solved.fields().map();
        assertHeights(map, (x, y) -> -H / 2 * Math.cos(2 * Math.PI * x / S));
        assertRegular(solved, (x, y) -> -H / 2 * Math.cos(2 * Math.PI * x / S));
        assertWhole(map, (x, y) -> new double[] {-x, y}, (x, y) -> new double[] {x, y + S / 16});
        assertIsTheMapOf(map, solved.solution());
        assertFieldsAgree(solved);
    }

    @Test
    void heightMapIsWholeAsItIs() {
        HeightMap unit = SampleMaps.eggBoxMap(Form.SUM, 0.3, 8, 0.3, 0.9);
        HeightMap scaled = new HeightMap(unit.samples(), unit.heightScale() * S, S, 0.01 * S, Polarity.LITHIUM);
        Solved solved = solve(scaled);
        DoubleBinaryOperator height = SampleMaps.eggBox(Form.SUM, 0.3, 0.3, 0.9);
        InterfaceMap map = solved.fields().map();
        assertIsTheMapOf(map, solved.solution());
        for (int i = 0; i < map.x().length; i++) {
            assertThat(map.height()[i])
                    .isCloseTo(S * height.applyAsDouble(map.x()[i] / S, map.y()[i] / S), within(1e-9 * S));
        }
        assertWhole(map);
        assertFieldsAgree(solved);
    }

    /** What the laws of the interface say of both sides, point by point. */
    private static void assertFieldsAgree(Solved solved) {
        InterfaceMap map = solved.fields().map();
        ElectrolyteField electrolyte = solved.fields().electrolyte();
        LithiumField lithium = Objects.requireNonNull(solved.fields().lithium());
        double[] top = extremes(electrolyte.grid().points());
        for (int i = 0; i < electrolyte.potential().length; i++) {
            if (electrolyte.grid().points()[3 * i + 2] == top[1]) {
                assertThat(electrolyte.currentDensity()[3 * i + 2]).isCloseTo(-10, within(0.05));
            }
        }
        // The potential rises from R i at the interface; its least value is there.
        assertThat(min(electrolyte.potential()))
                .isCloseTo(RESISTANCE * 10 * min(map.currentRatio()), within(1e-4 * RESISTANCE * 10));
        double plating = 1.3e-5 / PhysicalConstants.FARADAY * 10;
        double[] bottom = extremes(lithium.grid().points());
        for (int i = 0; i < lithium.strainRate().length; i++) {
            if (lithium.grid().points()[3 * i + 2] == bottom[0]) {
                assertThat(lithium.velocity()[3 * i + 2]).isCloseTo(-plating, within(0.03 * plating));
            }
        }
        for (int i = 0; i < lithium.strainRate().length; i++) {
            // Nothing of the lithium stands higher than its tip.
            if (lithium.grid().points()[3 * i + 2] == bottom[1]) {
                CellSolution solution = solved.solution();
                double tip =
                        solution.excessPressureMax() / solution.pressureFunctionMax() * solution.pressureFunctionTip();
                assertEqual(lithium.excessPressure()[i], tip);
            }
        }
        assertThat(min(lithium.strainRate())).isNotNegative();
        assertThat(max(lithium.strainRate())).isGreaterThan(plating / S);
    }

    /** Least and largest z. */
    private static double[] extremes(double[] points) {
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (int i = 2; i < points.length; i += 3) {
            low = Math.min(low, points[i]);
            high = Math.max(high, points[i]);
        }
        return new double[] {low, high};
    }

    /** Vectors must turn with the frame: current leaves the interface of the egg-box along its normal in primary cells. */
    @Test
    void vectorsAreInTheFrameOfTheTopography() {
        Solved solved =
                solve(new EggBox(Form.PRODUCT, H, S, Polarity.LITHIUM), new Kinetics.Primary(), NotchFactor.NONE, 10);
        ElectrolyteField field = solved.fields().electrolyte();
        double a = 2 * Math.PI / S;
        int onInterface = 0;
        for (int i = 0; i < field.potential().length; i++) {
            double x = field.grid().points()[3 * i], y = field.grid().points()[3 * i + 1];
            double height = H / 2 * Math.cos(a * x) * Math.cos(a * y);
            if (Math.abs(field.grid().points()[3 * i + 2] - height) < 1e-12) {
                onInterface++;
                double slopeX = -a * H / 2 * Math.sin(a * x) * Math.cos(a * y);
                double slopeY = -a * H / 2 * Math.cos(a * x) * Math.sin(a * y);
                double down = field.currentDensity()[3 * i + 2];
                assertThat(field.potential()[i]).isCloseTo(0, within(1e-15));
                assertThat(field.currentDensity()[3 * i]).isCloseTo(-slopeX * down, within(0.1));
                assertThat(field.currentDensity()[3 * i + 1]).isCloseTo(-slopeY * down, within(0.1));
            }
        }
        assertThat(onInterface).isGreaterThan(50);
    }

    /** Far from linear, the current at the critical current is another one than at 10 A/m²; the map knows both. */
    @Test
    void mapHasTheFieldsAtTheCriticalCurrent() {
        Kinetics kinetics = new Kinetics.PressureCoupled(new Kinetics.ButlerVolmer(RESISTANCE, 41.5e3, 0.5), 0.5);
        Topography ridge = new Ridge(Ridge.Profile.COSINE, H, S, 0, 0, Polarity.LITHIUM);
        Solved solved = solve(ridge, kinetics, NotchFactor.NONE, 400);
        InterfaceMap map = solved.fields().map();
        double critical = solved.solution().criticalCurrent();
        assertThat(min(map.localCriticalCurrent())).isEqualTo(critical);
        assertThat(max(map.currentRatio())).isEqualTo(solved.solution().currentRatioMax());
        assertThat(max(map.currentAtCritical()) / critical)
                .isGreaterThan(solved.solution().currentRatioMax() + 1e-3);

        double[] turns = solved.fields().couplingTurns();
        assertThat(turns).hasSizeGreaterThan(2);
        assertThat(turns[turns.length - 1] / turns[0] - 1)
                .isEqualTo(solved.solution().pressureCouplingChange());
        assertThat(turns[turns.length - 1]).isCloseTo(turns[turns.length - 2], within(1e-4));
    }

    @Test
    void planeIsAnalytic() {
        Solved solved = solve(new Flat(S));
        assertThat(solved.fields().couplingTurns()).isEmpty();
        InterfaceMap map = solved.fields().map();
        assertThat(map.x()).hasSize(17 * 17).contains(0, S / 2, -S / 2);
        assertThat(map.margin()).containsOnly(1);
        RegularMap regular = solved.fields().regular().apply(3);
        assertThat(regular.height()).hasSize(9).containsOnly(0);
        assertThat(max(regular.currentRatio())).isCloseTo(1, within(ROUND_OFF));
        assertThat(min(regular.currentRatio())).isCloseTo(1, within(ROUND_OFF));
        assertThat(regular.pressureFunction()).containsOnly(0);
        assertThat(map.currentAtCritical()).containsOnly(solved.solution().criticalCurrent());
        ElectrolyteField electrolyte = solved.fields().electrolyte();
        for (int i = 0; i < electrolyte.potential().length; i++) {
            double z = electrolyte.grid().points()[3 * i + 2];
            assertThat(electrolyte.potential()[i]).isCloseTo(10 * (RESISTANCE + z / CONDUCTIVITY), within(1e-12));
        }
        LithiumField lithium = Objects.requireNonNull(solved.fields().lithium());
        assertThat(lithium.excessPressure()).containsOnly(0);
        assertThat(lithium.strainRate()).containsOnly(0);
    }

    /** The stack pressure alone grows flaws: no margin, and no division by it either. */
    @Test
    void whereAnyCurrentGrowsFlawsNoneIsLeft() {
        DesignCase input = input(new Flat(S), LINEAR, NotchFactor.NONE, 10);
        DesignCase pressed = new DesignCase(
                input.topography(),
                input.electrolyte(),
                input.kinetics(),
                input.lithium(),
                input.flaw(),
                new Operation(298.15, 500e6),
                input.settings());
        List<CaseFields> received = new ArrayList<>();
        new CellSolver().solve(pressed, received::add);
        assertThat(received.get(0).map().localCriticalCurrent()).containsOnly(0);
        assertThat(received.get(0).map().margin()).containsOnly(Double.NaN);
    }
}
