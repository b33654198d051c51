package org.critscape.solver.current;

import java.util.Arrays;
import org.critscape.solver.algebra.BilinearForm;
import org.critscape.solver.algebra.MultifrontalSolver;

/**
 * ∫ ∇φ·∇v + ∫ φ v/λ over electrolyte and interface, as element matrices and, without them, applied to a potential.
 * At λ = 0 the second term is left out. Not for two threads at once.
 */
final class PotentialOperator implements MultifrontalSolver.ElementMatrices {
    private final PotentialSpace space;
    private final double wagnerNumber;
    private final BilinearForm form;
    private final double[][] coefficients;

    PotentialOperator(PotentialSpace space, double wagnerNumber) {
        this.space = space;
        this.wagnerNumber = wagnerNumber;
        this.form = new BilinearForm(space.basis);
        this.coefficients = new double[9][space.basis.points()];
    }

    @Override
    public void fill(int element, double[] matrix) {
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int r = 0; r < 3; r++) {
            for (int s = 0; s < 3; s++) {
                for (int q = 0; q < volume.length; q++) {
                    double sum = m[r][q] * m[s][q] + m[3 + r][q] * m[3 + s][q] + m[6 + r][q] * m[6 + s][q];
                    coefficients[3 * r + s][q] = volume[q] * sum;
                }
            }
        }
        form.assemble(coefficients, matrix, 0, space.basis.size());
        if (element < space.mesh.columns() && wagnerNumber > 0) {
            space.addInterfaceMass(element, 1 / wagnerNumber, matrix, space.basis.size(), space.lineSize);
        }
    }

    /** The operator applied to nodal values. */
    double[] apply(double[] potential) {
        double[] result = new double[potential.length];
        double[] local = new double[space.basis.size()];
        double[] work = new double[space.basis.workLength()];
        double[][] reference = new double[3][space.basis.points()];
        double[] flux = new double[space.basis.points()];
        for (int e = 0; e < space.mesh.elements(); e++) {
            int[] nodes = space.grid.nodes(e);
            for (int a = 0; a < local.length; a++) {
                local[a] = potential[nodes[a]];
            }
            for (int d = 0; d < 3; d++) {
                space.basis.interpolate(d, local, 0, reference[d], work);
            }
            Arrays.fill(local, 0);
            for (int d = 0; d < 3; d++) {
                contravariantFlux(e, reference, d, flux);
                space.basis.test(d, flux, local, 0, work);
            }
            for (int a = 0; a < local.length; a++) {
                result[nodes[a]] += local[a];
            }
        }
        if (wagnerNumber > 0) {
            addInterfaceCurrent(potential, result);
        }
        return result;
    }

    /** Σ_k metric_kd ∂_k φ by volume. */
    private void contravariantFlux(int element, double[][] reference, int d, double[] flux) {
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int q = 0; q < flux.length; q++) {
            double sum = 0;
            for (int k = 0; k < 9; k += 3) {
                double gradient =
                        m[k][q] * reference[0][q] + m[k + 1][q] * reference[1][q] + m[k + 2][q] * reference[2][q];
                sum += m[k + d][q] * gradient;
            }
            flux[q] = volume[q] * sum;
        }
    }

    private void addInterfaceCurrent(double[] potential, double[] result) {
        for (int column = 0; column < space.mesh.columns(); column++) {
            double[] weights = space.geometry.area(column);
            for (int q = 0; q < weights.length; q++) {
                double current = space.interfaceValue(column, q, potential) / wagnerNumber;
                space.testInterface(column, q, weights[q] * current, result);
            }
        }
    }
}
