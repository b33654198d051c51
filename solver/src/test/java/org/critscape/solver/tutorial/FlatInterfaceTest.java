package org.critscape.solver.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.Operation;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.topography.Flat;
import org.junit.jupiter.api.Test;

/**
 * Tutorial 1: the flat interface, which everything else is compared with.
 *
 * <p>On a plane all fields are known. Current passes evenly, k = i/i_geo = 1, whatever conduction and kinetics are. The
 * plated lithium moves away as a plug, so it does not deform and exerts no pressure, Π = 0. What is left is the flaw:
 * lithium plates on its flanks and must creep out through its mouth, which takes a pressure G i^(1/n). With the stack
 * pressure it opens the flaw where
 *
 * <pre>
 *   p_stack + G I^(1/n) = p_c,   p_c = K_IC / (Y √(πa))
 * </pre>
 *
 * The resistance G of a flaw is not known from first principles: half a nanometre more or less in its width would change
 * everything. So it is calibrated, by the critical current of a flat interface at 298.15 K and 7 MPa that you give.
 *
 * <p>To go on: {@link EggBoxTest}, {@link DendriteOnsetTest}.
 */
class FlatInterfaceTest {
    /** 1 mA/cm², the critical current that we claim for our flat cell [A/m²]. */
    private static final double FLAT_CRITICAL_CURRENT = 10;

    /** Li | Li6PS5Cl, from its preset, with a flaw of 1 µm, at some temperature [K] and stack pressure [Pa]. */
    private static DesignCase flatCell(double temperature, double stackPressure) {
        MaterialPreset material = MaterialPreset.LI6PS5CL;
        return new DesignCase(
                new Flat(150e-6),
                material.electrolyte(),
                material.kinetics(),
                material.lithium(),
                new Flaw(1e-6, NotchFactor.NONE, FLAT_CRITICAL_CURRENT),
                new Operation(temperature, stackPressure),
                SolverSettings.DEFAULT);
    }

    private static CellSolution solve(DesignCase cell) {
        // A case that cannot be solved is a value too, so look before you use it.
        CaseOutcome outcome = new CellSolver().solve(cell);
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    @Test
    void currentIsEvenAndLithiumDoesNotDeform() {
        CellSolution flat = solve(flatCell(298.15, 7e6));
        assertThat(flat.currentRatioMax()).isEqualTo(1);
        assertThat(flat.currentRatioMin()).isEqualTo(1);
        assertThat(flat.excessPressureMax()).isZero();
        assertThat(flat.areaRatio()).isEqualTo(1);
    }

    /** At the reference state the program gives back what calibrated it. */
    @Test
    void criticalCurrentAtTheReferenceStateIsTheCalibration() {
        CellSolution flat = solve(flatCell(298.15, 7e6));
        assertThat(flat.criticalCurrent()).isCloseTo(FLAT_CRITICAL_CURRENT, within(1e-10));
        // Gains are by the flat interface at the same state: the plane itself gains nothing.
        assertThat(flat.enhancement()).isEqualTo(1);
    }

    /**
     * Away from it the formula above predicts. At 10 MPa less pressure is left for the current to build,
     * I = I_ref [(p_c − p_stack)/(p_c − 7 MPa)]^n: with an exponent of 6.6 small changes of pressure matter much.
     */
    @Test
    void stackPressureEatsUpWhatTheFlawWithstands() {
        DesignCase cell = flatCell(298.15, 10e6);
        double withstands = cell.flaw().fracturePressure(cell.electrolyte().fractureToughness());
        double left = (withstands - 10e6) / (withstands - GrowthCriterion.REFERENCE_STACK_PRESSURE);
        double expected = FLAT_CRITICAL_CURRENT * Math.pow(left, cell.lithium().creepExponent());
        assertThat(withstands).isBetween(110e6, 120e6);
        assertThat(solve(cell).criticalCurrent())
                .isCloseTo(expected, within(1e-9))
                .isLessThan(8.5);
    }

    /** Warm lithium creeps out of the flaw more easily: the critical current follows the creep rate, not conduction. */
    @Test
    void warmCellsTakeMoreCurrent() {
        double gasConstant = 8.314462618;
        double creepActivation = 37e3;
        double expected = FLAT_CRITICAL_CURRENT * Math.exp(creepActivation / gasConstant * (1 / 298.15 - 1 / 333.15));
        CellSolution warm = solve(flatCell(333.15, 7e6));
        assertThat(warm.criticalCurrent()).isCloseTo(expected, within(1e-6 * expected));
        // The enhancement is by the flat cell at 60 °C.
        assertThat(warm.enhancement()).isEqualTo(1);
    }
}
