package org.critscape.jobs.report.study;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.critscape.jobs.table.Amounts;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;

/** Columns of the case table in words. */
final class Labels {
    private static final Map<String, Column<CaseRecord>> COLUMNS =
            CaseTable.TABLE.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));

    private Labels() {}

    /** A column's name in words, without its unit. */
    static String of(String column) {
        Column<CaseRecord> known = COLUMNS.get(column);
        return known == null ? column : Amounts.label(known);
    }
}
