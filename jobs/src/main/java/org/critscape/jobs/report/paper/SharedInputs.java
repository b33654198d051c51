package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What all cases of one closure have in common, whatever their surface: kinetics, creep, flaw and state.
 *
 * @param values of {@link #COLUMNS}; null where a case has no such input
 */
record SharedInputs(List<Object> values) {
    private static final String TRANSITION_RATE = "transition_rate_per_s";

    /** Pressure coupling is none of them: it is a condition under which a surface is solved. */
    static final List<String> COLUMNS = List.of(
            "temperature_k",
            "conductivity_s_per_m",
            "electrolyte_thickness_m",
            "kinetics",
            "interface_resistance_ohm_m2",
            "transfer_coefficient",
            "creep_exponent",
            "creep_coefficient",
            "wall",
            "stack_pressure_pa",
            "fracture_toughness_pa_sqrt_m",
            "flaw_length_m",
            "notch",
            "driving",
            "flat_critical_current_a_per_m2",
            "half_opening_m",
            "opening",
            "youngs_modulus_pa",
            "poisson_ratio",
            "surface_energy_j_per_m2",
            "contact_angle_rad",
            TRANSITION_RATE);

    /** Copies the list, which may hold nulls. */
    SharedInputs {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    static SharedInputs of(Row row) {
        List<Object> values = new ArrayList<>(COLUMNS.size());
        COLUMNS.forEach(column -> values.add(row.getAs(column)));
        return new SharedInputs(values);
    }

    /** A word or number. */
    private Object value(String column) {
        return values.get(COLUMNS.indexOf(column));
    }

    String word(String column) {
        return String.valueOf(value(column));
    }

    double number(String column) {
        return value(column) instanceof Double number ? number : Double.NaN;
    }

    /** Transition rate of the creep [1/s]; 0 for a power law alone. */
    double transitionRate() {
        double rate = number(TRANSITION_RATE);
        return Double.isNaN(rate) ? 0 : rate;
    }

    /** κ R_ct [m]. */
    double kineticLength() {
        return number("conductivity_s_per_m") * number("interface_resistance_ohm_m2");
    }
}
