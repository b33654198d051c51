package org.critscape.solver.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.Operation;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Polarity;
import org.junit.jupiter.api.Test;

/**
 * Tutorial 3: where and when a dendrite starts on an egg-box.
 *
 * <p>Every point of the interface has a flaw. It is filled by the local current k I and pressed by the lithium around it,
 * so it grows at the geometrical current density I where
 *
 * <pre>
 *   G (k I)^(1/n) + p_stack + K_t Π σ1 I^(1/n) = p_c
 * </pre>
 *
 * with G from the flat interface, see {@link FlatInterfaceTest}, and k, Π from {@link EggBoxTest}. The least I of all
 * points is the critical current of the interface, its place the initiation site. Both terms on the left matter: a
 * contour pays where its area lowers k by more than its bend raises Π.
 *
 * <p>The criterion is a reconstruction and several material values are assumed: read enhancements and trends, not
 * absolute currents.
 *
 * <p>To go on: shorten the flaw, which makes p_c large and the pressure of the contour small beside it.
 */
class DendriteOnsetTest {
    private static final double SEPARATION = 150e-6;

    private record Onset(CellSolution solution, CaseFields.InterfaceMap map) {}

    /** H 40 µm, S 150 µm: Li | Li6PS5Cl at 25 °C. */
    private static Onset eggBox(NotchFactor notch, double stackPressure) {
        MaterialPreset material = MaterialPreset.LI6PS5CL;
        DesignCase cell = new DesignCase(
                new EggBox(EggBox.Form.PRODUCT, 40e-6, SEPARATION, Polarity.LITHIUM),
                material.electrolyte(),
                material.kinetics(),
                material.lithium(),
                new Flaw(1e-6, notch, 10),
                new Operation(298.15, stackPressure),
                SolverSettings.DEFAULT);
        List<CaseFields> fields = new ArrayList<>();
        CaseOutcome outcome = new CellSolver().solve(cell, fields::add);
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return new Onset(
                ((CaseOutcome.Solved) outcome).solution(), fields.get(0).map());
    }

    /** Step 1: the criterion, point by point, and the weakest of them. */
    @Test
    void weakestPointDecides() {
        Onset onset = eggBox(NotchFactor.NONE, 7e6);
        CaseFields.InterfaceMap map = onset.map();
        int weakest = 0;
        for (int i = 0; i < map.x().length; i++) {
            weakest = map.localCriticalCurrent()[i] < map.localCriticalCurrent()[weakest] ? i : weakest;
        }
        double critical = onset.solution().criticalCurrent();
        assertThat(map.localCriticalCurrent()[weakest]).isCloseTo(critical, within(1e-9));
        // The site is the tip of the lithium, or next to it: there both current and pressure are highest.
        double distance = Math.sqrt(map.x()[weakest] * map.x()[weakest] + map.y()[weakest] * map.y()[weakest]);
        double toNextTip = Math.sqrt(0.5) * SEPARATION;
        assertThat(Math.min(distance, Math.abs(distance - toNextTip))).isLessThan(0.05 * SEPARATION);
        // The troughs would withstand far more.
        assertThat(Arrays.stream(map.margin()).max().orElseThrow()).isGreaterThan(1.3);
    }

    /** Step 2: the formula above, by hand at the weakest point, gives the same current. */
    @Test
    void criterionCanBeCheckedByHand() {
        Onset onset = eggBox(NotchFactor.NONE, 7e6);
        CaseFields.InterfaceMap map = onset.map();
        MaterialPreset material = MaterialPreset.LI6PS5CL;
        double n = material.lithium().creepExponent();
        double withstands = new Flaw(1e-6, NotchFactor.NONE, 10)
                .fracturePressure(material.electrolyte().fractureToughness());
        double flawResistance = (withstands - 7e6) / Math.pow(10, 1 / n);
        for (int i = 0; i < map.x().length; i += 97) {
            double perRoot = map.excessPressure()[i] / Math.pow(10, 1 / n);
            double byHand = Math.pow(
                    (withstands - 7e6) / (flawResistance * Math.pow(map.currentRatio()[i], 1 / n) + perRoot), n);
            assertThat(map.localCriticalCurrent()[i]).isCloseTo(byHand, within(1e-8 * byHand));
        }
    }

    /** Step 3: stack pressure lowers the critical current of flat and contoured cells alike, by the same factor. */
    @Test
    void stackPressureDoesNotChangeTheGain() {
        CellSolution usual = eggBox(NotchFactor.NONE, 7e6).solution();
        CellSolution pressed = eggBox(NotchFactor.NONE, 20e6).solution();
        assertThat(pressed.criticalCurrent()).isLessThan(0.5 * usual.criticalCurrent());
        assertThat(pressed.enhancement()).isCloseTo(usual.enhancement(), within(1e-12));
        // Beyond the fracture pressure of the flaw, about 116 MPa, dendrites grow at any current.
        Onset crushed = eggBox(NotchFactor.NONE, 130e6);
        assertThat(crushed.solution().criticalCurrent()).isZero();
        assertThat(crushed.solution().warning()).contains("stack pressure alone");
    }

    /** Step 4: a trough of the electrolyte concentrates stress like a notch (option inglis), which costs current. */
    @Test
    void notchCostsCurrent() {
        CellSolution plain = eggBox(NotchFactor.NONE, 7e6).solution();
        CellSolution notched = eggBox(NotchFactor.INGLIS, 7e6).solution();
        assertThat(notched.criticalCurrent()).isLessThan(plain.criticalCurrent());
        // K_t = 1 + 2 √(H/ρ) at the tip, ρ from the formula of the surface: Π counts that much more.
        double curvature = 2 * Math.PI * Math.PI * 40e-6 / SEPARATION / SEPARATION;
        assertThat(NotchFactor.INGLIS.factor(curvature, 40e-6)).isBetween(3.3, 3.5);
        // The fields are the same up to their meshes, which are refined for the critical current.
        assertThat(notched.pressureFunctionMax())
                .isCloseTo(plain.pressureFunctionMax(), within(0.02 * plain.pressureFunctionMax()));
        assertThat(notched.currentRatioMax()).isCloseTo(plain.currentRatioMax(), within(1e-12));
    }
}
