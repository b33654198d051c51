package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.EFFORT;
import static org.critscape.jobs.table.Column.Group.IDENTITY;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.OPTIONAL;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code timings}: what no two runs have in common, kept out of the case table so that it stays repeatable. */
public final class TimingTable {
    /** All columns, in the order they are written. */
    public static final Table<Timing> TABLE = new Table<>(
            "timings",
            List.of(
                    Column.text(IDENTITY, "case_id", ALWAYS, "as in cases", Timing::caseId),
                    new Column<>("case_index", DataTypes.LongType, "", IDENTITY, ALWAYS, "as in cases", Timing::index),
                    Column.text(
                            EFFORT,
                            "method_of_run",
                            OPTIONAL,
                            "direct, shared (all of it solved for an earlier case of equal groups) or atlas; none in rows that"
                                    + " describe no case and in those of earlier programs",
                            timing -> timing.method() == null
                                    ? null
                                    : timing.method().wordOfRun()),
                    Column.number(EFFORT, "wall_seconds", "s", ALWAYS, "wall time of the solve", Timing::seconds),
                    Column.text(EFFORT, "host", ALWAYS, "machine that solved the case", Timing::host),
                    Column.text(EFFORT, "executor", ALWAYS, "process that solved the case", Timing::executor)));

    private TimingTable() {}
}
