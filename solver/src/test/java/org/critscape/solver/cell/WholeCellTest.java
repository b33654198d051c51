package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.RoughSurface.Spectrum;
import org.critscape.solver.topography.SampleMaps;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periodic cells against cells between mirrors, of one and the same surface, and against themselves moved and turned. */
class WholeCellTest {
    private static final double HEIGHT = 0.2;

    private static FundamentalCell mirrored(Form form) {
        return new EggBox(form, HEIGHT, 1, Polarity.LITHIUM).fundamentalCell();
    }

    private static FundamentalCell whole(Form form, double x0, double y0) {
        return SampleMaps.eggBoxMap(form, HEIGHT, 8, x0, y0).fundamentalCell();
    }

    private static CurrentDistribution current(FundamentalCell cell, int order, double wagnerNumber) throws Exception {
        return new CurrentSolver(MeshPlan.potential().above(cell), order, wagnerNumber).solve();
    }

    private static double least(CurrentDistribution current) {
        return Arrays.stream(current.ratio().nodal()).min().orElseThrow();
    }

    /** The meshes differ, so what is left is their error: below 2e-4 in the maximum by the reference cases. */
    @ParameterizedTest
    @CsvSource({"PRODUCT, 0, 0.3, 0.6", "PRODUCT, 2, 0, 0", "SUM, 0, 0, 0", "SUM, 0.3, 0.11, 0.47"})
    void currentIsThatBetweenMirrors(Form form, double wagnerNumber, double x0, double y0) throws Exception {
        CurrentDistribution mirrored = current(mirrored(form), 6, wagnerNumber);
        CurrentDistribution whole = current(whole(form, x0, y0), 6, wagnerNumber);
        assertThat(whole.largestRatio()).isCloseTo(mirrored.largestRatio(), within(3e-4));
        assertThat(least(whole)).isCloseTo(least(mirrored), within(1e-3));
        assertThat(whole.areaRatio()).isCloseTo(mirrored.areaRatio(), within(1e-8));
        assertThat(whole.meanRatio()).isCloseTo(1, within(1e-10));
    }

    /** One surface, moved by a part of its period, turned by 90° or reflected, is solved to the same values. */
    @Test
    void aRoughSurfaceMayBeMovedTurnedAndReflected() throws Exception {
        FundamentalCell cell =
                new RoughSurface(Spectrum.GAUSSIAN, 0.04, 0.4, 0, 0, 1, 5, Polarity.LITHIUM).fundamentalCell();
        int side = 24;
        HeightMap straight = new HeightMap(
                SampleMaps.sample(side, (x, y) -> cell.surface().at(x, y).height()), 1, 1, 0.01, Polarity.LITHIUM);
        HeightMap changed = new HeightMap(
                SampleMaps.sample(
                        side, (x, y) -> cell.surface().at(y + 0.3, 0.77 - x).height()),
                1,
                1,
                0.01,
                Polarity.LITHIUM);
        CurrentDistribution first = current(straight.fundamentalCell(), 5, 0.5);
        CurrentDistribution second = current(changed.fundamentalCell(), 5, 0.5);
        assertThat(second.largestRatio()).isCloseTo(first.largestRatio(), within(2e-4));
        assertThat(second.areaRatio()).isCloseTo(first.areaRatio(), within(1e-7));
        FundamentalCell turned = changed.fundamentalCell();
        assertThat(turned.relief().highest())
                .isCloseTo(straight.fundamentalCell().relief().highest(), within(1e-12));
    }

    private static CreepFlow flow(FundamentalCell cell, double exponent, InterfaceField current) throws Exception {
        return new CreepSolver(MeshPlan.creep(cell).refined(1).below(cell), 3, exponent, 0.02, 1e-6, 100)
                .solve(current);
    }

    /** Π at the tip to the accuracy of these meshes: 1 % of Stokes flow, 4 % at n = 6.6. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0.01", "6.6, 0.3, 0.55, 0.04"})
    void creepIsThatBetweenMirrors(double exponent, double x0, double y0, double tolerance) throws Exception {
        FundamentalCell mirrored = mirrored(Form.SUM), whole = whole(Form.SUM, x0, y0);
        CreepFlow expected = flow(mirrored, exponent, current(mirrored, 6, 2).ratio());
        CreepFlow flow = flow(whole, exponent, current(whole, 6, 2).ratio());
        double tip = expected.pressure().at(0, 0);
        assertThat(flow.pressure().at(0, 0)).isCloseTo(tip, within(tolerance * tip));
        assertThat(Arrays.stream(flow.pressure().nodal()).max().orElseThrow()).isCloseTo(tip, within(tolerance * tip));
        assertThat(flow.inflow()).isCloseTo(1, within(1e-4));
        assertThat(flow.outflow()).isCloseTo(flow.inflow(), within(1e-8));
    }

    /** The whole solver, coarse: the tip is where the map has it, and all numbers are near those between mirrors. */
    @Test
    void aMapIsACaseLikeAnyOther() {
        double separation = 150e-6;
        HeightMap unit = SampleMaps.eggBoxMap(Form.SUM, HEIGHT, 8, 0.25, 0.625);
        CellSolution map = solve(new HeightMap(
                unit.samples(), separation * unit.heightScale(), separation, 0.01 * separation, Polarity.LITHIUM));
        CellSolution eggBox = solve(new EggBox(Form.SUM, HEIGHT * separation, separation, Polarity.LITHIUM));
        assertThat(map.siteX()).isCloseTo(0.25 * separation, within(1e-9 * separation));
        assertThat(map.siteY()).isCloseTo((0.625 - 1) * separation, within(1e-9 * separation));
        assertThat(map.filteredPeakHeight()).isCloseTo(HEIGHT * separation, within(1e-12 * separation));
        assertThat(map.currentRatioMax()).isCloseTo(eggBox.currentRatioMax(), within(3e-3));
        assertThat(map.pressureFunctionTip()).isEqualTo(map.pressureFunctionMax());
        assertThat(map.pressureFunctionMax())
                .isCloseTo(eggBox.pressureFunctionMax(), within(0.03 * eggBox.pressureFunctionMax()));
        assertThat(map.warning()).isEmpty();
    }

    @Test
    void aMapWhoseSidesDoNotMatchIsPointedOut() {
        double separation = 150e-6;
        HeightMap tilted = new HeightMap(
                SampleMaps.sample(12, (x, y) -> x + 0.1 * StrictMath.cos(2 * Math.PI * y)),
                0.05 * separation,
                separation,
                0.12 * separation,
                Polarity.LITHIUM);
        assertThat(solve(tilted).warning()).contains("Opposite sides", "mirror it");
    }

    private static CellSolution solve(Topography topography) {
        CaseOutcome outcome = new CellSolver().solve(designCase(topography));
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    private static DesignCase designCase(Topography topography) {
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                new Kinetics.Linear(1.5e-3, 41.5e3),
                new Lithium(1.3e-5, 1, 2e5, 37e3),
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(298.15, 7e6),
                new SolverSettings(4, 3, 0.02, 1e-6, 100, 0.01, 0.05, 24_000));
    }

    @Test
    void whatWouldNotFitIsRefusedBeforeItIsSolved() {
        Topography fine = new RoughSurface(Spectrum.GAUSSIAN, 0.01, 0.11, 0, 0, 1, 1, Polarity.LITHIUM);
        assertThatThrownBy(() -> WholeCellLimit.require(fine, SolverSettings.DEFAULT, LithiumModel.POWER_LAW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 34000 where solver.largest-unknowns is 100000")
                .hasMessageContaining("Maybe set solver.largest-unknowns = ");
        Topography coarse = SampleMaps.eggBoxMap(Form.SUM, HEIGHT, 8, 0, 0);
        WholeCellLimit.require(coarse, SolverSettings.DEFAULT, LithiumModel.POWER_LAW);
        SolverSettings high = new SolverSettings(6, 8, 0.02, 1e-6, 100, 0.01, 0.05, 24_000);
        assertThatThrownBy(() -> WholeCellLimit.require(coarse, high, LithiumModel.POWER_LAW))
                .hasMessageContaining("creep flow")
                .hasMessageContaining("solver.largest-unknowns");
        WholeCellLimit.require(new EggBox(Form.SUM, HEIGHT, 1, Polarity.LITHIUM), high, LithiumModel.POWER_LAW);
        double separation = 150e-6;
        DesignCase rejected = designCase(new RoughSurface(
                Spectrum.GAUSSIAN, 0.01 * separation, 0.11 * separation, 0, 0, separation, 1, Polarity.LITHIUM));
        assertThatThrownBy(() -> CellSolver.requireCovered(rejected)).isInstanceOf(InvalidInputException.class);
        assertThat(new CellSolver().solve(rejected)).isInstanceOf(CaseOutcome.Rejected.class);
    }
}
