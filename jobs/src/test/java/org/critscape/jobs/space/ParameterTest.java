package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ParameterTest {
    @Test
    void pathsAreUnique() {
        assertThat(Arrays.stream(Parameter.values()).map(Parameter::path)).doesNotHaveDuplicates();
        assertThat(Parameter.ofPath("topography.peak-height")).contains(Parameter.PEAK_HEIGHT);
        assertThat(Parameter.ofPath("peak-height")).isEmpty();
    }

    @Test
    void exactlyTheGeometryHasNoDefault() {
        assertThat(Parameter.values())
                .filteredOn(Parameter::isRequired)
                .containsExactly(
                        Parameter.SHAPE,
                        Parameter.PEAK_HEIGHT,
                        Parameter.PEAK_SEPARATION,
                        Parameter.FILE,
                        Parameter.HEIGHT_SCALE,
                        Parameter.RMS_HEIGHT,
                        Parameter.CORRELATION_LENGTH);
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAndExamplesAreAllowed(Parameter parameter) {
        assertThat(parameter.domain().contains(parameter.example())).isTrue();
        for (MaterialPreset material : MaterialPreset.values()) {
            parameter.standard(material).ifPresent(sourced -> {
                assertThat(parameter.domain().contains(sourced.value())).isTrue();
                assertThat(sourced.provenance().reference()).isNotEmpty();
            });
        }
    }

    /** Lengths are left out: which of them go together is for topography and case to say. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PEAK_HEIGHT", "PEAK_SEPARATION", "EDGE_RESOLUTION", "THICKNESS", "HALF_OPENING"})
    void theModelTakesTheEndsOfEveryRange(Parameter parameter) {
        if (parameter.domain() instanceof Domain.Interval interval) {
            for (double end : new double[] {interval.low(), interval.high()}) {
                DesignPoint point = Points.of(Shape.FRUSTUM, Axis.list(parameter, end));
                assertThatCode(point::toCase).as("%s = %s", parameter, end).doesNotThrowAnyException();
            }
        }
    }

    /** The catalogue allows no more than the model, and no less: see the test above. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.MATCH_ANY,
            names = {
                "TOP_FRACTION",
                "CONDUCTIVITY.*",
                "THICKNESS",
                ".*_(MODULUS|RATIO|TOUGHNESS)",
                "RESISTANCE.*",
                "MOLAR_.*",
                "CREEP_(EXPONENT|CONSTANT|ACTIVATION_ENERGY)",
                "TRANSITION_RATE",
                "FLAW_LENGTH",
                "FLAT_.*",
                "HALF_OPENING",
                "SURFACE_ENERGY",
                "CONTACT_ANGLE",
                ".*_ORDER",
                "REGULARISATION",
                "NEWTON_.*"
            })
    void theModelRefusesWhatIsBeyond(Parameter parameter) {
        Domain.Interval interval = (Domain.Interval) parameter.domain();
        double step = interval.whole() ? 1 : 1e-6 * (interval.high() - interval.low());
        for (double beyond : new double[] {interval.low() - step, interval.high() + step}) {
            double[] values = new double[Parameter.values().length];
            for (Parameter other : Parameter.values()) {
                values[other.position()] = Points.of(Shape.FRUSTUM).number(other);
            }
            values[parameter.position()] = beyond;
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("%s = %s", parameter, beyond)
                    .isThrownBy(DesignPoint.complete(values, null)::toCase);
        }
    }
}
