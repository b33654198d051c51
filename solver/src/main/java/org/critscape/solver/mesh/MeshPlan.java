package org.critscape.solver.mesh;

import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.FundamentalCell.Edges;

/**
 * Element sizes for one of the two domains, chosen from the shape; lengths by S.
 *
 * <p>Elements shrink towards the tip of the lithium, towards the interface, and towards edges down to a few edge
 * resolutions. All sizes carry the factor {@code coarseness}, so that halving it gives a finer mesh of the same make.
 *
 * @param tip element size at the lithium tip by the cell's width
 * @param largest largest element size in the plane by the cell's width
 * @param wall height of the elements at the interface by the cell's width
 * @param tallest height of the tallest elements [S]
 * @param growth by how much element sizes grow with distance [1]
 * @param edge element size at an edge by the edge resolution
 * @param coarseness factor on all sizes [1]
 */
public record MeshPlan(
        double tip, double largest, double wall, double tallest, double growth, double edge, double coarseness) {
    /** For the potential, which is smooth but where edges bend the interface. */
    public static final MeshPlan ELECTROLYTE = new MeshPlan(0.4, 0.6, 0.5, 0.7, 2, 3, 1);

    /** For power-law creep, which loses smoothness at the tip. */
    public static final MeshPlan LITHIUM = new MeshPlan(0.05, 0.34, 0.1, 0.5, 1.5, 3, 1);

    /** Depth of both domains: beyond, potential and flow vary by less than e^(−2π) of their variation at the surface. */
    private static final double DEPTH = 1.25;

    /** Distance between the far plane and the nearest point of the interface. */
    private static final double CLEARANCE = 1;

    /** The same plan with other sizes. */
    public MeshPlan withCoarseness(double factor) {
        return new MeshPlan(tip, largest, wall, tallest, growth, edge, factor);
    }

    /** The electrolyte above the interface of a cell. */
    public ExtrudedMesh above(FundamentalCell cell) {
        return mesh(cell, Math.max(DEPTH, CLEARANCE + highest(cell, 1)));
    }

    /** The lithium below the interface of a cell. */
    public ExtrudedMesh below(FundamentalCell cell) {
        return mesh(cell, -Math.max(DEPTH, CLEARANCE + highest(cell, -1)));
    }

    private static double highest(FundamentalCell cell, double sign) {
        double far = cell.footprint() == FundamentalCell.Footprint.STRIP ? 0 : cell.width();
        return Math.max(
                sign * cell.surface().at(0, 0).height(),
                sign * cell.surface().at(cell.width(), far).height());
    }

    private ExtrudedMesh mesh(FundamentalCell cell, double farPlane) {
        double width = cell.width();
        Edges edges = cell.edges();
        double finest = edges.width() > 0 ? edge * edges.width() : Double.POSITIVE_INFINITY;
        Grading alongX = new Grading(coarseness * largest * width, growth)
                .refine(cell.tipX(), coarseness * Math.min(tip * width, finest));
        Grading alongS = new Grading(coarseness, growth);
        Grading alongTau = new Grading(coarseness * tallest / DEPTH, growth)
                .refine(0, coarseness * Math.min(wall * width, finest) / DEPTH);
        for (double position : edges.x()) {
            alongX.refine(position, coarseness * Double.parseDouble(System.getProperty("xedge","1")) * finest);
        }
        if (edges.diagonal()) {
            alongS.refine(1, coarseness * Double.parseDouble(System.getProperty("sedge","1")) * finest / width);
        }
        double[] s = cell.footprint() == FundamentalCell.Footprint.STRIP
                ? new double[] {0, 1}
                : alongS.breakpoints(0, 1);
        return new ExtrudedMesh(
                cell, alongX.breakpoints(required(edges.x(), width)), s, alongTau.breakpoints(0, 1), farPlane);
    }

    /** Breakpoints that must be met: both ends and the edges between them. */
    private static double[] required(double[] edges, double width) {
        return java.util.stream.DoubleStream.concat(
                        java.util.stream.DoubleStream.of(0, width), java.util.Arrays.stream(edges))
                .filter(x -> x >= 0 && x <= width)
                .distinct()
                .sorted()
                .toArray();
    }
}
