package org.critscape.solver.creep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lithium below a curved wall along which it slips without friction. */
class FreeSlipTest {
    private static CreepFlow solve(Topography topography, Wall wall, double exponent, double contrast)
            throws NotConvergedException {
        return solve(topography, wall, exponent, contrast, 1);
    }

    private static CreepFlow solve(Topography topography, Wall wall, double exponent, double contrast, double scale)
            throws NotConvergedException {
        FundamentalCell cell = topography.fundamentalCell();
        ExtrudedMesh mesh = MeshPlan.creep(cell).refined(2).scaled(scale).below(cell);
        return new CreepSolver(mesh, wall, 3, exponent, 0.02, 1e-8, 100).solve(WallTractionTest.ratio(cell, contrast));
    }

    private static EggBox eggBox(double height) {
        return new EggBox(EggBox.Form.PRODUCT, height, 1, Polarity.LITHIUM);
    }

    private static double tip(CreepFlow flow) {
        return flow.pressure().nodal()[0];
    }

    /** Orders p + 1 and p as with a stick wall: the normal velocity given at nodes costs none. */
    @ParameterizedTest
    @CsvSource({"2, 4, 1", "2, 4, 3", "3, 2, 1", "3, 2, 3"})
    void convergesWithTheSizeOfItsElements(int order, int elements, double exponent) throws NotConvergedException {
        PowerLaw law = new PowerLaw(exponent, 1);
        ManufacturedFlow.Errors coarse = ManufacturedFlow.solve(order, elements, law, Wall.FREE_SLIP);
        ManufacturedFlow.Errors fine = ManufacturedFlow.solve(order, 2 * elements, law, Wall.FREE_SLIP);
        assertThat(Math.log(coarse.velocity() / fine.velocity()) / Math.log(2)).isGreaterThan(order + 0.5);
        assertThat(Math.log(coarse.pressure() / fine.pressure()) / Math.log(2)).isGreaterThan(order - 0.2);
        assertThat(Math.log(coarse.traction() / fine.traction()) / Math.log(2)).isGreaterThan(order - 0.2);
    }

    /**
     * Newtonian creep below h = A f, ∇²f = −κ² f, fed by k = 1 + c f, to first order: no shear at the wall leaves
     * u_z = c (κ z − 1) e^(κz) f and Π = T = 2η κ c f. The shape itself, which drags lithium that sticks along ∇h and so
     * adds 2η κ² A f to its pressure, does nothing. T is the same with both walls.
     */
    @ParameterizedTest
    @CsvSource({"COSINE, 1", "PRODUCT, 1.4142135623730951"})
    void smallHeightsFollowFirstOrderPerturbation(String shape, double waveNumber) throws NotConvergedException {
        double height = 1e-3, contrast = 2e-3;
        Topography surface = shape.equals("COSINE")
                ? new Ridge(Ridge.Profile.COSINE, height, 1, 0, 0, Polarity.LITHIUM)
                : eggBox(height);
        CreepFlow flow = solve(surface, Wall.FREE_SLIP, 1, contrast);
        double expected = 2.0 / 3 * 2 * Math.PI * waveNumber * contrast;
        assertThat(tip(flow)).isCloseTo(expected, within(0.01 * expected));
        assertThat(flow.normalTraction().nodal()[0]).isCloseTo(expected, within(0.01 * expected));
    }

    /** Fed evenly, what is left is of second order: half the height, a quarter of the pressure. */
    @Test
    void evenPlatingLeavesTheSecondOrder() throws NotConvergedException {
        double once = tip(solve(eggBox(0.04), Wall.FREE_SLIP, 1, 0));
        assertThat(once / tip(solve(eggBox(0.02), Wall.FREE_SLIP, 1, 0))).isCloseTo(4, within(0.1));
    }

    /** What Zhang et al. remark, and why they let the lithium stick. */
    @ParameterizedTest
    @CsvSource({"1, 0.0333", "1, 0.5", "3, 0.1667", "6.6, 0.1667", "6.6, 0.5"})
    void thePressureAtTheTipTurnsNegative(double exponent, double height) throws NotConvergedException {
        CreepFlow slips = solve(eggBox(height), Wall.FREE_SLIP, exponent, 0);
        assertThat(tip(slips)).isNegative();
        assertThat(slips.normalTraction().nodal()[0]).isNegative();
        assertThat(tip(solve(eggBox(height), Wall.STICK, exponent, 0))).isPositive();
    }

    /** At a node; meshes scatter by 0.1 % for viscous lithium, by 6 % at n = 3, and by 20 % at n = 6.6, which is not tested. */
    @ParameterizedTest
    @CsvSource({"1, 3e-3", "3, 0.08"})
    void thePressureAtTheTipIsResolved(double exponent, double tolerance) throws NotConvergedException {
        double usual = tip(solve(eggBox(1.0 / 6), Wall.FREE_SLIP, exponent, 0));
        double finer = tip(solve(eggBox(1.0 / 6), Wall.FREE_SLIP, exponent, 0, 0.75));
        assertThat(finer).isCloseTo(usual, within(-tolerance * usual));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 6.6})
    void massIsConserved(double exponent) throws NotConvergedException {
        CreepFlow flow = solve(eggBox(0.5), Wall.FREE_SLIP, exponent, 0);
        assertThat(flow.inflow()).isCloseTo(1.479445, within(2e-3));
        assertThat(flow.outflow()).isCloseTo(flow.inflow(), within(1e-6));
    }

    /** Edges, a tip at the far corner, and elements that meet in the axis of a trough. */
    @Test
    void sharpShapesSolve() throws NotConvergedException {
        CreepFlow flow = solve(new SquarePyramid(0.2, 1, 0.05, Polarity.ELECTROLYTE), Wall.FREE_SLIP, 3, 0);
        assertThat(flow.outflow()).isCloseTo(flow.inflow(), within(1e-5));
    }

    @Test
    void theEliminationKeepsElementMatricesSymmetric() {
        FundamentalCell cell = eggBox(0.3).fundamentalCell();
        double[] breaks = {0, 0.5, 1};
        double[] x = {0, 0.5 * cell.width(), cell.width()};
        FlowSpace space = new FlowSpace(new ExtrudedMesh(cell, x, breaks, breaks, -1), 2, Wall.FREE_SLIP);
        FlowState state = FlowState.atRest(space);
        for (int node = 0; node < space.velocityGrid.perLayer(); node++) {
            space.setWall(node, 1, state.velocity());
        }
        FlowTangent tangent = new FlowTangent(space, new FlowPoints(space));
        tangent.linearise(new PowerLaw(3, 0.02), state);
        tangent.alignDirection();
        int[] unknowns = space.elementUnknowns()[0];
        int size = unknowns.length;
        double[] matrix = new double[size * size];
        tangent.fill(0, matrix);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (unknowns[i] >= 0 && unknowns[j] >= 0) {
                    assertThat(matrix[i * size + j]).isCloseTo(matrix[j * size + i], within(1e-12));
                }
            }
        }
    }
}
