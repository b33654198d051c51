package org.critscape.solver.creep;

import java.util.Arrays;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodeGrid;

/**
 * A creep flow over the whole lithium, on its own grids.
 *
 * @param velocityGrid whose nodes carry the velocity
 * @param velocity component c at node i by v0: [3 i + c]
 * @param pressureGrid whose nodes carry the pressure
 * @param pressure excess pressure at node i by σ0
 */
public record FlowField(NodeGrid velocityGrid, double[] velocity, NodeGrid pressureGrid, double[] pressure) {
    /** Pressure function Π over the interface [1]. */
    public InterfaceField interfacePressure() {
        return new InterfaceField(pressureGrid, Arrays.copyOf(pressure, pressureGrid.perLayer()));
    }
}
