package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseIdentityTest {
    /**
     * Defaults may change; the identity of inputs that are all given must not. The digests are those of Python's hashlib
     * over the same text, written with float.hex.
     */
    @ParameterizedTest
    @CsvSource({
        "FLAT, f52092f88dc12203cf54e3b4b8a0ad45",
        "EGG_BOX, 9796fb34fb2958d345025b46c375ef10",
        "FRUSTUM, ebf7aa7e9b30e019adb904f2913159a0",
    })
    void identityIsStable(Shape shape, String id) {
        DesignPoint point = Points.of(
                shape,
                Axis.list(Parameter.TOP_FRACTION, 0.4),
                Axis.list(Parameter.EDGE_RESOLUTION, 2e-6),
                Axis.list(Parameter.CONDUCTIVITY, 0.3),
                Axis.list(Parameter.CONDUCTIVITY_ACTIVATION_ENERGY, 34e3),
                Axis.list(Parameter.THICKNESS, 1e-3),
                Axis.list(Parameter.YOUNGS_MODULUS, 22e9),
                Axis.list(Parameter.POISSON_RATIO, 0.37),
                Axis.list(Parameter.FRACTURE_TOUGHNESS, 0.23e6),
                Axis.list(Parameter.RESISTANCE, 1.5e-3),
                Axis.list(Parameter.RESISTANCE_ACTIVATION_ENERGY, 41e3),
                Axis.list(Parameter.MOLAR_VOLUME, 1.3e-5),
                Axis.list(Parameter.CREEP_EXPONENT, 6.6),
                Axis.list(Parameter.CREEP_CONSTANT, 2e5),
                Axis.list(Parameter.CREEP_ACTIVATION_ENERGY, 37e3),
                Axis.list(Parameter.FLAW_LENGTH, 1e-6),
                Axis.list(Parameter.FLAT_CRITICAL_CURRENT, 10),
                Axis.list(Parameter.TEMPERATURE, 298.15),
                Axis.list(Parameter.STACK_PRESSURE, 7e6),
                Axis.list(Parameter.CURRENT_ORDER, 8),
                Axis.list(Parameter.CREEP_ORDER, 4),
                Axis.list(Parameter.REGULARISATION, 0.02),
                Axis.list(Parameter.NEWTON_TOLERANCE, 1e-8),
                Axis.list(Parameter.NEWTON_ITERATIONS, 60),
                Axis.list(Parameter.TOLERANCE, 0.02),
                Axis.list(Parameter.PRESSURE_TOLERANCE, 0.1),
                Axis.list(Parameter.LARGEST_UNKNOWNS, 20_000));
        assertThat(point.caseId("golden")).isEqualTo(id);
    }

    @Test
    void identityFollowsTheModelVersion() {
        DesignPoint point = Points.of(Shape.EGG_BOX);
        assertThat(point.caseId("1")).isNotEqualTo(point.caseId("2")).matches("[0-9a-f]{32}");
    }

    /** The identity changes with an input exactly where the case uses it. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void identityDependsOnWhatTheCaseUses(Shape shape) {
        for (String profile : List.of("cosine", "triangle", "trapezoid")) {
            for (String kinetics : List.of("primary", "linear")) {
                for (Parameter parameter : Parameter.values()) {
                    if (!Set.of(Parameter.SHAPE, Parameter.PROFILE, Parameter.KINETICS)
                            .contains(parameter)) {
                        compareIdentities(shape, profile, kinetics, parameter);
                    }
                }
            }
        }
    }

    private static void compareIdentities(Shape shape, String profile, String kinetics, Parameter parameter) {
        Axis[] fixed = {
            Axis.words(Parameter.PROFILE, List.of(profile)), Axis.words(Parameter.KINETICS, List.of(kinetics)),
        };
        DesignPoint low = Points.of(shape, with(fixed, level(parameter, false)));
        DesignPoint high = Points.of(shape, with(fixed, level(parameter, true)));
        // Another material changes the identity through its values; some inputs count from a value above 0 on.
        boolean matters = parameter == Parameter.MATERIAL || low.uses(parameter) || high.uses(parameter);
        assertThat(low.caseId().equals(high.caseId()))
                .as("%s of %s", parameter, shape)
                .isEqualTo(!matters);
    }

    private static Axis level(Parameter parameter, boolean high) {
        if (parameter == Parameter.FILE) {
            return Axis.maps(List.of(Points.map("same.csv", high ? 1 : 2)));
        }
        if (parameter.domain() instanceof Domain.Interval interval) {
            return Axis.list(parameter, high ? interval.high() : interval.low());
        }
        return Axis.list(parameter, high ? 1 : 0);
    }

    private static Axis[] with(Axis[] axes, Axis more) {
        Axis[] all = Arrays.copyOf(axes, axes.length + 1);
        all[axes.length] = more;
        return all;
    }

    @Test
    void signOfZeroDoesNotCount() {
        assertThat(Points.of(Shape.FLAT, Axis.list(Parameter.STACK_PRESSURE, -0.0))
                        .caseId())
                .isEqualTo(Points.of(Shape.FLAT, Axis.list(Parameter.STACK_PRESSURE, 0.0))
                        .caseId());
    }

    @Test
    void valuesCountAndNotTheMaterialsName() {
        DesignPoint named = Points.of(Shape.EGG_BOX, Axis.words(Parameter.MATERIAL, List.of("llzo")));
        Axis[] written = Arrays.stream(Parameter.values())
                .filter(Parameter::isOfMaterial)
                .map(parameter -> Axis.list(parameter, named.number(parameter)))
                .toArray(Axis[]::new);
        assertThat(Points.of(Shape.EGG_BOX, written).caseId()).isEqualTo(named.caseId());
        assertThat(Points.of(Shape.EGG_BOX).caseId()).isNotEqualTo(named.caseId());
    }

    /** A map is its heights, not its file: another name is the same case, another height another. */
    @Test
    void theIdentityOfAMapIsThatOfItsHeights() {
        DesignPoint map = Points.of(Shape.HEIGHT_MAP, Axis.maps(List.of(Points.map("a.csv", 1))));
        DesignPoint renamed = Points.of(Shape.HEIGHT_MAP, Axis.maps(List.of(Points.map("b.csv", 1))));
        DesignPoint other = Points.of(Shape.HEIGHT_MAP, Axis.maps(List.of(Points.map("a.csv", 1 + 1e-12))));
        assertThat(renamed.caseId()).isEqualTo(map.caseId());
        assertThat(renamed).isNotEqualTo(map);
        assertThat(other.caseId()).isNotEqualTo(map.caseId());
    }
}
