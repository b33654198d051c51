package org.critscape.jobs.table;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.critscape.jobs.space.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name as written, with the unit as its suffix
 * @param type Spark type
 * @param unit SI unit, "1" for plain numbers, empty for what has none (words, counts)
 * @param group where reports show it
 * @param presence where it is null
 * @param description what it holds
 * @param inputs the inputs that decide its value on their own, at most a few; none where all of them together do
 * @param reader takes its value from what one row is about
 * @param <R> what one row is about
 */
public record Column<R>(
        String name,
        DataType type,
        String unit,
        Group group,
        Presence presence,
        String description,
        List<Parameter> inputs,
        Reader<R> reader) {
    /** Copies the list. */
    public Column {
        inputs = List.copyOf(inputs);
    }

    /** A column of no input in particular. */
    Column(
            String name,
            DataType type,
            String unit,
            Group group,
            Presence presence,
            String description,
            Reader<R> reader) {
        this(name, type, unit, group, presence, description, List.of(), reader);
    }

    /** The parts of a row. */
    public enum Group {
        /** Which case it is. */
        IDENTITY,
        /** What was asked. */
        INPUT,
        /** What the solver found. */
        RESULT,
        /** What it took. */
        EFFORT,
        /** What became of it. */
        STATUS
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<R> {
        /** The value of the column's Java type, or null. */
        @Nullable
        Object read(R record);
    }

    static <R> Column<R> text(Group group, String name, Presence presence, String description, Reader<R> reader) {
        return new Column<>(name, DataTypes.StringType, "", group, presence, description, reader);
    }

    static <R> Column<R> count(Group group, String name, Presence presence, String description, Reader<R> reader) {
        return new Column<>(name, DataTypes.IntegerType, "", group, presence, description, reader);
    }

    static <R> Column<R> number(
            Group group, String name, String unit, Presence presence, String description, Reader<R> reader) {
        return new Column<>(name, DataTypes.DoubleType, unit, group, presence, description, reader);
    }

    /** The same column as one that shows these inputs. */
    Column<R> of(Parameter... shown) {
        return new Column<>(name, type, unit, group, presence, description, List.of(shown), reader);
    }

    /** The value for one row; a number is finite, a missing value allowed by the presence. */
    @Nullable
    Object value(R record) {
        Object value = reader.read(record);
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalStateException(name + " is " + number + ", which no table holds");
        }
        if (value == null && presence == Presence.ALWAYS) {
            throw new IllegalStateException(name + " must have a value in every row");
        }
        return value;
    }

    /** The column in a Spark schema, with unit and description as metadata. */
    StructField field() {
        MetadataBuilder metadata = new MetadataBuilder().putString("comment", description);
        if (!unit.isEmpty()) {
            metadata.putString("unit", unit);
        }
        return DataTypes.createStructField(name, type, presence != Presence.ALWAYS, metadata.build());
    }
}
