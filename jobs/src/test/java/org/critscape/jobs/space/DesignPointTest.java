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
import org.junit.jupiter.params.provider.EnumSource;

class DesignPointTest {
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
                        "activation-volume",
                        "contact-angle",
                        "half-opening",
                        "material",
                        "transfer-coefficient",
                        "transition-rate");
        return unused;
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
    void withoutLithiumNoInputOfCreepAndDendritesIsUsed() {
        DesignPoint alone = Points.of(Shape.FRUSTUM, Axis.words(Parameter.LITHIUM_MODEL, List.of("none")));
        assertThat(Arrays.stream(Parameter.values())
                        .filter(alone::uses)
                        .map(Parameter::path)
                        .filter(path -> !path.startsWith("topography.")))
                .containsExactly(
                        "electrolyte.conductivity",
                        "electrolyte.conductivity-activation-energy",
                        "electrolyte.thickness",
                        "interface.kinetics",
                        "interface.resistance",
                        "interface.resistance-activation-energy",
                        "interface.pressure-coupling",
                        "lithium.model",
                        "operation.temperature",
                        "solver.current-order",
                        "solver.tolerance",
                        "solver.largest-unknowns");
        assertThat(alone.toCase().isCurrentOnly()).isTrue();
        DesignPoint other = Points.of(
                Shape.FRUSTUM,
                Axis.words(Parameter.LITHIUM_MODEL, List.of("none")),
                Axis.list(Parameter.CREEP_EXPONENT, 2),
                Axis.list(Parameter.HALF_OPENING, 2e-8),
                Axis.list(Parameter.STACK_PRESSURE, 0));
        assertThat(other.caseId()).isEqualTo(alone.caseId());
        DesignPoint whole = Points.of(Shape.FRUSTUM);
        assertThat(whole.toCase().isCurrentOnly()).isFalse();
        assertThat(whole.caseId()).isNotEqualTo(alone.caseId());
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

    /** A power law alone was all there was before: its cases keep their identities. */
    @Test
    void aTransitionRateCountsWhereThereIsOne() {
        DesignPoint none = Points.of(Shape.EGG_BOX, Axis.list(Parameter.TRANSITION_RATE, 0));
        assertThat(none.uses(Parameter.TRANSITION_RATE)).isFalse();
        assertThat(none.caseId()).isEqualTo(Points.of(Shape.EGG_BOX).caseId());
        DesignPoint some = Points.of(Shape.EGG_BOX, Axis.list(Parameter.TRANSITION_RATE, 1e-5));
        assertThat(some.toCase().lithium().transitionRate()).isEqualTo(1e-5);
        assertThat(some.uses(Parameter.TRANSITION_RATE)).isTrue();
        assertThat(some.caseId()).isNotEqualTo(none.caseId());
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
