package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.RoughSurface.Spectrum;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Converged numbers that are not accurate enough are kept, and the advice that comes with them works. */
class ShortfallTest {
    private static final double SEPARATION = 150e-6;
    private static final Topography EGG_BOX = new EggBox(Form.SUM, 0.3 * SEPARATION, SEPARATION, Polarity.LITHIUM);
    private static final Topography RIDGE =
            new Ridge(Ridge.Profile.TRIANGLE, 0.2 * SEPARATION, SEPARATION, 0, 5e-6, Polarity.LITHIUM);
    private static final Kinetics LINEAR = new Kinetics.Linear(15e-4, 41.5e3);

    private static DesignCase designCase(
            Topography topography, Kinetics kinetics, double exponent, SolverSettings settings) {
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                kinetics,
                new Lithium(1.3e-5, exponent, 2e5, 37e3),
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(298.15, 7e6),
                settings);
    }

    private static SolverSettings settings(double tolerance, int largestUnknowns) {
        return new SolverSettings(4, 3, 0.02, 1e-6, 100, tolerance, 1, largestUnknowns);
    }

    @ParameterizedTest
    @CsvSource({"EGG_BOX, 0.0015, 1000", "RIDGE, 0.0008, 1000"})
    void theNumbersAreThereAndTheAdviceWorks(String shape, double tolerance, int largestUnknowns) {
        Topography topography = shape.equals("RIDGE") ? RIDGE : EGG_BOX;
        DesignCase input = designCase(topography, LINEAR, 3, settings(tolerance, largestUnknowns));
        CaseOutcome.Inaccurate outcome = inaccurate(input);
        assertThat(outcome.code()).isEqualTo(FailureCode.CREEP_RESOLUTION);
        double error = outcome.solution().criticalCurrentError();
        assertThat(error).isBetween(tolerance, 3 * tolerance);
        double looser = advised("solver.tolerance", outcome.message());
        assertThat(looser).isBetween(error, 3 * error);
        CellSolution accepted = solved(designCase(topography, LINEAR, 3, settings(looser, largestUnknowns)));
        assertThat(accepted.criticalCurrentError()).isLessThan(looser);
        int more = (int) advised("solver.largest-unknowns", outcome.message());
        CellSolution better = solved(designCase(topography, LINEAR, 3, settings(tolerance, more)));
        assertThat(better.criticalCurrentError()).isLessThan(tolerance);
        assertThat(Math.abs(outcome.solution().criticalCurrent() / better.criticalCurrent() - 1))
                .isLessThan(error);
    }

    @Test
    void aCurrentThatNoMeshResolvesKeepsItsNumbersToo() {
        SolverSettings coarse = new SolverSettings(2, 3, 0.02, 1e-6, 100, 1e-4, 1, 1000);
        Topography steep = new EggBox(Form.SUM, SEPARATION, SEPARATION, Polarity.LITHIUM);
        CaseOutcome.Inaccurate outcome = inaccurate(designCase(steep, new Kinetics.Primary(), 1, coarse));
        assertThat(outcome.code()).isEqualTo(FailureCode.CURRENT_RESOLUTION);
        assertThat(outcome.solution().currentRatioError()).isGreaterThan(1e-4);
        assertThat(outcome.solution().currentRatioMax()).isGreaterThan(1.5);
        assertThat(outcome.solution().criticalCurrentError())
                .isGreaterThanOrEqualTo(outcome.solution().currentRatioError());
    }

    @Test
    void fieldsThatDependOnTheCurrentKeepTheirNumbers() {
        Kinetics general = new Kinetics.ButlerVolmer(15e-4, 41.5e3, 0.5);
        CaseOutcome.Inaccurate outcome = inaccurate(designCase(RIDGE, general, 3, settings(1e-3, 1000)));
        assertThat(outcome.solution().criticalCurrent()).isBetween(9.0, 10.0);
        assertThat(outcome.message()).contains("above solver.tolerance 0.10 %. Maybe set solver.tolerance = 0.00");
    }

    @Test
    void theFieldsOfAnInaccurateCaseAreThere() {
        List<CaseFields> fields = new ArrayList<>();
        new CellSolver().solve(designCase(RIDGE, LINEAR, 3, settings(1e-3, 1000)), fields::add);
        assertThat(fields).hasSize(1);
    }

    @Test
    void everyCauseIsNamed() {
        Shortfall both = shortfall(0.013, 1.019);
        assertThat(both.message())
                .isEqualTo("The estimated error of the critical current is 1.3 %, above solver.tolerance 1 %, and the"
                        + " creep flow takes up 1.0190 of the plated lithium, which must be 1 within 1 %. Maybe set"
                        + " solver.largest-unknowns = 160000.");
        assertThat(shortfall(0.004, 0.98).message()).startsWith("The creep flow takes up 0.9800");
        assertThat(shortfall(0.016, 1).message())
                .endsWith("Maybe set solver.tolerance = 0.03, or solver.largest-unknowns = 160000.");
        assertThat(shortfall(0.8, 1).message()).endsWith("Maybe raise topography.edge-resolution.");
        assertThat(Shortfall.of(
                        FailureCode.CREEP_RESOLUTION,
                        "",
                        0.01,
                        1,
                        SolverSettings.DEFAULT,
                        RIDGE.fundamentalCell(),
                        more -> 1))
                .isNull();
    }

    /** Over a surface without symmetry a mesh may have a third of the setting. */
    @Test
    void adviceForWholeCellsIsThreeTimesTheirUnknowns() {
        Topography rough = new RoughSurface(Spectrum.GAUSSIAN, 0.02, 0.3, 0, 0, 1, 1, Polarity.LITHIUM);
        assertThat(shortfall(0.016, 1, rough).message()).endsWith("solver.largest-unknowns = 480000.");
        assertThat(settings(0.01, 240_000).mostUnknowns(rough.fundamentalCell()))
                .isEqualTo(80_000);
        assertThat(settings(0.01, 20_000).mostUnknowns(rough.fundamentalCell())).isEqualTo(20_000);
    }

    /** 40,000 unknowns on the finest level and twice as many on each that is finer. */
    private static Shortfall shortfall(double error, double inflow) {
        return shortfall(error, inflow, RIDGE);
    }

    private static Shortfall shortfall(double error, double inflow, Topography topography) {
        Shortfall found = Shortfall.of(
                FailureCode.CREEP_RESOLUTION,
                "critical current",
                error,
                inflow,
                SolverSettings.DEFAULT,
                topography.fundamentalCell(),
                more -> 40_000 << more);
        return Objects.requireNonNull(found);
    }

    /** How the creep flow of a mesh may end. */
    private enum Ending {
        STALL,
        NO_MEMORY
    }

    /** Solves whose third mesh after the coarsest has no flow. */
    private static ContourFields fieldsWithoutTheThird(double tolerance, Ending ending) throws Stopped {
        AtomicBoolean ended = new AtomicBoolean();
        SolvedLevels.Levels levels = new SolvedLevels.Levels() {
            @Override
            <T> T once(Object name, Solve<T> solve) throws Stopped {
                if (!name.toString().startsWith("FlowName[level=3,")) {
                    return super.once(name, solve);
                }
                ended.set(true);
                if (ending == Ending.NO_MEMORY) {
                    throw new OutOfMemoryError("Java heap space");
                }
                throw new Stopped(FailureCode.CREEP_NEWTON, "Stalled. Maybe wait.", SolveEffort.NONE);
            }
        };
        // So little of the pressure's error is allowed that there would be a third.
        SolverSettings settings = new SolverSettings(4, 3, 0.02, 1e-6, 100, tolerance, 0.003, 34_000);
        ContourFields fields =
                new ContourSolver(CellSolver.Accepted.of(designCase(EGG_BOX, LINEAR, 3, settings)), levels).solve();
        assertThat(ended).isTrue();
        assertThat(fields.effort().refinements()).isEqualTo(2);
        return fields;
    }

    @Test
    void aFinerMeshForThePressureMayFail() throws Stopped {
        assertThat(fieldsWithoutTheThird(0.01, Ending.STALL).shortfall()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"STALL, CREEP_NEWTON", "NO_MEMORY, OUT_OF_MEMORY"})
    void whereTheToleranceIsNotMetThatIsSaid(Ending ending, FailureCode code) throws Stopped {
        ContourFields fields = fieldsWithoutTheThird(1e-4, ending);
        assertThat(fields.shortfall()).extracting(Shortfall::code).isEqualTo(code);
        assertThat(fields.errors().criticalCurrent()).isBetween(1e-4, 1e-2);
    }

    /** Whether a case that meets its tolerance went on for the pressure must not depend on the heap without a word. */
    @Test
    void memoryForThePressureIsInsistedOn() {
        assertThatThrownBy(() -> fieldsWithoutTheThird(0.01, Ending.NO_MEMORY)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatAFinerMeshStalledOnIsToldWithWhatWasReached() {
        CaseOutcome.Unconverged finer =
                new CaseOutcome.Unconverged(FailureCode.CREEP_NEWTON, "Stalled. Maybe wait.", SolveEffort.NONE);
        Shortfall stalled = Shortfall.stalled(finer, 0.03, 1, SolverSettings.DEFAULT);
        assertThat(stalled.code()).isEqualTo(FailureCode.CREEP_NEWTON);
        assertThat(stalled.message())
                .isEqualTo(
                        "The estimated error of the critical current is 3 %, above solver.tolerance 1 %, and the next"
                                + " finer mesh did not converge: Stalled. Maybe wait. Maybe set solver.tolerance = 0.05.");
    }

    @Test
    void whatMemoryDoesNotAllowIsToldWithWhatWasReached() {
        Shortfall shortfall = Shortfall.memory(0.0076, 0.985, SolverSettings.DEFAULT);
        assertThat(shortfall.code()).isEqualTo(FailureCode.OUT_OF_MEMORY);
        assertThat(shortfall.message())
                .startsWith(
                        "The creep flow takes up 0.9850 of the plated lithium, which must be 1 within 1 %, and the next"
                                + " finer mesh does not fit into memory. Maybe give more");
        assertThat(Shortfall.memory(0.012, 1, SolverSettings.DEFAULT).message())
                .contains("is 1.2 %, above solver.tolerance 1 %", "Maybe set solver.tolerance = 0.02, or give more");
    }

    @ParameterizedTest
    @CsvSource({"0.0178, 1, 0.02", "0.02, 1, 0.02", "12345, 2, 13000", "0.00081, 1, 0.0009", "1, 1, 1", "9.9, 1, 10"})
    void numbersAreRoundedUp(double value, int digits, double expected) {
        assertThat(Shortfall.roundedUp(value, digits)).isEqualTo(expected);
    }

    private static CaseOutcome.Inaccurate inaccurate(DesignCase input) {
        CaseOutcome outcome = new CellSolver().solve(input);
        assertThat(outcome).isInstanceOf(CaseOutcome.Inaccurate.class);
        return (CaseOutcome.Inaccurate) outcome;
    }

    private static CellSolution solved(DesignCase input) {
        CaseOutcome outcome = new CellSolver().solve(input);
        assertThat(outcome).isInstanceOf(CaseOutcome.Solved.class);
        return ((CaseOutcome.Solved) outcome).solution();
    }

    private static double advised(String key, String message) {
        Matcher found = Pattern.compile(key + " = ([0-9.]*[0-9])").matcher(message);
        assertThat(found.find()).as(message).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
