package org.critscape.jobs.table;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table: its columns, their schema, and the row of one record.
 *
 * @param <R> what one row is about
 */
public final class Table<R> {
    private final String name;
    private final List<Column<R>> columns;
    private final StructType schema;

    Table(String name, List<Column<R>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.schema =
                DataTypes.createStructType(columns.stream().map(Column::field).toList());
    }

    /** The folder of the table below that of the study. */
    public String name() {
        return name;
    }

    /** The columns in their order. */
    public List<Column<R>> columns() {
        return columns;
    }

    /** The schema, with units and descriptions as metadata of its fields. */
    public StructType schema() {
        return schema;
    }

    /** The row of one record, with the schema; its {@code json()} has the names of the columns. */
    public Row row(R record) {
        Object[] values = new Object[columns.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = columns.get(c).value(record);
        }
        return new GenericRowWithSchema(values, schema);
    }
}
