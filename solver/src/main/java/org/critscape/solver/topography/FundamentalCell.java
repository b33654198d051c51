package org.critscape.solver.topography;

import java.util.List;

/**
 * The smallest part of a periodic surface from which mirrors make the whole, or one whole period; lengths by the peak
 * separation S.
 *
 * <p>Every side of a triangle or strip is a mirror plane; opposite sides of a square are the same. The footprint's own frame (x, y) is turned and shifted against the
 * frame of the topography: {@link #positionX} and {@link #positionY} lead back.
 *
 * @param footprint its outline
 * @param width of the outline along x [S]
 * @param surface the height field, of zero mean
 * @param edges where the surface bends within a short distance
 * @param tipAtFarCorner the highest lithium stands at x = width (on the diagonal), not at the origin
 * @param eighthTurns by how many eighths of a turn the frame is turned: 0 or 1
 * @param originX origin of this frame in the topography's frame [S]
 * @param originY origin of this frame in the topography's frame [S]
 * @param relief heights and details
 */
public record FundamentalCell(
        Footprint footprint,
        double width,
        Surface surface,
        Edges edges,
        boolean tipAtFarCorner,
        int eighthTurns,
        double originX,
        double originY,
        Relief relief) {
    private static final double HALF_SQRT2 = Math.sqrt(0.5);

    /** Outlines that mirrors complete to the plane. */
    public enum Footprint {
        /** 0 ≤ y ≤ x ≤ width: mirrors in y = 0, x = width and the diagonal. */
        TRIANGLE,
        /** 0 ≤ x ≤ width, nothing varies along y. */
        STRIP,
        /** 0 ≤ x, y ≤ width = 1, periodic. */
        SQUARE
    }

    /** A cell between mirrors, whose highest and lowest points are its origin and the far end. */
    FundamentalCell(
            Footprint footprint,
            double width,
            Surface surface,
            Edges edges,
            boolean tipAtFarCorner,
            int eighthTurns,
            double originX,
            double originY) {
        this(
                footprint,
                width,
                surface,
                edges,
                tipAtFarCorner,
                eighthTurns,
                originX,
                originY,
                betweenMirrors(footprint, width, surface));
    }

    private static Relief betweenMirrors(Footprint footprint, double width, Surface surface) {
        double near = surface.at(0, 0).height();
        double far = surface.at(width, footprint == Footprint.STRIP ? 0 : width).height();
        return new Relief(Math.max(near, far), Math.min(near, far), width, List.of());
    }

    /**
     * Edges of a sharp shape before it was rounded, all lines x = const but for the diagonal.
     *
     * @param ridge where lithium protrudes sharply [S]
     * @param groove where electrolyte protrudes sharply [S]
     * @param diagonal whether the diagonal of the triangle is an edge too
     * @param width distance over which the surface bends, the edge resolution; 0 for a smooth surface [S]
     */
    public record Edges(double ridge, double groove, boolean diagonal, double width) {
        /** A smooth surface. */
        public static final Edges NONE = new Edges(0, 0, false, 0);

        /** Whether there are none. */
        public boolean isEmpty() {
            return width == 0;
        }
    }

    /** x of the lithium tip in this frame [S]. */
    public double tipX() {
        return tipAtFarCorner ? width : 0;
    }

    /** y of the lithium tip in this frame [S]. */
    public double tipY() {
        return footprint == Footprint.STRIP ? 0 : tipX();
    }

    /** Peak-to-trough height after filtering [S]. */
    public double filteredHeight() {
        return relief.highest() - relief.lowest();
    }

    /** x of a point of this frame in the topography's frame, within −1/2..1/2 [S]. */
    public double positionX(double x, double y) {
        return wrap(originX + alongX(x, y));
    }

    /** y of a point of this frame in the topography's frame, within −1/2..1/2 [S]. */
    public double positionY(double x, double y) {
        return wrap(originY + alongY(x, y));
    }

    /** Component along the topography's x of a vector of this frame. */
    public double alongX(double x, double y) {
        return eighthTurns == 0 ? x : HALF_SQRT2 * (x + y);
    }

    /** Component along the topography's y of a vector of this frame; an eighth of a turn comes with a reflection. */
    public double alongY(double x, double y) {
        return eighthTurns == 0 ? y : HALF_SQRT2 * (x - y);
    }

    private static double wrap(double position) {
        return position - Math.rint(position);
    }
}
