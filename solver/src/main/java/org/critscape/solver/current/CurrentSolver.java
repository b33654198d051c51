package org.critscape.solver.current;

import org.critscape.solver.algebra.BilinearForm;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.mesh.NodeGrid;

/**
 * Current distribution in the electrolyte above a contoured lithium interface.
 *
 * <pre>
 *   ∇·∇φ = 0                 electrolyte
 *   ∂φ/∂z = 1                far plane
 *   ∂φ/∂n = 0                mirror sides
 *   ∂φ/∂n = k = φ/λ          interface, secondary distribution (linear kinetics, λ &gt; 0)
 *   φ = 0, k = ∂φ/∂n         interface, primary distribution (λ = 0); n into the electrolyte
 * </pre>
 *
 * φ potential by i_geo S/κ, k local current density by i_geo, λ = κ R_ct/S Wagner number, lengths by S.
 *
 * <p>Continuous spectral elements of order p on the mesh's exact geometry, error falling exponentially with p for smooth
 * surfaces. In the primary case k is the consistent flux: the discrete residual on the interface's nodes through the
 * interface's mass matrix, which conserves charge exactly and converges twice as fast as a differentiated potential.
 * Reference: J. Newman and N. P. Balsara, Electrochemical Systems, 4th ed., Wiley 2021, chapter 18.
 */
public final class CurrentSolver {
    private static final double RESIDUAL_TOLERANCE = 1e-9;

    private final ExtrudedMesh mesh;
    private final NodeGrid grid;
    private final TensorBasis basis;
    private final MeshGeometry geometry;
    private final double wagnerNumber;
    private final double[][] coefficients;
    private final double[] faceBasis;

    /**
     * @param mesh of the electrolyte
     * @param order of the potential
     * @param wagnerNumber λ, 0 for the primary distribution [1]
     */
    public CurrentSolver(ExtrudedMesh mesh, int order, double wagnerNumber) {
        this.mesh = mesh;
        this.grid = new NodeGrid(mesh, order);
        var rules = MeshGeometry.rules(mesh, order + 1);
        this.basis = new TensorBasis(grid.orders(), rules);
        this.geometry = new MeshGeometry(mesh, rules);
        this.wagnerNumber = wagnerNumber;
        this.coefficients = new double[9][basis.points()];
        this.faceBasis = basis.faceValues();
    }

    /** Solves; refuses a result whose linear residual is too large. */
    public CurrentDistribution solve() throws NotConvergedException {
        boolean primary = wagnerNumber == 0;
        int constrained = primary ? grid.perLayer() : 0;
        int[][] unknowns = new int[mesh.elements()][];
        for (int e = 0; e < unknowns.length; e++) {
            unknowns[e] = java.util.Arrays.stream(grid.nodes(e))
                    .map(node -> node - constrained)
                    .map(u -> Math.max(u, -1))
                    .toArray();
        }
        int count = grid.size() - constrained;
        MultifrontalSolver solver = new MultifrontalSolver(unknowns, mesh.positions(), new int[count]);
        BilinearForm form = new BilinearForm(basis);
        solver.factor((element, matrix) -> elementMatrix(form, element, matrix));
        double[] load = load();
        double[] solution = java.util.Arrays.copyOfRange(load, constrained, grid.size());
        solver.solve(solution);
        double[] potential = new double[grid.size()];
        System.arraycopy(solution, 0, potential, constrained, count);
        double[] imbalance = imbalance(potential, load);
        double residual = norm(imbalance, constrained) / norm(load, 0);
        if (!(residual < RESIDUAL_TOLERANCE)) {
            throw new NotConvergedException(
                    "The current distribution's linear residual is " + residual + " but must be below "
                            + RESIDUAL_TOLERANCE + ". Maybe lower solver.current-order.",
                    1,
                    residual);
        }
        double[] ratio = primary ? consistentFlux(imbalance) : scaled(potential);
        InterfaceField field = new InterfaceField(grid, ratio);
        return new CurrentDistribution(field, geometry.areaRatio(), meanRatio(field), count, residual);
    }

    private double[] scaled(double[] potential) {
        double[] ratio = new double[grid.perLayer()];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = potential[i] / wagnerNumber;
        }
        return ratio;
    }

    private void elementMatrix(BilinearForm form, int element, double[] matrix) {
        int n = basis.size();
        double[][] m = geometry.metric(element);
        double[] volume = geometry.volume(element);
        for (int q = 0; q < basis.points(); q++) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += m[3 * k + row][q] * m[3 * k + column][q];
                    }
                    coefficients[3 * row + column][q] = volume[q] * sum;
                }
            }
        }
        form.assemble(coefficients, matrix, 0, n);
        if (element < mesh.columns() && wagnerNumber > 0) {
            addFaceMass(
                    geometry.area(element),
                    1 / wagnerNumber,
                    matrix,
                    n,
                    basis.basis(2).size());
        }
    }

    /** Adds factor ∫ φ_a φ_b dA over the interface; local face node a is row a · stride of the matrix. */
    private void addFaceMass(double[] weights, double factor, double[] matrix, int n, int stride) {
        int faceSize = basis.basis(0).size() * basis.basis(1).size();
        for (int q = 0; q < weights.length; q++) {
            for (int a = 0; a < faceSize; a++) {
                double scale = factor * weights[q] * faceBasis[q * faceSize + a];
                for (int b = 0; b < faceSize; b++) {
                    matrix[a * stride * n + b * stride] += scale * faceBasis[q * faceSize + b];
                }
            }
        }
    }

    /** ∫ φ_a over the far plane, where the normal derivative is 1. */
    private double[] load() {
        double[] load = new double[grid.size()];
        int last = basis.basis(2).size();
        int faceSize = basis.basis(0).size() * basis.basis(1).size();
        for (int column = 0; column < mesh.columns(); column++) {
            double[] weights = geometry.projectedArea(column);
            int[] nodes = grid.nodes(mesh.elements() - mesh.columns() + column);
            for (int q = 0; q < weights.length; q++) {
                for (int a = 0; a < faceSize; a++) {
                    load[nodes[a * last + last - 1]] += weights[q] * faceBasis[q * faceSize + a];
                }
            }
        }
        return load;
    }

    /** ∫ ∇φ·∇φ_a + ∫ φ φ_a/λ − load, formed without the matrix. */
    private double[] imbalance(double[] potential, double[] load) {
        double[] result = new double[load.length];
        int n = basis.size(), points = basis.points();
        double[] local = new double[n];
        double[] work = new double[basis.workLength()];
        double[][] reference = new double[3][points];
        double[] flux = new double[points];
        for (int e = 0; e < mesh.elements(); e++) {
            int[] nodes = grid.nodes(e);
            for (int a = 0; a < n; a++) {
                local[a] = potential[nodes[a]];
            }
            for (int d = 0; d < 3; d++) {
                basis.interpolate(d, local, 0, reference[d], work);
            }
            java.util.Arrays.fill(local, 0);
            double[][] m = geometry.metric(e);
            double[] volume = geometry.volume(e);
            for (int d = 0; d < 3; d++) {
                for (int q = 0; q < points; q++) {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        double gradient = m[3 * k][q] * reference[0][q]
                                + m[3 * k + 1][q] * reference[1][q]
                                + m[3 * k + 2][q] * reference[2][q];
                        sum += m[3 * k + d][q] * gradient;
                    }
                    flux[q] = volume[q] * sum;
                }
                basis.test(d, flux, local, 0, work);
            }
            for (int a = 0; a < n; a++) {
                result[nodes[a]] += local[a];
            }
        }
        if (wagnerNumber > 0) {
            addInterfaceCurrent(potential, result);
        }
        for (int i = 0; i < load.length; i++) {
            result[i] -= load[i];
        }
        return result;
    }

    private void addInterfaceCurrent(double[] potential, double[] result) {
        int faceSize = basis.basis(0).size() * basis.basis(1).size();
        int stride = basis.basis(2).size();
        for (int column = 0; column < mesh.columns(); column++) {
            int[] nodes = grid.nodes(column);
            double[] weights = geometry.area(column);
            for (int q = 0; q < weights.length; q++) {
                double value = 0;
                for (int a = 0; a < faceSize; a++) {
                    value += faceBasis[q * faceSize + a] * potential[nodes[a * stride]];
                }
                for (int a = 0; a < faceSize; a++) {
                    result[nodes[a * stride]] += weights[q] * faceBasis[q * faceSize + a] * value / wagnerNumber;
                }
            }
        }
    }

    /** The interface's mass matrix against the imbalance that the condition φ = 0 leaves on its nodes. */
    private double[] consistentFlux(double[] imbalance) {
        int faceSize = basis.basis(0).size() * basis.basis(1).size();
        int stride = basis.basis(2).size();
        int[][] unknowns = new int[mesh.columns()][faceSize];
        int[][] positions = new int[mesh.columns()][];
        for (int column = 0; column < mesh.columns(); column++) {
            positions[column] = mesh.position(column);
            for (int a = 0; a < faceSize; a++) {
                unknowns[column][a] = grid.nodes(column)[a * stride];
            }
        }
        MultifrontalSolver solver = new MultifrontalSolver(unknowns, positions, new int[grid.perLayer()]);
        solver.factor((column, matrix) -> {
            java.util.Arrays.fill(matrix, 0, faceSize * faceSize, 0);
            addFaceMass(geometry.area(column), 1, matrix, faceSize, 1);
        });
        double[] flux = new double[grid.perLayer()];
        for (int i = 0; i < flux.length; i++) {
            // The imbalance is ∫ φ_a ∂φ/∂n with n out of the electrolyte, against the plating current.
            flux[i] = -imbalance[i];
        }
        solver.solve(flux);
        return flux;
    }

    private double meanRatio(InterfaceField field) {
        int faceSize = basis.basis(0).size() * basis.basis(1).size();
        int stride = basis.basis(2).size();
        double current = 0, projected = 0;
        for (int column = 0; column < mesh.columns(); column++) {
            int[] nodes = grid.nodes(column);
            for (int q = 0; q < geometry.area(column).length; q++) {
                double value = 0;
                for (int a = 0; a < faceSize; a++) {
                    value += faceBasis[q * faceSize + a] * field.nodal()[nodes[a * stride]];
                }
                current += geometry.area(column)[q] * value;
                projected += geometry.projectedArea(column)[q];
            }
        }
        return current / projected;
    }

    private static double norm(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
