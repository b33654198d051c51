package org.critscape.solver.mesh;

/**
 * A piecewise polynomial field on the interface.
 *
 * @param grid whose interface nodes carry the values
 * @param nodal values at the grid's first {@link NodeGrid#perLayer} nodes
 */
public record InterfaceField(NodeGrid grid, double[] nodal) {
    /** The field at (x, s) of the mesh. */
    public double at(double x, double s) {
        ExtrudedMesh mesh = grid.mesh();
        int ix = mesh.find(0, x);
        int is = mesh.isStrip() ? 0 : mesh.find(1, s);
        double[] alongX = grid.basis(0).values((x - mesh.start(0, ix)) / mesh.extent(0, ix));
        double[] alongS = grid.basis(1).values((s - mesh.start(1, is)) / mesh.extent(1, is));
        int[] nodes = grid.nodes(ix * mesh.elementsAlong(1) + is);
        int perLine = grid.basis(2).size();
        double sum = 0;
        for (int a1 = 0; a1 < alongX.length; a1++) {
            for (int a2 = 0; a2 < alongS.length; a2++) {
                sum += alongX[a1] * alongS[a2] * nodal[nodes[(a1 * alongS.length + a2) * perLine]];
            }
        }
        return sum;
    }
}
