package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Surface;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The levels of the creep mesh on shapes of the paper, at λ = 0. */
class RealShapesTest {
    /** Samples on the levels asked for; the flow of each starts from the one before. */
    private record Ladder(List<InterfaceSamples> levels, List<Double> changes) {
        static Ladder of(Topography topography, double exponent, int... levels) throws NotConvergedException {
            FundamentalCell cell = topography.fundamentalCell();
            CurrentDistribution current =
                    new CurrentSolver(MeshPlan.potential().refined(1).above(cell), 5, 0).solve();
            Ladder ladder = new Ladder(new ArrayList<>(), new ArrayList<>());
            CreepFlow flow = null;
            for (int level : levels) {
                CreepSolver solver = new CreepSolver(
                        MeshPlan.creep(cell, exponent).refined(level).below(cell), 3, exponent, 0.02, 1e-5, 100);
                CreepFlow coarser = flow;
                flow = coarser == null ? solver.solve(current.ratio()) : solver.solve(current.ratio(), coarser.field());
                InterfaceSamples samples = InterfaceSamples.of(current.ratio(), flow);
                if (coarser != null) {
                    ladder.changes.add(rootMeanSquare(samples, samples.withFlow(coarser)));
                }
                ladder.levels.add(samples);
            }
            return ladder;
        }

        InterfaceSamples finest() {
            return levels.get(levels.size() - 1);
        }

        double largestPressure(int level) {
            return levels.get(level).largestPressure();
        }

        /** Of the difference where the pressure is high, by the largest. */
        private static double rootMeanSquare(InterfaceSamples fine, InterfaceSamples coarse) {
            double largest = fine.largestPressure();
            double square = IntStream.range(0, fine.x().length)
                    .filter(i -> fine.pressureFunction()[i] > 0.5 * largest)
                    .mapToDouble(i -> fine.pressureFunction()[i] - coarse.pressureFunction()[i])
                    .map(difference -> difference * difference)
                    .average()
                    .orElseThrow();
            return Math.sqrt(square) / largest;
        }
    }

    private static Topography shape(String name) {
        return switch (name) {
            case "egg-box" -> new EggBox(EggBox.Form.PRODUCT, 1 / 6.0, 1, Polarity.LITHIUM);
            case "pyramid" -> new SquarePyramid(1 / 6.0, 1, 0.1, Polarity.LITHIUM);
            case "frustum" -> new Frustum(1 / 6.0, 1, 0.5, 0.1, Polarity.LITHIUM);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * With second order changes halve from level to level; they fall by two to three and, from level 0 to 2 to 3, by 14. Where
     * lithium stands flat on an axis it is stretched evenly, and Π − T = ⅔ (k |∇²h|)^(1/n) there.
     */
    @ParameterizedTest
    @CsvSource({"egg-box, 0, 2, 3, 2e-3", "pyramid, 0, 1, 2, 5e-3", "frustum, 0, 2, 3, 0.1"})
    void changesFallFromLevelToLevel(String name, int coarse, int middle, int fine, double tolerance) throws Exception {
        Ladder ladder = Ladder.of(shape(name), 1, coarse, middle, fine);
        assertThat(ladder.changes.get(1))
                .isLessThan(0.5 * ladder.changes.get(0))
                .isLessThan(9e-3);
        FundamentalCell cell = shape(name).fundamentalCell();
        Surface.Point tip = cell.surface().at(cell.tipX(), cell.tipY());
        InterfaceSamples samples = ladder.finest();
        double ratio = samples.currentRatio()[samples.tip()];
        double expected = -2.0 / 3 * ratio * (tip.curvatureXX() + tip.curvatureYY());
        assertThat(samples.tipPressure() - samples.normalTraction()[samples.tip()])
                .isCloseTo(expected, within(tolerance * expected));
    }

    /** The same where lithium creeps by a power law. */
    @Test
    void theTipOfAPyramidStretchesAsItMust() throws Exception {
        InterfaceSamples samples = Ladder.of(shape("pyramid"), 3, 1, 2, 3).finest();
        FundamentalCell cell = shape("pyramid").fundamentalCell();
        Surface.Point tip = cell.surface().at(0, 0);
        double ratio = samples.currentRatio()[samples.tip()];
        double expected = 2.0 / 3 * Math.cbrt(-ratio * (tip.curvatureXX() + tip.curvatureYY()));
        assertThat(samples.tipPressure() - samples.normalTraction()[samples.tip()])
                .isCloseTo(expected, within(0.015 * expected));
    }

    /** A ridge over whose former levels, which left a band beside its edges as it was, Π wandered from 44.7 to 49.8. */
    @Test
    void theRidgeSettles() throws Exception {
        Topography ridge = new Ridge(Ridge.Profile.TRAPEZOID, 0.481, 1, 0.5, 0.0103, Polarity.LITHIUM);
        Ladder ladder = Ladder.of(ridge, 1.46, 0, 1, 2, 3, 4);
        double settled = ladder.largestPressure(4);
        assertThat(settled).isCloseTo(45.68, within(0.07));
        assertThat(ladder.largestPressure(1)).isCloseTo(settled, within(0.01 * settled));
        assertThat(ladder.largestPressure(2)).isCloseTo(settled, within(4e-3 * settled));
        assertThat(ladder.largestPressure(3)).isCloseTo(settled, within(2e-3 * settled));
    }
}
