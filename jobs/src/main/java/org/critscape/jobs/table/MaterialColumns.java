package org.critscape.jobs.table;

import static org.critscape.jobs.table.CaseColumns.described;
import static org.critscape.jobs.table.CaseColumns.input;
import static org.critscape.jobs.table.CaseColumns.of;
import static org.critscape.jobs.table.CaseColumns.word;
import static org.critscape.jobs.table.Column.Group.INPUT;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.APPLICABLE;
import static org.critscape.jobs.table.Presence.CREEPING;

import java.util.List;
import org.critscape.jobs.space.Parameter;

/** Materials, kinetics, flaw and operation that a case asks for: columns of the table {@code cases}. */
final class MaterialColumns {
    private MaterialColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
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
                Column.<CaseRecord>number(
                                INPUT,
                                "creep_coefficient",
                                "Pa^-n s^-1",
                                CREEPING,
                                "C of lithium at T, strain rate = C stress^n",
                                of(
                                        CaseRecord::creepingCase,
                                        c -> c.lithium()
                                                .creepCoefficientAt(
                                                        c.operation().temperature())))
                        .of(Parameter.CREEP_CONSTANT, Parameter.CREEP_ACTIVATION_ENERGY),
                input("stack_pressure_pa", "Pa", "p_stack", Parameter.STACK_PRESSURE),
                input("fracture_toughness_pa_sqrt_m", "Pa √m", "K_IC", Parameter.FRACTURE_TOUGHNESS),
                input("flaw_length_m", "m", "a, length of the flaw a dendrite starts from", Parameter.FLAW_LENGTH),
                word("notch", APPLICABLE, "concentration of the pressure at the flaw", Parameter.NOTCH),
                input(
                        "flat_critical_current_a_per_m2",
                        "A/m²",
                        "calibration: critical current of the flat interface at the reference state",
                        Parameter.FLAT_CRITICAL_CURRENT),
                input("transfer_coefficient", "1", "α of Butler–Volmer kinetics", Parameter.TRANSFER_COEFFICIENT),
                word("pressure_coupling", ALWAYS, "whether pressure acts on the current", Parameter.PRESSURE_COUPLING),
                input("activation_volume", "1", "β, by the molar volume of lithium", Parameter.ACTIVATION_VOLUME),
                word("wall", APPLICABLE, "whether lithium sticks to the electrolyte or slips", Parameter.WALL),
                word("driving", APPLICABLE, "what the flaw feels: pressure or normal traction", Parameter.DRIVING),
                input(
                        "half_opening_m",
                        "m",
                        "b0, half opening of the flaw without pressure, given instead of the calibration",
                        Parameter.HALF_OPENING),
                word("opening", APPLICABLE, "whether pressure widens the flaw", Parameter.OPENING),
                input("youngs_modulus_pa", "Pa", "E of the electrolyte", Parameter.YOUNGS_MODULUS),
                input("poisson_ratio", "1", "ν of the electrolyte", Parameter.POISSON_RATIO),
                input(
                        "surface_energy_j_per_m2",
                        "J/m²",
                        "γ of lithium; 0 without capillarity",
                        Parameter.SURFACE_ENERGY),
                input("contact_angle_rad", "rad", "θ of lithium on the electrolyte", Parameter.CONTACT_ANGLE),
                word(
                        "lithium_model",
                        ALWAYS,
                        "what is solved of the lithium: power-law creep or none",
                        Parameter.LITHIUM_MODEL),
                input(
                        "transition_rate_per_s",
                        "1/s",
                        "strain rate below which linear creep outruns the power law",
                        Parameter.TRANSITION_RATE));
    }
}
