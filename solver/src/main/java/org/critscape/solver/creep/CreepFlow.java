package org.critscape.solver.creep;

import org.critscape.solver.mesh.InterfaceField;

/**
 * Lithium creep below the interface.
 *
 * @param field velocity and pressure of the finest level
 * @param normalTraction T = −n̂·σ·n̂ over the interface, by σ0, beyond the stack pressure [1]
 * @param inflow volume flow through the interface by projected area [1]
 * @param outflow volume flow through the far plane by projected area [1]
 * @param unknowns of the finest level
 * @param newtonIterations over all levels
 * @param error estimated relative error that Newton's method leaves in the velocity [1]
 */
public record CreepFlow(
        FlowField field,
        InterfaceField normalTraction,
        double inflow,
        double outflow,
        int unknowns,
        int newtonIterations,
        double error) {
    /** Pressure function Π over the interface [1]. */
    public InterfaceField pressure() {
        return field.interfacePressure();
    }
}
