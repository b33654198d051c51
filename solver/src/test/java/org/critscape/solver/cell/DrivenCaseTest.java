package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.Wall;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrivenCaseTest {
    private static final double SEPARATION = 150e-6;
    private static final double CREEP_CONSTANT = 2e5;
    private static final Topography RIDGE = new Ridge(Ridge.Profile.COSINE, 40e-6, SEPARATION, 0, 0, Polarity.LITHIUM);
    private static final Kinetics.Linear LINEAR = new Kinetics.Linear(1.5e-3, 41.5e3);
    private static final Kinetics.ButlerVolmer BUTLER_VOLMER = new Kinetics.ButlerVolmer(1.5e-3, 41.5e3, 0.5);

    private static DesignCase designCase(
            Topography topography, Kinetics kinetics, double flatCritical, double exponent, double creepConstant) {
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                kinetics,
                new Lithium(1.3e-5, exponent, creepConstant, 37e3),
                new Flaw(1e-6, NotchFactor.NONE, flatCritical),
                new Operation(298.15, 7e6),
                SolverSettings.DEFAULT);
    }

    private static DesignCase designCase(Topography topography, Kinetics kinetics) {
        return designCase(topography, kinetics, 10, 6.6, CREEP_CONSTANT);
    }

    private static CellSolution solution(CaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    private static CellSolution solve(DesignCase designCase) {
        return solution(new CellSolver().solve(designCase));
    }

    private static Kinetics coupled(Kinetics kinetics) {
        return new Kinetics.PressureCoupled(kinetics, 0.5);
    }

    /** The closed form and the search, the whole and the condensed system must give the same case. */
    @Test
    void withALinearLawTheRootIsTheClosedForm() throws Exception {
        Topography[] surfaces = {RIDGE, new EggBox(EggBox.Form.PRODUCT, 25e-6, SEPARATION, Polarity.LITHIUM)};
        for (Topography surface : surfaces) {
            DesignCase input = designCase(surface, LINEAR, 35, 3, CREEP_CONSTANT);
            CellSolution closed = solve(input);
            CellSolution searched = solution(DrivenCase.solve(CellSolver.Accepted.of(input), contour -> {}));
            assertThat(searched.criticalCurrent())
                    .isCloseTo(closed.criticalCurrent(), within(1e-6 * closed.criticalCurrent()));
            assertThat(searched.enhancement()).isCloseTo(closed.enhancement(), within(1e-6));
            assertThat(searched.currentRatioMax()).isCloseTo(closed.currentRatioMax(), within(1e-10));
            assertThat(searched.pressureFunctionMax()).isCloseTo(closed.pressureFunctionMax(), within(1e-8));
            assertThat(searched.excessPressureMax())
                    .isCloseTo(closed.excessPressureMax(), within(1e-8 * closed.excessPressureMax()));
            assertThat(searched.siteX()).isEqualTo(closed.siteX());
            assertThat(searched.effort().currentDensities()).isEqualTo(2);
        }
    }

    /** The fields at the critical current, solved anew, must make it critical; those at 10 A/m² would not. */
    @Test
    void theCriticalCurrentBelongsToItsOwnFields() throws Exception {
        DesignCase input = designCase(RIDGE, coupled(BUTLER_VOLMER), 400, 6.6, CREEP_CONSTANT);
        CellSolution solved = solve(input);
        CellSolver.Accepted accepted = CellSolver.Accepted.of(input);
        double[] again = new double[2];
        for (int i = 0; i < 2; i++) {
            DrivenFields.Solved fields = new DrivenFields(accepted, DrivenCase.resolved(accepted))
                    .at(i == 0 ? solved.criticalCurrent() : 10);
            InterfaceSamples samples = InterfaceSamples.of(fields.current().ratio(), fields.flow());
            again[i] = accepted.growth().at(samples).criticalCurrent();
        }
        assertThat(again[0]).isCloseTo(solved.criticalCurrent(), within(1e-5 * solved.criticalCurrent()));
        assertThat(Math.abs(again[1] / again[0] - 1)).isGreaterThan(0.05);
        assertThat(solved.effort().currentDensities()).isBetween(3, 6);
    }

    @Test
    void noKineticsMakeThePlaneOtherThanItself() {
        for (Kinetics kinetics : new Kinetics[] {BUTLER_VOLMER, coupled(LINEAR), coupled(BUTLER_VOLMER)}) {
            CellSolution flat = solve(designCase(new Flat(SEPARATION), kinetics));
            assertThat(flat.enhancement()).isEqualTo(1);
            assertThat(flat.currentRatioMax()).isEqualTo(1);
            if (kinetics instanceof Kinetics.PressureCoupled) {
                assertThat(flat.pressureCouplingChange()).isZero();
            } else {
                assertThat(flat.pressureCouplingChange()).isNaN();
            }
        }
    }

    /** i0 is 17 A/m² here: at a thousandth of it and less, the critical current is that of linear kinetics. */
    @Test
    void smallCurrentsAreLinear() {
        double linear =
                solve(designCase(RIDGE, LINEAR, 0.01, 3, CREEP_CONSTANT)).enhancement();
        double general =
                solve(designCase(RIDGE, BUTLER_VOLMER, 0.01, 3, CREEP_CONSTANT)).enhancement();
        assertThat(general).isCloseTo(linear, within(2e-6));
    }

    /** Large currents meet less resistance than the linear law says, which leaves the tip more of them. */
    @Test
    void largeCurrentsCrowdAtTheTip() {
        CellSolution linear = solve(designCase(RIDGE, LINEAR, 500, 3, CREEP_CONSTANT));
        CellSolution general = solve(designCase(RIDGE, BUTLER_VOLMER, 500, 3, CREEP_CONSTANT));
        assertThat(general.currentRatioMax()).isGreaterThan(linear.currentRatioMax());
        assertThat(general.enhancement()).isLessThan(linear.enhancement() - 0.05);
    }

    /** Compressed lithium plates less: at the tip, where pressure is largest, pressure takes from the current. */
    @Test
    void pressureTakesCurrentFromTheTip() {
        for (Kinetics kinetics : new Kinetics[] {LINEAR, BUTLER_VOLMER}) {
            CellSolution uncoupled = solve(designCase(RIDGE, kinetics));
            CellSolution solved = solve(designCase(RIDGE, coupled(kinetics)));
            assertThat(uncoupled.pressureCouplingChange()).isNaN();
            assertThat(solved.pressureCouplingChange()).isNegative();
            // The change is that at the nodes, the maxima are those of the samples between them.
            assertThat(solved.currentRatioMax() / uncoupled.currentRatioMax() - 1)
                    .isCloseTo(solved.pressureCouplingChange(), within(5e-5));
            assertThat(solved.enhancement()).isGreaterThan(uncoupled.enhancement());
            assertThat(solved.effort().couplingIterations()).isPositive();
        }
    }

    /** Zhang et al. 2024 found pressure to change the current by less than 1 %. */
    @Test
    void pressureHardlyMattersToTheEggBoxOfThePaper() {
        Topography surface = new EggBox(EggBox.Form.PRODUCT, 25e-6, SEPARATION, Polarity.LITHIUM);
        assertThat(solve(designCase(surface, coupled(LINEAR))).pressureCouplingChange())
                .isBetween(-0.01, -0.005);
    }

    /** The coupling fades in proportion to the pressure, here to the creep constant. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void softLithiumIsNotCoupled(double exponent) {
        double previous = 0;
        for (double creepConstant : new double[] {1000, 500, 250}) {
            CellSolution solved =
                    solve(designCase(RIDGE, coupled(BUTLER_VOLMER), 10, exponent, creepConstant * scale(exponent)));
            double change = solved.pressureCouplingChange();
            if (previous != 0) {
                assertThat(previous / change).isCloseTo(2, within(0.02));
            }
            previous = change;
        }
        assertThat(previous).isNegative().isGreaterThan(-1e-3);
    }

    /** Creep constants of different exponents have different units: both give pressures of the same order. */
    private static double scale(double exponent) {
        return exponent == 1 ? 0.02 : 10;
    }

    /** At little resistance plain turns diverge; the accelerated ones must not. */
    @Test
    void strongCouplingConverges() throws Exception {
        Kinetics.Linear little = new Kinetics.Linear(1e-5, 41.5e3);
        DesignCase input = designCase(RIDGE, coupled(little));
        CellSolution solved = solve(input);
        assertThat(solved.pressureCouplingChange()).isBetween(-0.5, -0.05);
        assertThat(solved.effort().couplingIterations() / solved.effort().currentDensities())
                .isBetween(4, 20);
        CellSolver.Accepted accepted = CellSolver.Accepted.of(input);
        DrivenFields fields = new DrivenFields(accepted, DrivenCase.resolved(accepted));
        assertThat(fields.at(10).current().meanRatio()).isCloseTo(1, within(1e-10));
    }

    /** The same lithium that creeps linearly below a rate; RIDGE deforms at about 1e-5/s under 10 A/m². */
    private static DesignCase composite(Kinetics kinetics, double flatCritical, double exponent, double transition) {
        DesignCase power = designCase(RIDGE, kinetics, flatCritical, exponent, CREEP_CONSTANT);
        return new DesignCase(
                power.topography(),
                power.electrolyte(),
                power.kinetics(),
                new Lithium(1.3e-5, exponent, CREEP_CONSTANT, 37e3, Wall.STICK, transition),
                power.flaw(),
                power.operation(),
                power.settings());
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 6.6})
    void aTransitionFarBelowLeavesThePowerLaw(double exponent) {
        CellSolution power = solve(designCase(RIDGE, LINEAR, 10, exponent, CREEP_CONSTANT));
        CellSolution solved = solve(composite(LINEAR, 10, exponent, 1e-13));
        assertThat(solved.criticalCurrent()).isCloseTo(power.criticalCurrent(), within(1e-4 * power.criticalCurrent()));
        assertThat(solved.pressureFunctionMax())
                .isCloseTo(power.pressureFunctionMax(), within(1e-3 * power.pressureFunctionMax()));
    }

    /** Far above, pressure is that of a Newtonian solid of viscosity σ_t/(3 ε̇_t). */
    @Test
    void aTransitionFarAboveGivesTheLinearLawsPressure() {
        double transition = 1e-2, exponent = 3;
        DesignCase input = composite(LINEAR, 10, exponent, transition);
        double resistance = input.lithium().flowStress(transition, 298.15) / transition;
        DesignCase newtonian = designCase(RIDGE, LINEAR, 10, 1, resistance / Math.exp(37e3 / (8.31446 * 298.15)));
        double expected = solve(newtonian).excessPressureMax();
        assertThat(solve(input).excessPressureMax()).isCloseTo(expected, within(0.005 * expected));
    }

    /** Rates and transition times two are the same flow: the closed form's root, with σ1 I^(1/n) for the pressure. */
    @Test
    void currentAndTransitionScaleTogether() throws Exception {
        double exponent = 6.6, transition = 1e-5;
        CellSolver.Accepted once = CellSolver.Accepted.of(composite(LINEAR, 10, exponent, transition));
        CellSolver.Accepted twice = CellSolver.Accepted.of(composite(LINEAR, 10, exponent, 2 * transition));
        double at = new DrivenFields(once, DrivenCase.resolved(once))
                .at(15)
                .flow()
                .pressure()
                .nodal()[0];
        double atTwice = new DrivenFields(twice, DrivenCase.resolved(twice))
                .at(30)
                .flow()
                .pressure()
                .nodal()[0];
        assertThat(atTwice).isCloseTo(at, within(1e-6 * at));
    }

    @Test
    void theRootOfACompositeCreepBelongsToItsOwnFields() throws Exception {
        for (Kinetics kinetics : new Kinetics[] {new Kinetics.Primary(), LINEAR, coupled(BUTLER_VOLMER)}) {
            DesignCase input = composite(kinetics, 400, 3, 1e-4);
            CellSolution solved = solve(input);
            CellSolver.Accepted accepted = CellSolver.Accepted.of(input);
            double[] again = new double[2];
            for (int i = 0; i < 2; i++) {
                DrivenFields.Solved fields = new DrivenFields(accepted, DrivenCase.resolved(accepted))
                        .at(i == 0 ? solved.criticalCurrent() : 10);
                InterfaceSamples samples = InterfaceSamples.of(fields.current().ratio(), fields.flow());
                again[i] = accepted.growth().at(samples).criticalCurrent();
            }
            assertThat(again[0]).isCloseTo(solved.criticalCurrent(), within(2e-5 * solved.criticalCurrent()));
            assertThat(again[1] / again[0]).isGreaterThan(1.001);
        }
    }

    @Test
    void absurdCouplingLeavesNoNumbers() {
        CaseOutcome outcome = new CellSolver().solve(designCase(RIDGE, coupled(BUTLER_VOLMER), 10, 1, 1e14));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CaseOutcome.Unconverged.class,
                        unconverged -> assertThat(unconverged.message()).contains("Maybe"));
    }

    @Test
    void theSameCaseGivesTheSameBits() {
        DesignCase input = designCase(RIDGE, coupled(BUTLER_VOLMER));
        assertThat(solve(input)).isEqualTo(solve(input));
    }

    @Test
    void tooFewNewtonStepsLeaveNoNumbers() {
        DesignCase input = designCase(RIDGE, BUTLER_VOLMER);
        DesignCase impatient = new DesignCase(
                input.topography(),
                input.electrolyte(),
                input.kinetics(),
                input.lithium(),
                input.flaw(),
                input.operation(),
                new SolverSettings(4, 3, 0.02, 1e-6, 5, 0.01, 0.05, 24_000));
        assertThat(new CellSolver().solve(impatient))
                .isInstanceOfSatisfying(CaseOutcome.Unconverged.class, unconverged -> {
                    assertThat(unconverged.code()).isEqualTo(FailureCode.CREEP_NEWTON);
                    assertThat(unconverged.effort().newtonIterations()).isEqualTo(5);
                    assertThat(unconverged.effort().currentDensities()).isEqualTo(1);
                });
    }
}
