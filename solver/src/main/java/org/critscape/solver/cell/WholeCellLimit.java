package org.critscape.solver.cell;

import java.util.Locale;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;

/**
 * Refuses whole cells of which already the coarsest meshes that give an error estimate have too many unknowns: one mesh
 * of the current distribution and two of the creep flow. Memory grows with the unknowns to the power of 4/3, time with
 * their square.
 */
final class WholeCellLimit {
    private WholeCellLimit() {}

    /** Throws {@link InvalidInputException} where a surface without symmetry is too fine, too steep or too large. */
    static void require(Topography topography, SolverSettings settings, LithiumModel model) {
        if (topography instanceof HeightMap || topography instanceof RoughSurface) {
            FundamentalCell cell = topography.fundamentalCell();
            int order = settings.creepOrder();
            ExtrudedMesh electrolyte = MeshPlan.potential().above(cell);
            require("current distribution", nodes(electrolyte, settings.currentOrder()), settings, cell);
            if (model != LithiumModel.NONE) {
                ExtrudedMesh lithium = MeshPlan.creep(cell).refined(1).below(cell);
                require("creep flow", 3 * nodes(lithium, order) + nodes(lithium, order - 1), settings, cell);
            }
        }
    }

    private static long nodes(ExtrudedMesh mesh, int order) {
        return (long) mesh.columns() * order * order * (mesh.elementsAlong(2) * order + 1);
    }

    private static void require(String field, long unknowns, SolverSettings settings, FundamentalCell cell) {
        int most = settings.mostUnknowns(cell);
        if (unknowns > most) {
            throw new InvalidInputException(
                    "number of unknowns of the " + field + " over the whole period",
                    Long.toString(unknowns),
                    "at most " + most + " where solver.largest-unknowns is " + settings.largestUnknowns(),
                    "Maybe " + raised(unknowns, cell) + "raise topography.edge-resolution or"
                            + " topography.correlation-length, or take a smaller part of the map.");
        }
    }

    /** What lets it in, if anything does. */
    private static String raised(long unknowns, FundamentalCell cell) {
        double enough = Shortfall.roundedUp((double) SolverSettings.allowing(unknowns, cell), 2);
        return enough > SolverSettings.MOST
                ? ""
                : String.format(
                        Locale.ROOT,
                        "set solver.largest-unknowns = %.0f, at a time that grows with its square, ",
                        enough);
    }
}
