package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.junit.jupiter.api.Test;

class DryRunTest {
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
        assertThat(DryRun.rejections(tenthRejected(40), 400))
                .startsWith("Checked all 400 cases: 40 would be rejected, the first of them case 9: peak height by peak"
                        + " separation is 1.3333333333333335 (topography.peak-height 2.0E-4 m");
    }

    /** Every tenth case would be one height only. */
    @Test
    void aLargeSpaceIsSampledAcrossItsInnerAxes() {
        String text = DryRun.rejections(tenthRejected(1000), 1000);
        Matcher matcher = Pattern.compile(
                        "Checked 1000 of 10000 cases, drawn evenly, the same every time: (\\d+) would.*")
                .matcher(text);
        assertThat(matcher.matches()).as(text).isTrue();
        // The standard deviation is 9.5.
        assertThat(Integer.parseInt(matcher.group(1))).isBetween(60, 140);
        assertThat(DryRun.rejections(tenthRejected(1000), 1000)).isEqualTo(text);
    }
}
