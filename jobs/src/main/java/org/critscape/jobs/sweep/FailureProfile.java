package org.critscape.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;

/** What the cases that are not solved have in common that the others do not. */
public final class FailureProfile {
    private static final String FAILED = "status IN ('inaccurate', 'unconverged', 'crashed')";

    private FailureProfile() {}

    /**
     * An input of which the failures take a part only.
     *
     * @param column of the case table
     * @param unit of the column, empty for words
     * @param low smallest value among the failures; null for words
     * @param high largest value among them; null for words
     * @param words values among them, for words
     */
    public record Trait(String column, String unit, double low, double high, List<String> words) {}

    /** The traits, in the order of the columns; none where the failures are everywhere, or only one input was tried. */
    public static List<Trait> read(SparkSession spark, String table) {
        return read(spark.read().parquet(table), FAILED);
    }

    /**
     * What the cases that fulfil a condition have in common.
     *
     * @param cases of the case table
     * @param condition in SQL
     */
    public static List<Trait> read(Dataset<Row> cases, String condition) {
        List<org.critscape.jobs.table.Column<CaseRecord>> inputs = CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == org.critscape.jobs.table.Column.Group.INPUT)
                .toList();
        List<Column> sums = new ArrayList<>();
        for (org.critscape.jobs.table.Column<CaseRecord> input : inputs) {
            Column all = col(input.name());
            Column failed = when(org.apache.spark.sql.functions.expr(condition), all);
            if (input.type().equals(DataTypes.StringType)) {
                sums.addAll(List.of(collect_set(all), collect_set(failed)));
            } else {
                sums.addAll(List.of(min(all), max(all), min(failed), max(failed)));
            }
        }
        Row row = cases.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .first();
        return traits(inputs, row);
    }

    private static List<Trait> traits(List<org.critscape.jobs.table.Column<CaseRecord>> inputs, Row row) {
        List<Trait> traits = new ArrayList<>();
        int at = 0;
        for (org.critscape.jobs.table.Column<CaseRecord> input : inputs) {
            if (input.type().equals(DataTypes.StringType)) {
                List<String> all = row.getList(at);
                List<String> failed = row.getList(at + 1);
                if (!failed.isEmpty() && failed.size() < all.size()) {
                    traits.add(new Trait(
                            input.name(), "", 0, 0, failed.stream().sorted().toList()));
                }
                at += 2;
            } else {
                if (!row.isNullAt(at + 2) && isNarrower(row, at)) {
                    traits.add(new Trait(
                            input.name(), input.unit(), row.getDouble(at + 2), row.getDouble(at + 3), List.of()));
                }
                at += 4;
            }
        }
        return traits;
    }

    private static boolean isNarrower(Row row, int at) {
        return row.getDouble(at + 2) > row.getDouble(at) || row.getDouble(at + 3) < row.getDouble(at + 1);
    }
}
