package org.critscape.jobs.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of a table in a file, row by row. */
interface TableCells extends AutoCloseable {
    /** The names of the columns, as they are written. */
    List<String> names();

    /** The next row, a text or a number for each column, null where there is none; null after the last. */
    @Nullable
    Object @Nullable [] next() throws IOException;

    /** Where the row that came last stands, "line 17". */
    String place();

    @Override
    void close() throws IOException;

    /** A file that is no table; the message says what it has instead, to follow "is". */
    final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final String advice;

        MalformedException(String value, String advice) {
            super(value);
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    /** Opens a table by its content, whatever its name. */
    static TableCells open(Path file) throws IOException {
        return ParquetCells.isParquet(file) ? new ParquetCells(file) : new CsvCells(file);
    }
}
