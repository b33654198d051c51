package org.critscape.solver.cell;

import org.critscape.solver.topography.FundamentalCell;

/** From a point of the period to the point of the fundamental cell that mirrors send there; {@link InterfaceUnfolding} leads back. */
final class InterfaceFolding {
    /**
     * A point of the fundamental cell.
     *
     * @param x in the cell's frame [S]
     * @param y in the cell's frame, 0 on a strip [S]
     */
    record Point(double x, double y) {}

    private InterfaceFolding() {}

    /**
     * The point of a cell with the surface and fields of a point of the plane.
     *
     * @param x in the topography's frame [S]
     * @param y in the topography's frame [S]
     */
    static Point fold(FundamentalCell cell, double x, double y) {
        double fromOriginX = x - cell.originX();
        double fromOriginY = y - cell.originY();
        // Turned by an eighth and reflected, a frame is its own inverse.
        double alongX = cell.alongX(fromOriginX, fromOriginY);
        double alongY = cell.alongY(fromOriginX, fromOriginY);
        return switch (cell.footprint()) {
            case STRIP -> new Point(mirrored(alongX, cell.width()), 0);
            case SQUARE -> new Point(alongX - Math.floor(alongX), alongY - Math.floor(alongY));
            case TRIANGLE -> {
                double major = mirrored(alongX, cell.width());
                double minor = mirrored(alongY, cell.width());
                yield new Point(Math.max(major, minor), Math.min(major, minor));
            }
        };
    }

    /** Within 0..width, between mirrors at both ends. */
    private static double mirrored(double position, double width) {
        double period = 2 * width;
        return Math.abs(position - period * Math.rint(position / period));
    }
}
