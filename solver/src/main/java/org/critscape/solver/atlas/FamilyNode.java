package org.critscape.solver.atlas;

import java.util.List;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.cell.LevelSolver;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.Places;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.jspecify.annotations.Nullable;

/** Solves a family at some groups, on the two meshes that an atlas is made of. */
public final class FamilyNode {
    /** Most unknowns of a mesh; beyond, there is no solve. */
    private static final int LARGEST_UNKNOWNS = 80_000;

    private FamilyNode() {}

    /**
     * The meshes of all nodes: in each direction as many elements as the middle of the box asks for. Errors of
     * discretisation are then as smooth in the groups as the fields, where meshes of other numbers would add steps.
     */
    static Meshes meshes(Family family, List<GroupAxis> axes, boolean fine) {
        // Smooth shapes start one level further, which costs a tenth of a second.
        int coarse = family.shape().isEdged() ? 0 : 1;
        double[] middle = axes.stream()
                .mapToDouble(axis -> axis.value((axis.coordinate(axis.low()) + axis.coordinate(axis.high())) / 2))
                .toArray();
        return new LevelSolver(family.representative(middle)).meshes(fine ? 1 : 0, fine ? coarse + 1 : coarse);
    }

    /** Solves one request. */
    public static Answer solve(Family family, Request request) {
        double[] groups =
                request.groups().stream().mapToDouble(Double::doubleValue).toArray();
        LevelSolver solver = new LevelSolver(family.representative(groups));
        Places places = Stations.of(family.topography(groups).fundamentalCell());
        Meshes fine = request.fine();
        // What the finer mesh does must not change what is known of the coarse one, which others may ask for alone.
        StationFields coarse = solve(solver, request.coarse(), places);
        return new Answer(coarse, fine == null || coarse == null ? null : solve(solver, fine, places));
    }

    private static @Nullable StationFields solve(LevelSolver solver, Meshes meshes, Places places) {
        if (solver.unknowns(meshes) > LARGEST_UNKNOWNS) {
            return null;
        }
        try {
            return solver.solve(meshes, places);
        } catch (NotConvergedException stopped) {
            return null;
        }
    }

    /** How many stations the cells of a family have. */
    static int stations(Family family, List<GroupAxis> axes) {
        double[] groups = axes.stream().mapToDouble(GroupAxis::high).toArray();
        return Stations.of(family.topography(groups).fundamentalCell()).x().length;
    }

    /** Load curves with all points for some driving fields, without and with a notch. */
    static List<LoadCurve> curves(
            double exponent, double steepness, List<Driving> drivings, boolean isNotched, InterfacePoints points) {
        List<NotchFactor> notches =
                isNotched ? List.of(NotchFactor.NONE, NotchFactor.INGLIS) : List.of(NotchFactor.NONE);
        return drivings.stream()
                .flatMap(driving ->
                        notches.stream().map(notch -> LoadCurve.atAll(exponent, steepness, driving, notch, points)))
                .toList();
    }
}
