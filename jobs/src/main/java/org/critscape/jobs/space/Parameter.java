package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Domain.whole;
import static org.critscape.jobs.space.Standard.assumed;
import static org.critscape.jobs.space.Standard.chosen;
import static org.critscape.jobs.space.Standard.none;
import static org.critscape.jobs.space.Standard.of;

import java.util.Arrays;
import java.util.Optional;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.dendrite.Slot;
import org.critscape.solver.material.Arrhenius;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.MaterialProperty;
import org.critscape.solver.material.Sourced;
import org.critscape.solver.material.Wall;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.PhysicalConstants;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;

/**
 * The catalogue of inputs: key, domain, meaning and default with its source. Configuration, identity, help and
 * {@code conf/reference.conf} derive from it. The order of the constants is the order of axes in configuration files
 * and of lines in the text that a case's identity hashes.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // The checker knows its own annotation only; all fields are records of constants.
public enum Parameter {
    MATERIAL(
            "material",
            Domain.Options.of(MaterialPreset.class),
            "Preset that gives every value below whose default is \"of the material\"; keys given win over it.",
            chosen(0, "The electrolyte of Zhang et al. 2024.")),
    SHAPE("topography.shape", Domain.Options.of(Shape.class), "Family of the interface.", none(1)),
    FORM(
            "topography.form",
            Domain.Options.of(EggBox.Form.class),
            "Egg-box as a product of two cosines or as their sum.",
            chosen(0, "A cut through its peaks shows the full height, as the cuts of Zhang et al. 2024 do.")),
    PROFILE(
            "topography.profile",
            Domain.Options.of(Ridge.Profile.class),
            "Cross section of ridges.",
            chosen(0, "The profile without edges.")),
    PEAK_HEIGHT(
            "topography.peak-height",
            amount(Dimension.LENGTH, 1e-8, 1e-3),
            "Peak to trough, before filtering by the edge resolution; " + Topography.SHALLOWEST + " to "
                    + Topography.STEEPEST + " of the peak separation.",
            none(25e-6)),
    PEAK_SEPARATION(
            "topography.peak-separation",
            amount(Dimension.LENGTH, 1e-7, 1e-2),
            "Period of the surface, the side of a height map or rough surface; also the length in the Wagner number, so a flat surface needs it too.",
            none(150e-6)),
    TOP_FRACTION(
            "topography.top-fraction",
            amount(Dimension.NUMBER, 0, 0.9),
            "Width of the flat top by the peak separation; for frustums and trapezoid ridges.",
            assumed(0.5, "Zhang et al. 2024 give no number.")),
    EDGE_RESOLUTION(
            "topography.edge-resolution",
            amount(Dimension.LENGTH, 1e-9, 1e-4),
            "Standard deviation of the Gaussian that rounds edges and filters height maps and self-affine rough surfaces; "
                    + Topography.SHARPEST + " to " + Topography.BLUNTEST + " of the peak separation.",
            assumed(
                    1e-6,
                    "About the median grain of the powder; a sharp edge would make the result depend on the mesh.")),
    POLARITY(
            "topography.polarity",
            Domain.Options.of(Polarity.class),
            "Which phase carries the apex of the shape.",
            chosen(0, "Lithium protrudes into the electrolyte where current and pressure are largest.")),
    FILE(
            "topography.file",
            new Domain.MapFile(),
            "Height map of one period: CSV, one row of decimal numbers per line, or 16-bit greyscale PNG; as many rows as"
                    + " columns, 4 to 1024. The first sample is x = y = 0, x runs along rows and y from row to row. It is"
                    + " continued periodically; a second file in a list is another case.",
            none(0)),
    HEIGHT_SCALE(
            "topography.height-scale",
            amount(Dimension.LENGTH, 1e-12, 1),
            "What a 1 in a CSV height map stands for; of a PNG, the height of white above black.",
            none(1e-6)),
    SPECTRUM(
            "topography.spectrum",
            Domain.Options.of(RoughSurface.Spectrum.class),
            "Power spectrum of rough surfaces over the wave number k: exp(-k^2 l^2/4), or (1 + k^2 l^2)^(-1 - H), l being"
                    + " the correlation length and H the Hurst exponent.",
            chosen(0, "Bumps of about one size, the cheapest to resolve.")),
    RMS_HEIGHT(
            "topography.rms-height",
            amount(Dimension.LENGTH, 1e-9, 1e-3),
            "Root mean square height of rough surfaces as they are solved, after filtering where there is a filter.",
            none(5e-6)),
    CORRELATION_LENGTH(
            "topography.correlation-length",
            amount(Dimension.LENGTH, 1e-8, 1e-2),
            "Distance over which a rough surface forgets its height; 0.05 to 0.5 of the peak separation, and in practice"
                    + " above 0.2: a whole period is solved, at a cost that rises with its fourth inverse power.",
            none(50e-6)),
    HURST_EXPONENT(
            "topography.hurst-exponent",
            amount(Dimension.NUMBER, 0.1, 1),
            "Hurst exponent of self-affine rough surfaces.",
            assumed(0.8, "Near that of many fractured and machined surfaces; B. N. J. Persson et al. 2005.")),
    SEED("topography.seed", whole(0, 1e9), "Which random surface of its kind.", chosen(1, "Any other is as good.")),
    CONDUCTIVITY(
            "electrolyte.conductivity",
            amount(Dimension.CONDUCTIVITY, 1e-6, 100),
            "Ionic conductivity at 298.15 K.",
            of(MaterialProperty.CONDUCTIVITY)),
    CONDUCTIVITY_ACTIVATION_ENERGY(
            "electrolyte.conductivity-activation-energy",
            activationEnergy(),
            "Arrhenius energy of the conductivity.",
            of(MaterialProperty.CONDUCTIVITY_ACTIVATION_ENERGY)),
    THICKNESS(
            "electrolyte.thickness",
            amount(Dimension.LENGTH, 1e-6, 0.1),
            "From the interface to the flat plane where the current is uniform.",
            of(MaterialProperty.THICKNESS)),
    YOUNGS_MODULUS(
            "electrolyte.youngs-modulus",
            amount(Dimension.PRESSURE, 1e8, 1e12),
            "Young's modulus.",
            of(MaterialProperty.YOUNGS_MODULUS)),
    POISSON_RATIO(
            "electrolyte.poisson-ratio",
            amount(Dimension.NUMBER, 0, 0.5),
            "Poisson ratio.",
            of(MaterialProperty.POISSON_RATIO)),
    FRACTURE_TOUGHNESS(
            "electrolyte.fracture-toughness",
            amount(Dimension.TOUGHNESS, 1e4, 1e8),
            "Critical stress intensity in mode I.",
            of(MaterialProperty.FRACTURE_TOUGHNESS)),
    KINETICS(
            "interface.kinetics",
            Domain.Options.of(KineticsModel.class),
            "Without interfacial resistance, with one that is linear in the current, or with Butler-Volmer kinetics of that"
                    + " resistance at small currents.",
            chosen(1, "Linearised Butler-Volmer kinetics, as in Zhang et al. 2024.")),
    RESISTANCE(
            "interface.resistance",
            amount(Dimension.AREA_RESISTANCE, 1e-8, 10),
            "Interfacial resistance at 298.15 K, at small currents where it depends on them; for all kinetics but primary.",
            of(MaterialProperty.INTERFACIAL_RESISTANCE)),
    RESISTANCE_ACTIVATION_ENERGY(
            "interface.resistance-activation-energy",
            activationEnergy(),
            "Arrhenius energy by which the interfacial resistance falls; for all kinetics but primary.",
            of(MaterialProperty.INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY)),
    TRANSFER_COEFFICIENT(
            "interface.transfer-coefficient",
            amount(Dimension.NUMBER, 0.1, 0.9),
            "alpha in: i = i0 [exp((1 - alpha) F phi/(R T)) - exp(-alpha F phi/(R T))], plating counted positive,"
                    + " i0 = R T/(F resistance); for Butler-Volmer kinetics.",
            assumed(0.5, "Symmetric; no source for these interfaces.")),
    PRESSURE_COUPLING(
            "interface.pressure-coupling",
            Domain.Options.of(PressureCoupling.class),
            "Whether lithium under pressure plates less readily: i = (phi - V p/F)/(resistance exp(beta V p/(R T))) with"
                    + " linear kinetics, V molar volume, p excess pressure; Butler-Volmer kinetics likewise.",
            chosen(0, "Zhang et al. 2024 found it to change the current by less than 1 %, and left it out.")),
    ACTIVATION_VOLUME(
            "interface.activation-volume",
            amount(Dimension.NUMBER, 0, 1),
            "beta: activation volume of the exchange current by the molar volume of lithium; for pressure coupling.",
            assumed(0.5, "Half way between lithium and electrolyte; no source for these interfaces.")),
    MOLAR_VOLUME(
            "lithium.molar-volume",
            amount(Dimension.MOLAR_VOLUME, 1e-6, 1e-4),
            "Molar volume of lithium.",
            of(MaterialProperty.MOLAR_VOLUME)),
    CREEP_EXPONENT(
            "lithium.creep-exponent",
            amount(Dimension.NUMBER, 1, 8),
            "n in: strain rate = A_c stress^n exp(-Q_c/(R T)).",
            of(MaterialProperty.CREEP_EXPONENT)),
    CREEP_CONSTANT(
            "lithium.creep-constant",
            amount(Dimension.CREEP_CONSTANT, 1, 1e20),
            "A_c^(-1/n); n is the creep exponent of the same case.",
            of(MaterialProperty.CREEP_CONSTANT)),
    CREEP_ACTIVATION_ENERGY(
            "lithium.creep-activation-energy",
            activationEnergy(),
            "Q_c.",
            of(MaterialProperty.CREEP_ACTIVATION_ENERGY)),
    WALL(
            "lithium.wall",
            Domain.Options.of(Wall.class),
            "Whether lithium sticks to the electrolyte or slips along it without friction; across it the plated volume"
                    + " decides.",
            chosen(0, "Zhang et al. 2024 let plated lithium move along the normal.")),
    FLAW_LENGTH(
            "dendrite.flaw-length",
            amount(Dimension.LENGTH, 1e-9, 1e-3),
            "Length of the lithium-filled flaw that a dendrite starts from.",
            assumed(1e-6, "About the median grain of the powder.")),
    NOTCH(
            "dendrite.notch",
            Domain.Options.of(NotchFactor.class),
            "Concentration of the interface pressure at the root of a trough of the electrolyte: none, or after Inglis"
                    + " 1913.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has none.")),
    DRIVING(
            "dendrite.driving",
            Domain.Options.of(Driving.class),
            "What the flaw feels beyond the stack pressure: the excess pressure at the interface, or the normal traction with"
                    + " which the lithium bears on it.",
            chosen(0, "Zhang et al. 2024 speak of pressure.")),
    FLAT_CRITICAL_CURRENT(
            "dendrite.flat-critical-current",
            amount(Dimension.CURRENT_DENSITY, 1e-3, 1e6),
            "Critical current density of the flat interface at 298.15 K and 7 MPa; calibrates the flaw. Instead of it"
                    + " dendrite.half-opening may be given.",
            assumed(10, "Calibration only: trends and enhancements mean more than absolute currents.")),
    HALF_OPENING(
            "dendrite.half-opening",
            amount(Dimension.LENGTH, 1e-10, 1e-4),
            "Half of the flaw's width without pressure, instead of dendrite.flat-critical-current, which then is a result. The"
                    + " critical current rises with its power n + 2, the creep exponent n.",
            Standard.alternative(15e-9)),
    OPENING(
            "dendrite.opening",
            Domain.Options.of(Slot.Opening.class),
            "Whether pressure widens the flaw, b = b0 + (pi/2) p a (1 - nu^2)/E. When it grows p is the fracture pressure, so a"
                    + " calibrated flaw grows at the same currents with either; with a given half opening it matters.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has a rigid flaw.")),
    SURFACE_ENERGY(
            "dendrite.surface-energy",
            amount(Dimension.SURFACE_ENERGY, 0, 2),
            "Surface energy of lithium, about 0.45 J/m^2: lithium that does not wet the electrolyte is held back from a flaw of"
                    + " half opening b by the pressure -energy cos(contact angle)/b; 0 leaves it out.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has no capillarity.")),
    CONTACT_ANGLE(
            "dendrite.contact-angle",
            amount(Dimension.ANGLE, 0, Math.PI),
            "Contact angle of lithium on the electrolyte, below 90 deg where it wets; for a surface energy above 0.",
            assumed(Math.PI, "Lithium does not wet at all: the largest effect that holds it back.")),
    TEMPERATURE(
            "operation.temperature",
            amount(Dimension.TEMPERATURE, Arrhenius.LOWEST_TEMPERATURE, Arrhenius.HIGHEST_TEMPERATURE),
            "Temperature of the cell; lithium melts at 453.65 K.",
            assumed(PhysicalConstants.REFERENCE_TEMPERATURE, "Room temperature.")),
    STACK_PRESSURE(
            "operation.stack-pressure",
            amount(Dimension.PRESSURE, 0, 1e9),
            "Pressure on the stack.",
            Standard.cited(7e6, "Zhang et al., Energy Environ. Sci. 2024, 17, 1448.")),
    CURRENT_ORDER(
            "solver.current-order",
            whole(2, 12),
            "Polynomial order of the potential.",
            chosen(SolverSettings.DEFAULT.currentOrder(), "Verified against the reference currents.")),
    CREEP_ORDER(
            "solver.creep-order",
            whole(2, 8),
            "Polynomial order of the lithium's velocity; its pressure has one less.",
            chosen(SolverSettings.DEFAULT.creepOrder(), "Verified against the reference pressures.")),
    REGULARISATION(
            "solver.regularisation",
            amount(Dimension.NUMBER, 1e-4, 0.1),
            "Strain rates are smoothed below this multiple of plating velocity by peak separation.",
            chosen(SolverSettings.DEFAULT.regularisation(), "That of the reference pressures.")),
    NEWTON_TOLERANCE(
            "solver.newton-tolerance",
            amount(Dimension.NUMBER, 1e-10, 1e-4),
            "Estimated relative error of the lithium's velocity at which Newton's method stops.",
            chosen(SolverSettings.DEFAULT.newtonTolerance(), "Far below the error of the mesh.")),
    NEWTON_ITERATIONS(
            "solver.newton-iterations",
            whole(5, 1000),
            "Most Newton steps of the creep flow on one mesh; a case that needs more is reported as unconverged.",
            chosen(SolverSettings.DEFAULT.newtonIterations(), "Several times what usual cases need.")),
    TOLERANCE(
            "solver.tolerance",
            amount(Dimension.NUMBER, 1e-4, 0.5),
            "Meshes are refined until the estimated relative error of the critical current is below this; a case that"
                    + " does not get there is reported as unconverged.",
            chosen(SolverSettings.DEFAULT.tolerance(), "Far below what the assumed inputs leave open.")),
    PRESSURE_TOLERANCE(
            "solver.pressure-tolerance",
            amount(Dimension.NUMBER, 1e-3, 1),
            "The same for the pressure function; a case that does not get there carries a warning.",
            chosen(SolverSettings.DEFAULT.pressureTolerance(), "The critical current depends on it weakly.")),
    LARGEST_UNKNOWNS(
            "solver.largest-unknowns",
            whole(1000, 1_000_000),
            "Most unknowns of a mesh. Time grows with their square: 5,000 take about half a second and 15 MB, 20,000 ten seconds and 110 MB.",
            chosen(SolverSettings.DEFAULT.largestUnknowns(), "Memory of a case stays below about 200 MB."));

    private final String path;
    private final Domain domain;
    private final String meaning;
    private final Standard standard;

    Parameter(String path, Domain domain, String meaning, Standard standard) {
        this.path = path;
        this.domain = domain;
        this.meaning = meaning;
        this.standard = standard;
    }

    private static Domain.Interval activationEnergy() {
        return amount(Dimension.MOLAR_ENERGY, 0, Arrhenius.HIGHEST_ACTIVATION_ENERGY);
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

    /** What the input is, in one sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** The value of a case that is not given one [SI], with its source; empty where it must be given. */
    public Optional<Sourced> standard(MaterialPreset material) {
        return standard.resolve(material);
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
        return standard instanceof Standard.None;
    }

    /** A usual value, for messages and documents [SI]. */
    public double example() {
        if (standard instanceof Standard.None required) {
            return required.example();
        } else if (standard instanceof Standard.Alternative alternative) {
            return alternative.example();
        }
        return standard.resolve(MaterialPreset.LI6PS5CL).orElseThrow().value();
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

    /** {@code value} [SI] where the input may hold it; throws {@link InvalidInputException} otherwise. */
    double require(double value) {
        if (!domain.contains(value)) {
            throw new InvalidInputException(
                    path, domain.describe(value), domain.allowed(), "Maybe the value was not given in SI units.");
        }
        return value;
    }
}
