package org.critscape.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A table in a Parquet file: columns of numbers and text. */
final class ParquetCells implements TableCells {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private @Nullable RecordReader<Group> group;
    private long left;
    private long row;

    ParquetCells(Path file) throws IOException {
        try {
            reader = ParquetFileReader.open(new LocalInputFile(file));
        } catch (RuntimeException malformed) {
            throw broken();
        }
        try {
            schema = reader.getFileMetaData().getSchema();
            for (Type type : schema.getFields()) {
                if (!isReadable(type)) {
                    throw new MalformedException(
                            "a table whose column " + type.getName() + " has the type \"" + type + "\"",
                            "Maybe export it as double or as text.");
                }
            }
            columns = new ColumnIOFactory().getColumnIO(schema);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    private static boolean isReadable(Type type) {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE, FLOAT -> true;
            case INT32, INT64 -> meaning == null || meaning instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation;
            case BINARY -> meaning == null || meaning.equals(LogicalTypeAnnotation.stringType());
            default -> false;
        };
    }

    private static MalformedException broken() {
        return new MalformedException("no whole Parquet file", "Maybe the export was interrupted.");
    }

    @Override
    public List<String> names() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    @Override
    public @Nullable Object @Nullable [] next() throws IOException {
        try {
            while (left == 0) {
                PageReadStore pages = reader.readNextRowGroup();
                if (pages == null) {
                    return null;
                }
                left = pages.getRowCount();
                group = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            }
            RecordReader<Group> rows = group;
            Group found = rows == null ? null : rows.read();
            if (found == null) {
                throw broken();
            }
            left--;
            row++;
            Object[] cells = new Object[schema.getFieldCount()];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = found.getFieldRepetitionCount(c) == 0 ? null : cell(found, c);
            }
            return cells;
        } catch (RuntimeException malformed) {
            throw broken();
        }
    }

    private Object cell(Group found, int column) {
        PrimitiveTypeName type = schema.getType(column).asPrimitiveType().getPrimitiveTypeName();
        return switch (type) {
            case DOUBLE -> (Object) found.getDouble(column, 0);
            // The decimal that was meant and not its binary neighbour.
            case FLOAT -> Double.parseDouble(Float.toString(found.getFloat(column, 0)));
            case INT32 -> (double) found.getInteger(column, 0);
            case INT64 -> (double) found.getLong(column, 0);
            default -> found.getString(column, 0);
        };
    }

    @Override
    public String place() {
        return "row " + row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
