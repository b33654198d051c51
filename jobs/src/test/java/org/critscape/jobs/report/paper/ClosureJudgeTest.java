package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.critscape.jobs.space.Shape;
import org.junit.jupiter.api.Test;

/** Closures on made-up rows: the verdicts are those of the checks, each closure has its own shapes, gaps decide nothing. */
class ClosureJudgeTest {
    private static final Optional<Evidence.TipContrast> TIP =
            Optional.of(new Evidence.TipContrast(new Estimate(0.1, 1e-6), new Estimate(0.1, 1e-6)));

    private static final SharedInputs SHARED =
            new SharedInputs(Collections.nCopies(SharedInputs.COLUMNS.size(), "any"));

    private static ClosureRows.Member member(double top, SampleRows rows) {
        return new ClosureRows.Member(
                new ClosureInputs(SHARED, "product", top, 1e-6, 1e-3),
                rows.of(shape -> shape != Shape.EGG_BOX, condition -> condition == Condition.WITH_KINETICS));
    }

    private static List<JudgedClosure> judge(SampleRows rows, ClosureRows.Member... members) {
        return ClosureJudge.judge(
                new ClosureRows.Family(
                        new ClosureRows.EggBoxes(
                                rows.of(
                                        shape -> shape == Shape.EGG_BOX,
                                        condition -> condition != Condition.WITHOUT_KINETICS),
                                Optional.empty()),
                        List.of(members)),
                rows.of(shape -> shape == Shape.EGG_BOX, condition -> condition == Condition.WITHOUT_KINETICS),
                TIP);
    }

    @Test
    void allChecksHoldOnRowsThatAgreeWithThePaper() {
        SampleRows rows = SampleRows.agreeing();
        JudgedClosure closure = judge(rows, member(0.5, rows)).get(0);
        assertThat(closure.numbers(Verdict.HOLDS)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        // 0.3 − (1/6 − 1/4)² − 0.003 by the formula of the rows, just above 0.29 of H25S100.
        assertThat(closure.gain().orElseThrow().surface().label()).isEqualTo("H5S30");
        assertThat(closure.gain().orElseThrow().gain().value()).isCloseTo(0.297 - 1.0 / 144, within(1e-9));
        assertThat(closure.weakest()).isPositive();
    }

    @Test
    void onlyTheClosureWithTheBetterFrustumContradictsTheBestShape() {
        SampleRows rows = SampleRows.agreeing();
        SampleRows better =
                rows.with(Measure.CRITICAL_CURRENT, surface -> surface.shape() == Shape.FRUSTUM, i -> i.times(1.3));
        List<JudgedClosure> closures = judge(rows, member(0.25, rows), member(0.5, better));
        assertThat(closures.get(0).verdict(Check.EGG_BOX_IS_BEST)).isEqualTo(Verdict.HOLDS);
        assertThat(closures.get(1).numbers(Verdict.DOES_NOT_HOLD)).containsExactly(7);
        assertThat(closures.stream().min(JudgedClosure.BEST_FIRST)).contains(closures.get(0));
    }

    @Test
    void shapesThatAreNotThereLeaveTheirCheckUndecided() {
        SampleRows rows = SampleRows.agreeing();
        ClosureRows.Member bare = new ClosureRows.Member(new ClosureInputs(SHARED, "sum", null, null, 1e-3), List.of());
        JudgedClosure closure = judge(rows, bare).get(0);
        assertThat(closure.numbers(Verdict.UNDECIDED)).containsExactly(7);
        assertThat(ClosureTable.row(closure).isNullAt(ClosureTable.names().indexOf("check_7_margin")))
                .isTrue();
        assertThat(ClosureTable.row(closure).<Integer>getAs("checks_that_hold")).isEqualTo(10);
    }

    @Test
    void theSummaryNamesTheBestTheNearestAndWhatIsNeverReproduced() {
        SampleRows rows = SampleRows.agreeing();
        SampleRows large = rows.with(Measure.ENHANCEMENT, surface -> true, e -> e.times(1.15));
        SampleRows blurred = rows.with(Measure.LARGEST_PRESSURE, surface -> true, p -> new Estimate(1, 0.1));
        JudgedClosure first = judge(rows, member(0.1, rows)).get(0);
        JudgedClosure near = judge(large, member(0.2, large)).get(0);
        JudgedClosure open = judge(blurred, member(0.3, blurred)).get(0);
        ClosureSummary summary = new ClosureSummary(List.of(open, near, first));
        assertThat(summary.nearestInMagnitude()).contains(near);
        assertThat(summary.count(Check.PRESSURE_GROWS, Verdict.UNDECIDED)).isEqualTo(1);
        assertThat(summary.sentences().get(0)).startsWith("Best by number of checks: 11 hold");
        assertThat(summary.sentences().get(2)).isEqualTo("What no closure reproduces: nothing.");
        assertThat(new ClosureSummary(List.of(open)).sentences().get(2))
                .contains("check 4 (undecided, not contradicted, under some)", "an interior maximum in both series");
    }
}
