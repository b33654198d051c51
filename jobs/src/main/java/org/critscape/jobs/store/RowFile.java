package org.critscape.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows as the bytes of one Parquet file, and back. The bytes depend on the rows and their notes alone. */
public final class RowFile {
    /** Where Spark looks for its own form of the schema, with comments and units. */
    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    private static final Configuration CONFIGURATION = new Configuration(false);

    /** Columns without a value twice in so many rows get no dictionary, which would only take time to be given up. */
    private static final int LOOKED_AT = 64;

    private static final Map<DataType, PrimitiveTypeName> TYPES = Map.of(
            DataTypes.StringType, PrimitiveTypeName.BINARY,
            DataTypes.LongType, PrimitiveTypeName.INT64,
            DataTypes.IntegerType, PrimitiveTypeName.INT32,
            DataTypes.DoubleType, PrimitiveTypeName.DOUBLE);

    private RowFile() {}

    /** A file that is not what a sweep writes: torn by a loss of power, or changed by hand. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedException(RuntimeException cause) {
            super("no whole file of this table", cause);
        }
    }

    /**
     * The bytes of a file.
     *
     * @param schema columns of text, long, int or double
     * @param notes kept in the file beside its rows
     */
    public static byte[] encode(StructType schema, Iterable<Row> rows, Map<String, String> notes) {
        Bytes.Out file = new Bytes.Out();
        Builder builder = new Builder(file, schema, notes);
        for (int f = 0; f < schema.length(); f++) {
            if (isUnique(f, rows)) {
                builder.withDictionaryEncoding(schema.fields()[f].name(), false);
            }
        }
        try (ParquetWriter<Row> writer = builder.build()) {
            for (Row row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes no bytes", e);
        }
        try {
            return Footer.inOrder(file.content());
        } catch (IOException e) {
            throw new UncheckedIOException("what was written is no Parquet file", e);
        }
    }

    private static boolean isUnique(int field, Iterable<Row> rows) {
        Set<Object> seen = new HashSet<>();
        int count = 0;
        for (Row row : rows) {
            if (count == LOOKED_AT) {
                break;
            }
            count++;
            if (row.isNullAt(field) || !seen.add(row.get(field))) {
                return false;
            }
        }
        return count == LOOKED_AT;
    }

    /**
     * The rows of a file, with the schema given. Columns are found by their names: one that a file older than the column
     * does not have is null, where it may be.
     */
    public static List<Row> decode(StructType schema, byte[] content) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = new Reader(new Bytes.In(content)).build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                rows.add(row(schema, group));
            }
        } catch (RuntimeException malformed) {
            throw new MalformedException(malformed);
        }
        return rows;
    }

    /** What was noted beside the rows. */
    static Map<String, String> notes(InputFile file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(file)) {
            return reader.getFileMetaData().getKeyValueMetaData();
        } catch (RuntimeException malformed) {
            throw new MalformedException(malformed);
        }
    }

    private static Row row(StructType schema, Group group) {
        StructField[] fields = schema.fields();
        Object[] values = new Object[fields.length];
        for (int f = 0; f < fields.length; f++) {
            if (fields[f].nullable() && !group.getType().containsField(fields[f].name())) {
                continue;
            }
            int field = group.getType().getFieldIndex(fields[f].name());
            if (group.getFieldRepetitionCount(field) > 0) {
                values[f] = value(group, field, fields[f].dataType());
            }
        }
        return new GenericRowWithSchema(values, schema);
    }

    private static Object value(Group group, int field, DataType type) {
        return switch (primitive(type)) {
            case INT64 -> (Object) group.getLong(field, 0);
            case INT32 -> group.getInteger(field, 0);
            case DOUBLE -> group.getDouble(field, 0);
            default -> group.getString(field, 0);
        };
    }

    private static PrimitiveTypeName primitive(DataType type) {
        PrimitiveTypeName primitive = TYPES.get(type);
        if (primitive == null) {
            throw new IllegalArgumentException("no table has columns of type " + type);
        }
        return primitive;
    }

    private static MessageType message(StructType schema) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (StructField field : schema.fields()) {
            PrimitiveTypeName primitive = primitive(field.dataType());
            Type.Repetition repetition = field.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
            message.addField(Types.primitive(primitive, repetition)
                    .as(primitive == PrimitiveTypeName.BINARY ? LogicalTypeAnnotation.stringType() : null)
                    .named(field.name()));
        }
        return message.named("spark_schema");
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final StructType schema;
        private final Map<String, String> notes;

        Builder(Bytes.Out file, StructType schema, Map<String, String> notes) {
            super(file);
            this.schema = schema;
            this.notes = notes;
            withConf(CONFIGURATION);
            withCompressionCodec(CompressionCodecName.SNAPPY);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // Its successor has no abstract method, so that this one must be there.
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(schema, notes);
        }
    }

    private static final class Reader extends ParquetReader.Builder<Group> {
        Reader(InputFile file) {
            super(file);
            withConf(CONFIGURATION);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    /** Feeds rows to the format's column writers. */
    private static final class RowWriteSupport extends WriteSupport<Row> {
        private final StructType schema;
        private final String[] names;
        private final PrimitiveTypeName[] types;
        private final Map<String, String> notes;
        private @Nullable RecordConsumer target;

        RowWriteSupport(StructType schema, Map<String, String> notes) {
            this.schema = schema;
            this.names = schema.fieldNames();
            this.types = new PrimitiveTypeName[names.length];
            for (int f = 0; f < types.length; f++) {
                types[f] = primitive(schema.fields()[f].dataType());
            }
            this.notes = notes;
        }

        @Override
        @SuppressWarnings("deprecation") // As above.
        public WriteContext init(Configuration configuration) {
            Map<String, String> all = new LinkedHashMap<>(notes);
            all.put(SPARK_SCHEMA, schema.json());
            return new WriteContext(message(schema), all);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            target = consumer;
        }

        @Override
        public void write(Row row) {
            RecordConsumer consumer = Objects.requireNonNull(target);
            consumer.startMessage();
            for (int f = 0; f < names.length; f++) {
                if (!row.isNullAt(f)) {
                    consumer.startField(names[f], f);
                    add(consumer, row, f);
                    consumer.endField(names[f], f);
                }
            }
            consumer.endMessage();
        }

        private void add(RecordConsumer consumer, Row row, int field) {
            switch (types[field]) {
                case INT64 -> consumer.addLong(row.getLong(field));
                case INT32 -> consumer.addInteger(row.getInt(field));
                case DOUBLE -> consumer.addDouble(row.getDouble(field));
                default -> consumer.addBinary(Binary.fromString(row.getString(field)));
            }
        }
    }
}
