package org.critscape.solver.cell;

import java.util.Arrays;
import org.critscape.solver.creep.FlowField;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/** The analytic fields of the plane, on one element either side: even current, lithium that moves as a plug. */
final class PlaneFields {
    /** Depth of either side, that of the meshes of contours [S]. */
    private static final double DEPTH = 1.25;

    private PlaneFields() {}

    static SolvedContour of(CellSolver.Accepted accepted, InterfaceSamples plane, @Nullable CriticalCurrent critical) {
        NodeGrid electrolyte = grid(accepted, DEPTH);
        boolean isPrimary = accepted.input().kinetics() instanceof Kinetics.Primary;
        double overpotential = isPrimary
                ? 0
                : DrivenFields.law(accepted, CellSolver.REPORTED_CURRENT_DENSITY)
                        .potential(1);
        CurrentDistribution current =
                new CurrentDistribution(constant(electrolyte, 1), constant(electrolyte, overpotential), 1, 1, 0, 0, 0);
        return new SolvedContour(
                accepted, current, critical == null ? null : plug(accepted), plane, plane, critical, new double[0]);
    }

    private static FlowField plug(CellSolver.Accepted accepted) {
        NodeGrid lithium = grid(accepted, -DEPTH);
        double[] velocity = new double[3 * lithium.size()];
        for (int node = 0; node < lithium.size(); node++) {
            velocity[3 * node + 2] = -1;
        }
        return new FlowField(lithium, velocity, lithium, new double[lithium.size()]);
    }

    private static NodeGrid grid(CellSolver.Accepted accepted, double farPlane) {
        FundamentalCell cell = accepted.input().topography().fundamentalCell();
        double[] unit = {0, 1};
        return new NodeGrid(new ExtrudedMesh(cell, new double[] {0, cell.width()}, unit, unit, farPlane), 1);
    }

    private static InterfaceField constant(NodeGrid grid, double value) {
        double[] nodal = new double[grid.perLayer()];
        Arrays.fill(nodal, value);
        return new InterfaceField(grid, nodal);
    }
}
