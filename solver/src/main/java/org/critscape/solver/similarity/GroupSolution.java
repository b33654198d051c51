package org.critscape.solver.similarity;

import java.util.Arrays;
import java.util.List;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;

/**
 * What one solve tells of all cases with its groups: how its interface loads flaws, and the numbers of a row that hold
 * for all of them.
 *
 * @param curves load curves for every driving field and notch factor
 * @param areaRatio interface area by projected area [1]
 * @param currentRatioMax max of k over the interface [1]
 * @param currentRatioMin min of k [1]
 * @param pressureFunctionMax max of Π [1]
 * @param pressureFunctionTip Π at the tip of the lithium protrusion [1]
 * @param normalTractionMax max of T [1]
 * @param normalTractionTip T at the tip [1]
 * @param currentRatioError estimated relative error of currentRatioMax [1]
 * @param pressureFunctionError estimated relative error of the pressure function, by its maximum [1]
 */
public record GroupSolution(
        List<Curve> curves,
        double areaRatio,
        double currentRatioMax,
        double currentRatioMin,
        double pressureFunctionMax,
        double pressureFunctionTip,
        double normalTractionMax,
        double normalTractionTip,
        double currentRatioError,
        double pressureFunctionError) {
    /** The load curve for a driving field and a notch factor. */
    public record Curve(Driving driving, NotchFactor notch, LoadCurve loads) {}

    /** Keeps its own copy. */
    public GroupSolution {
        curves = List.copyOf(curves);
    }

    /** The solution of an interface sampled at some points, from fields and what was estimated of their errors. */
    public static GroupSolution of(
            double creepExponent,
            double heightToSeparation,
            InterfacePoints points,
            double areaRatio,
            double currentRatioError,
            double pressureFunctionError) {
        List<Curve> curves = Arrays.stream(Driving.values())
                .flatMap(driving -> Arrays.stream(NotchFactor.values())
                        .map(notch -> new Curve(
                                driving,
                                notch,
                                LoadCurve.of(
                                        creepExponent,
                                        heightToSeparation,
                                        notch,
                                        points.x(),
                                        points.y(),
                                        points.currentRatio(),
                                        points.stress(driving),
                                        points.curvature()))))
                .toList();
        return new GroupSolution(
                curves,
                areaRatio,
                Arrays.stream(points.currentRatio()).max().orElseThrow(),
                Arrays.stream(points.currentRatio()).min().orElseThrow(),
                Arrays.stream(points.pressureFunction()).max().orElseThrow(),
                points.pressureFunction()[points.tip()],
                Arrays.stream(points.normalTraction()).max().orElseThrow(),
                points.normalTraction()[points.tip()],
                currentRatioError,
                pressureFunctionError);
    }

    /** The load curve for a driving field and a notch factor. */
    public LoadCurve loads(Driving driving, NotchFactor notch) {
        return curves.stream()
                .filter(curve -> curve.driving() == driving && curve.notch() == notch)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no load curve for " + driving + ", " + notch))
                .loads();
    }
}
