package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Largest current ratio and pressure of the shapes with edges, mesh by mesh, at λ = 2 and n = 6.6. With {@code
 * -Dcritscape.rewrite=true} writes {@code docs/sharp-shapes.md}.
 */
@Tag("verification")
class SharpShapesStudyTest {
    private static final SolverSettings SETTINGS = SolverSettings.DEFAULT;
    private static final double HEIGHT = 1 / 6.0;
    private static final int MOST_LEVELS = 4;

    @Test
    void valuesSettleAtAnyEdgeResolution() throws Exception {
        List<String> page = new ArrayList<>(List.of(
                "# Shapes with edges, mesh by mesh",
                "",
                "Levels of the flow used to leave a band of a few edge resolutions beside each edge as it was: the largest Π of"
                        + " a trapezoid ridge wandered over nine of them by a tenth. Now a level divides one map more finely,"
                        + " everywhere and by √2 (`Grading`); sizes at edges and below the interface follow the edge resolution"
                        + " (`MeshPlan.Edged`). `RealShapesTest` checks that changes fall.",
                "",
                "H/S = 1/6, λ = 2, n = 6.6; the last column is the change of the last refinement. Written by"
                        + " `SharpShapesStudyTest`.",
                "",
                "| shape | edge resolution by S | value | meshes, coarse to fine | last change |",
                "| --- | --- | --- | --- | --- |"));
        List<Double> lastCurrent = new ArrayList<>();
        List<Double> lastPressure = new ArrayList<>();
        for (double edge : new double[] {1 / 50.0, 1 / 150.0, 1 / 300.0}) {
            for (Polarity polarity : Polarity.values()) {
                List<Topography> shapes = List.of(
                        new SquarePyramid(HEIGHT, 1, edge, polarity),
                        new Frustum(HEIGHT, 1, 0.5, edge, polarity),
                        new Ridge(Ridge.Profile.TRAPEZOID, HEIGHT, 1, 0.5, edge, polarity));
                for (Topography shape : shapes) {
                    FundamentalCell cell = shape.fundamentalCell();
                    String name = shape.getClass().getSimpleName() + ", apex of " + polarity;
                    List<CurrentDistribution> currents = currents(cell);
                    double[] ratios = currents.stream()
                            .mapToDouble(CurrentDistribution::largestRatio)
                            .toArray();
                    double[] pressures = pressures(cell, currents.get(currents.size() - 1));
                    page.add(line(name, edge, "max k", ratios));
                    page.add(line(name, edge, "max Π", pressures));
                    lastCurrent.add(lastChange(ratios));
                    lastPressure.add(lastChange(pressures));
                }
            }
        }
        page.forEach(System.out::println);
        if (Boolean.getBoolean("critscape.rewrite")) {
            Files.write(Path.of("docs/sharp-shapes.md"), page);
        }
        assertThat(lastCurrent).allMatch(change -> change < 1e-3);
        assertThat(lastPressure).allMatch(change -> change < 0.1);
    }

    private static List<CurrentDistribution> currents(FundamentalCell cell) throws Exception {
        List<CurrentDistribution> currents = new ArrayList<>();
        for (int level = 0; level < MOST_LEVELS; level++) {
            ExtrudedMesh mesh = MeshPlan.potential().refined(level).above(cell);
            if (level < 2 || CurrentSolver.unknowns(mesh, SETTINGS.currentOrder()) <= SETTINGS.largestUnknowns()) {
                currents.add(new CurrentSolver(mesh, SETTINGS.currentOrder(), 2).solve());
            }
        }
        return currents;
    }

    private static double[] pressures(FundamentalCell cell, CurrentDistribution current) throws Exception {
        List<Double> pressures = new ArrayList<>();
        CreepFlow flow = null;
        for (int level = 0; level < MOST_LEVELS; level++) {
            ExtrudedMesh mesh = MeshPlan.creep(cell).refined(level).below(cell);
            if (level < 2
                    || CreepSolver.unknowns(mesh, SETTINGS.creepOrder(), Wall.STICK) <= SETTINGS.largestUnknowns()) {
                CreepSolver solver = new CreepSolver(
                        mesh, SETTINGS.creepOrder(), 6.6, SETTINGS.regularisation(), 1e-5, SETTINGS.newtonIterations());
                flow = flow == null ? solver.solve(current.ratio()) : solver.solve(current.ratio(), flow.field());
                pressures.add(InterfaceSamples.of(current.ratio(), flow).largestPressure());
            }
        }
        return pressures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double lastChange(double[] values) {
        return Math.abs(values[values.length - 2] / values[values.length - 1] - 1);
    }

    private static String line(String name, double edge, String what, double[] values) {
        String shown = Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.5g", value))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | 1/%.0f | %s | %s | %.1e |",
                name.toLowerCase(Locale.ROOT),
                1 / edge,
                what,
                shown,
                lastChange(values));
    }
}
