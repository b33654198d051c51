package org.critscape.solver.creep;

/**
 * Nodal velocity and pressure.
 *
 * @param velocity component c at node i: [3 i + c]
 * @param pressure at node i
 */
record FlowState(double[] velocity, double[] pressure) {
    FlowState copy() {
        return new FlowState(velocity.clone(), pressure.clone());
    }

    /** this = other + step · correction, the correction given by unknowns. */
    void advance(FlowState other, double step, double[] correction, FlowSpace space) {
        for (int i = 0; i < velocity.length; i++) {
            int unknown = space.velocityUnknowns[i];
            velocity[i] = other.velocity[i] + (unknown < 0 ? 0 : step * correction[unknown]);
        }
        for (int i = 0; i < pressure.length; i++) {
            pressure[i] = other.pressure[i] + step * correction[space.velocityCount + i];
        }
    }
}
