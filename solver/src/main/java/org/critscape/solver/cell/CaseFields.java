package org.critscape.solver.cell;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields behind a {@link CellSolution}, at points. Positions are in the topography's frame; z = 0 is the mean height
 * of the interface. With kinetics that depend on the current, fields are those at a geometrical current density of 10 A/m²
 * unless their name says otherwise.
 *
 * @param map over the interface
 * @param regular over the interface on a square grid of so many points along x and y, at least 1; evaluated when asked
 * @param electrolyte over its fundamental cell
 * @param lithium over its fundamental cell; null where none is solved
 * @param couplingTurns largest current ratio at 10 A/m² without pressure coupling, then after each turn of current and
 *     pressure; empty without coupling [1]
 */
public record CaseFields(
        InterfaceMap map,
        IntFunction<RegularMap> regular,
        ElectrolyteField electrolyte,
        @Nullable LithiumField lithium,
        double[] couplingTurns) {
    /**
     * One period of the interface; element i of each array belongs to point i. Points are dense where the lithium's mesh
     * is; those on the edge of the period stand on both sides. Without lithium they are those of the electrolyte's mesh, and
     * what takes lithium is NaN.
     *
     * @param x −S/2..S/2 [m]
     * @param y −S/2..S/2 [m]
     * @param height h [m]
     * @param currentRatio k [1]
     * @param currentAtCritical local current density when the geometrical one is critical [A/m²]
     * @param pressureFunction Π [1]
     * @param excessPressure Δp at 10 A/m² [Pa]
     * @param normalTraction beyond the stack pressure, at 10 A/m² [Pa]
     * @param localCriticalCurrent geometrical current density at which a flaw at this point grows, with the fields at the
     *     critical current; infinite where none does. Its least value is the critical current [A/m²]
     * @param margin localCriticalCurrent by the critical current, 1 at the initiation site; infinite where the former is,
     *     NaN where dendrites grow at any current [1]
     */
    public record InterfaceMap(
            double[] x,
            double[] y,
            double[] height,
            double[] currentRatio,
            double[] currentAtCritical,
            double[] pressureFunction,
            double[] excessPressure,
            double[] normalTraction,
            double[] localCriticalCurrent,
            double[] margin) {}

    /**
     * One period of the interface on a square grid, by the polynomials of the solution. Of N points a side, element
     * N j + i of each array belongs to x = (i/N − 1/2) S, y = (j/N − 1/2) S: the period repeats after the last point.
     *
     * @param height h/S [1]
     * @param currentRatio k [1]
     * @param pressureFunction Π; NaN without lithium [1]
     */
    public record RegularMap(double[] height, double[] currentRatio, double[] pressureFunction) {}

    /**
     * Hexahedra with straight edges between points.
     *
     * @param points x, y and z of point i: [3 i + k] [m]
     * @param hexahedra points of hexahedron e: [8 e + a], the lower face anticlockwise as seen from above, then the upper
     *     one; two pairs coincide where mirrors meet
     */
    public record VolumeGrid(double[] points, int[] hexahedra) {}

    /**
     * The electrolyte at 10 A/m².
     *
     * @param potential against the lithium [V]
     * @param currentDensity component k at point i: [3 i + k] [A/m²]
     */
    public record ElectrolyteField(VolumeGrid grid, double[] potential, double[] currentDensity) {}

    /**
     * The lithium at 10 A/m².
     *
     * @param velocity component k at point i: [3 i + k] [m/s]
     * @param excessPressure hydrostatic, beyond the stack pressure [Pa]
     * @param strainRate equivalent rate √(2/3 D:D) [1/s]
     */
    public record LithiumField(VolumeGrid grid, double[] velocity, double[] excessPressure, double[] strainRate) {}
}
