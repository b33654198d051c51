package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Constraint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.junit.jupiter.api.Test;

class SurveyTest {
    /** Ten heights, the last of which is too steep, are the innermost axis: a tenth of the cases is rejected. */
    private static DesignSpace tenthRejected(int temperatures) {
        return new DesignSpace(List.of(new Block(List.of(
                Axis.words(Parameter.SHAPE, List.of("egg-box")),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                Axis.linear(Parameter.TEMPERATURE, new BigDecimal("250"), new BigDecimal("400"), temperatures),
                Axis.list(
                        Parameter.PEAK_HEIGHT,
                        15e-6,
                        20e-6,
                        25e-6,
                        30e-6,
                        35e-6,
                        40e-6,
                        45e-6,
                        50e-6,
                        55e-6,
                        200e-6)))));
    }

    @Test
    void aSmallSpaceIsCheckedWhole() {
        assertThat(Survey.of(tenthRejected(40), 400).rejections())
                .startsWith(
                        "Checked all 400 cases: 40 (10 %) would be rejected, the first of them case 9: peak height by peak"
                                + " separation is 1.3333 (topography.peak-height 200 µm");
    }

    /** Every tenth case would be one height only. */
    @Test
    void aLargeSpaceIsSampledAcrossItsInnerAxes() {
        String text = Survey.of(tenthRejected(1000), 1000).rejections();
        Matcher matcher = Pattern.compile(
                        "Checked 1000 of 10000 cases, drawn evenly, the same every time: (\\d+) \\(.* would.*")
                .matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        // The standard deviation is 9.5.
        assertThat(Integer.parseInt(matcher.group(1))).isBetween(60, 140);
        assertThat(Survey.of(tenthRejected(1000), 1000).rejections()).isEqualTo(text);
    }

    /** Ten sizes of something that egg-boxes do not have: every case occurs ten times. */
    private static DesignSpace tenfold(int heights) {
        return new DesignSpace(List.of(new Block(List.of(
                Axis.words(Parameter.SHAPE, List.of("egg-box")),
                Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("10e-6"), new BigDecimal("50e-6"), heights),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                Axis.linear(Parameter.TOP_FRACTION, new BigDecimal("0"), new BigDecimal("0.9"), 10)))));
    }

    @Test
    void distinctCasesOfASmallSpaceAreCounted() {
        assertThat(Survey.of(tenfold(50), 500).distinct()).isEqualTo(50);
    }

    @Test
    void distinctCasesOfALargeSpaceAreEstimated() {
        // Some 2,250 equal pairs among 5,000 of 10,000.
        assertThat((double) Survey.of(tenfold(1000), 5000).distinct()).isBetween(900.0, 1150.0);
    }

    @Test
    void samplesStandForEqualPartsOfTheCost() {
        DesignSpace space = new DesignSpace(List.of(
                new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("flat")),
                        Axis.linear(Parameter.PEAK_SEPARATION, new BigDecimal("1e-4"), new BigDecimal("2e-4"), 500))),
                new Block(List.of(
                        Axis.words(Parameter.SHAPE, List.of("egg-box", "frustum")),
                        Axis.list(Parameter.PEAK_HEIGHT, 20e-6),
                        Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                        Axis.list(Parameter.EDGE_RESOLUTION, 4.5e-6),
                        Axis.linear(Parameter.TEMPERATURE, new BigDecimal("250"), new BigDecimal("400"), 10)))));
        Survey survey = Survey.of(space, 1000);
        // Ten egg-boxes of cost 1, ten frustums of cost 10: flat cases cost next to nothing and none is
        // tried.
        assertThat(survey.samples(11))
                .hasSize(11)
                .filteredOn(index -> index < 510)
                .hasSize(1);
        assertThat(survey.cost()).isCloseTo(110, within(0.01));
    }

    /** What the study itself leaves out is no refusal, and not solved to try it. */
    @Test
    void excludedCasesAreCountedApart() {
        Constraint constraint = new Constraint(
                "topography.peak-height < 50 um", "topography_peak_height < 5.0E-5", List.of(Parameter.PEAK_HEIGHT));
        Block free = tenthRejected(40).blocks().get(0);
        Survey survey = Survey.of(new DesignSpace(List.of(new Block(free.axes(), null, List.of(constraint)))), 400);
        assertThat(survey.excluded()).isEqualTo(120);
        assertThat(survey.rejected()).isZero();
        assertThat(survey.coverage())
                .hasEntrySatisfying(
                        Parameter.PEAK_HEIGHT,
                        heights -> assertThat(heights.high()).isEqualTo(45e-6));
        assertThat(survey.rejections())
                .startsWith(
                        "Checked all 400 cases: 120 (30 %) are excluded by constraints, the first of them case 7: The"
                                + " constraint \"topography.peak-height < 50 um\" leaves the case out:")
                .endsWith("\nOf the others none would be rejected.");
    }
}
