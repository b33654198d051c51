package org.critscape.jobs.space;

import java.util.Arrays;
import java.util.Optional;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Sourced;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The catalogue of inputs: key, domain, meaning and default with its source. Configuration, identity, help and
 * {@code conf/reference.conf} derive from it. The order of the constants is the order of axes in configuration files
 * and of lines in the text that a case's identity hashes.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // The checker knows its own annotation only; all fields are records of constants.
public enum Parameter {
    MATERIAL(ElectrolyteInputs.MATERIAL),
    SHAPE(TopographyInputs.SHAPE),
    FORM(TopographyInputs.FORM),
    PROFILE(TopographyInputs.PROFILE),
    PEAK_HEIGHT(TopographyInputs.PEAK_HEIGHT),
    PEAK_SEPARATION(TopographyInputs.PEAK_SEPARATION),
    TOP_FRACTION(TopographyInputs.TOP_FRACTION),
    EDGE_RESOLUTION(TopographyInputs.EDGE_RESOLUTION),
    POLARITY(TopographyInputs.POLARITY),
    FILE(TopographyInputs.FILE),
    HEIGHT_SCALE(TopographyInputs.HEIGHT_SCALE),
    SPECTRUM(TopographyInputs.SPECTRUM),
    RMS_HEIGHT(TopographyInputs.RMS_HEIGHT),
    CORRELATION_LENGTH(TopographyInputs.CORRELATION_LENGTH),
    HURST_EXPONENT(TopographyInputs.HURST_EXPONENT),
    SEED(TopographyInputs.SEED),
    CONDUCTIVITY(ElectrolyteInputs.CONDUCTIVITY),
    CONDUCTIVITY_ACTIVATION_ENERGY(ElectrolyteInputs.CONDUCTIVITY_ACTIVATION_ENERGY),
    THICKNESS(ElectrolyteInputs.THICKNESS),
    YOUNGS_MODULUS(ElectrolyteInputs.YOUNGS_MODULUS),
    POISSON_RATIO(ElectrolyteInputs.POISSON_RATIO),
    FRACTURE_TOUGHNESS(ElectrolyteInputs.FRACTURE_TOUGHNESS),
    KINETICS(InterfaceInputs.KINETICS),
    RESISTANCE(InterfaceInputs.RESISTANCE),
    RESISTANCE_ACTIVATION_ENERGY(InterfaceInputs.RESISTANCE_ACTIVATION_ENERGY),
    TRANSFER_COEFFICIENT(InterfaceInputs.TRANSFER_COEFFICIENT),
    PRESSURE_COUPLING(InterfaceInputs.PRESSURE_COUPLING),
    ACTIVATION_VOLUME(InterfaceInputs.ACTIVATION_VOLUME),
    LITHIUM_MODEL(LithiumInputs.MODEL),
    MOLAR_VOLUME(LithiumInputs.MOLAR_VOLUME),
    CREEP_EXPONENT(LithiumInputs.CREEP_EXPONENT),
    CREEP_CONSTANT(LithiumInputs.CREEP_CONSTANT),
    CREEP_ACTIVATION_ENERGY(LithiumInputs.CREEP_ACTIVATION_ENERGY),
    WALL(LithiumInputs.WALL),
    TRANSITION_RATE(LithiumInputs.TRANSITION_RATE),
    FLAW_LENGTH(DendriteInputs.FLAW_LENGTH),
    NOTCH(DendriteInputs.NOTCH),
    DRIVING(DendriteInputs.DRIVING),
    FLAT_CRITICAL_CURRENT(DendriteInputs.FLAT_CRITICAL_CURRENT),
    HALF_OPENING(DendriteInputs.HALF_OPENING),
    OPENING(DendriteInputs.OPENING),
    SURFACE_ENERGY(DendriteInputs.SURFACE_ENERGY),
    CONTACT_ANGLE(DendriteInputs.CONTACT_ANGLE),
    TEMPERATURE(OperationInputs.TEMPERATURE),
    STACK_PRESSURE(OperationInputs.STACK_PRESSURE),
    CURRENT_ORDER(SolverInputs.CURRENT_ORDER),
    CREEP_ORDER(SolverInputs.CREEP_ORDER),
    REGULARISATION(SolverInputs.REGULARISATION),
    NEWTON_TOLERANCE(SolverInputs.NEWTON_TOLERANCE),
    NEWTON_ITERATIONS(SolverInputs.NEWTON_ITERATIONS),
    TOLERANCE(SolverInputs.TOLERANCE),
    PRESSURE_TOLERANCE(SolverInputs.PRESSURE_TOLERANCE),
    LARGEST_UNKNOWNS(SolverInputs.LARGEST_UNKNOWNS);

    private final Input input;

    Parameter(Input input) {
        this.input = input;
    }

    /** The input of a configuration key, {@code topography.peak-height}. */
    public static Optional<Parameter> ofPath(String path) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.path().equals(path))
                .findFirst();
    }

    /** The place of this input in the array of a point. Lives in memory only: no table or identity depends on it. */
    @SuppressWarnings("EnumOrdinal")
    int position() {
        return ordinal();
    }

    /** The configuration key. */
    public String path() {
        return input.path();
    }

    /** What the input may hold. */
    public Domain domain() {
        return input.domain();
    }

    /** What the input is, in one sentence or two. */
    public String meaning() {
        return input.meaning();
    }

    /** The value of a case that is not given one [SI], with its source; empty where it must be given. */
    public Optional<Sourced> standard(MaterialPreset material) {
        return input.standard().resolve(material);
    }

    /** Whether the default differs between materials. */
    public boolean isOfMaterial() {
        return Arrays.stream(MaterialPreset.values())
                        .map(this::standard)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether cases that use the input must be given it. */
    public boolean isRequired() {
        return input.standard() instanceof Standard.None;
    }

    /** A usual value, for messages and documents [SI]. */
    public double example() {
        if (input.standard() instanceof Standard.None required) {
            return required.example();
        } else if (input.standard() instanceof Standard.Alternative alternative) {
            return alternative.example();
        }
        return input.standard().resolve(MaterialPreset.LI6PS5CL).orElseThrow().value();
    }

    /**
     * The position of a word among the options of this choice.
     *
     * @throws InvalidInputException where it is none of them
     */
    double code(String word) {
        Domain domain = domain();
        int code = domain instanceof Domain.Options options ? options.words().indexOf(word) : -1;
        if (code < 0) {
            throw new InvalidInputException(path(), "\"" + word + "\"", domain.allowed(), "Maybe it is misspelt.");
        }
        return code;
    }

    /** {@code value} [SI] where the input may hold it; throws {@link InvalidInputException} otherwise. */
    double require(double value) {
        if (!domain().contains(value)) {
            throw new InvalidInputException(
                    path(), domain().describe(value), domain().allowed(), "Maybe the value was not given in SI units.");
        }
        return value;
    }
}
