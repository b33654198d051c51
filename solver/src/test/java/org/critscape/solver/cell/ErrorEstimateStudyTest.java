package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the error estimates of default solves bound their errors, those being the differences to solves with
 * tolerances five times tighter or more. With {@code -Dcritscape.rewrite=true} writes {@code docs/error-estimates.md}.
 */
@Tag("verification")
class ErrorEstimateStudyTest {
    private static final RandomCases CASES = new RandomCases(1e-2, 1, 0.02, 10);
    private static final int COUNT = 48;
    private static final SolverSettings TIGHT = new SolverSettings(5, 3, 0.02, 1e-6, 100, 2e-3, 0.02, 40_000);

    private record Comparison(String name, CellSolution usual, CellSolution tight) {
        double error(ToDoubleFunction<CellSolution> value) {
            return Math.abs(value.applyAsDouble(usual) / value.applyAsDouble(tight) - 1);
        }

        double pressureError() {
            double max = tight.pressureFunctionMax();
            return Math.max(
                    Math.abs(usual.pressureFunctionMax() / max - 1),
                    Math.abs(usual.pressureFunctionTip() - tight.pressureFunctionTip()) / max);
        }

        boolean currentBounded() {
            return error(CellSolution::currentRatioMax) <= usual.currentRatioError();
        }

        boolean pressureBounded() {
            return pressureError() <= usual.pressureFunctionError();
        }

        boolean criticalBounded() {
            return error(CellSolution::criticalCurrent) <= usual.criticalCurrentError();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1e | %.1e | %.1e | %.1e | %.1e | %.1e |",
                    name,
                    error(CellSolution::currentRatioMax),
                    usual.currentRatioError(),
                    pressureError(),
                    usual.pressureFunctionError(),
                    error(CellSolution::criticalCurrent),
                    usual.criticalCurrentError());
        }
    }

    @Test
    void estimatesBoundTheErrors() throws Exception {
        List<Comparison> comparisons = LongStream.range(0, COUNT)
                .parallel()
                .mapToObj(ErrorEstimateStudyTest::compare)
                .flatMap(List::stream)
                .toList();
        List<String> page = new ArrayList<>();
        page.add("# Error estimates against errors");
        page.add("");
        page.add(String.format(
                Locale.ROOT,
                "%d random cases (`RandomCases`, H/S 0.01 to 1, λ 0 to 10) at default settings against solves at order 5 for"
                        + " the current and tolerances five times tighter or more. The estimate bounds the error of max k in %.0f %%,"
                        + " of Π in %.0f %%, of the critical current in %.0f %% of the cases. The estimates' factor of safety was chosen on these same draws; other draws may fare a"
                        + " little worse. Relative numbers. Written by"
                        + " `ErrorEstimateStudyTest`.",
                comparisons.size(),
                percent(comparisons, Comparison::currentBounded),
                percent(comparisons, Comparison::pressureBounded),
                percent(comparisons, Comparison::criticalBounded)));
        page.add("");
        page.add("| case | max k: error | estimate | Π: error | estimate | critical current: error | estimate |");
        page.add("| --- | --- | --- | --- | --- | --- | --- |");
        comparisons.stream().map(Comparison::line).forEach(page::add);
        page.forEach(System.out::println);
        if (Boolean.getBoolean("critscape.rewrite")) {
            Files.write(Path.of("docs/error-estimates.md"), page);
        }
        assertThat(comparisons).hasSizeGreaterThan(COUNT / 2);
        assertThat(percent(comparisons, Comparison::currentBounded)).isGreaterThanOrEqualTo(95);
        assertThat(percent(comparisons, Comparison::pressureBounded)).isGreaterThanOrEqualTo(95);
        assertThat(percent(comparisons, Comparison::criticalBounded)).isGreaterThanOrEqualTo(95);
    }

    private static double percent(List<Comparison> comparisons, Predicate<Comparison> holds) {
        return 100.0 * comparisons.stream().filter(holds).count() / comparisons.size();
    }

    /** None where the tighter tolerances cannot be met: such a case says nothing of the estimate. */
    private static List<Comparison> compare(long number) {
        DesignCase usual = CASES.draw(number, SolverSettings.DEFAULT);
        if (new CellSolver().solve(usual) instanceof CaseOutcome.Solved first
                && new CellSolver().solve(CASES.draw(number, TIGHT)) instanceof CaseOutcome.Solved second) {
            return List.of(new Comparison(RandomCases.describe(usual), first.solution(), second.solution()));
        }
        return List.of();
    }
}
