package org.critscape.jobs.space;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values that somebody else chose. They are held by column, a byte per value where a column has few different
 * ones and a double otherwise, on the driver and once on every executor.
 */
public final class PointTable implements Draws {
    private static final long serialVersionUID = 1L;

    /** The most values, rows times columns: 400 MB where all differ. */
    public static final long MOST_VALUES = 50_000_000;

    private final Parameter[] parameters;
    private final TableColumn[] columns;
    private final long rows;
    private final long cases;
    /** SHA-256 over the columns and their values. */
    private final String digest;

    private PointTable(Parameter[] parameters, TableColumn[] columns, long rows, long cases, String digest) {
        this.parameters = parameters;
        this.columns = columns;
        this.rows = rows;
        this.cases = cases;
        this.digest = digest;
    }

    /** Takes rows one after the other. */
    public static final class Builder {
        private final Parameter[] parameters;
        private final TableColumn[] columns;
        private long rows;

        /** A table with a column for each of these inputs, at least one. */
        public Builder(List<Parameter> parameters) {
            this.parameters = parameters.toArray(Parameter[]::new);
            this.columns =
                    parameters.stream().map(parameter -> new TableColumn()).toArray(TableColumn[]::new);
        }

        /**
         * Adds a row.
         *
         * @param values of the inputs in their order [SI]; NaN where the row does not set one
         * @throws InvalidInputException where the table becomes too large
         */
        public void add(double... values) {
            if ((rows + 1) * columns.length > MOST_VALUES) {
                throw new InvalidInputException(
                        "the number of values",
                        "above " + MOST_VALUES,
                        "at most " + MOST_VALUES + ", rows times columns",
                        "Maybe split the table.");
            }
            for (int c = 0; c < columns.length; c++) {
                columns[c].add(values[c]);
            }
            rows++;
        }

        /**
         * The table.
         *
         * @throws InvalidInputException where there is no row, or a column without a value
         */
        public PointTable build() {
            if (rows == 0) {
                throw new InvalidInputException(
                        "the number of rows", "0", "at least 1", "Maybe the export was interrupted.");
            }
            MessageDigest sum = DesignPoint.sha256();
            for (int c = 0; c < columns.length; c++) {
                if (Double.isNaN(columns[c].low())) {
                    throw new InvalidInputException(
                            "the column of " + parameters[c].path(),
                            "empty in every row",
                            "filled in some row",
                            "Maybe leave the column out.");
                }
                digest(sum, parameters[c], columns[c], rows);
            }
            return new PointTable(
                    parameters, columns, rows, rows, HexFormat.of().formatHex(sum.digest()));
        }
    }

    private static void digest(MessageDigest sum, Parameter parameter, TableColumn column, long rows) {
        sum.update((parameter.path() + "\n").getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        for (long row = 0; row < rows; row++) {
            if (!bytes.hasRemaining()) {
                sum.update(bytes.flip());
                bytes.clear();
            }
            bytes.putDouble(column.value(row));
        }
        sum.update(bytes.flip());
    }

    /**
     * The same table, of which only the first rows are taken.
     *
     * @throws InvalidInputException where there are not so many
     */
    public PointTable first(long count) {
        if (count < 1 || count > rows) {
            throw new InvalidInputException(
                    "design.cases",
                    Long.toString(count),
                    "between 1 and " + rows + ", the rows of the table",
                    "Maybe leave it out: all rows are taken then.");
        }
        return new PointTable(parameters, columns, rows, count, digest);
    }

    @Override
    public String word() {
        return "table";
    }

    @Override
    public long cases() {
        return cases;
    }

    /** Within the same table. */
    @Override
    public boolean isExtensible() {
        return true;
    }

    /** The inputs that have a column, in the order of the columns. */
    public List<Parameter> parameters() {
        return List.of(parameters);
    }

    @Override
    public List<Axis> supports() {
        List<Axis> supports = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            double[] levels = parameters[c].domain() instanceof Domain.Options
                    ? columns[c].few()
                    : Arrays.stream(new double[] {columns[c].low(), columns[c].high()})
                            .distinct()
                            .toArray();
            supports.add(Axis.list(parameters[c], levels));
        }
        return supports;
    }

    @Override
    public @Nullable SampledMap fill(double[] values, long index) {
        for (int c = 0; c < columns.length; c++) {
            values[parameters[c].position()] = columns[c].value(index);
        }
        return null;
    }

    /** Whether a row leaves some input open that has a column. */
    boolean hasGap(long row) {
        return Arrays.stream(columns).anyMatch(column -> column.hasGaps() && Double.isNaN(column.value(row)));
    }

    @Override
    public Map<String, String> description(boolean last) {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("design.plan", word());
        description.put("design.file", rows + " rows with SHA-256 " + digest);
        if (!last) {
            description.put("design.cases", Long.toString(cases));
        }
        return description;
    }
}
