package org.critscape.jobs.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a data set is: the file {@code dataset.json}.
 *
 * @param format version of the layout of the folder
 * @param study where the rows come from
 * @param licence of the data, a URL
 * @param splits its parts
 * @param fields maps over the interface of some cases; null where there are none
 * @param holdOut what only the extrapolation split has
 * @param columns in their order
 */
public record DatasetDescription(
        int format,
        Source study,
        String licence,
        List<Part> splits,
        @Nullable FieldPart fields,
        HoldOut holdOut,
        List<Field> columns) {
    static final int FORMAT = 1;
    static final String FILE = "dataset.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Copies the lists. */
    public DatasetDescription {
        splits = List.copyOf(splits);
        columns = List.copyOf(columns);
    }

    /**
     * The study behind the rows; its whole manifest stands beside.
     *
     * @param name of the study
     * @param hash of its inputs and of the model
     * @param modelVersion version of the model
     * @param cases that the study has
     * @param finished of these, when the data set was made
     * @param ended when its last sweep ended, UTC; empty where that is not known
     * @param program version that solved it last
     * @param revision of that program's sources
     */
    public record Source(
            String name,
            String hash,
            String modelVersion,
            long cases,
            long finished,
            String ended,
            String program,
            String revision) {}

    /**
     * One split.
     *
     * @param split its name
     * @param file its rows in double precision
     * @param rows number of rows
     * @param groups number of solves behind them
     */
    public record Part(String split, String file, long rows, long groups) {}

    /**
     * Maps over the interface of some cases, one row each.
     *
     * @param file in double precision
     * @param rows number of cases
     * @param points of the square grid along x and along y
     * @param order of a map's numbers
     * @param columns of the file
     */
    public record FieldPart(String file, long rows, int points, String order, List<Field> columns) {
        /** Copies the list. */
        public FieldPart {
            columns = List.copyOf(columns);
        }

        static FieldPart of(long rows) {
            int n = FieldMaps.POINTS;
            return new FieldPart(
                    FieldMaps.FILE,
                    rows,
                    n,
                    "number %d j + i is at x = (i/%d - 1/2) S, y = (j/%d - 1/2) S".formatted(n, n, n),
                    FieldMaps.COLUMNS.stream()
                            .map(column -> new Field(
                                    column.name(),
                                    column.isOnGrid() ? "map" : column.unit().isEmpty() ? "identity" : "error",
                                    column.type().catalogString(),
                                    column.unit(),
                                    column.description()))
                            .toList());
        }
    }

    /**
     * One column.
     *
     * @param name as written
     * @param role identity, feature, category, dimensionless, target or error
     * @param type string, bigint or double
     * @param unit SI unit, "1" for plain numbers, empty for words and counts
     * @param description what it holds
     */
    public record Field(String name, String role, String type, String unit, String description) {
        static Field of(DatasetColumn column) {
            return new Field(
                    column.name(), column.role().word(), column.type().sql(), column.unit(), column.description());
        }
    }

    byte[] json() {
        return write(this);
    }

    static DatasetDescription read(byte[] json) throws IOException {
        DatasetDescription read;
        try {
            read = JSON.readValue(json, DatasetDescription.class);
        } catch (JsonProcessingException | NullPointerException malformed) {
            throw new IOException(FILE + " is not what critscape dataset writes", malformed);
        }
        if (read == null || read.format() != FORMAT) {
            throw new IOException(FILE + " is not of version " + FORMAT);
        }
        return read;
    }

    static byte[] write(Object value) {
        try {
            return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
