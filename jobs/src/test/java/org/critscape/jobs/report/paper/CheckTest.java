package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.critscape.jobs.space.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check on made-up tables: where it holds, where it does not, and where nothing can be said. */
class CheckTest {
    private static final Surface STEEPEST = Surface.ofMicrometres(Shape.EGG_BOX, 75, 150);
    private static final Surface LARGE = Surface.ofMicrometres(Shape.EGG_BOX, 150, 900);

    private static Verdict verdict(Check check, SampleRows rows) {
        return check.judge(rows.evidence()).verdict();
    }

    @Test
    void numbersRunFromOneToEleven() {
        assertThat(Stream.of(Check.values()).map(Check::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
        assertThat(Check.of(7)).isEqualTo(Check.EGG_BOX_IS_BEST);
    }

    @ParameterizedTest
    @EnumSource
    void holdsOnATableThatAgreesWithThePaper(Check check) {
        Finding finding = check.judge(SampleRows.agreeing().evidence());
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.figures()).isNotEmpty();
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.decisive().margin().value()).isPositive();
    }

    static Stream<Arguments> contradictions() {
        SampleRows rows = SampleRows.agreeing();
        return Stream.of(
                Arguments.of(
                        Check.SIMILAR_WITHOUT_KINETICS,
                        rows.with(Measure.LARGEST_CURRENT, LARGE::equals, k -> k.times(1.02))),
                Arguments.of(
                        Check.CURRENT_GROWS_WITH_SIZE,
                        rows.with(Measure.LARGEST_CURRENT, LARGE::equals, k -> k.times(0.8))),
                Arguments.of(
                        Check.CURRENT_FALLS, rows.with(Measure.LARGEST_CURRENT, STEEPEST::equals, k -> k.times(1.5))),
                Arguments.of(
                        Check.PRESSURE_GROWS, rows.with(Measure.LARGEST_PRESSURE, STEEPEST::equals, p -> p.times(0.1))),
                Arguments.of(Check.COUPLING_IS_SMALL, rows.with(Measure.COUPLING_CHANGE, s -> true, c -> c.times(3))),
                Arguments.of(
                        Check.EGG_BOX_IS_BEST,
                        rows.with(Measure.CRITICAL_CURRENT, s -> s.shape() == Shape.FRUSTUM, i -> i.times(1.2))),
                Arguments.of(
                        Check.INTERIOR_MAXIMUM,
                        rows.with(Measure.CRITICAL_CURRENT, STEEPEST::equals, i -> i.times(1.5))),
                Arguments.of(
                        Check.CRITICAL_CURRENT_FALLS_WITH_SIZE,
                        rows.with(Measure.CRITICAL_CURRENT, LARGE::equals, i -> i.times(2))),
                Arguments.of(
                        Check.GAIN_IS_LIMITED, rows.with(Measure.ENHANCEMENT, STEEPEST::equals, e -> e.times(1.5))),
                Arguments.of(
                        Check.AREA_DOES_NOT_ORDER, rows.with(Measure.AREA_RATIO, STEEPEST::equals, a -> a.times(0.1))));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void doesNotHoldOnATableThatContradictsIt(Check check, SampleRows rows) {
        Finding finding = check.judge(rows.evidence());
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(finding.decisive().margin().value()).isNegative();
    }

    @Test
    void anElsewhereThatIsLargerThanTheTipContradictsCoLocation() {
        SampleRows rows = SampleRows.agreeing();
        assertThat(Check.LARGEST_AT_THE_TIP
                        .judge(rows.evidence(0.1, -0.1, 0.01))
                        .verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(Check.LARGEST_AT_THE_TIP
                        .judge(rows.evidence(-0.1, 0.1, 0.01))
                        .verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(Check.LARGEST_AT_THE_TIP
                        .judge(rows.evidence(0.1, 0.005, 0.01))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void areasThatOrderTheCriticalCurrentsContradictTheLast() {
        SampleRows ordered = SampleRows.agreeing();
        for (Series series : Series.values()) {
            for (Surface surface : series.surfaces()) {
                double ratio = (double) surface.height() / surface.separation();
                ordered = ordered.with(Measure.CRITICAL_CURRENT, surface::equals, i -> new Estimate(1 + ratio, 1e-6));
            }
        }
        assertThat(verdict(Check.AREA_DOES_NOT_ORDER, ordered)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @ParameterizedTest
    @EnumSource
    void errorsAsLargeAsTheNumbersDecideNothing(Check check) {
        Evidence blurred = SampleRows.agreeing().withError(1).evidence(0.1, 0.1, 1);
        assertThat(check.judge(blurred).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSolvedDecidesNothingAndIsNamed(Check check) {
        Finding finding =
                check.judge(new Evidence(SampleRows.agreeing().unsolved().rows(), Optional.empty()));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding.figures()).isEmpty();
        assertThat(finding.missing())
                .isNotEmpty()
                .allSatisfy(what -> assertThat(what).contains("H", "S", ": unconverged CREEP_RESOLUTION"));
    }

    @Test
    void noRowsAtAllAreNamedToo() {
        Finding finding = Check.EGG_BOX_IS_BEST.judge(new Evidence(new PaperRows(List.of()), Optional.empty()));
        assertThat(finding.missing()).contains("frustum H25S150 with kinetics: no such case");
    }

    @Test
    void oneContradictionDecidesAlthoughOtherCasesAreMissing() {
        SampleRows rows = SampleRows.agreeing().with(Measure.LARGEST_PRESSURE, STEEPEST::equals, p -> p.times(0.1));
        List<PaperRow> few = Stream.of(Surface.ofMicrometres(Shape.EGG_BOX, 60, 150), STEEPEST)
                .map(surface ->
                        rows.rows().row(surface, Condition.WITH_KINETICS).orElseThrow())
                .toList();
        Finding finding = Check.PRESSURE_GROWS.judge(new Evidence(new PaperRows(few), Optional.empty()));
        assertThat(finding.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(finding.missing()).isNotEmpty();
        assertThat(finding.decisive().text())
                .isEqualTo("largest pressure of egg-box H75S150 above that of egg-box H60S150");
    }

    @Test
    void aMaximumAtAnEndWithinErrorsIsUndecided() {
        SampleRows rows = SampleRows.agreeing();
        Estimate top = rows.rows()
                .find(Surface.ofMicrometres(Shape.EGG_BOX, 40, 150), Condition.WITH_KINETICS, Measure.CRITICAL_CURRENT)
                .orElseThrow();
        SampleRows level = rows.with(
                Measure.CRITICAL_CURRENT, STEEPEST::equals, i -> new Estimate(top.value(), 0.01 * top.value()));
        assertThat(verdict(Check.INTERIOR_MAXIMUM, level)).isEqualTo(Verdict.UNDECIDED);
    }
}
