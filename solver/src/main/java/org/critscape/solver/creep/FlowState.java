package org.critscape.solver.creep;

import org.critscape.solver.mesh.NodalTransfer;

/**
 * Nodal velocity and pressure.
 *
 * @param velocity component c at node i: [3 i + c]
 * @param pressure at node i
 */
record FlowState(double[] velocity, double[] pressure) {
    /** At rest and without pressure. */
    static FlowState atRest(FlowSpace space) {
        return new FlowState(new double[3 * space.velocityGrid.size()], new double[space.pressureGrid.size()]);
    }

    /** A field on other grids, at equal grid coordinates; components without an unknown are 0. */
    static FlowState interpolated(FlowField field, FlowSpace space) {
        FlowState state = atRest(space);
        NodalTransfer velocities = new NodalTransfer(field.velocityGrid(), space.velocityGrid);
        for (int c = 0; c < 3; c++) {
            velocities.apply(field.velocity(), 3, c, state.velocity);
        }
        for (int i = 0; i < state.velocity.length; i++) {
            if (space.velocityUnknowns[i] < 0) {
                state.velocity[i] = 0;
            } else if (i % 3 == 1 && space.velocityUnknowns[i] == space.velocityUnknowns[i - 1]) {
                state.velocity[i] = state.velocity[i - 1];
            }
        }
        new NodalTransfer(field.pressureGrid(), space.pressureGrid).apply(field.pressure(), 1, 0, state.pressure);
        return state;
    }

    /** Becomes other + step · correction, the correction given by unknowns. */
    void assign(FlowState other, double step, double[] correction, FlowSpace space) {
        System.arraycopy(other.velocity, 0, velocity, 0, velocity.length);
        space.advance(velocity, step, correction);
        for (int i = 0; i < pressure.length; i++) {
            pressure[i] = other.pressure[i] + step * correction[space.velocityCount + i];
        }
    }

    void assign(FlowState other) {
        System.arraycopy(other.velocity, 0, velocity, 0, velocity.length);
        System.arraycopy(other.pressure, 0, pressure, 0, pressure.length);
    }
}
