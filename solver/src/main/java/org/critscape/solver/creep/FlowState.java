package org.critscape.solver.creep;

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

    /** Becomes other + step · correction, the correction given by unknowns. */
    void assign(FlowState other, double step, double[] correction, FlowSpace space) {
        for (int i = 0; i < velocity.length; i++) {
            int unknown = space.velocityUnknowns[i];
            velocity[i] = other.velocity[i] + (unknown < 0 ? 0 : step * correction[unknown]);
        }
        for (int i = 0; i < pressure.length; i++) {
            pressure[i] = other.pressure[i] + step * correction[space.velocityCount + i];
        }
    }

    void assign(FlowState other) {
        System.arraycopy(other.velocity, 0, velocity, 0, velocity.length);
        System.arraycopy(other.pressure, 0, pressure, 0, pressure.length);
    }
}
