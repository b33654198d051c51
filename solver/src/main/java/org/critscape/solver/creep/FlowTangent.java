package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.BilinearForm;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.TensorBasis;

/**
 * Primal–dual Newton tangent of the creep flow.
 *
 * <p>The plain tangent of 2η(D) D is 2η dD + c (D:dD) D. At large n its second part nearly cancels the first along D,
 * and D turns a lot between steps where rates are small: Newton's method then needs many damped steps. Here the
 * direction T ≈ D/ε̇_e is carried as an unknown of its own, eliminated point by point, and D ⊗ D/ε̇_e in the tangent
 * becomes the symmetric part of T ⊗ D with |T| kept at or below its bound. The residual and thus the solution stay the
 * same (Chan, Golub and Mulet, SIAM J. Sci. Comput. 1999, 20, 1964, doi:10.1137/S1064827596299767; for viscoplastic
 * Stokes flow Rudi, Shih and Stadler, Geochem. Geophys. Geosyst. 2020, 21, e2020GC009059, doi:10.1029/2020GC009059).
 */
final class FlowTangent implements MultifrontalSolver.ElementMatrices {
    private final FlowSpace space;
    private final FlowPoints at;
    private final TensorBasis basis;
    private final int points;
    private final BilinearForm form;
    private final double[][] divergence;
    private final double[][][] direction;
    private final double[][] coefficients;
    private final double[][] rateMetric;
    private final double[][] directionMetric;
    private final FlowPoints change;
    private PowerLaw law = new PowerLaw(1, 0);
    private double[] velocity = {};

    FlowTangent(FlowSpace space, FlowPoints at) {
        this.space = space;
        this.at = at;
        this.basis = space.velocityBasis;
        this.points = basis.points();
        this.form = new BilinearForm(basis);
        coefficients = new double[9][points];
        rateMetric = new double[9][points];
        directionMetric = new double[9][points];
        direction = new double[space.mesh.elements()][9][points];
        change = new FlowPoints(space);
        divergence = new double[space.mesh.elements()][];
        for (int e = 0; e < divergence.length; e++) {
            divergence[e] = divergenceMatrix(e);
        }
    }

    /** The state and law that {@link #fill} linearises about. */
    void linearise(PowerLaw newLaw, FlowState state) {
        law = newLaw;
        velocity = state.velocity();
    }

    /** T = D/ε̇_e: the next step is a plain Newton step. */
    void alignDirection() {
        for (int e = 0; e < direction.length; e++) {
            at.evaluate(e, velocity, law);
            for (int i = 0; i < 9; i++) {
                for (int q = 0; q < points; q++) {
                    direction[e][i][q] = at.rate[i][q] / at.equivalentRate[q];
                }
            }
        }
    }

    /**
     * T += step · dT, where dT = (D + dD)/ε̇_e − T − T (⅔ D:dD)/ε̇_e² solves the linearised ε̇_e T = D; then |T| is cut
     * to what D/ε̇_e can reach.
     */
    void advanceDirection(double[] velocityChange, double step) {
        for (int e = 0; e < direction.length; e++) {
            at.evaluate(e, velocity, law);
            change.evaluateRate(e, velocityChange);
            for (int q = 0; q < points; q++) {
                advanceDirection(direction[e], q, step);
            }
        }
    }

    private void advanceDirection(double[][] t, int q, double step) {
        double rate = at.equivalentRate[q];
        double growth = 0;
        for (int i = 0; i < 9; i++) {
            growth += 2.0 / 3 * at.rate[i][q] * change.rate[i][q] / (rate * rate);
        }
        double square = 0;
        for (int i = 0; i < 9; i++) {
            double target = (at.rate[i][q] + change.rate[i][q]) / rate - t[i][q] * growth;
            t[i][q] += step * (target - t[i][q]);
            square += 2.0 / 3 * t[i][q] * t[i][q];
        }
        if (square > 1) {
            double cut = 1 / Math.sqrt(square);
            for (int i = 0; i < 9; i++) {
                t[i][q] *= cut;
            }
        }
    }

    @Override
    public void fill(int element, double[] matrix) {
        int n = basis.size(), size = 3 * n + space.pressureBasis.size();
        at.evaluate(element, velocity, law);
        contract(at.rate, element, rateMetric);
        contract(direction[element], element, directionMetric);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                if (space.mesh.isStrip() && (i == 1 || j == 1)) {
                    continue;
                }
                evaluateCoefficients(element, i, j);
                form.assemble(coefficients, matrix, i * n * size + j * n, size);
                if (i != j) {
                    copyTransposed(matrix, size, i * n, j * n, n);
                }
            }
        }
        fillDivergence(divergence[element], matrix, size);
        space.eliminateWall(element, matrix, size);
    }

    /** target[3 i + d] = Σ_k tensor_ik metric_kd. */
    private void contract(double[][] tensor, int element, double[][] target) {
        double[][] m = space.geometry.metric(element);
        for (int i = 0; i < 3; i++) {
            for (int d = 0; d < 3; d++) {
                for (int q = 0; q < points; q++) {
                    target[3 * i + d][q] = tensor[3 * i][q] * m[d][q]
                            + tensor[3 * i + 1][q] * m[3 + d][q]
                            + tensor[3 * i + 2][q] * m[6 + d][q];
                }
            }
        }
    }

    /** Coefficients of ∂̂_r φ_a ∂̂_s φ_b in the derivative of ∫ 2ηD : ∇(φ_a e_i) in the direction φ_b e_j. */
    private void evaluateCoefficients(int element, int i, int j) {
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int r = 0; r < 3; r++) {
            for (int s = 0; s < 3; s++) {
                double[] target = coefficients[3 * r + s];
                for (int q = 0; q < points; q++) {
                    double newtonian = m[3 * j + r][q] * m[3 * i + s][q];
                    if (i == j) {
                        newtonian += m[r][q] * m[s][q] + m[3 + r][q] * m[3 + s][q] + m[6 + r][q] * m[6 + s][q];
                    }
                    double mixed = rateMetric[3 * i + r][q] * directionMetric[3 * j + s][q]
                            + directionMetric[3 * i + r][q] * rateMetric[3 * j + s][q];
                    double softening = 0.5 * at.softening[q] * at.equivalentRate[q];
                    target[q] = volume[q] * (at.viscosity[q] * newtonian + softening * mixed);
                }
            }
        }
    }

    private static void copyTransposed(double[] matrix, int size, int row, int column, int n) {
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[(column + b) * size + row + a] = matrix[(row + a) * size + column + b];
            }
        }
    }

    private void fillDivergence(double[] block, double[] matrix, int size) {
        int n = 3 * basis.size();
        for (int a = 0; a < size - n; a++) {
            System.arraycopy(block, a * n, matrix, (n + a) * size, n);
            Arrays.fill(matrix, (n + a) * size + n, (n + a + 1) * size, 0);
            for (int c = 0; c < n; c++) {
                matrix[c * size + n + a] = block[a * n + c];
            }
        }
    }

    /** −∫ ψ_a ∂_i φ_b: row a, column i · size + b. */
    private double[] divergenceMatrix(int element) {
        int n = basis.size(), pressures = space.pressureBasis.size();
        double[] matrix = new double[pressures * 3 * n];
        double[] function = new double[points];
        double[] flux = new double[points];
        double[] unit = new double[pressures];
        double[] work = new double[basis.workLength()];
        double[][] m = space.geometry.metric(element);
        double[] volume = space.geometry.volume(element);
        for (int a = 0; a < pressures; a++) {
            unit[a] = 1;
            space.pressureBasis.interpolate(-1, unit, 0, function, work);
            unit[a] = 0;
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < 3; d++) {
                    for (int q = 0; q < points; q++) {
                        flux[q] = -volume[q] * function[q] * m[3 * i + d][q];
                    }
                    basis.test(d, flux, matrix, a * 3 * n + i * n, work);
                }
            }
        }
        return matrix;
    }
}
