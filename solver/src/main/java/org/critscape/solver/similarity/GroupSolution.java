package org.critscape.solver.similarity;

import java.util.Arrays;

/**
 * What one solve tells of all cases with its groups: how its interface loads flaws, and the numbers of a row that hold
 * for all of them. Rows are made of it wherever it comes from: a solve of the case, or an interpolation.
 *
 * @param loads for one driving field and notch factor
 * @param whole numbers of the whole interface
 * @param pressureFunctionTip Π at the tip of the lithium protrusion [1]
 * @param normalTractionTip T at the tip [1]
 */
public record GroupSolution(
        LoadCurve loads, InterfaceNumbers whole, double pressureFunctionTip, double normalTractionTip) {
    /**
     * Numbers of an interface as a whole.
     *
     * @param areaRatio interface area by projected area [1]
     * @param filteredHeight peak-to-trough height after filtering [S]
     * @param currentRatioMax max of k [1]
     * @param currentRatioMin min of k [1]
     * @param pressureFunctionMax max of Π [1]
     * @param normalTractionMax max of T [1]
     */
    public record InterfaceNumbers(
            double areaRatio,
            double filteredHeight,
            double currentRatioMax,
            double currentRatioMin,
            double pressureFunctionMax,
            double normalTractionMax) {
        /** Of fields sampled at some points. */
        public static InterfaceNumbers of(InterfacePoints points, double areaRatio, double filteredHeight) {
            return new InterfaceNumbers(
                    areaRatio,
                    filteredHeight,
                    Arrays.stream(points.currentRatio()).max().orElseThrow(),
                    Arrays.stream(points.currentRatio()).min().orElseThrow(),
                    Arrays.stream(points.pressureFunction()).max().orElseThrow(),
                    Arrays.stream(points.normalTraction()).max().orElseThrow());
        }
    }

    /** Of fields at some points and the load curve that they make. */
    public static GroupSolution of(LoadCurve loads, InterfaceNumbers whole, InterfacePoints points) {
        return new GroupSolution(
                loads, whole, points.pressureFunction()[points.tip()], points.normalTraction()[points.tip()]);
    }
}
