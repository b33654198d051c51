package org.critscape.jobs.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, put in order. The writer lists the encodings of a column as a set of enumeration constants
 * yields them, whose order differs from process to process; readers take them as a set. What else stands in a footer follows
 * from the rows, the notes and the version of the library.
 *
 * <p>A file ends with the footer in Thrift, its length [bytes] in four bytes, and the word {@code PAR1}
 * (<a href="https://parquet.apache.org/docs/file-format/">file format</a>). What stands before keeps its place.
 */
public final class Footer {
    private static final int LENGTH = Integer.BYTES;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = LENGTH + MAGIC.length;

    private Footer() {}

    /**
     * The same file with its footer in the one order: encodings by their numbers in the format, notes by their names.
     *
     * @param file a whole Parquet file that is not encrypted
     * @throws IOException where it is none
     */
    public static byte[] inOrder(byte[] file) throws IOException {
        int tail = Math.max(file.length - TAIL, 0);
        int start = (int) start(file.length, Arrays.copyOfRange(file, tail, file.length));
        byte[] end = end(Arrays.copyOfRange(file, start, tail));
        byte[] ordered = Arrays.copyOf(file, start + end.length);
        System.arraycopy(end, 0, ordered, start, end.length);
        return ordered;
    }

    /**
     * Puts the footer of a file that nobody reads yet in order, in place.
     *
     * @throws IOException where it cannot be written, or is no Parquet file
     */
    public static void putInOrder(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long tail = Math.max(file.length() - TAIL, 0);
            long start = start(file.length(), bytes(file, tail, file.length()));
            byte[] end = end(bytes(file, start, tail));
            file.seek(start);
            file.write(end);
            file.setLength(start + end.length);
        }
    }

    private static byte[] bytes(RandomAccessFile file, long from, long to) throws IOException {
        byte[] bytes = new byte[(int) (to - from)];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    /** Where the footer starts. */
    private static long start(long size, byte[] tail) throws IOException {
        long start = -1;
        if (tail.length == TAIL && Arrays.equals(tail, LENGTH, TAIL, MAGIC, 0, MAGIC.length)) {
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            start = length < 0 ? -1 : size - TAIL - length;
        }
        if (start < 0) {
            throw new IOException("no Parquet file ends in these " + size + " bytes");
        }
        return start;
    }

    /** The footer in order, and what stands behind it. */
    private static byte[] end(byte[] footer) throws IOException {
        FileMetaData content = Util.readFileMetaData(new ByteArrayInputStream(footer));
        sort(content);
        ByteArrayOutputStream end = new ByteArrayOutputStream(footer.length + TAIL);
        Util.writeFileMetaData(content, end);
        byte[] tail = new byte[TAIL];
        ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).putInt(end.size()).put(MAGIC);
        end.write(tail, 0, TAIL);
        return end.toByteArray();
    }

    private static void sort(FileMetaData footer) {
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData column = chunk.getMeta_data();
                column.setEncodings(sorted(column.getEncodings(), Comparator.naturalOrder()));
                if (column.isSetEncoding_stats()) {
                    column.setEncoding_stats(sorted(column.getEncoding_stats(), Comparator.naturalOrder()));
                }
            }
        }
        if (footer.isSetKey_value_metadata()) {
            footer.setKey_value_metadata(
                    sorted(footer.getKey_value_metadata(), Comparator.comparing(KeyValue::getKey)));
        }
    }

    private static <T> List<T> sorted(List<T> values, Comparator<? super T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return sorted;
    }
}
