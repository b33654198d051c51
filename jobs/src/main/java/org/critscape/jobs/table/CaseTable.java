package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.EFFORT;
import static org.critscape.jobs.table.Column.Group.IDENTITY;
import static org.critscape.jobs.table.Column.Group.INPUT;
import static org.critscape.jobs.table.Column.Group.RESULT;
import static org.critscape.jobs.table.Column.Group.STATUS;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.APPLICABLE;
import static org.critscape.jobs.table.Presence.ATTEMPTED;
import static org.critscape.jobs.table.Presence.DESCRIBED;
import static org.critscape.jobs.table.Presence.FAILED;
import static org.critscape.jobs.table.Presence.MEASURED;
import static org.critscape.jobs.table.Presence.OPTIONAL;
import static org.critscape.jobs.table.Presence.REACHED;
import static org.critscape.jobs.table.Presence.SOLVED;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.SampledMap;
import org.critscape.jobs.space.Shape;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SolveEffort;
import org.jspecify.annotations.Nullable;

/** The table {@code cases}: one row per case, inputs and results in SI. Nothing in it depends on time or place. */
public final class CaseTable {
    private static final String AT_CURRENT = ", at 10 A/m² where it depends on the current";
    private static final Set<Parameter> SOMETIMES = EnumSet.of(
            Parameter.EDGE_RESOLUTION,
            Parameter.TOP_FRACTION,
            Parameter.TRANSFER_COEFFICIENT,
            Parameter.ACTIVATION_VOLUME,
            Parameter.HEIGHT_SCALE,
            Parameter.RMS_HEIGHT,
            Parameter.CORRELATION_LENGTH,
            Parameter.HURST_EXPONENT,
            Parameter.SEED,
            Parameter.FLAT_CRITICAL_CURRENT,
            Parameter.HALF_OPENING,
            Parameter.CONTACT_ANGLE);

    /** All columns, in the order they are written. */
    public static final Table<CaseRecord> TABLE = new Table<>(
            "cases",
            Stream.of(identity(), surface(), materials(), results(), effort(), status())
                    .flatMap(List::stream)
                    .toList());

    private CaseTable() {}

    /** The columns that tell cases apart which differ in these inputs; an input without a column has none. */
    public static List<String> columnsOf(Collection<Parameter> inputs) {
        return TABLE.columns().stream()
                .filter(column -> column.inputs().stream().anyMatch(inputs::contains))
                .map(Column::name)
                .toList();
    }

    private static List<Column<CaseRecord>> identity() {
        return List.of(
                Column.text(
                        IDENTITY,
                        "case_id",
                        ALWAYS,
                        "identity: hash of the inputs the case uses and of the model version",
                        r -> r.point().caseId()),
                new Column<>(
                        "case_index",
                        DataTypes.LongType,
                        "",
                        IDENTITY,
                        ALWAYS,
                        "position in the design space, from 0",
                        CaseRecord::index),
                Column.text(
                        IDENTITY,
                        "model_version",
                        ALWAYS,
                        "version of the model; equal identities have equal numbers",
                        r -> CellSolver.MODEL_VERSION));
    }

    private static List<Column<CaseRecord>> surface() {
        return List.of(
                word("topography", ALWAYS, "family of the surface", Parameter.SHAPE),
                word("egg_box_form", APPLICABLE, "product or sum of the two waves", Parameter.FORM),
                word("ridge_profile", APPLICABLE, "cross section of the wave", Parameter.PROFILE),
                Column.<CaseRecord>number(
                                INPUT,
                                "peak_height_m",
                                "m",
                                MEASURED,
                                "H, peak to trough, before filtering; 0 when flat",
                                CaseTable::peakHeight)
                        .of(Parameter.PEAK_HEIGHT),
                input("peak_separation_m", "m", "S, the period", Parameter.PEAK_SEPARATION),
                Column.number(INPUT, "height_to_separation", "1", MEASURED, "H/S", CaseTable::heightToSeparation),
                input("edge_resolution_m", "m", "standard deviation of the filter", Parameter.EDGE_RESOLUTION),
                input("top_fraction", "1", "width of the flat top by S", Parameter.TOP_FRACTION),
                word("polarity", APPLICABLE, "phase that carries the apex", Parameter.POLARITY),
                Column.<CaseRecord>text(
                                INPUT,
                                "height_map",
                                APPLICABLE,
                                "file of the height map, as the study spells it",
                                r -> r.word(Parameter.FILE))
                        .of(Parameter.FILE),
                Column.text(
                        INPUT,
                        "height_map_sha256",
                        APPLICABLE,
                        "SHA-256 of the height map's samples, doubles in big-endian order, row by row",
                        r -> r.point().uses(Parameter.FILE)
                                ? r.point().map().map(SampledMap::digest).orElse(null)
                                : null),
                input("height_scale_m", "m", "height of a sample of 1 of the height map", Parameter.HEIGHT_SCALE),
                word("spectrum", APPLICABLE, "power spectrum of the rough surface", Parameter.SPECTRUM),
                input("rms_height_m", "m", "root mean square height of the rough surface", Parameter.RMS_HEIGHT),
                input(
                        "correlation_length_m",
                        "m",
                        "correlation length of the rough surface",
                        Parameter.CORRELATION_LENGTH),
                input("hurst_exponent", "1", "Hurst exponent of the rough surface", Parameter.HURST_EXPONENT),
                input("seed", "1", "seed of the rough surface, a whole number", Parameter.SEED));
    }

    private static List<Column<CaseRecord>> materials() {
        return List.of(
                word("material", ALWAYS, "preset that lends what is not given", Parameter.MATERIAL),
                input("temperature_k", "K", "T", Parameter.TEMPERATURE),
                described(
                                "conductivity_s_per_m",
                                "S/m",
                                "κ of the electrolyte at T",
                                c -> c.electrolyte()
                                        .conductivityAt(c.operation().temperature()))
                        .of(Parameter.CONDUCTIVITY, Parameter.CONDUCTIVITY_ACTIVATION_ENERGY),
                input("electrolyte_thickness_m", "m", "L, from the interface to the far plane", Parameter.THICKNESS),
                word("kinetics", ALWAYS, "how current passes the interface", Parameter.KINETICS),
                described(
                                "interface_resistance_ohm_m2",
                                "Ω m²",
                                "R_ct at T, at small currents; 0 with primary kinetics",
                                c -> c.kinetics().resistanceAt(c.operation().temperature()))
                        .of(Parameter.RESISTANCE, Parameter.RESISTANCE_ACTIVATION_ENERGY),
                input("creep_exponent", "1", "n", Parameter.CREEP_EXPONENT),
                described(
                                "creep_coefficient",
                                "Pa^-n s^-1",
                                "C of lithium at T, strain rate = C stress^n",
                                c -> c.lithium()
                                        .creepCoefficientAt(c.operation().temperature()))
                        .of(Parameter.CREEP_CONSTANT, Parameter.CREEP_ACTIVATION_ENERGY),
                input("stack_pressure_pa", "Pa", "p_stack", Parameter.STACK_PRESSURE),
                input("fracture_toughness_pa_sqrt_m", "Pa √m", "K_IC", Parameter.FRACTURE_TOUGHNESS),
                input("flaw_length_m", "m", "a, length of the flaw a dendrite starts from", Parameter.FLAW_LENGTH),
                word("notch", ALWAYS, "concentration of the pressure at the flaw", Parameter.NOTCH),
                input(
                        "flat_critical_current_a_per_m2",
                        "A/m²",
                        "calibration: critical current of the flat interface at the reference state",
                        Parameter.FLAT_CRITICAL_CURRENT),
                input("transfer_coefficient", "1", "α of Butler–Volmer kinetics", Parameter.TRANSFER_COEFFICIENT),
                word("pressure_coupling", ALWAYS, "whether pressure acts on the current", Parameter.PRESSURE_COUPLING),
                input("activation_volume", "1", "β, by the molar volume of lithium", Parameter.ACTIVATION_VOLUME),
                word("wall", ALWAYS, "whether lithium sticks to the electrolyte or slips", Parameter.WALL),
                word("driving", ALWAYS, "what the flaw feels: pressure or normal traction", Parameter.DRIVING),
                input(
                        "half_opening_m",
                        "m",
                        "b0, half opening of the flaw without pressure, given instead of the calibration",
                        Parameter.HALF_OPENING),
                word("opening", ALWAYS, "whether pressure widens the flaw", Parameter.OPENING),
                input("youngs_modulus_pa", "Pa", "E of the electrolyte", Parameter.YOUNGS_MODULUS),
                input("poisson_ratio", "1", "ν of the electrolyte", Parameter.POISSON_RATIO),
                input(
                        "surface_energy_j_per_m2",
                        "J/m²",
                        "γ of lithium; 0 without capillarity",
                        Parameter.SURFACE_ENERGY),
                input("contact_angle_rad", "rad", "θ of lithium on the electrolyte", Parameter.CONTACT_ANGLE));
    }

    private static List<Column<CaseRecord>> results() {
        return List.of(
                result("filtered_peak_height_m", "m", "H after filtering", CellSolution::filteredPeakHeight),
                result("wagner_number", "1", "κ R_ct / S at T", CellSolution::wagnerNumber),
                result("area_ratio", "1", "area of the interface by projected area", CellSolution::areaRatio),
                result("current_ratio_max", "1", "max of k = i/i_geo" + AT_CURRENT, CellSolution::currentRatioMax),
                result("current_ratio_min", "1", "min of k" + AT_CURRENT, CellSolution::currentRatioMin),
                result("pressure_function_max", "1", "max of Π" + AT_CURRENT, CellSolution::pressureFunctionMax),
                result(
                        "pressure_function_tip",
                        "1",
                        "Π at the tip of the lithium protrusion" + AT_CURRENT,
                        CellSolution::pressureFunctionTip),
                result("excess_pressure_max_pa", "Pa", "max of Δp at 10 A/m²", CellSolution::excessPressureMax),
                result(
                        "critical_current_a_per_m2",
                        "A/m²",
                        "geometrical current density at which a dendrite starts",
                        CellSolution::criticalCurrent),
                result(
                        "flat_critical_current_at_state_a_per_m2",
                        "A/m²",
                        "the same for the flat interface at this temperature and stack pressure",
                        CellSolution::flatCriticalCurrentAtState),
                result(
                        "enhancement",
                        "1",
                        "critical current by that of the flat interface at this state; 0 where both are 0",
                        CellSolution::enhancement),
                result("site_x_m", "m", "initiation site, x in -S/2..S/2", CellSolution::siteX),
                result("site_y_m", "m", "initiation site, y in -S/2..S/2", CellSolution::siteY),
                result(
                        "current_ratio_error",
                        "1",
                        "estimated relative error of current_ratio_max by discretisation",
                        CellSolution::currentRatioError),
                result(
                        "pressure_function_error",
                        "1",
                        "the same of pressure_function_max and _tip, by the former",
                        CellSolution::pressureFunctionError),
                result(
                        "critical_current_error",
                        "1",
                        "the same of critical_current and enhancement",
                        CellSolution::criticalCurrentError),
                Column.number(
                        RESULT,
                        "pressure_coupling_change",
                        "1",
                        OPTIONAL,
                        "relative change of the max of k at 10 A/m² by pressure coupling",
                        of(CaseRecord::solution, s -> finite(s.pressureCouplingChange()))),
                result(
                        "normal_traction_max",
                        "1",
                        "max of T, the normal traction beyond p_stack, scaled like Π",
                        CellSolution::normalTractionMax),
                result(
                        "normal_traction_tip",
                        "1",
                        "T at the tip of the lithium protrusion",
                        CellSolution::normalTractionTip),
                result(
                        "unloaded_half_opening_m",
                        "m",
                        "b0, half opening of the flaw without pressure, given or implied by the calibration",
                        CellSolution::unloadedHalfOpening),
                result(
                        "growing_half_opening_m",
                        "m",
                        "b, half opening of the flaw when it grows",
                        CellSolution::halfOpening));
    }

    private static List<Column<CaseRecord>> effort() {
        return List.of(
                count("current_unknowns", "unknowns of the current distribution", SolveEffort::currentUnknowns),
                count("creep_unknowns", "unknowns of the creep flow, finest mesh", SolveEffort::creepUnknowns),
                count(
                        "newton_iterations",
                        "Newton steps of the creep flow, all meshes and current densities",
                        SolveEffort::newtonIterations),
                count("refinements", "meshes of the creep flow beyond the first", SolveEffort::refinements),
                residual("current_residual", "relative residual of the current", SolveEffort::currentResidual),
                residual(
                        "creep_error",
                        "relative error that the iteration leaves in the creep velocity, estimated",
                        SolveEffort::creepError),
                count(
                        "current_densities",
                        "geometrical current densities at which the fields were solved",
                        SolveEffort::currentDensities),
                count(
                        "current_iterations",
                        "Newton steps of the current, all current densities; 0 when linear",
                        SolveEffort::currentIterations),
                count(
                        "coupling_iterations",
                        "turns of current and pressure, all current densities; 0 without coupling",
                        SolveEffort::couplingIterations));
    }

    private static List<Column<CaseRecord>> status() {
        return List.of(
                Column.text(
                        STATUS,
                        "status",
                        ALWAYS,
                        "solved, unconverged, rejected or crashed",
                        r -> r.status().word()),
                Column.text(
                        STATUS,
                        "failure_code",
                        FAILED,
                        "cause, one stable word",
                        of(CaseRecord::failure, f -> f.code().name())),
                Column.text(
                        STATUS,
                        "failure_message",
                        FAILED,
                        "cause in a sentence, with advice",
                        of(CaseRecord::failure, CaseRecord.Failure::message)),
                Column.text(
                        STATUS,
                        "warning",
                        OPTIONAL,
                        "what the reader should know about a solved case",
                        of(CaseRecord::solution, s -> s.warning().isEmpty() ? null : s.warning())));
    }

    private static @Nullable Double peakHeight(CaseRecord record) {
        Double height = record.number(Parameter.PEAK_HEIGHT);
        if (height != null) {
            return height;
        }
        DesignCase described = record.designCase();
        if (described != null) {
            return (Double) described.topography().peakHeight();
        }
        return record.point().shape() == Shape.FLAT ? (Double) 0.0 : null;
    }

    private static @Nullable Double heightToSeparation(CaseRecord record) {
        Double height = peakHeight(record);
        return height == null ? null : (Double) (height / record.point().number(Parameter.PEAK_SEPARATION));
    }

    private static Column<CaseRecord> word(String name, Presence presence, String description, Parameter parameter) {
        Column.Reader<CaseRecord> reader = presence == ALWAYS ? r -> r.point().word(parameter) : r -> r.word(parameter);
        return Column.text(INPUT, name, presence, description, reader).of(parameter);
    }

    private static Column<CaseRecord> input(String name, String unit, String description, Parameter parameter) {
        Presence presence = SOMETIMES.contains(parameter) ? APPLICABLE : ALWAYS;
        return Column.<CaseRecord>number(INPUT, name, unit, presence, description, r -> r.number(parameter))
                .of(parameter);
    }

    private static Column<CaseRecord> described(
            String name, String unit, String description, ToDoubleFunction<DesignCase> value) {
        return Column.number(
                INPUT, name, unit, DESCRIBED, description, of(CaseRecord::designCase, value::applyAsDouble));
    }

    private static Column<CaseRecord> result(
            String name, String unit, String description, ToDoubleFunction<CellSolution> value) {
        return Column.number(RESULT, name, unit, SOLVED, description, of(CaseRecord::solution, value::applyAsDouble));
    }

    private static Column<CaseRecord> count(String name, String description, ToIntFunction<SolveEffort> value) {
        return Column.count(EFFORT, name, ATTEMPTED, description, of(CaseRecord::effort, value::applyAsInt));
    }

    private static Column<CaseRecord> residual(String name, String description, ToDoubleFunction<SolveEffort> value) {
        Column.Reader<CaseRecord> reader = of(CaseRecord::effort, effort -> finite(value.applyAsDouble(effort)));
        return Column.number(EFFORT, name, "1", REACHED, description, reader);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** Reads a value from a part of the record; null where the part is missing. */
    private static <P> Column.Reader<CaseRecord> of(Function<CaseRecord, P> part, Function<P, ?> value) {
        return record -> {
            P found = part.apply(record);
            return found == null ? null : value.apply(found);
        };
    }
}
