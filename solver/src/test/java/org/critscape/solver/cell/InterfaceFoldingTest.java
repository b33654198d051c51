package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SampleMaps;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterfaceFoldingTest {
    private static final double ROUND_OFF = 1e-11;

    private static List<Topography> topographies(Polarity polarity) {
        return List.of(
                new EggBox(Form.PRODUCT, 0.3, 1, polarity),
                new EggBox(Form.SUM, 0.3, 1, polarity),
                new SquarePyramid(0.2, 1, 0.02, polarity),
                new Frustum(0.2, 1, 0.5, 0.02, polarity),
                new Ridge(Ridge.Profile.COSINE, 0.3, 1, 0, 0, polarity),
                SampleMaps.eggBoxMap(Form.SUM, 0.3, 8, 0.3, 0.9));
    }

    /** Every image that unfolding makes of a sample is led back to it, also from the next periods. */
    @ParameterizedTest
    @EnumSource(Polarity.class)
    void leadsEveryPlaceBackToItsSample(Polarity polarity) throws NotConvergedException {
        for (Topography topography : topographies(polarity)) {
            FundamentalCell cell = topography.fundamentalCell();
            ExtrudedMesh mesh = MeshPlan.potential().above(cell);
            InterfaceField current = new CurrentSolver(mesh, 4, 2).solve().ratio();
            InterfaceSamples samples = InterfaceSamples.ofCurrent(current);
            List<InterfaceUnfolding.Place> places = InterfaceUnfolding.places(mesh, samples);
            assertThat(places).hasSizeGreaterThan(200);
            for (InterfaceUnfolding.Place place : places) {
                InterfaceFolding.Point point = InterfaceFolding.fold(cell, place.x() + 1, place.y() - 2);
                int i = place.sample();
                // On a whole period the two sides of its edge are one place.
                assertThat(apart(point.x(), samples.x()[i], cell)).isLessThan(ROUND_OFF);
                assertThat(apart(point.y(), samples.y()[i], cell)).isLessThan(ROUND_OFF);
                assertThat(current.at(point.x(), mesh.s(point.x(), point.y())))
                        .isCloseTo(samples.currentRatio()[i], within(1e-8));
            }
        }
    }

    private static double apart(double a, double b, FundamentalCell cell) {
        double difference = a - b;
        boolean isWhole = cell.footprint() == FundamentalCell.Footprint.SQUARE;
        return Math.abs(isWhole ? difference - Math.rint(difference) : difference);
    }
}
