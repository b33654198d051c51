package org.critscape.solver.cell;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.mesh.MeshPlan.Divisions;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * Solves an interface on meshes that are given, whatever errors they leave. Neighbours in a design space then have errors
 * alike, where {@link CellSolver}, which refines each until it is accurate enough, leaves steps between them.
 *
 * <p>Linear kinetics only. For one thread: each solve starts from the one before.
 */
public final class LevelSolver {
    private final FundamentalCell cell;
    private final DimensionlessGroups groups;
    private final SolverSettings settings;
    private @Nullable CreepFlow latest;

    /** @throws org.critscape.solver.quantity.InvalidInputException where the model does not cover the case */
    public LevelSolver(DesignCase designCase) {
        this.cell = designCase.topography().fundamentalCell();
        this.groups = CellSolver.Accepted.of(designCase).groups();
        this.settings = designCase.settings();
    }

    /**
     * Meshes of both fields.
     *
     * @param electrolyte of the current distribution
     * @param lithium of the creep flow
     */
    public record Meshes(Divisions electrolyte, Divisions lithium) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The meshes that this interface by itself asks for on some levels, 0 the coarsest. */
    public Meshes meshes(int currentLevel, int creepLevel) {
        return new Meshes(
                MeshPlan.potential().refined(currentLevel).divisionsAbove(cell),
                MeshPlan.creep(cell, groups.creepExponent()).refined(creepLevel).divisionsBelow(cell));
    }

    /**
     * What is known of an interface.
     *
     * @param stations fields at the places asked for
     * @param whole numbers of the whole interface
     */
    public record StationFields(InterfacePoints stations, InterfaceNumbers whole) {}

    /**
     * Places on the interface of a cell, arrays of equal length; the first is the tip of the lithium protrusion.
     *
     * @param x in the cell's frame [S]
     * @param s y/x there, or 0 in a strip [1]
     */
    public record Places(double[] x, double[] s) {}

    /** The larger number of unknowns of both fields. */
    public int unknowns(Meshes meshes) {
        return Math.max(
                CurrentSolver.unknowns(MeshPlan.potential().above(cell, meshes.electrolyte()), settings.currentOrder()),
                CreepSolver.unknowns(lithium(meshes), settings.creepOrder(), groups.wall()));
    }

    private ExtrudedMesh lithium(Meshes meshes) {
        return MeshPlan.creep(cell, groups.creepExponent()).below(cell, meshes.lithium());
    }

    /** Solves both fields. */
    public StationFields solve(Meshes meshes, Places places) throws NotConvergedException {
        CurrentDistribution current = new CurrentSolver(
                        MeshPlan.potential().above(cell, meshes.electrolyte()),
                        settings.currentOrder(),
                        groups.wagnerNumber())
                .solve();
        CreepSolver solver = new CreepSolver(
                lithium(meshes),
                groups.wall(),
                settings.creepOrder(),
                groups.creepExponent(),
                settings.regularisation(),
                settings.newtonTolerance(),
                settings.newtonIterations());
        CreepFlow flow = latest == null ? solver.solve(current.ratio()) : solver.solve(current.ratio(), latest.field());
        latest = flow;
        InterfacePoints everywhere = InterfaceSamples.of(current.ratio(), flow).points();
        return new StationFields(
                at(places, current, flow), InterfaceNumbers.of(everywhere, current.areaRatio(), cell.filteredHeight()));
    }

    private InterfacePoints at(Places places, CurrentDistribution current, CreepFlow flow) {
        boolean isStrip = cell.footprint() == FundamentalCell.Footprint.STRIP;
        double[] x = places.x();
        double[] y = IntStream.range(0, x.length)
                .mapToDouble(i -> isStrip ? 0 : x[i] * places.s()[i])
                .toArray();
        double[] curvature = IntStream.range(0, x.length)
                .mapToDouble(i -> cell.surface().at(x[i], y[i]).protrusionCurvature())
                .toArray();
        return new InterfacePoints(
                x,
                y,
                at(places, current.ratio()),
                at(places, flow.pressure()),
                at(places, flow.normalTraction()),
                curvature,
                0);
    }

    private static double[] at(Places places, InterfaceField field) {
        return IntStream.range(0, places.x().length)
                .mapToDouble(i -> field.at(places.x()[i], places.s()[i]))
                .toArray();
    }
}
