package org.critscape.solver.creep;

import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.mesh.NodeGrid;

/** Rates and viscosities at the quadrature points of one element at a time; work space that is used again. */
final class FlowPoints {
    /** Strain rate D at the points: [3 i + k][q]. */
    final double[][] rate;

    /** ε̇_e at the points. */
    final double[] equivalentRate;

    /** η at the points. */
    final double[] viscosity;

    /** c of {@link PowerLaw#softening} at the points. */
    final double[] softening;

    private final NodeGrid grid;
    private final TensorBasis basis;
    private final MeshGeometry geometry;
    private final double[][] reference;
    private final double[] local;
    private final double[] work;

    FlowPoints(FlowSpace space) {
        this(space.velocityGrid, space.velocityBasis, space.geometry);
    }

    /** At the points for which the basis is tabulated and the geometry evaluated. */
    FlowPoints(NodeGrid grid, TensorBasis basis, MeshGeometry geometry) {
        this.grid = grid;
        this.basis = basis;
        this.geometry = geometry;
        int points = basis.points();
        rate = new double[9][points];
        reference = new double[9][points];
        equivalentRate = new double[points];
        viscosity = new double[points];
        softening = new double[points];
        local = new double[3 * basis.size()];
        work = new double[basis.workLength()];
    }

    /** Evaluates strain rates of a velocity [3 · node + component]; returns nothing, see the fields. */
    void evaluateRate(int element, double[] velocity) {
        int n = basis.size();
        int[] nodes = grid.nodes(element);
        for (int i = 0; i < 3; i++) {
            for (int a = 0; a < n; a++) {
                local[i * n + a] = velocity[3 * nodes[a] + i];
            }
            for (int d = 0; d < 3; d++) {
                basis.interpolate(d, local, i * n, reference[3 * i + d], work);
            }
        }
        double[][] m = geometry.metric(element);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k <= i; k++) {
                for (int q = 0; q < viscosity.length; q++) {
                    double value = 0;
                    for (int d = 0; d < 3; d++) {
                        value += m[3 * k + d][q] * reference[3 * i + d][q] + m[3 * i + d][q] * reference[3 * k + d][q];
                    }
                    rate[3 * i + k][q] = 0.5 * value;
                    rate[3 * k + i][q] = 0.5 * value;
                }
            }
        }
    }

    /** Evaluates strain rates and the law. */
    void evaluate(int element, double[] velocity, PowerLaw law) {
        evaluateRate(element, velocity);
        for (int q = 0; q < viscosity.length; q++) {
            double contraction = 0;
            for (int i = 0; i < 9; i++) {
                contraction += rate[i][q] * rate[i][q];
            }
            double squaredRate = law.squaredRate(contraction);
            equivalentRate[q] = Math.sqrt(squaredRate);
            viscosity[q] = law.viscosity(squaredRate);
            softening[q] = law.softening(viscosity[q], squaredRate);
        }
    }
}
