package org.critscape.solver.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodalGradient;
import org.critscape.solver.mesh.NodeGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The potential inside the electrolyte, recovered from that of its interface. */
class PotentialThroughoutTest {
    private static final ExtrudedMesh MESH = HarmonicPotential.mesh(3);

    /** Laws of all speeds must give what they put in: ∂φ/∂n = k at the interface, ∂φ/∂z = 1 at the far plane. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1e4})
    void itsGradientCarriesTheCurrent(double wagnerNumber) throws Exception {
        CurrentDistribution solved = new CurrentSolver(MESH, 9, wagnerNumber).solve();
        assertGradient(solved);
    }

    @Test
    void itBelongsToAnyKinetics() throws Exception {
        assertGradient(new KineticCurrentSolver(MESH, 9).solve(new InterfaceLaw.ButlerVolmer(0.3, 5, 0.5), null));
    }

    private static void assertGradient(CurrentDistribution solved) {
        NodeGrid grid = solved.potential().grid();
        double[] potential = CurrentSolver.throughout(solved.potential());
        double[] gradient = new NodalGradient(grid).of(potential, 1, 0);
        for (int node = 0; node < grid.perLayer(); node++) {
            var point = MESH.cell().surface().at(grid.x(node), grid.y(node));
            assertThat(potential[node]).isCloseTo(solved.potential().nodal()[node], within(1e-10));
            double normal = (gradient[3 * node + 2]
                            - point.slopeX() * gradient[3 * node]
                            - point.slopeY() * gradient[3 * node + 1])
                    / point.areaFactor();
            assertThat(normal).isCloseTo(solved.ratio().nodal()[node], within(5e-3));
        }
        for (int node = grid.size() - grid.perLayer(); node < grid.size(); node++) {
            assertThat(gradient[3 * node + 2]).isCloseTo(1, within(1e-3));
        }
    }

    /** The full linear system has this very potential for its solution. */
    @Test
    void itIsThatOfTheLinearSystem() throws Exception {
        double wagnerNumber = 0.5;
        CurrentSolver solver = new CurrentSolver(MESH, 4, wagnerNumber);
        NodeGrid grid = solver.space().grid;
        double[] load = new double[grid.size()];
        for (int column = 0; column < MESH.columns(); column++) {
            double[] projected = solver.space().geometry.projectedArea(column);
            for (int q = 0; q < projected.length; q++) {
                solver.space().testFar(column, q, projected[q], load);
            }
        }
        double[] full = solver.potential(load);
        double[] throughout =
                CurrentSolver.throughout(new InterfaceField(grid, java.util.Arrays.copyOf(full, grid.perLayer())));
        for (int node = 0; node < full.length; node++) {
            assertThat(throughout[node]).isCloseTo(full[node], within(1e-11));
        }
    }
}
