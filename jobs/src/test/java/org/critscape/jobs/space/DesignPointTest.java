package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.dendrite.Slot;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Provenance;
import org.critscape.solver.material.Wall;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.SquarePyramid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DesignPointTest {
    /**
     * Defaults may change; the identity of inputs that are all given must not. The digests are those of Python's hashlib
     * over the same text, written with float.hex.
     */
    @ParameterizedTest
    @CsvSource({
        "FLAT, 765aeecc78f0c9da023b3ad11566ca0a",
        "EGG_BOX, b728ea474df025036ef98e129bc748a2",
        "FRUSTUM, 832494c8644ec5c34221f81794199055",
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
                Axis.list(Parameter.NEWTON_ITERATIONS, 60));
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
        // Another material changes the identity through its values.
        boolean matters = parameter == Parameter.MATERIAL || low.uses(parameter);
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
    void theUnusedInputsAreThese() {
        assertThat(unused(Shape.FLAT))
                .containsExactlyInAnyOrder(
                        "form",
                        "profile",
                        "peak-height",
                        "top-fraction",
                        "edge-resolution",
                        "polarity",
                        "file",
                        "height-scale",
                        "spectrum",
                        "rms-height",
                        "correlation-length",
                        "hurst-exponent",
                        "seed");
        assertThat(unused(Shape.EGG_BOX))
                .contains("profile", "top-fraction", "edge-resolution", "file", "seed")
                .doesNotContain("form", "peak-height", "polarity");
        assertThat(unused(Shape.RIDGE))
                .contains("form", "top-fraction", "edge-resolution", "rms-height")
                .doesNotContain("profile", "peak-height", "polarity");
        assertThat(unused(Shape.FRUSTUM))
                .contains("form", "profile", "height-scale")
                .doesNotContain("peak-height", "top-fraction", "edge-resolution");
        assertThat(unused(Shape.HEIGHT_MAP))
                .containsExactlyInAnyOrder(
                        "form",
                        "profile",
                        "peak-height",
                        "top-fraction",
                        "spectrum",
                        "rms-height",
                        "correlation-length",
                        "hurst-exponent",
                        "seed");
        assertThat(unused(Shape.ROUGH))
                .containsExactlyInAnyOrder(
                        "form",
                        "profile",
                        "peak-height",
                        "top-fraction",
                        "edge-resolution",
                        "file",
                        "height-scale",
                        "hurst-exponent");
        Axis selfAffine = Axis.words(Parameter.SPECTRUM, List.of("self-affine"));
        assertThat(unused(Shape.ROUGH, selfAffine)).doesNotContain("edge-resolution", "hurst-exponent");
    }

    /** Keys of the topography that a shape does not use; of the others the same go unused whatever the shape. */
    private static Set<String> unused(Shape shape, Axis... more) {
        Set<String> unused = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        DesignPoint point = Points.of(shape, more);
        for (Parameter parameter : Parameter.values()) {
            if (!point.uses(parameter)) {
                (parameter.path().startsWith("topography.") ? unused : others)
                        .add(parameter.path().substring(parameter.path().indexOf('.') + 1));
            }
        }
        assertThat(others)
                .containsExactly(
                        "activation-volume", "contact-angle", "half-opening", "material", "transfer-coefficient");
        return unused;
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

    @ParameterizedTest
    @EnumSource(MaterialPreset.class)
    void defaultsAreThoseOfTheMaterial(MaterialPreset material) {
        DesignPoint point = Points.of(
                Shape.EGG_BOX,
                Axis.words(Parameter.MATERIAL, List.of(material.name().toLowerCase(Locale.ROOT))));
        DesignCase designCase = point.toCase();
        assertThat(point.material()).isEqualTo(material);
        assertThat(designCase.electrolyte()).isEqualTo(material.electrolyte());
        assertThat(designCase.kinetics()).isEqualTo(material.kinetics());
        assertThat(designCase.lithium()).isEqualTo(material.lithium());
        assertThat(designCase.settings()).isEqualTo(SolverSettings.DEFAULT);
    }

    @Test
    void pointsBecomeTheSolversRecords() {
        Axis[] shapeInputs = {
            Axis.words(Parameter.FORM, List.of("sum")),
            Axis.words(Parameter.PROFILE, List.of("trapezoid")),
            Axis.words(Parameter.POLARITY, List.of("electrolyte")),
            Axis.list(Parameter.TOP_FRACTION, 0.3),
            Axis.list(Parameter.EDGE_RESOLUTION, 2e-6),
        };
        double height = 25e-6;
        double separation = 150e-6;
        Polarity polarity = Polarity.ELECTROLYTE;
        assertThat(Points.of(Shape.FLAT, shapeInputs).toCase().topography()).isEqualTo(new Flat(separation));
        assertThat(Points.of(Shape.EGG_BOX, shapeInputs).toCase().topography())
                .isEqualTo(new EggBox(EggBox.Form.SUM, height, separation, polarity));
        assertThat(Points.of(Shape.SQUARE_PYRAMID, shapeInputs).toCase().topography())
                .isEqualTo(new SquarePyramid(height, separation, 2e-6, polarity));
        assertThat(Points.of(Shape.FRUSTUM, shapeInputs).toCase().topography())
                .isEqualTo(new Frustum(height, separation, 0.3, 2e-6, polarity));
        assertThat(Points.of(Shape.RIDGE, shapeInputs).toCase().topography())
                .isEqualTo(new Ridge(Ridge.Profile.TRAPEZOID, height, separation, 0.3, 2e-6, polarity));
    }

    @Test
    void pointsBecomeMapsAndRoughSurfaces() {
        SampledMap map = Points.map("map.csv", 1);
        DesignPoint mapped = Points.of(
                Shape.HEIGHT_MAP,
                Axis.maps(List.of(map)),
                Axis.list(Parameter.HEIGHT_SCALE, 20e-6),
                Axis.list(Parameter.EDGE_RESOLUTION, 3e-6),
                Axis.words(Parameter.POLARITY, List.of("electrolyte")));
        assertThat(mapped.toCase().topography())
                .isEqualTo(new HeightMap(map.samples(), 20e-6, 150e-6, 3e-6, Polarity.ELECTROLYTE));
        assertThat(mapped.word(Parameter.FILE)).isEqualTo("map.csv");
        DesignPoint rough = Points.of(
                Shape.ROUGH,
                Axis.words(Parameter.SPECTRUM, List.of("self-affine")),
                Axis.list(Parameter.HURST_EXPONENT, 0.6),
                Axis.list(Parameter.EDGE_RESOLUTION, 7e-6),
                Axis.list(Parameter.SEED, 12));
        assertThat(rough.toCase().topography())
                .isEqualTo(new RoughSurface(
                        RoughSurface.Spectrum.SELF_AFFINE, 4e-6, 60e-6, 0.6, 7e-6, 150e-6, 12, Polarity.LITHIUM));
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

    @Test
    void pointsBecomeStateAndKinetics() {
        DesignCase designCase = Points.of(
                        Shape.EGG_BOX,
                        Axis.words(Parameter.KINETICS, List.of("primary")),
                        Axis.words(Parameter.NOTCH, List.of("inglis")),
                        Axis.list(Parameter.FLAW_LENGTH, 3e-7),
                        Axis.list(Parameter.FLAT_CRITICAL_CURRENT, 5),
                        Axis.list(Parameter.TEMPERATURE, 333.15),
                        Axis.list(Parameter.STACK_PRESSURE, 5e6),
                        Axis.list(Parameter.CREEP_ORDER, 5))
                .toCase();
        assertThat(designCase.kinetics()).isEqualTo(new Kinetics.Primary());
        assertThat(designCase.flaw().notch()).isEqualTo(NotchFactor.INGLIS);
        assertThat(designCase.flaw().length()).isEqualTo(3e-7);
        assertThat(designCase.flaw().driving()).isEqualTo(Driving.PRESSURE);
        assertThat(designCase.flaw().slot()).isEqualTo(Slot.calibrated(5));
        assertThat(designCase.operation().temperature()).isEqualTo(333.15);
        assertThat(designCase.operation().stackPressure()).isEqualTo(5e6);
        assertThat(designCase.settings().creepOrder()).isEqualTo(5);
    }

    @Test
    void kineticsBeyondLinearBecomeTheSolversRecords() {
        Axis[] inputs = {
            Axis.list(Parameter.RESISTANCE, 2e-3),
            Axis.list(Parameter.RESISTANCE_ACTIVATION_ENERGY, 4e4),
            Axis.list(Parameter.TRANSFER_COEFFICIENT, 0.3),
            Axis.list(Parameter.ACTIVATION_VOLUME, 0.7),
            Axis.words(Parameter.KINETICS, List.of("butler-volmer", "linear", "primary")),
            Axis.words(Parameter.PRESSURE_COUPLING, List.of("none", "iterated")),
        };
        DesignSpace space = new DesignSpace(List.of(new Block(Points.axes(Shape.EGG_BOX, inputs))));
        Kinetics general = new Kinetics.ButlerVolmer(2e-3, 4e4, 0.3);
        Kinetics linear = new Kinetics.Linear(2e-3, 4e4);
        List<Kinetics> expected = List.of(
                general,
                new Kinetics.PressureCoupled(general, 0.7),
                linear,
                new Kinetics.PressureCoupled(linear, 0.7),
                new Kinetics.Primary());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(space.point(i).toCase().kinetics()).isEqualTo(expected.get(i));
        }
        assertThatThrownBy(space.point(5)::toCase)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("interface.pressure-coupling")
                .hasMessageContaining("interface.kinetics");
    }

    @Test
    void aCaseUsesTheCoefficientsOfItsKineticsOnly() {
        DesignPoint linear = Points.of(Shape.EGG_BOX);
        assertThat(linear.uses(Parameter.TRANSFER_COEFFICIENT)).isFalse();
        assertThat(linear.uses(Parameter.ACTIVATION_VOLUME)).isFalse();
        DesignPoint general = Points.of(
                Shape.EGG_BOX,
                Axis.words(Parameter.KINETICS, List.of("butler-volmer")),
                Axis.words(Parameter.PRESSURE_COUPLING, List.of("iterated")));
        assertThat(general.uses(Parameter.TRANSFER_COEFFICIENT)).isTrue();
        assertThat(general.uses(Parameter.ACTIVATION_VOLUME)).isTrue();
        assertThat(general.uses(Parameter.RESISTANCE)).isTrue();
        DesignPoint coupled = Points.of(Shape.EGG_BOX, Axis.words(Parameter.PRESSURE_COUPLING, List.of("iterated")));
        assertThat(coupled.caseId()).isNotEqualTo(linear.caseId());
        assertThat(Points.of(Shape.EGG_BOX, Axis.words(Parameter.PRESSURE_COUPLING, List.of("none")))
                        .caseId())
                .isEqualTo(linear.caseId());
    }

    @Test
    void pointsBecomeFlaws() {
        DesignPoint point = Points.of(
                Shape.EGG_BOX,
                Axis.words(Parameter.DRIVING, List.of("normal-traction")),
                Axis.words(Parameter.WALL, List.of("free-slip")),
                Axis.words(Parameter.OPENING, List.of("elastic")),
                Axis.list(Parameter.HALF_OPENING, 2e-8),
                Axis.list(Parameter.SURFACE_ENERGY, 0.45),
                Axis.list(Parameter.CONTACT_ANGLE, 2.5));
        DesignCase designCase = point.toCase();
        assertThat(designCase.lithium().wall()).isEqualTo(Wall.FREE_SLIP);
        assertThat(designCase.flaw().driving()).isEqualTo(Driving.NORMAL_TRACTION);
        assertThat(designCase.flaw().slot()).isEqualTo(new Slot(new Slot.Given(2e-8), Slot.Opening.ELASTIC, 0.45, 2.5));
        assertThat(point.uses(Parameter.FLAT_CRITICAL_CURRENT)).isFalse();
        assertThat(point.uses(Parameter.CONTACT_ANGLE)).isTrue();
        assertThat(Points.of(Shape.EGG_BOX).uses(Parameter.CONTACT_ANGLE)).isFalse();
    }

    /** The identities of version 1 of the catalogue stay. */
    @Test
    void optionsThatAreOffLeaveIdentitiesAlone() {
        String plain = Points.of(Shape.EGG_BOX).caseId();
        assertThat(Points.of(
                                Shape.EGG_BOX,
                                Axis.words(Parameter.DRIVING, List.of("pressure")),
                                Axis.words(Parameter.WALL, List.of("stick")),
                                Axis.words(Parameter.OPENING, List.of("rigid")),
                                Axis.list(Parameter.SURFACE_ENERGY, 0))
                        .caseId())
                .isEqualTo(plain);
        assertThat(Points.of(Shape.EGG_BOX, Axis.words(Parameter.DRIVING, List.of("normal-traction")))
                        .caseId())
                .isNotEqualTo(plain);
    }

    @Test
    void theFlawsWidthIsGivenOnce() {
        Axis opening = Axis.list(Parameter.HALF_OPENING, 2e-8);
        Axis calibration = Axis.list(Parameter.FLAT_CRITICAL_CURRENT, 10);
        assertThatThrownBy(() -> Points.of(Shape.EGG_BOX, opening, calibration))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dendrite.half-opening and dendrite.flat-critical-current")
                .hasMessageContaining("Maybe");
        Block block = new Block(Points.axes(Shape.EGG_BOX, opening));
        assertThat(block.uses(Parameter.HALF_OPENING)).isTrue();
        assertThat(block.uses(Parameter.FLAT_CRITICAL_CURRENT)).isFalse();
        assertThat(new Block(Points.axes(Shape.EGG_BOX)).uses(Parameter.HALF_OPENING))
                .isFalse();
    }

    @Test
    void aGivenValueIsGivenAlsoWhereItEqualsTheDefault() {
        DesignPoint left = Points.of(Shape.EGG_BOX);
        double value = left.number(Parameter.FLAW_LENGTH);
        DesignPoint given = Points.of(Shape.EGG_BOX, Axis.list(Parameter.FLAW_LENGTH, value));
        assertThat(left.provenance(Parameter.FLAW_LENGTH)).isPresent();
        assertThat(given.provenance(Parameter.FLAW_LENGTH)).isEmpty();
        assertThat(given.caseId()).isEqualTo(left.caseId());
    }

    @Test
    void provenanceIsKnownForDefaultsOnly() {
        DesignPoint point = Points.of(Shape.FRUSTUM, Axis.list(Parameter.FLAW_LENGTH, 3e-7));
        assertThat(point.provenance(Parameter.TOP_FRACTION).map(Provenance::kind))
                .contains(Provenance.Kind.ASSUMED);
        assertThat(point.provenance(Parameter.FLAW_LENGTH)).isEmpty();
        assertThat(point.provenance(Parameter.PEAK_HEIGHT)).isEmpty();
    }
}
