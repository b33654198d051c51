package org.critscape.solver.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.atlas.Family.Quantity;
import org.critscape.solver.atlas.Family.ShapeKind;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.LevelSolver.Places;
import org.critscape.solver.cell.SimilarCase;
import org.critscape.solver.material.Wall;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {
    static final double[] GROUPS = {0.2, 1.3, 6.6, 0.012, 0.35};

    static Family family(ShapeKind shape, Polarity polarity) {
        return new Family(shape, polarity, Wall.STICK, 4, 3, 0.02, 1e-6, 100);
    }

    private static double[] groups(Family family) {
        return java.util.Arrays.copyOf(GROUPS, family.quantities().size());
    }

    @ParameterizedTest
    @EnumSource
    void aCaseMadeOfGroupsHasThese(ShapeKind shape) {
        Family family = family(shape, Polarity.LITHIUM);
        double[] groups = groups(family);
        DesignCase made = family.representative(groups);
        assertThat(Family.reasonAgainst(made)).isEmpty();
        assertThat(Family.of(made)).isEqualTo(family);
        assertThat(family.groups(made, new SimilarCase(made).groups())).containsExactly(groups, within(1e-12));
        assertThat(family.isCovered(groups)).isTrue();
    }

    @Test
    void eggBoxesOfEitherPolarityAreOneFamily() {
        Family family = family(ShapeKind.EGG_BOX_SUM, Polarity.LITHIUM);
        DesignCase made = family.representative(groups(family));
        EggBox box = (EggBox) made.topography();
        DesignCase other = new DesignCase(
                new EggBox(box.form(), box.peakHeight(), box.peakSeparation(), Polarity.ELECTROLYTE),
                made.electrolyte(),
                made.kinetics(),
                made.lithium(),
                made.flaw(),
                made.operation(),
                made.settings());
        assertThat(Family.of(other)).isEqualTo(family);
        DesignCase plane = new DesignCase(
                new Flat(1e-4),
                made.electrolyte(),
                made.kinetics(),
                made.lithium(),
                made.flaw(),
                made.operation(),
                made.settings());
        assertThat(Family.reasonAgainst(plane)).contains("the plane is solved in closed form");
    }

    @Test
    void rangesAreWidenedToStepsButNotBeyondTheModel() {
        GroupAxis steepness = Quantity.STEEPNESS.axis(0.05, 0.31);
        assertThat(steepness.low()).isBetween(0.04, 0.05);
        assertThat(steepness.high()).isBetween(0.31, 0.38);
        assertThat(Quantity.STEEPNESS.axis(0.051, 0.305)).isEqualTo(steepness);
        GroupAxis exponent = Quantity.EXPONENT.axis(1.02, 7.9);
        assertThat(exponent.low()).isEqualTo(1);
        assertThat(exponent.high()).isEqualTo(8);
        GroupAxis wagner = Quantity.WAGNER.axis(0, 200);
        assertThat(wagner.low()).isZero();
        assertThat(wagner.high()).isGreaterThan(9999);
        assertThat(Quantity.EXPONENT.axis(6.6, 6.6))
                .isEqualTo(new GroupAxis("creep exponent", GroupAxis.Scale.INVERSE, 6.6, 6.6));
    }

    @ParameterizedTest
    @EnumSource
    void stationsLieOnTheCellAndMoveWithTheEdges(ShapeKind shape) {
        for (Polarity polarity : Polarity.values()) {
            Family family = family(shape, polarity);
            double[] groups = groups(family);
            FundamentalCell cell = family.topography(groups).fundamentalCell();
            Places places = Stations.of(cell);
            assertThat(places.x()[0]).isEqualTo(cell.tipX());
            assertThat(java.util.Arrays.stream(places.x())).allMatch(x -> x >= 0 && x <= cell.width() + 1e-12);
            assertThat(java.util.Arrays.stream(places.s())).allMatch(s -> s >= 0 && s <= 1 + 1e-12);
            if (shape.isEdged()) {
                double[] other = groups.clone();
                other[3] *= 1.0001;
                Places moved = Stations.of(family.topography(other).fundamentalCell());
                assertThat(moved.x()).hasSameSizeAs(places.x()).containsExactly(places.x(), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.9})
    void flatTopsOfAnyWidthHaveAsManyStations(double top) {
        Family family = family(ShapeKind.FRUSTUM, Polarity.LITHIUM);
        double[] groups = groups(family);
        int usual = Stations.of(family.topography(groups).fundamentalCell()).x().length;
        groups[4] = top;
        assertThat(Stations.of(family.topography(groups).fundamentalCell()).x()).hasSize(usual);
    }
}
