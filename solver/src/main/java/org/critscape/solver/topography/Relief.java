package org.critscape.solver.topography;

import java.util.List;

/**
 * Where a surface is high and low, and how fine it is; lengths by the period.
 *
 * @param highest height of the highest point [S]
 * @param lowest height of the lowest point [S]
 * @param detail length over which the surface varies, half a wave: the cell's width where mirrors bound it [S]
 * @param summits local maxima in falling height, in the cell's frame; none are listed where mirrors bound the cell
 */
public record Relief(double highest, double lowest, double detail, List<Summit> summits) {
    /** Copies the list. */
    public Relief {
        summits = List.copyOf(summits);
    }

    /**
     * A local maximum of the surface.
     *
     * @param x in the cell's frame [S]
     * @param y in the cell's frame [S]
     * @param height h [S]
     * @param bendX −∂²h/∂x², 0 along a crest [1/S]
     * @param bendY −∂²h/∂y², 0 along a crest [1/S]
     */
    public record Summit(double x, double y, double height, double bendX, double bendY) {}
}
