package org.critscape.jobs.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;

/**
 * The catalogue of inputs. Configuration, identity, help and {@code conf/reference.conf} derive from it; the order of
 * the constants is the order of axes in configuration files and of lines in the text that a case's identity hashes.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // The checker knows its own annotation only; a Domain is a record of constants.
public enum Parameter {
    MATERIAL("material", new Domain.Options(List.of("li6ps5cl", "llzo", "li3ps4")), 0),
    SHAPE("topography.shape", Domain.Options.of(Shape.class), Double.NaN),
    FORM("topography.form", Domain.Options.of(EggBox.Form.class), 0),
    PROFILE("topography.profile", Domain.Options.of(Ridge.Profile.class), 0),
    PEAK_HEIGHT("topography.peak-height", amount(Dimension.LENGTH, 1e-8, 1e-3), Double.NaN),
    PEAK_SEPARATION("topography.peak-separation", amount(Dimension.LENGTH, 1e-7, 1e-2), Double.NaN),
    TOP_FRACTION("topography.top-fraction", amount(Dimension.NUMBER, 0, 0.95), 0.5),
    EDGE_RESOLUTION("topography.edge-resolution", amount(Dimension.LENGTH, 1e-9, 1e-4), 1e-6),
    POLARITY("topography.polarity", Domain.Options.of(Polarity.class), 0),
    CONDUCTIVITY("electrolyte.conductivity", amount(Dimension.CONDUCTIVITY, 1e-6, 100), 0.2),
    CONDUCTIVITY_ACTIVATION_ENERGY(
            "electrolyte.conductivity-activation-energy", amount(Dimension.MOLAR_ENERGY, 0, 200e3), 34734.7),
    THICKNESS("electrolyte.thickness", amount(Dimension.LENGTH, 1e-6, 0.1), 1e-3),
    YOUNGS_MODULUS("electrolyte.youngs-modulus", amount(Dimension.PRESSURE, 1e8, 1e12), 22e9),
    POISSON_RATIO("electrolyte.poisson-ratio", amount(Dimension.NUMBER, 0, 0.5), 0.37),
    FRACTURE_TOUGHNESS("electrolyte.fracture-toughness", amount(Dimension.TOUGHNESS, 1e4, 1e8), 0.23e6),
    KINETICS("interface.kinetics", Domain.Options.of(KineticsModel.class), 1),
    RESISTANCE("interface.resistance", amount(Dimension.AREA_RESISTANCE, 1e-8, 10), 1.5e-3),
    RESISTANCE_ACTIVATION_ENERGY(
            "interface.resistance-activation-energy", amount(Dimension.MOLAR_ENERGY, 0, 200e3), 41488.7),
    MOLAR_VOLUME("lithium.molar-volume", amount(Dimension.MOLAR_VOLUME, 1e-6, 1e-4), 1.3e-5),
    CREEP_EXPONENT("lithium.creep-exponent", amount(Dimension.NUMBER, 1, 8), 6.6),
    CREEP_CONSTANT("lithium.creep-constant", amount(Dimension.CREEP_CONSTANT, 1, 1e20), 2e5),
    CREEP_ACTIVATION_ENERGY("lithium.creep-activation-energy", amount(Dimension.MOLAR_ENERGY, 0, 200e3), 37e3),
    FLAW_LENGTH("dendrite.flaw-length", amount(Dimension.LENGTH, 1e-9, 1e-3), 1e-6),
    NOTCH("dendrite.notch", Domain.Options.of(NotchFactor.class), 0),
    FLAT_CRITICAL_CURRENT("dendrite.flat-critical-current", amount(Dimension.CURRENT_DENSITY, 1e-3, 1e6), 10),
    TEMPERATURE("operation.temperature", amount(Dimension.TEMPERATURE, 200, 450), 298.15),
    STACK_PRESSURE("operation.stack-pressure", amount(Dimension.PRESSURE, 0, 1e9), 7e6),
    CURRENT_ORDER("solver.current-order", whole(2, 12), SolverSettings.DEFAULT.currentOrder()),
    CREEP_ORDER("solver.creep-order", whole(2, 8), SolverSettings.DEFAULT.creepOrder()),
    REGULARISATION("solver.regularisation", amount(Dimension.NUMBER, 1e-4, 1), SolverSettings.DEFAULT.regularisation()),
    NEWTON_TOLERANCE(
            "solver.newton-tolerance", amount(Dimension.NUMBER, 1e-12, 1e-3), SolverSettings.DEFAULT.newtonTolerance()),
    NEWTON_ITERATIONS("solver.newton-iterations", whole(1, 1000), SolverSettings.DEFAULT.newtonIterations());

    private final String path;
    private final Domain domain;
    private final double standard;

    Parameter(String path, Domain domain, double standard) {
        this.path = path;
        this.domain = domain;
        this.standard = standard;
    }

    private static Domain.Interval amount(Dimension dimension, double low, double high) {
        return new Domain.Interval(dimension, low, high, false);
    }

    private static Domain.Interval whole(double low, double high) {
        return new Domain.Interval(Dimension.NUMBER, low, high, true);
    }

    /** The input of a configuration key, {@code topography.peak-height}. */
    public static Optional<Parameter> ofPath(String path) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.path.equals(path))
                .findFirst();
    }

    /** The place of this input in the array of a point. Lives in memory only: no table or identity depends on it. */
    @SuppressWarnings("EnumOrdinal")
    int position() {
        return ordinal();
    }

    /** The configuration key. */
    public String path() {
        return path;
    }

    /** What the input may hold. */
    public Domain domain() {
        return domain;
    }

    /** Whether cases that use the input must be given it. */
    public boolean isRequired() {
        return Double.isNaN(standard);
    }

    /** The value where none is given [SI]; NaN where it must be given. */
    double standard(double material) {
        return standard;
    }

    /**
     * The position of a word among the options of this choice.
     *
     * @throws InvalidInputException where it is none of them
     */
    double code(String word) {
        int code = domain instanceof Domain.Options options ? options.words().indexOf(word) : -1;
        if (code < 0) {
            throw new InvalidInputException(path, "\"" + word + "\"", domain.allowed(), "Maybe it is misspelt.");
        }
        return code;
    }

    /** An allowed value, for messages. */
    String example() {
        return domain instanceof Domain.Interval interval ? interval.describe(interval.high()) : domain.describe(1);
    }

    /** {@code value} [SI] where the input may hold it; throws {@link InvalidInputException} otherwise. */
    double require(double value) {
        if (!domain.contains(value)) {
            throw new InvalidInputException(
                    path, domain.describe(value), domain.allowed(), "Maybe the value was not given in SI units.");
        }
        return value;
    }
}
