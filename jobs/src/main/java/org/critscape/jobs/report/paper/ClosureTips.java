package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields at the tip of the common egg-box, which tables do not have. They depend on few of the inputs, so one case
 * is solved again for all closures that differ in others.
 */
final class ClosureTips {
    /** All that the shares of fields depend on, beside the form. */
    private static final List<String> OF_FIELDS = List.of(
            "temperature_k",
            "conductivity_s_per_m",
            "electrolyte_thickness_m",
            "kinetics",
            "interface_resistance_ohm_m2",
            "transfer_coefficient",
            "creep_exponent",
            "wall",
            "transition_rate_per_s");

    private final PaperFields fields;
    private final Map<List<String>, Optional<Evidence.TipContrast>> known = new HashMap<>();

    ClosureTips(PaperFields fields) {
        this.fields = fields;
    }

    /** The contrast at the tip for a family; empty where its common egg-box is not solved. */
    Optional<Evidence.TipContrast> of(ClosureRows.Family family) throws IOException {
        Optional<Long> index = family.eggBoxes().common();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        ClosureInputs inputs = family.members().get(0).inputs();
        List<String> problem = new ArrayList<>(List.of(inputs.form()));
        OF_FIELDS.forEach(column -> problem.add(inputs.shared().word(column)));
        Optional<Evidence.TipContrast> before = known.get(problem);
        if (before != null) {
            return before;
        }
        Optional<Evidence.TipContrast> found = TipSearch.contrast(
                fields.map(index.get()), new PaperRows(family.eggBoxes().rows()));
        known.put(problem, found);
        return found;
    }
}
