package org.critscape.solver.mesh;

import org.critscape.solver.topography.FundamentalCell;

/**
 * The nodes of a grid as corners of small hexahedra with straight edges, for programs that draw fields; lengths by S, in
 * the topography's frame.
 *
 * <p>A strip is drawn as deep as it is wide. A square has its own points on the far sides, whose nodes are those of the
 * near sides. At a triangle's axis hexahedra are wedges: two pairs of their corners coincide.
 *
 * @param points x, y and z of point i: [3 i + k] [S]
 * @param nodes the grid's node at each point
 * @param hexahedra points of hexahedron e: [8 e + a], the lower face anticlockwise as seen from above, then the upper one
 */
public record SubGrid(double[] points, int[] nodes, int[] hexahedra) {
    private static final int[][] FACE = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

    /** The same way round after the reflection that turned frames come with. */
    private static final int[][] REFLECTED_FACE = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};

    /** The sub-grid of a grid; its points lie side by side, not within one period. */
    public static SubGrid of(NodeGrid grid) {
        return new Builder(grid).build();
    }

    private static final class Builder {
        private final NodeGrid grid;
        private final ExtrudedMesh mesh;
        private final int rows;
        private final int lines;
        private final int layers;
        private final int perLayer;

        Builder(NodeGrid grid) {
            this.grid = grid;
            this.mesh = grid.mesh();
            this.rows = mesh.elementsAlong(0) * grid.orders()[0] + 1;
            this.lines = mesh.isStrip() ? 2 : mesh.elementsAlong(1) * grid.orders()[1] + 1;
            this.layers = mesh.elementsAlong(2) * grid.orders()[2] + 1;
            this.perLayer = mesh.isTriangle() ? 1 + (rows - 1) * lines : rows * lines;
        }

        private int point(int row, int line, int layer) {
            int base = mesh.isTriangle() ? (row == 0 ? 0 : 1 + (row - 1) * lines + line) : row * lines + line;
            return layer * perLayer + base;
        }

        SubGrid build() {
            double[] points = new double[3 * perLayer * layers];
            int[] nodes = new int[perLayer * layers];
            for (int row = 0; row < rows; row++) {
                for (int line = 0; line < lines; line++) {
                    place(row, line, points, nodes);
                }
            }
            return new SubGrid(points, nodes, hexahedra());
        }

        private void place(int row, int line, double[] points, int[] nodes) {
            FundamentalCell cell = mesh.cell();
            double x = grid.coordinate(0, row);
            double y = mesh.isStrip() ? line * cell.width() : mesh.y(x, grid.coordinate(1, line));
            double height = cell.surface().at(x, y).height();
            for (int layer = 0; layer < layers; layer++) {
                int point = point(row, line, layer);
                double tau = grid.coordinate(2, layer);
                points[3 * point] = cell.originX() + cell.alongX(x, y);
                points[3 * point + 1] = cell.originY() + cell.alongY(x, y);
                points[3 * point + 2] = height * (1 - tau) + mesh.farPlane() * tau;
                nodes[point] = grid.node(row, line, layer);
            }
        }

        private int[] hexahedra() {
            int[][] face = mesh.cell().eighthTurns() == 1 ? REFLECTED_FACE : FACE;
            int lower = mesh.farPlane() > 0 ? 0 : 1;
            int[] hexahedra = new int[8 * (rows - 1) * (lines - 1) * (layers - 1)];
            int next = 0;
            for (int layer = 0; layer + 1 < layers; layer++) {
                for (int row = 0; row + 1 < rows; row++) {
                    for (int line = 0; line + 1 < lines; line++) {
                        for (int up = 0; up < 2; up++) {
                            for (int[] corner : face) {
                                int at = layer + (up == 0 ? lower : 1 - lower);
                                hexahedra[next++] = point(row + corner[0], line + corner[1], at);
                            }
                        }
                    }
                }
            }
            return hexahedra;
        }
    }
}
