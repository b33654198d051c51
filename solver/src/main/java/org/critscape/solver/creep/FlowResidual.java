package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.TensorBasis;

/**
 * Weak form of the creep flow on a {@link FlowSpace}:
 *
 * <pre>
 *   ∫ (2η(D) D − p I) : ∇v = 0      for all v that vanish where the velocity is given
 *   −∫ q ∇·u = 0                    for all q
 * </pre>
 *
 * with a free far plane, whose condition σ·n = 0 is natural.
 */
final class FlowResidual {
    private final FlowSpace space;
    private final FlowPoints at;
    private final TensorBasis basis;
    private final TensorBasis pressureBasis;
    private final double[] pressureAtPoints;
    private final double[] flux;
    private final double[] local;
    private final double[] localPressure;
    private final double[] work;

    FlowResidual(FlowSpace space, FlowPoints points) {
        this.space = space;
        this.at = points;
        this.basis = space.velocityBasis;
        this.pressureBasis = space.pressureBasis;
        pressureAtPoints = new double[basis.points()];
        flux = new double[basis.points()];
        local = new double[3 * basis.size()];
        localPressure = new double[pressureBasis.size()];
        work = new double[basis.workLength()];
    }

    /** Residual of both equations by unknowns; overwrites the result. */
    void evaluate(FlowState state, PowerLaw law, double[] result) {
        Arrays.fill(result, 0);
        for (int e = 0; e < space.mesh.elements(); e++) {
            at.evaluate(e, state.velocity(), law);
            int[] pressureNodes = space.pressureGrid.nodes(e);
            for (int a = 0; a < pressureNodes.length; a++) {
                localPressure[a] = state.pressure()[pressureNodes[a]];
            }
            pressureBasis.interpolate(-1, localPressure, 0, pressureAtPoints, work);
            testMomentum(e);
            testContinuity(e);
            scatter(e, result);
        }
    }

    private void testMomentum(int element) {
        double[] volume = space.geometry.volume(element);
        double[][] m = space.geometry.metric(element);
        Arrays.fill(local, 0);
        for (int i = 0; i < 3; i++) {
            for (int d = 0; d < 3; d++) {
                for (int q = 0; q < flux.length; q++) {
                    double stress = -pressureAtPoints[q] * m[3 * i + d][q];
                    for (int k = 0; k < 3; k++) {
                        stress += 2 * at.viscosity[q] * at.rate[3 * i + k][q] * m[3 * k + d][q];
                    }
                    flux[q] = volume[q] * stress;
                }
                basis.test(d, flux, local, i * basis.size(), work);
            }
        }
    }

    private void testContinuity(int element) {
        double[] volume = space.geometry.volume(element);
        for (int q = 0; q < flux.length; q++) {
            flux[q] = -volume[q] * (at.rate[0][q] + at.rate[4][q] + at.rate[8][q]);
        }
        Arrays.fill(localPressure, 0);
        pressureBasis.test(-1, flux, localPressure, 0, work);
    }

    private void scatter(int element, double[] result) {
        space.scatter(element, local, result);
        int[] pressureNodes = space.pressureGrid.nodes(element);
        for (int a = 0; a < pressureNodes.length; a++) {
            result[space.velocityCount + pressureNodes[a]] += localPressure[a];
        }
    }
}
