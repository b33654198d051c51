package org.critscape.solver.mesh;

import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.FundamentalCell.Footprint;

/**
 * Hexahedra between the interface and a far plane over a fundamental cell; lengths by S.
 *
 * <p>The mesh is a tensor grid in (x, s, τ). Over the triangle 0 ≤ y ≤ x, s = y/x: its diagonal and its leg y = 0 are
 * grid lines, and elements shrink with x towards the origin, where their sides s = const meet in the vertical axis.
 * Over a strip nothing varies along y and s stands idle with a single element. Over a square
 * s = y, and opposite sides are the same: the mesh is periodic. Heights blend linearly,
 * z = h(x, y) (1 − τ) + z_far τ, so interface and far plane are grid surfaces exactly, whatever the polynomial order.
 *
 * <p>Elements are numbered with s fastest, then x, then τ: the first layer touches the interface.
 */
public final class ExtrudedMesh {
    private final FundamentalCell cell;
    private final double[][] breaks;
    private final double farPlane;

    /**
     * @param cell the surface
     * @param x ascending breakpoints from 0 to the cell's width
     * @param s ascending breakpoints from 0 to 1, of y over a square; just these two over a strip
     * @param tau ascending breakpoints from 0, the interface, to 1, the far plane
     * @param farPlane z of the far plane: above the interface for electrolyte, below for lithium
     */
    public ExtrudedMesh(FundamentalCell cell, double[] x, double[] s, double[] tau, double farPlane) {
        this.cell = cell;
        this.breaks = new double[][] {x.clone(), s.clone(), tau.clone()};
        this.farPlane = farPlane;
    }

    /** The surface under the mesh. */
    public FundamentalCell cell() {
        return cell;
    }

    /** z of the far plane. */
    public double farPlane() {
        return farPlane;
    }

    /** Whether nothing varies along y. */
    public boolean isStrip() {
        return cell.footprint() == Footprint.STRIP;
    }

    /** Whether s = y/x and the elements meet in the axis x = 0. */
    public boolean isTriangle() {
        return cell.footprint() == Footprint.TRIANGLE;
    }

    /** Whether opposite sides are the same. */
    public boolean isPeriodic() {
        return cell.footprint() == Footprint.SQUARE;
    }

    /** Number of elements along direction 0 (x), 1 (s) or 2 (τ). */
    public int elementsAlong(int direction) {
        return breaks[direction].length - 1;
    }

    /** Number of elements that touch the interface. */
    public int columns() {
        return elementsAlong(0) * elementsAlong(1);
    }

    /** Number of elements. */
    public int elements() {
        return columns() * elementsAlong(2);
    }

    /** Index of an element along each direction. */
    public int[] position(int element) {
        int column = element % columns();
        return new int[] {column / elementsAlong(1), column % elementsAlong(1), element / columns()};
    }

    /** Positions of all elements. */
    public int[][] positions() {
        int[][] positions = new int[elements()][];
        for (int e = 0; e < positions.length; e++) {
            positions[e] = position(e);
        }
        return positions;
    }

    /** Coordinate where the i-th element of a direction begins. */
    public double start(int direction, int i) {
        return breaks[direction][i];
    }

    /** Extent of the i-th element of a direction. */
    public double extent(int direction, int i) {
        return breaks[direction][i + 1] - breaks[direction][i];
    }

    /** The element of a direction that holds a coordinate; the lower one on a breakpoint, but for the first. */
    public int find(int direction, double coordinate) {
        int i = 0;
        while (i + 1 < elementsAlong(direction) && coordinate > breaks[direction][i + 1]) {
            i++;
        }
        return i;
    }

    /** y at grid coordinates (x, s). */
    public double y(double x, double s) {
        return isTriangle() ? x * s : s;
    }

    /** s at a point (x, y) of the cell, the inverse of {@link #y}. */
    public double s(double x, double y) {
        return !isTriangle() ? y : x == 0 ? 0 : Math.min(1, y / x);
    }
}
