package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;

/** Cases that share what was solved for their groups have the outcomes of cases that are solved alone, bit for bit. */
class SimilarCasesTest {
    private static final double SEPARATION = 150e-6;

    private static DesignCase designCase(
            double height, Kinetics kinetics, double exponent, double flawLength, NotchFactor notch, double tolerance) {
        Topography topography = new EggBox(Form.SUM, height, SEPARATION, Polarity.LITHIUM);
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                kinetics,
                new Lithium(1.3e-5, exponent, 2e5, 37e3),
                new Flaw(flawLength, notch, 10),
                new Operation(298.15, 7e6),
                new SolverSettings(3, 2, 0.02, 1e-6, 100, tolerance, 1, 5000));
    }

    @Test
    void sharedOutcomesAreThoseOfCasesSolvedAlone() {
        Kinetics linear = new Kinetics.Linear(15e-4, 41.5e3);
        List<DesignCase> cases = new ArrayList<>();
        for (double tolerance : new double[] {0.2, 0.005, 0.05}) {
            for (NotchFactor notch : NotchFactor.values()) {
                for (double flaw : new double[] {1e-6, 1e-7, 1e-8}) {
                    cases.add(designCase(25e-6, linear, 3, flaw, notch, tolerance));
                    cases.add(designCase(25e-6, linear, 1, flaw, notch, tolerance));
                }
            }
        }
        cases.add(designCase(25e-6, new Kinetics.Primary(), 3, 1e-6, NotchFactor.NONE, 0.05));
        cases.add(designCase(30e-6, linear, 3, 1e-6, NotchFactor.NONE, 0.05));
        DesignCase first = cases.get(0);
        cases.add(new DesignCase(
                first.topography(),
                first.electrolyte(),
                first.kinetics(),
                first.lithium(),
                first.flaw(),
                first.operation(),
                first.settings(),
                LithiumModel.NONE));
        cases.add(first);
        SimilarCases similar = new SimilarCases();
        List<Boolean> shared = new ArrayList<>();
        for (DesignCase input : cases) {
            assertThat(similar.solve(input)).isEqualTo(new CellSolver().solve(input));
            shared.add(similar.isShared());
        }
        // The first of either exponent, those with a flaw of another length, and then other groups.
        assertThat(shared.subList(0, 6)).containsExactly(false, false, true, true, true, true);
        assertThat(shared.subList(cases.size() - 4, cases.size() - 2)).containsExactly(false, false);
        // The current alone is among what others took.
        assertThat(shared.get(cases.size() - 2)).isTrue();
    }

    @Test
    void aNameIsSolvedOnceAndAFailureTriedAnew() throws Stopped {
        SolvedLevels.Levels levels = new SolvedLevels.Levels();
        int[] runs = new int[1];
        assertThatThrownBy(() -> levels.once("flow", () -> {
                    runs[0]++;
                    throw new Stopped(FailureCode.CREEP_NEWTON, "Stalled. Maybe wait.", SolveEffort.NONE);
                }))
                .isInstanceOf(Stopped.class);
        for (int i = 0; i < 3; i++) {
            assertThat(levels.<Integer>once("flow", () -> ++runs[0])).isEqualTo(2);
        }
    }

    @Test
    void onlyTheSameProblemIsShared() {
        SolvedLevels solved = new SolvedLevels();
        CellSolver.Accepted a = CellSolver.Accepted.of(
                designCase(25e-6, new Kinetics.Linear(15e-4, 41.5e3), 3, 1e-6, NotchFactor.NONE, 0.05));
        CellSolver.Accepted scaled = CellSolver.Accepted.of(
                designCase(25e-6, new Kinetics.Linear(15e-4, 41.5e3), 3, 2e-6, NotchFactor.INGLIS, 0.01));
        CellSolver.Accepted other = CellSolver.Accepted.of(
                designCase(25e-6, new Kinetics.Linear(16e-4, 41.5e3), 3, 1e-6, NotchFactor.NONE, 0.05));
        assertThat(solved.of(scaled)).isSameAs(solved.of(a));
        assertThat(solved.of(other)).isNotSameAs(solved.of(a));
    }
}
