package org.critscape.solver.mesh;

import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.FundamentalCell.Edges;
import org.critscape.solver.topography.FundamentalCell.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * Element sizes for one of the two domains, chosen from the shape.
 *
 * <p>Elements shrink towards the tip of the lithium, towards the interface, and towards edges down to about an edge
 * resolution. Where electrolyte protrudes, pressure and current are low and elements may be larger. Over a whole cell its
 * detail, half a wave, takes the place of the cell's width, see {@link WholeCellMesh}. Levels divide the same map more
 * finely, see {@link Grading}, so that a level refines everywhere and in every direction.
 *
 * @param tip element size at the lithium tip by the cell's width [1]
 * @param wall height of the elements at the interface by the cell's width [1]
 * @param largest size of the largest elements in the plane by the cell's width [1]
 * @param widest extent of the largest elements in s = y/x [1]
 * @param tallest height of the tallest elements [S]
 * @param growth by how much element sizes grow with distance [1]
 * @param edged sizes by the edge resolution
 * @param fineness by how much everything is divided more finely than these sizes say [1]
 */
public record MeshPlan(
        double tip,
        double wall,
        double largest,
        double widest,
        double tallest,
        double growth,
        Edged edged,
        double fineness) {
    private static final MeshPlan POTENTIAL =
            new MeshPlan(0.08, 0.29, 0.52, 0.5, 1.2, 1.4, new Edged(1.5, 1.4, 1.5, 3, 1.5, 1.4), 1);
    private static final MeshPlan SMOOTH_CREEP = new MeshPlan(0.06, 0.1, 0.6, 1, 1, 1.6, Edged.NONE, 1);
    private static final MeshPlan EDGED_CREEP =
            new MeshPlan(0.3, 0.11, 0.6, 0.7, 1, 2, new Edged(0.3, 1.7, 0.6, 10, 0.6, 2.5), 0.71);
    private static final MeshPlan EDGED_STRIP =
            new MeshPlan(0.3, 0.11, 0.6, 1, 1, 1.2, new Edged(0.25, 1.5, 0.7, 10, 1, 1), 1);
    private static final MeshPlan EDGED_VISCOUS =
            new MeshPlan(0.3, 0.11, 0.6, 0.7, 1, 1, new Edged(0.4, 1.7, 0.7, 10, 0.8, 1.3), 0.85);

    /** Exponent from which on stress hardly follows the strain rate, which is high at edges only. */
    private static final double HARD = 2;

    private static final MeshPlan WHOLE_CREEP = new MeshPlan(0.18, 0.14, 0.68, 1, 0.7, 1.5, Edged.NONE, 1);

    /**
     * Element sizes where edges bend the interface, by the edge resolution.
     *
     * @param layer height of the elements at the interface [1]
     * @param deepening growth of the heights away from the interface [1]
     * @param ridge size at an edge of lithium [1]
     * @param groove size at an edge of electrolyte [1]
     * @param diagonal size beside an edge along the diagonal, where the tip is not on the axis [1]
     * @param closing growth of the extents in s away from the diagonal [1]
     */
    public record Edged(double layer, double deepening, double ridge, double groove, double diagonal, double closing) {
        private static final Edged NONE = new Edged(0, 1, 0, 0, 0, 1);
    }

    /** Depth of both domains [S]: there the slowest mode of the surface has decayed to e^(−2π · 1.25). */
    private static final double DEPTH = 1.25;

    /** Least distance between the far plane and the interface [S]. */
    private static final double CLEARANCE = 1;

    /** For the potential, which is smooth but where edges bend the interface. */
    public static MeshPlan potential() {
        return POTENTIAL;
    }

    /** For power-law creep of a large exponent, see {@link #creep(FundamentalCell, double)}. */
    public static MeshPlan creep(FundamentalCell cell) {
        return creep(cell, Double.POSITIVE_INFINITY);
    }

    /**
     * For power-law creep, which loses smoothness at tip, interface and edges. The closer to viscous flow, the sharper are
     * the peaks of pressure at edges.
     */
    public static MeshPlan creep(FundamentalCell cell, double exponent) {
        if (cell.footprint() == Footprint.SQUARE) {
            return WHOLE_CREEP;
        }
        if (cell.edges().isEmpty()) {
            return SMOOTH_CREEP;
        }
        if (cell.footprint() == Footprint.STRIP) {
            return EDGED_STRIP;
        }
        if (exponent >= HARD) {
            return EDGED_CREEP;
        }
        // Around a tip on the axis elements are few, so that the coarsest may be smaller.
        return cell.edges().ridge() > 0 ? EDGED_VISCOUS.refined(-1) : EDGED_VISCOUS;
    }

    /** The plan of a level: with each one elements shrink by √2. */
    public MeshPlan refined(int level) {
        return scaled(StrictMath.pow(2, -0.5 * level));
    }

    /** The same make with all elements larger by a factor: below 1 a finer mesh. */
    public MeshPlan scaled(double factor) {
        return new MeshPlan(tip, wall, largest, widest, tallest, growth, edged, fineness / factor);
    }

    /** A grading of this plan's fineness. */
    Grading grading(double largestSize, double sizeGrowth) {
        return new Grading(largestSize, sizeGrowth, fineness);
    }

    /** The electrolyte above the interface of a cell. */
    public ExtrudedMesh above(FundamentalCell cell) {
        return mesh(cell, heightAbove(cell), null);
    }

    /** The lithium below the interface of a cell. */
    public ExtrudedMesh below(FundamentalCell cell) {
        return mesh(cell, -depthBelow(cell), null);
    }

    /**
     * Numbers of elements of a mesh: along x between one edge and the next, then along s, then away from the interface.
     * Meshes of cells of one make with equal divisions move smoothly with all that shapes the cell.
     */
    public record Divisions(List<Integer> counts) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** Keeps its own copy. */
        public Divisions {
            counts = List.copyOf(counts);
        }
    }

    /** The electrolyte above the interface of a triangle or strip, with divisions that are given. */
    public ExtrudedMesh above(FundamentalCell cell, Divisions divisions) {
        return mesh(cell, heightAbove(cell), divisions);
    }

    /** The lithium below the interface of a triangle or strip, with divisions that are given. */
    public ExtrudedMesh below(FundamentalCell cell, Divisions divisions) {
        return mesh(cell, -depthBelow(cell), divisions);
    }

    /** The divisions of {@link #above(FundamentalCell)} of a triangle or strip. */
    public Divisions divisionsAbove(FundamentalCell cell) {
        return new Gradings(cell, heightAbove(cell)).divisions();
    }

    /** The divisions of {@link #below(FundamentalCell)} of a triangle or strip. */
    public Divisions divisionsBelow(FundamentalCell cell) {
        return new Gradings(cell, depthBelow(cell)).divisions();
    }

    private static double heightAbove(FundamentalCell cell) {
        return Math.max(DEPTH, CLEARANCE + highest(cell, 1));
    }

    private static double depthBelow(FundamentalCell cell) {
        return Math.max(DEPTH, CLEARANCE + highest(cell, -1));
    }

    private static double highest(FundamentalCell cell, double sign) {
        return sign > 0 ? cell.relief().highest() : -cell.relief().lowest();
    }

    private ExtrudedMesh mesh(FundamentalCell cell, double farPlane, @Nullable Divisions divisions) {
        if (cell.footprint() == Footprint.SQUARE) {
            return new WholeCellMesh(cell, this).mesh(farPlane);
        }
        Gradings gradings = new Gradings(cell, Math.abs(farPlane));
        return gradings.mesh(farPlane, divisions == null ? gradings.divisions() : divisions);
    }

    /** Sizes along the three directions of a mesh. */
    private final class Gradings {
        private final FundamentalCell cell;
        private final Grading alongX;
        private final Grading alongS;
        private final Grading alongTau;
        private final double[] x;

        Gradings(FundamentalCell cell, double depth) {
            this.cell = cell;
            double width = cell.width();
            Edges edges = cell.edges();
            double layer = edges.isEmpty() ? wall * width : Math.min(wall * width, edged.layer() * edges.width());
            this.alongX = grading(largest * width, growth).refine(cell.tipX(), tip * width);
            this.alongTau = grading(tallest / depth, edges.isEmpty() ? growth : edged.deepening())
                    .refine(0, layer / depth);
            this.alongS = grading(widest, edges.isEmpty() ? growth : edged.closing());
            DoubleStream between = DoubleStream.of();
            if (!edges.isEmpty()) {
                alongX.refine(edges.ridge(), edged.ridge() * edges.width())
                        .refine(edges.groove(), edged.groove() * edges.width());
                // Adding zero makes a zero of the negative zero, which would be another grid line.
                between = DoubleStream.of(edges.ridge() + 0.0, edges.groove() + 0.0);
                // Towards a tip on the axis lines s = const close in on the diagonal by themselves.
                if (edges.diagonal() && edges.ridge() > 0) {
                    alongS.refine(1, edged.diagonal() * edges.width() / edges.ridge());
                }
            }
            this.x = DoubleStream.concat(DoubleStream.of(0, width), between)
                    .distinct()
                    .sorted()
                    .toArray();
        }

        Divisions divisions() {
            IntStream along = IntStream.of(alongX.counts(x));
            int across = cell.footprint() == Footprint.STRIP ? 1 : alongS.counts(0, 1)[0];
            return new Divisions(IntStream.concat(along, IntStream.of(across, alongTau.counts(0, 1)[0]))
                    .boxed()
                    .toList());
        }

        ExtrudedMesh mesh(double farPlane, Divisions divisions) {
            int[] counts =
                    divisions.counts().stream().mapToInt(Integer::intValue).toArray();
            int intervals = counts.length - 2;
            double[] s = cell.footprint() == Footprint.STRIP
                    ? new double[] {0, 1}
                    : alongS.breakpoints(new int[] {counts[intervals]}, 0, 1);
            return new ExtrudedMesh(
                    cell,
                    alongX.breakpoints(counts, x),
                    s,
                    alongTau.breakpoints(new int[] {counts[intervals + 1]}, 0, 1),
                    farPlane);
        }
    }
}
