package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.IDENTITY;
import static org.critscape.jobs.table.Column.Group.RESULT;
import static org.critscape.jobs.table.Presence.ALWAYS;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The table {@code audit}: rows by an atlas, drawn at random and solved directly. */
public final class AuditTable {
    /**
     * Numbers of a row, by either method.
     *
     * @param currentRatio max k [1]
     * @param currentRatioError its stated error [1]
     * @param criticalCurrent [A/m²]
     * @param criticalCurrentError its stated error [1]
     */
    public record Numbers(
            double currentRatio, double currentRatioError, double criticalCurrent, double criticalCurrentError) {
        /** Relative deviation of the largest current ratio from another [1]. */
        public double currentRatioDeviation(Numbers other) {
            return Math.abs(currentRatio / other.currentRatio - 1);
        }

        /** Relative deviation of the critical current from another; none where stack pressure alone grows flaws [1]. */
        public double criticalCurrentDeviation(Numbers other) {
            return other.criticalCurrent == 0 ? 0 : Math.abs(criticalCurrent / other.criticalCurrent - 1);
        }
    }

    /**
     * One row.
     *
     * @param caseId identity of the case
     * @param index its position
     * @param atlas what the table of cases holds
     * @param direct what the solver finds
     */
    public record Audited(String caseId, long index, Numbers atlas, Numbers direct) {
        /** Whether the critical current is within the error that its row states. */
        public boolean isWithin() {
            return atlas.criticalCurrentDeviation(direct) <= atlas.criticalCurrentError;
        }

        /** Whether it is within that and the error of the direct solve. */
        public boolean isWithinBoth() {
            return atlas.criticalCurrentDeviation(direct) <= atlas.criticalCurrentError + direct.criticalCurrentError;
        }
    }

    /** All columns, in the order they are written. */
    public static final Table<Audited> TABLE = new Table<>(
            "audit",
            List.of(
                    Column.text(IDENTITY, "case_id", ALWAYS, "as in cases", Audited::caseId),
                    new Column<>("case_index", DataTypes.LongType, "", IDENTITY, ALWAYS, "as in cases", Audited::index),
                    number(
                            "current_ratio_max",
                            "1",
                            "as in cases, by the atlas",
                            r -> r.atlas().currentRatio()),
                    number(
                            "current_ratio_max_direct",
                            "1",
                            "by a direct solve",
                            r -> r.direct().currentRatio()),
                    number(
                            "current_ratio_error",
                            "1",
                            "as in cases",
                            r -> r.atlas().currentRatioError()),
                    number(
                            "current_ratio_error_direct",
                            "1",
                            "of the direct solve",
                            r -> r.direct().currentRatioError()),
                    number(
                            "current_ratio_deviation",
                            "1",
                            "between the two, relative",
                            r -> r.atlas().currentRatioDeviation(r.direct())),
                    number(
                            "critical_current_a_per_m2",
                            "A/m2",
                            "as in cases, by the atlas",
                            r -> r.atlas().criticalCurrent()),
                    number(
                            "critical_current_direct_a_per_m2",
                            "A/m2",
                            "by a direct solve",
                            r -> r.direct().criticalCurrent()),
                    number(
                            "critical_current_error",
                            "1",
                            "as in cases",
                            r -> r.atlas().criticalCurrentError()),
                    number(
                            "critical_current_error_direct",
                            "1",
                            "of the direct solve",
                            r -> r.direct().criticalCurrentError()),
                    number(
                            "critical_current_deviation",
                            "1",
                            "between the two, relative",
                            r -> r.atlas().criticalCurrentDeviation(r.direct()))));

    private AuditTable() {}

    private static Column<Audited> number(String name, String unit, String description, Column.Reader<Audited> value) {
        return Column.number(RESULT, name, unit, ALWAYS, description, value);
    }
}
