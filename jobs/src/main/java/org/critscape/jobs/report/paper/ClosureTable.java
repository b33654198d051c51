package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.critscape.jobs.store.RowFile;
import org.jspecify.annotations.Nullable;

/** {@code closures.parquet}: one row for each closure; {@code docs/paper.md} explains its columns. */
final class ClosureTable {
    private interface Reader extends Function<JudgedClosure, @Nullable Object> {}

    private record Column(String name, DataType type, String unit, Reader reader) {
        StructField field() {
            MetadataBuilder metadata = new MetadataBuilder();
            if (!unit.isEmpty()) {
                metadata.putString("unit", unit);
            }
            return DataTypes.createStructField(name, type, true, metadata.build());
        }
    }

    private static final List<Column> COLUMNS = columns();

    private static final StructType SCHEMA =
            DataTypes.createStructType(COLUMNS.stream().map(Column::field).toList());

    private ClosureTable() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                number("kinetic_length_m", "m", closure -> closure.inputs().kineticMicrometres() * 1e-6),
                number("creep_exponent", "1", closure -> closure.inputs().creepExponent()),
                word("notch", closure -> closure.inputs().notch()),
                word("driving", closure -> closure.inputs().driving()),
                word("wall", closure -> closure.inputs().shared().word("wall")),
                word("egg_box_form", closure -> closure.inputs().form()),
                number("top_fraction", "1", closure -> closure.inputs().topFraction()),
                number("edge_resolution_m", "m", closure -> closure.inputs().edgeResolution()),
                number("pressure_ratio", "1", closure -> closure.inputs().pressureRatio()),
                count("checks_that_hold", closure -> (int) closure.count(Verdict.HOLDS)),
                count("checks_that_do_not_hold", closure -> (int) closure.count(Verdict.DOES_NOT_HOLD)),
                number("weakest_margin_by_error", "1", JudgedClosure::weakest),
                number("largest_gain", "1", gain(gain -> gain.gain().value())),
                number("largest_gain_error", "1", gain(gain -> gain.gain().error())),
                number("largest_gain_height_m", "m", gain(gain -> gain.surface().heightMicrometres() * 1e-6)),
                number(
                        "largest_gain_separation_m",
                        "m",
                        gain(gain -> gain.surface().separationMicrometres() * 1e-6))));
        for (Check check : Check.values()) {
            String name = "check_" + check.number();
            columns.add(word(name, closure -> closure.verdict(check).words()));
            columns.add(number(
                    name + "_margin",
                    "",
                    closure -> closure.claim(check).margin().value()));
            columns.add(number(
                    name + "_error",
                    "",
                    closure -> closure.claim(check).margin().error()));
        }
        columns.add(number(
                "transition_rate_per_s",
                "1/s",
                closure -> closure.inputs().shared().transitionRate()));
        return List.copyOf(columns);
    }

    private static Column word(String name, Reader reader) {
        return new Column(name, DataTypes.StringType, "", reader);
    }

    private static Column count(String name, Reader reader) {
        return new Column(name, DataTypes.IntegerType, "", reader);
    }

    /** What is not known is null. */
    private static Column number(String name, String unit, Reader reader) {
        return new Column(
                name,
                DataTypes.DoubleType,
                unit,
                closure -> reader.apply(closure) instanceof Double number && Double.isFinite(number) ? number : null);
    }

    private static Reader gain(Function<JudgedClosure.Gain, Double> number) {
        return closure -> closure.gain().map(number).orElse(null);
    }

    static List<String> names() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    static Row row(JudgedClosure closure) {
        return new GenericRowWithSchema(
                COLUMNS.stream().map(column -> column.reader().apply(closure)).toArray(), SCHEMA);
    }

    /** The bytes of the file. */
    static byte[] parquet(List<JudgedClosure> closures) {
        return RowFile.encode(SCHEMA, closures.stream().map(ClosureTable::row).toList(), Map.of());
    }
}
