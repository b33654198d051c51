package org.critscape.solver.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Relief;
import org.critscape.solver.topography.Relief.Summit;

/**
 * The periodic mesh over a whole cell. Its vertical planes pass through the high summits, from the highest to the lower
 * ones as long as they are not too close, and elements shrink towards them; elsewhere they follow the surface's detail.
 *
 * @param cell the surface
 * @param plan element sizes, by the detail of the surface where it says by the cell's width
 */
record WholeCellMesh(FundamentalCell cell, MeshPlan plan) {
    /** Summits below this part of the highest one's height are left to the largest elements. */
    private static final double HIGH = 0.6;

    /** A summit whose bend is less by this factor than the highest one's is a crest along that direction. */
    private static final double BENT = 0.1;

    /** Least distance between planes through summits by the largest element. */
    private static final double APART = 0.7;

    ExtrudedMesh mesh(double farPlane) {
        Relief relief = cell.relief();
        double depth = Math.abs(farPlane);
        double[] tau = plan.grading(plan.tallest() / depth, plan.growth())
                .refine(0, plan.wall() * relief.detail() / depth)
                .breakpoints(0, 1);
        return new ExtrudedMesh(
                cell,
                breakpoints(places(Summit::x, Summit::bendX)),
                breakpoints(places(Summit::y, Summit::bendY)),
                tau,
                farPlane);
    }

    private double[] breakpoints(List<Double> places) {
        double detail = cell.relief().detail();
        Grading grading = plan.grading(plan.largest() * detail, plan.growth());
        places.forEach(place -> {
            for (int period = -1; period <= 1; period++) {
                grading.refine(place + period, plan.tip() * detail);
            }
        });
        // The highest summit stands at 0, where the mesh begins and ends in any case.
        double[] required = DoubleStream.concat(
                        DoubleStream.of(0, 1), places.stream().mapToDouble(Double::doubleValue))
                .distinct()
                .sorted()
                .toArray();
        return grading.breakpoints(required);
    }

    /** Where planes pass through summits. */
    private List<Double> places(ToDoubleFunction<Summit> position, ToDoubleFunction<Summit> bend) {
        List<Summit> summits = cell.relief().summits();
        Summit tip = summits.get(0);
        double least = BENT * Math.max(tip.bendX(), tip.bendY());
        double apart = APART * plan.largest() * cell.relief().detail();
        List<Double> places = new ArrayList<>();
        for (Summit summit : summits) {
            double place = position.applyAsDouble(summit);
            boolean counts = summit.height() >= HIGH * tip.height() && bend.applyAsDouble(summit) > least;
            // The ends of the mesh are planes too.
            boolean free = place == 0 || distance(place, 0) > apart;
            if (counts && free && places.stream().allMatch(other -> distance(place, other) > apart)) {
                places.add(place);
            }
        }
        return places;
    }

    private static double distance(double x, double y) {
        return Math.abs(x - y - Math.rint(x - y));
    }
}
