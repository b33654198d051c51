package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.BilinearForm;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.TensorBasis;

/**
 * Weak form of the creep flow and its tangent on a {@link FlowSpace}:
 *
 * <pre>
 *   ∫ (2η(D) D − p I) : ∇v = 0      for all v that vanish where the velocity is given
 *   −∫ q ∇·u = 0                    for all q
 * </pre>
 *
 * with a free far plane, whose condition σ·n = 0 is natural. The tangent is symmetric. Not for two threads at once.
 */
final class FlowOperator implements MultifrontalSolver.ElementMatrices {
    private final FlowSpace space;
    private final TensorBasis basis;
    private final TensorBasis pressureBasis;
    private final int points;
    private final BilinearForm form;
    private final double[][] divergence;
    private final double[][] reference = new double[9][];
    private final double[][] gradient = new double[9][];
    private final double[] pressureAtPoints;
    private final double[] flux;
    private final double[][] coefficients = new double[9][];
    private final double[][] rateMetric = new double[9][];
    private final double[] viscosities;
    private final double[] softenings;
    private final double[] local;
    private final double[] localPressure;
    private final double[] work;
    private PowerLaw law = new PowerLaw(1, 0);
    private FlowState state;

    FlowOperator(FlowSpace space) {
        this.space = space;
        this.basis = space.velocityBasis;
        this.pressureBasis = space.pressureBasis;
        this.points = basis.points();
        this.form = new BilinearForm(basis);
        for (int i = 0; i < 9; i++) {
            reference[i] = new double[points];
            gradient[i] = new double[points];
            coefficients[i] = new double[points];
            rateMetric[i] = new double[points];
        }
        pressureAtPoints = new double[points];
        flux = new double[points];
        viscosities = new double[points];
        softenings = new double[points];
        local = new double[3 * basis.size()];
        localPressure = new double[pressureBasis.size()];
        work = new double[basis.workLength()];
        divergence = new double[space.mesh.elements()][];
        for (int e = 0; e < divergence.length; e++) {
            divergence[e] = divergenceMatrix(e);
        }
        state = new FlowState(new double[3 * space.velocityGrid.size()], new double[space.pressureGrid.size()]);
    }

    /** The state and law that {@link #fill} linearises about. */
    void linearise(PowerLaw newLaw, FlowState newState) {
        law = newLaw;
        state = newState;
    }

    /** −∫ ψ_a ∂_i φ_b: row a, column i · size + b. */
    private double[] divergenceMatrix(int element) {
        int n = basis.size(), np = pressureBasis.size();
        double[] matrix = new double[np * 3 * n];
        double[] pressureValues = new double[np * points];
        double[] unit = new double[np];
        double[] row = new double[3 * n];
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int a = 0; a < np; a++) {
            unit[a] = 1;
            pressureBasis.interpolate(-1, unit, 0, pressureValues, work);
            unit[a] = 0;
            Arrays.fill(row, 0);
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < 3; d++) {
                    for (int q = 0; q < points; q++) {
                        flux[q] = -volume[q] * pressureValues[q] * m[3 * i + d][q];
                    }
                    basis.test(d, flux, row, i * n, work);
                }
            }
            System.arraycopy(row, 0, matrix, a * 3 * n, 3 * n);
        }
        return matrix;
    }

    /** Velocity gradient at the points of an element: gradient[3 i + k] = ∂_k u_i. */
    private void evaluateGradient(int element) {
        int n = basis.size();
        int[] nodes = space.velocityGrid.nodes(element);
        for (int i = 0; i < 3; i++) {
            for (int a = 0; a < n; a++) {
                local[i * n + a] = state.velocity()[3 * nodes[a] + i];
            }
            for (int d = 0; d < 3; d++) {
                basis.interpolate(d, local, i * n, reference[3 * i + d], work);
            }
        }
        double[][] m = space.geometry.metric(element);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                for (int q = 0; q < points; q++) {
                    gradient[3 * i + k][q] = m[3 * k][q] * reference[3 * i][q]
                            + m[3 * k + 1][q] * reference[3 * i + 1][q]
                            + m[3 * k + 2][q] * reference[3 * i + 2][q];
                }
            }
        }
    }

    /** Viscosity and softening at the points; gradient becomes the strain rate D. */
    private void evaluateLaw() {
        for (int q = 0; q < points; q++) {
            double contraction = 0;
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k <= i; k++) {
                    double rate = 0.5 * (gradient[3 * i + k][q] + gradient[3 * k + i][q]);
                    gradient[3 * i + k][q] = rate;
                    gradient[3 * k + i][q] = rate;
                    contraction += (k == i ? 1 : 2) * rate * rate;
                }
            }
            double squaredRate = law.squaredRate(contraction);
            viscosities[q] = law.viscosity(squaredRate);
            softenings[q] = law.softening(viscosities[q], squaredRate);
        }
    }

    /** Residual of both equations by unknowns; overwrites the result. */
    void residual(double[] result) {
        Arrays.fill(result, 0);
        int n = basis.size(), np = pressureBasis.size();
        for (int e = 0; e < space.mesh.elements(); e++) {
            int[] pressureNodes = space.pressureGrid.nodes(e);
            for (int a = 0; a < np; a++) {
                localPressure[a] = state.pressure()[pressureNodes[a]];
            }
            pressureBasis.interpolate(-1, localPressure, 0, pressureAtPoints, work);
            evaluateGradient(e);
            double[] volume = space.geometry.volume(e);
            double[][] m = space.geometry.metric(e);
            for (int q = 0; q < points; q++) {
                flux[q] = -volume[q] * (gradient[0][q] + gradient[4][q] + gradient[8][q]);
            }
            Arrays.fill(localPressure, 0);
            pressureBasis.test(-1, flux, localPressure, 0, work);
            evaluateLaw();
            Arrays.fill(local, 0);
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < 3; d++) {
                    for (int q = 0; q < points; q++) {
                        double stress = 0;
                        for (int k = 0; k < 3; k++) {
                            double component = 2 * viscosities[q] * gradient[3 * i + k][q]
                                    - (k == i ? pressureAtPoints[q] : 0);
                            stress += component * m[3 * k + d][q];
                        }
                        flux[q] = volume[q] * stress;
                    }
                    basis.test(d, flux, local, i * n, work);
                }
            }
            scatter(e, result);
        }
    }

    private void scatter(int element, double[] result) {
        int n = basis.size();
        int[] nodes = space.velocityGrid.nodes(element);
        for (int a = 0; a < n; a++) {
            for (int i = 0; i < 3; i++) {
                int unknown = space.velocityUnknowns[3 * nodes[a] + i];
                if (unknown >= 0) {
                    result[unknown] += local[i * n + a];
                }
            }
        }
        int[] pressureNodes = space.pressureGrid.nodes(element);
        for (int a = 0; a < pressureNodes.length; a++) {
            result[space.velocityCount + pressureNodes[a]] += localPressure[a];
        }
    }

    @Override
    public void fill(int element, double[] matrix) {
        int n = basis.size(), np = pressureBasis.size(), size = 3 * n + np;
        evaluateGradient(element);
        evaluateLaw();
        double[][] m = space.geometry.metric(element);
        for (int i = 0; i < 3; i++) {
            for (int d = 0; d < 3; d++) {
                for (int q = 0; q < points; q++) {
                    rateMetric[3 * i + d][q] = gradient[3 * i][q] * m[d][q]
                            + gradient[3 * i + 1][q] * m[3 + d][q]
                            + gradient[3 * i + 2][q] * m[6 + d][q];
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                if (space.mesh.isStrip() && (i == 1 || j == 1)) {
                    continue;
                }
                tangentCoefficients(element, i, j);
                form.assemble(coefficients, matrix, i * n * size + j * n, size);
                if (i != j) {
                    transpose(matrix, size, i * n, j * n, n);
                }
            }
        }
        double[] b = divergence[element];
        for (int a = 0; a < np; a++) {
            System.arraycopy(b, a * 3 * n, matrix, (3 * n + a) * size, 3 * n);
            Arrays.fill(matrix, (3 * n + a) * size + 3 * n, (3 * n + a + 1) * size, 0);
            for (int c = 0; c < 3 * n; c++) {
                matrix[c * size + 3 * n + a] = b[a * 3 * n + c];
            }
        }
    }

    private static void transpose(double[] matrix, int size, int row, int column, int n) {
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[(column + b) * size + row + a] = matrix[(row + a) * size + column + b];
            }
        }
    }

    /** Coefficients of ∂̂_m φ_a ∂̂_n φ_b in the derivative of ∫ 2ηD : ∇(φ_a e_i) in the direction φ_b e_j. */
    private void tangentCoefficients(int element, int i, int j) {
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double[] target = coefficients[3 * row + column];
                for (int q = 0; q < points; q++) {
                    double value = m[3 * j + row][q] * m[3 * i + column][q];
                    if (i == j) {
                        value += m[row][q] * m[column][q]
                                + m[3 + row][q] * m[3 + column][q]
                                + m[6 + row][q] * m[6 + column][q];
                    }
                    target[q] = volume[q]
                            * (viscosities[q] * value
                                    + softenings[q] * rateMetric[3 * i + row][q] * rateMetric[3 * j + column][q]);
                }
            }
        }
    }
}
