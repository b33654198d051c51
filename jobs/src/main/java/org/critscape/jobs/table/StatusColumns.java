package org.critscape.jobs.table;

import static org.critscape.jobs.table.CaseColumns.of;
import static org.critscape.jobs.table.Column.Group.STATUS;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.FAILED;
import static org.critscape.jobs.table.Presence.OPTIONAL;

import java.util.List;
import org.critscape.solver.cell.CaseOutcome;

/** What became of a case: columns of the table {@code cases}. */
final class StatusColumns {
    private StatusColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
        return List.of(
                Column.text(
                        STATUS,
                        "status",
                        ALWAYS,
                        "solved, inaccurate, unconverged, rejected or crashed",
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
                        of(CaseRecord::failure, CaseOutcome.Failed::message)),
                Column.text(
                        STATUS,
                        "method",
                        ALWAYS,
                        "direct: solved for this case; atlas: interpolated between solves",
                        r -> r.method().word()),
                Column.text(
                        STATUS,
                        "direct_reason",
                        OPTIONAL,
                        "why a case of a study by atlas is solved directly",
                        r -> r.method().reason()),
                Column.text(
                        STATUS,
                        "warning",
                        OPTIONAL,
                        "what the reader should know about the numbers",
                        of(CaseRecord::solution, s -> s.warning().isEmpty() ? null : s.warning())));
    }
}
