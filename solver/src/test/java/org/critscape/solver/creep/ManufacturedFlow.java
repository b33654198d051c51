package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Surface;

/**
 * A smooth flow without divergence that keeps to the mirrors of the triangle, below a curved interface:
 *
 * <pre>
 *   u = (sin ax cos ay f′, cos ax sin ay f′, −2a cos ax cos ay f) + (0, 0, −1), f = sin(2z) / 8, p = cos ax cos ay (1 + z)
 * </pre>
 *
 * The forces that hold it enter as the functional ∫ σ : ∇v of its exact stress, which includes the traction on the far
 * plane.
 */
final class ManufacturedFlow {
    private static final double A = 2 * Math.PI;

    /**
     * Errors of a solve.
     *
     * @param velocity root mean square over the domain
     * @param pressure root mean square over the nodes of the interface
     * @param traction the same of the normal traction
     */
    record Errors(double velocity, double pressure, double traction) {}

    private ManufacturedFlow() {}

    static Errors solve(int order, int elements, PowerLaw law) throws NotConvergedException {
        return solve(order, elements, law, Wall.STICK);
    }

    static Errors solve(int order, int elements, PowerLaw law, Wall wall) throws NotConvergedException {
        FundamentalCell cell = new EggBox(EggBox.Form.SUM, 0.2, 1, Polarity.LITHIUM).fundamentalCell();
        double[] breaks = new double[elements + 1];
        Arrays.setAll(breaks, i -> (double) i / elements);
        double[] x = Arrays.stream(breaks).map(b -> b * cell.width()).toArray();
        FlowSpace space = new FlowSpace(new ExtrudedMesh(cell, x, breaks, breaks, -0.5), order, wall);
        FlowState state = FlowState.atRest(space);
        setWall(space, cell, state, wall);
        FlowNewton newton = new FlowNewton(space);
        addLoad(space, law, newton.load());
        newton.solve(law, state, true, 1e-11, 0, 60);
        double[] traction = new WallTraction(space).evaluate(state, law).nodal();
        return new Errors(
                velocityError(space, state),
                pressureError(space, cell, state),
                tractionError(space.pressureGrid, cell, law, traction));
    }

    private static void setWall(FlowSpace space, FundamentalCell cell, FlowState state, Wall wall) {
        NodeGrid grid = space.velocityGrid;
        for (int node = 0; node < grid.perLayer(); node++) {
            double nodeX = grid.x(node), nodeY = grid.y(node);
            Surface.Point point = cell.surface().at(nodeX, nodeY);
            double[] u = velocity(nodeX, nodeY, point.height());
            if (wall == Wall.STICK) {
                System.arraycopy(u, 0, state.velocity(), 3 * node, 3);
            } else {
                double outward = (u[2] - point.slopeX() * u[0] - point.slopeY() * u[1]) / point.areaFactor();
                space.setWall(node, -outward, state.velocity());
            }
        }
    }

    private static double[] velocity(double x, double y, double z) {
        double f = Math.sin(2 * z) / 8, slope = Math.cos(2 * z) / 4;
        return new double[] {
            Math.sin(A * x) * Math.cos(A * y) * slope,
            Math.cos(A * x) * Math.sin(A * y) * slope,
            -2 * A * Math.cos(A * x) * Math.cos(A * y) * f - 1
        };
    }

    private static double pressure(double x, double y, double z) {
        return Math.cos(A * x) * Math.cos(A * y) * (1 + z);
    }

    /** ∂_k u_i at 3 i + k. */
    private static double[] gradient(double x, double y, double z) {
        double f = Math.sin(2 * z) / 8, slope = Math.cos(2 * z) / 4, curvature = -Math.sin(2 * z) / 2;
        double cc = Math.cos(A * x) * Math.cos(A * y), ss = Math.sin(A * x) * Math.sin(A * y);
        double sc = Math.sin(A * x) * Math.cos(A * y), cs = Math.cos(A * x) * Math.sin(A * y);
        return new double[] {
            A * cc * slope, -A * ss * slope, sc * curvature,
            -A * ss * slope, A * cc * slope, cs * curvature,
            2 * A * A * sc * f, 2 * A * A * cs * f, -2 * A * cc * slope
        };
    }

    private static double[] stress(double x, double y, double z, PowerLaw law) {
        double[] g = gradient(x, y, z);
        double[] rate = new double[9];
        double contraction = 0;
        for (int i = 0; i < 9; i++) {
            rate[i] = 0.5 * (g[i] + g[i % 3 * 3 + i / 3]);
            contraction += rate[i] * rate[i];
        }
        double viscosity = law.viscosity(law.squaredRate(contraction));
        for (int i = 0; i < 9; i++) {
            rate[i] = 2 * viscosity * rate[i] - (i % 4 == 0 ? pressure(x, y, z) : 0);
        }
        return rate;
    }

    private static void addLoad(FlowSpace space, PowerLaw law, double[] load) {
        TensorBasis basis = space.velocityBasis;
        int n = basis.size();
        double[] work = new double[basis.workLength()];
        double[] flux = new double[basis.points()];
        double[] local = new double[3 * n];
        for (int e = 0; e < space.mesh.elements(); e++) {
            double[][] m = space.geometry.metric(e);
            Arrays.fill(local, 0);
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < 3; d++) {
                    for (int q = 0; q < flux.length; q++) {
                        double[] at = point(space, e, q);
                        double[] sigma = stress(at[0], at[1], at[2], law);
                        flux[q] = 0;
                        for (int k = 0; k < 3; k++) {
                            flux[q] += space.geometry.volume(e)[q] * sigma[3 * i + k] * m[3 * k + d][q];
                        }
                    }
                    basis.test(d, flux, local, i * n, work);
                }
            }
            space.scatter(e, local, load);
        }
    }

    private static double[] point(FlowSpace space, int element, int q) {
        TensorBasis basis = space.velocityBasis;
        int m2 = basis.rule(1).size(), m3 = basis.rule(2).size();
        int[] index = {q / (m2 * m3), q / m3 % m2, q % m3};
        int[] position = space.mesh.position(element);
        double[] at = new double[3];
        for (int d = 0; d < 3; d++) {
            at[d] = space.mesh.start(d, position[d])
                    + space.mesh.extent(d, position[d]) * basis.rule(d).points()[index[d]];
        }
        double height = space.geometry
                .surfacePoint(element % space.mesh.columns(), q / m3)
                .height();
        return new double[] {at[0], at[0] * at[1], height * (1 - at[2]) + space.mesh.farPlane() * at[2]};
    }

    private static double velocityError(FlowSpace space, FlowState state) {
        TensorBasis basis = space.velocityBasis;
        double[] local = new double[basis.size()];
        double[] values = new double[basis.points()];
        double[] work = new double[basis.workLength()];
        double square = 0;
        for (int e = 0; e < space.mesh.elements(); e++) {
            int[] nodes = space.velocityGrid.nodes(e);
            for (int i = 0; i < 3; i++) {
                for (int a = 0; a < local.length; a++) {
                    local[a] = state.velocity()[3 * nodes[a] + i];
                }
                basis.interpolate(-1, local, 0, values, work);
                for (int q = 0; q < values.length; q++) {
                    double[] at = point(space, e, q);
                    double error = values[q] - velocity(at[0], at[1], at[2])[i];
                    square += space.geometry.volume(e)[q] * error * error;
                }
            }
        }
        return Math.sqrt(square);
    }

    private static double pressureError(FlowSpace space, FundamentalCell cell, FlowState state) {
        NodeGrid grid = space.pressureGrid;
        double square = 0;
        for (int node = 0; node < grid.perLayer(); node++) {
            double nodeX = grid.x(node), nodeY = grid.y(node);
            double exact =
                    pressure(nodeX, nodeY, cell.surface().at(nodeX, nodeY).height());
            square += Math.pow(state.pressure()[node] - exact, 2);
        }
        return Math.sqrt(square / grid.perLayer());
    }

    private static double tractionError(NodeGrid grid, FundamentalCell cell, PowerLaw law, double[] traction) {
        double square = 0;
        for (int node = 0; node < grid.perLayer(); node++) {
            Surface.Point point = cell.surface().at(grid.x(node), grid.y(node));
            double[] sigma = stress(grid.x(node), grid.y(node), point.height(), law);
            double[] normal = {-point.slopeX(), -point.slopeY(), 1};
            double exact = 0;
            for (int i = 0; i < 9; i++) {
                exact -= normal[i / 3] * sigma[i] * normal[i % 3] / Math.pow(point.areaFactor(), 2);
            }
            square += Math.pow(traction[node] - exact, 2);
        }
        return Math.sqrt(square / grid.perLayer());
    }
}
