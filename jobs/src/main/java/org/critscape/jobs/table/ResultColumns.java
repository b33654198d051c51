package org.critscape.jobs.table;

import static org.critscape.jobs.table.CaseColumns.finite;
import static org.critscape.jobs.table.CaseColumns.of;
import static org.critscape.jobs.table.Column.Group.RESULT;
import static org.critscape.jobs.table.Presence.GROWN;
import static org.critscape.jobs.table.Presence.NUMBERED;
import static org.critscape.jobs.table.Presence.OPTIONAL;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.critscape.solver.cell.CellSolution;

/** What the solver found: columns of the table {@code cases}. */
final class ResultColumns {
    private static final String AT_CURRENT = ", at 10 A/m² where it depends on the current";

    private ResultColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
        return List.of(
                result("filtered_peak_height_m", "m", "H after filtering", CellSolution::filteredPeakHeight),
                result("wagner_number", "1", "κ R_ct / S at T", CellSolution::wagnerNumber),
                result("area_ratio", "1", "area of the interface by projected area", CellSolution::areaRatio),
                result("current_ratio_max", "1", "max of k = i/i_geo" + AT_CURRENT, CellSolution::currentRatioMax),
                result("current_ratio_min", "1", "min of k" + AT_CURRENT, CellSolution::currentRatioMin),
                grown("pressure_function_max", "1", "max of Π" + AT_CURRENT, CellSolution::pressureFunctionMax),
                grown(
                        "pressure_function_tip",
                        "1",
                        "Π at the tip of the lithium protrusion" + AT_CURRENT,
                        CellSolution::pressureFunctionTip),
                grown("excess_pressure_max_pa", "Pa", "max of Δp at 10 A/m²", CellSolution::excessPressureMax),
                grown(
                        "critical_current_a_per_m2",
                        "A/m²",
                        "geometrical current density at which a dendrite starts",
                        CellSolution::criticalCurrent),
                grown(
                        "flat_critical_current_at_state_a_per_m2",
                        "A/m²",
                        "the same for the flat interface at this temperature and stack pressure",
                        CellSolution::flatCriticalCurrentAtState),
                grown(
                        "enhancement",
                        "1",
                        "critical current by that of the flat interface at this state; 0 where both are 0",
                        CellSolution::enhancement),
                grown("site_x_m", "m", "initiation site, x in -S/2..S/2", CellSolution::siteX),
                grown("site_y_m", "m", "initiation site, y in -S/2..S/2", CellSolution::siteY),
                result(
                        "current_ratio_error",
                        "1",
                        "estimated relative error of current_ratio_max by discretisation",
                        CellSolution::currentRatioError),
                grown(
                        "pressure_function_error",
                        "1",
                        "the same of pressure_function_max and _tip, by the former",
                        CellSolution::pressureFunctionError),
                grown(
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
                grown(
                        "normal_traction_max",
                        "1",
                        "max of T, the normal traction beyond p_stack, scaled like Π",
                        CellSolution::normalTractionMax),
                grown(
                        "normal_traction_tip",
                        "1",
                        "T at the tip of the lithium protrusion",
                        CellSolution::normalTractionTip),
                grown(
                        "unloaded_half_opening_m",
                        "m",
                        "b0, half opening of the flaw without pressure, given or implied by the calibration",
                        CellSolution::unloadedHalfOpening),
                grown(
                        "growing_half_opening_m",
                        "m",
                        "b, half opening of the flaw when it grows",
                        CellSolution::halfOpening));
    }

    private static Column<CaseRecord> result(
            String name, String unit, String description, ToDoubleFunction<CellSolution> value) {
        return Column.number(RESULT, name, unit, NUMBERED, description, of(CaseRecord::solution, value::applyAsDouble));
    }

    private static Column<CaseRecord> grown(
            String name, String unit, String description, ToDoubleFunction<CellSolution> value) {
        return Column.number(RESULT, name, unit, GROWN, description, of(CaseRecord::growth, value::applyAsDouble));
    }
}
