package org.critscape.solver.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Surface;
import org.junit.jupiter.api.Test;

/**
 * Tutorial 2: current and creep of an egg-box, step by step with the solvers themselves.
 *
 * <p>The surface is h = (H/2) cos(2πx/S) cos(2πy/S), lithium below, electrolyte above. All lengths are taken by the peak
 * separation S, and only two more numbers matter for the current and one for the creep:
 *
 * <pre>
 *   H/S             steepness
 *   λ = κ R_ct/S    Wagner number: interfacial resistance by that of a period of electrolyte
 *   n               creep exponent of the lithium, 6.6
 * </pre>
 *
 * What comes out are two fields over the interface: the current ratio k = i/i_geo, and the pressure function Π, with
 * which the excess pressure is Δp = Π σ0, σ0 = (v0/(S C))^(1/n), v0 = Ω i_geo/F.
 *
 * <p>To go on: change {@link #STEEPNESS} to 1/2 and see the tip take less current than the average, since the interface
 * resists and its slopes offer more area, but twice the pressure.
 */
class EggBoxTest {
    private static final double STEEPNESS = 1.0 / 6;
    private static final double WAGNER_NUMBER = 2;
    private static final double CREEP_EXPONENT = 6.6;

    /** Orders of the polynomials that are the default of the program, and of the regularisation at zero rate. */
    private static final int CURRENT_ORDER = 4;

    private static final int CREEP_ORDER = 3;
    private static final double REGULARISATION = 0.02;

    private static FundamentalCell eggBox(double steepness) {
        // Any S will do: only H/S counts.
        double separation = 150e-6;
        return new EggBox(EggBox.Form.PRODUCT, steepness * separation, separation, Polarity.LITHIUM).fundamentalCell();
    }

    private static CurrentDistribution current(FundamentalCell cell, double wagnerNumber) throws NotConvergedException {
        return new CurrentSolver(MeshPlan.potential().above(cell), CURRENT_ORDER, wagnerNumber).solve();
    }

    /** On a mesh once refined: each level divides the element sizes by √2. */
    private static CreepFlow creep(FundamentalCell cell, CurrentDistribution current, double exponent)
            throws NotConvergedException {
        var mesh = MeshPlan.creep(cell).refined(1).below(cell);
        return new CreepSolver(mesh, CREEP_ORDER, exponent, REGULARISATION, 1e-6, 100).solve(current.ratio());
    }

    /** Step 1: the surface. Mirrors cut the period into sixteen triangles, of which one is enough. */
    @Test
    void surfaceIsCutDownToATriangle() {
        FundamentalCell cell = eggBox(STEEPNESS);
        assertThat(cell.footprint()).isEqualTo(FundamentalCell.Footprint.TRIANGLE);
        double area = cell.width() * cell.width() / 2;
        assertThat(16 * area).isCloseTo(1, within(1e-15));
        // The origin is the tip of the lithium, level and most curved; heights have zero mean.
        Surface.Point tip = cell.surface().at(cell.tipX(), cell.tipY());
        assertThat(tip.height()).isCloseTo(STEEPNESS / 2, within(1e-15));
        assertThat(tip.areaFactor()).isEqualTo(1);
        assertThat(tip.protrusionCurvature()).isCloseTo(2 * Math.PI * Math.PI * STEEPNESS, within(1e-12));
    }

    /** Step 2: the current. It crowds at the tip, less so the more the interface resists. */
    @Test
    void currentCrowdsAtTheTip() throws NotConvergedException {
        FundamentalCell cell = eggBox(STEEPNESS);
        CurrentDistribution primary = current(cell, 0);
        CurrentDistribution secondary = current(cell, WAGNER_NUMBER);
        double tip = primary.ratio().at(0, 0);
        assertThat(tip).isCloseTo(primary.largestRatio(), within(1e-12)).isGreaterThan(1.5);
        // Here resistance wins: even the tip takes less than the geometrical current density, over 6.6 % more area.
        assertThat(secondary.largestRatio()).isBetween(1 / secondary.areaRatio(), 1.0);
        // An independent finite-element code found this.
        assertThat(secondary.largestRatio()).isCloseTo(0.97929, within(2e-4));
        // All that passes the electrolyte passes the interface.
        assertThat(secondary.meanRatio()).isCloseTo(1, within(1e-9));
    }

    /** Step 2, checked by hand: for small heights k − 1 = k_e A/(1 + k_e λ) at the tip, A = H/2, k_e = √2 · 2π/S. */
    @Test
    void smallHeightsFollowTheFormulaForTheCurrent() throws NotConvergedException {
        double steepness = 1e-3;
        double waveNumber = Math.sqrt(2) * 2 * Math.PI;
        double expected = waveNumber * steepness / 2 / (1 + waveNumber * WAGNER_NUMBER);
        double found = current(eggBox(steepness), WAGNER_NUMBER).largestRatio() - 1;
        assertThat(found).isCloseTo(expected, within(0.02 * expected));
    }

    /**
     * Step 3: the creep. Plated lithium moves along the normal, so below a tip it converges and must be squeezed away.
     * The formula for small heights and n = 1: Π = ⅔ k_e (k_e A + k − 1) at the tip. The first term is the slope's, along
     * which lithium is plated sideways, the second the crowded current's.
     */
    @Test
    void smallHeightsFollowTheFormulaForTheCreep() throws NotConvergedException {
        double steepness = 1e-3;
        FundamentalCell cell = eggBox(steepness);
        CreepFlow flow = creep(cell, current(cell, WAGNER_NUMBER), 1);
        double waveNumber = Math.sqrt(2) * 2 * Math.PI;
        double sideways = waveNumber * steepness / 2;
        double expected = 2.0 / 3 * waveNumber * (sideways + sideways / (1 + waveNumber * WAGNER_NUMBER));
        assertThat(flow.pressure().at(0, 0)).isCloseTo(expected, within(0.02 * expected));
    }

    /** Step 3 at the real exponent: Π at the tip is 2.63 by the independent code, whose own uncertainty is 2 %. */
    @Test
    void creepPressesMostAtTheTip() throws NotConvergedException {
        FundamentalCell cell = eggBox(STEEPNESS);
        CreepFlow flow = creep(cell, current(cell, WAGNER_NUMBER), CREEP_EXPONENT);
        double atTip = flow.pressure().at(0, 0);
        double atTrough = flow.pressure().at(cell.width(), 1);
        assertThat(atTip).isCloseTo(2.6304, within(0.06 * 2.6304));
        // Where the electrolyte protrudes, lithium moves apart and sucks.
        assertThat(atTrough).isNegative();
        // What is plated is taken up, and leaves below.
        assertThat(flow.inflow()).isCloseTo(1, within(2e-3));
        assertThat(flow.outflow()).isCloseTo(flow.inflow(), within(1e-6));
    }
}
