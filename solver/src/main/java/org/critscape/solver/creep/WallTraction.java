package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.topography.Surface;

/**
 * The pressure with which the creeping lithium bears on the interface, T = −n̂·σ·n̂ = Π − 2η n̂·D·n̂, by σ0.
 *
 * <p>Strain rates are evaluated at Gauss points of the interface and T is projected, in the mean square over the
 * projected area, to the polynomials of the pressure, since D jumps between elements. Of n̂·D·n̂ = tr D − D_t, D_t the
 * stretching within the interface, continuity leaves −D_t, which holds derivatives along the interface alone: these are
 * those of the velocity given there and, other than derivatives across it, do not suffer where the flow is not smooth.
 */
final class WallTraction {
    private final FlowSpace space;
    private final GaussRule[] rules;
    private final MeshGeometry geometry;
    private final FlowPoints points;
    private final double[] values;

    WallTraction(FlowSpace space) {
        this.space = space;
        GaussRule wall = new GaussRule(new double[] {0}, new double[] {1});
        this.rules = new GaussRule[] {space.velocityBasis.rule(0), space.velocityBasis.rule(1), wall};
        this.geometry = new MeshGeometry(space.mesh, rules);
        TensorBasis basis = new TensorBasis(space.velocityGrid.orders(), rules);
        this.points = new FlowPoints(space.velocityGrid, basis, geometry);
        this.values = new TensorBasis(space.pressureGrid.orders(), rules).faceValues();
    }

    /** T over the interface, on the grid of the pressure. */
    InterfaceField evaluate(FlowState state, PowerLaw law) {
        int nodes = space.pressureGrid.perLayer();
        double[] viscous = new double[nodes];
        for (int column = 0; column < space.mesh.columns(); column++) {
            points.evaluate(column, state.velocity(), law);
            addMoments(column, viscous);
        }
        massMatrix(nodes).solve(viscous);
        double[] traction = Arrays.copyOf(state.pressure(), nodes);
        for (int i = 0; i < nodes; i++) {
            traction[i] -= viscous[i];
        }
        return new InterfaceField(space.pressureGrid, traction);
    }

    /** Adds ∫ 2η n̂·D·n̂ ψ_a over the projection of a column. */
    private void addMoments(int column, double[] moments) {
        double[] weights = geometry.projectedArea(column);
        int functions = values.length / weights.length;
        for (int q = 0; q < weights.length; q++) {
            double stress = 2 * points.viscosity[q] * normalRate(geometry.surfacePoint(column, q), q);
            for (int a = 0; a < functions; a++) {
                moments[node(column, a)] += weights[q] * stress * values[q * functions + a];
            }
        }
    }

    /** −D_t = n̂·D·n̂ − tr D. */
    private double normalRate(Surface.Point point, int q) {
        double[] normal = {-point.slopeX(), -point.slopeY(), 1};
        double square = point.areaFactor() * point.areaFactor();
        double sum = -points.rate[0][q] - points.rate[4][q] - points.rate[8][q];
        for (int i = 0; i < 9; i++) {
            sum += normal[i / 3] * points.rate[i][q] * normal[i % 3] / square;
        }
        return sum;
    }

    private MultifrontalSolver massMatrix(int nodes) {
        int functions = values.length / geometry.projectedArea(0).length;
        int[][] unknowns = new int[space.mesh.columns()][functions];
        for (int column = 0; column < unknowns.length; column++) {
            int of = column;
            Arrays.setAll(unknowns[column], a -> node(of, a));
        }
        int[][] positions = Arrays.copyOf(space.mesh.positions(), unknowns.length);
        MultifrontalSolver solver = new MultifrontalSolver(unknowns, positions, new int[nodes]);
        solver.factor((column, matrix) -> {
            double[] weights = geometry.projectedArea(column);
            Arrays.fill(matrix, 0, functions * functions, 0);
            for (int q = 0; q < weights.length; q++) {
                for (int a = 0; a < functions; a++) {
                    double weighted = weights[q] * values[q * functions + a];
                    for (int b = 0; b < functions; b++) {
                        matrix[a * functions + b] += weighted * values[q * functions + b];
                    }
                }
            }
        });
        return solver;
    }

    /** Node of a column's function on the interface. */
    private int node(int column, int function) {
        return space.pressureGrid
                .nodes(column)[function * space.pressureBasis.basis(2).size()];
    }
}
