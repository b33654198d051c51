package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.IDENTITY;
import static org.critscape.jobs.table.Presence.ALWAYS;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.solver.cell.CellSolver;

/** Which case a row is about: columns of the table {@code cases}. */
final class IdentityColumns {
    private IdentityColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
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
}
