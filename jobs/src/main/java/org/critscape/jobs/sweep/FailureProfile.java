package org.critscape.jobs.sweep;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** The part of the range of an input beyond which it says nothing, however many the failures. */
    private static final double TELLING = 0.95;

    /** Few failures lie within a part of any range by chance: then an input says nothing either. */
    private static final double UNLIKELY = 0.01;

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
        return read(spark.read().parquet(table).where("status <> 'rejected'"), FAILED);
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
            Column values = col(input.name());
            sums.addAll(
                    isWord(input) ? List.of(collect_set(values)) : List.of(min(values), max(values), count(values)));
        }
        // One row for those that fulfil it, one for those that do not.
        Map<Boolean, Row> parts = new HashMap<>();
        cases.groupBy(coalesce(expr(condition), lit(false)).as("fulfils"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .collectAsList()
                .forEach(row -> parts.put(row.getBoolean(0), row));
        Row failed = parts.get(true);
        Row others = parts.get(false);
        // Nothing tells the failures from the others where there is none, or nothing else.
        return failed == null || others == null ? List.of() : traits(inputs, failed, others);
    }

    private static boolean isWord(org.critscape.jobs.table.Column<CaseRecord> input) {
        return input.type().equals(DataTypes.StringType);
    }

    private static List<Trait> traits(
            List<org.critscape.jobs.table.Column<CaseRecord>> inputs, Row failed, Row others) {
        List<Trait> traits = new ArrayList<>();
        int at = 1;
        for (org.critscape.jobs.table.Column<CaseRecord> input : inputs) {
            if (isWord(input)) {
                List<String> words = failed.getList(at);
                if (!words.isEmpty() && !new HashSet<>(words).containsAll(others.<String>getList(at))) {
                    traits.add(new Trait(
                            input.name(), "", 0, 0, words.stream().sorted().toList()));
                }
                at += 1;
            } else {
                if (!failed.isNullAt(at) && !others.isNullAt(at) && isNarrower(failed, others, at)) {
                    traits.add(new Trait(
                            input.name(), input.unit(), failed.getDouble(at), failed.getDouble(at + 1), List.of()));
                }
                at += 3;
            }
        }
        return traits;
    }

    private static boolean isNarrower(Row failed, Row others, int at) {
        double low = Math.min(failed.getDouble(at), others.getDouble(at));
        double high = Math.max(failed.getDouble(at + 1), others.getDouble(at + 1));
        if (low == high) {
            return false;
        }
        double part = part(failed, at, low, high);
        // Either the failures are crowded, or what is left to the others is.
        return part <= TELLING
                && (chance(part, (double) failed.getLong(at + 2)) < UNLIKELY
                        || chance(part(others, at, low, high), (double) others.getLong(at + 2)) < UNLIKELY);
    }

    /**
     * The part of a range that the values of a row take, by value or by decades, whichever is more: how they were drawn is
     * not known.
     */
    private static double part(Row row, int at, double low, double high) {
        double byValue = (row.getDouble(at + 1) - row.getDouble(at)) / (high - low);
        return low > 0
                ? Math.max(
                        byValue, StrictMath.log(row.getDouble(at + 1) / row.getDouble(at)) / StrictMath.log(high / low))
                : byValue;
    }

    /** The chance that of so many values, drawn evenly from a range, all lie within some part of it that is no larger. */
    private static double chance(double part, double count) {
        return count * StrictMath.pow(part, count - 1) - (count - 1) * StrictMath.pow(part, count);
    }
}
