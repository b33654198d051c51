package org.critscape.jobs.table;

import static org.critscape.jobs.table.CaseColumns.finite;
import static org.critscape.jobs.table.CaseColumns.of;
import static org.critscape.jobs.table.Column.Group.EFFORT;
import static org.critscape.jobs.table.Presence.ATTEMPTED;
import static org.critscape.jobs.table.Presence.REACHED;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.critscape.solver.cell.SolveEffort;

/** What a solve took: columns of the table {@code cases}. */
final class EffortColumns {
    private EffortColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
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

    private static Column<CaseRecord> count(String name, String description, ToIntFunction<SolveEffort> value) {
        return Column.count(EFFORT, name, ATTEMPTED, description, of(CaseRecord::effort, value::applyAsInt));
    }

    private static Column<CaseRecord> residual(String name, String description, ToDoubleFunction<SolveEffort> value) {
        Column.Reader<CaseRecord> reader = of(CaseRecord::effort, effort -> finite(value.applyAsDouble(effort)));
        return Column.number(EFFORT, name, "1", REACHED, description, reader);
    }
}
