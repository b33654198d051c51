package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.critscape.jobs.config.Nearest;
import org.critscape.solver.quantity.InvalidInputException;

/** How the rows of an answer are printed. */
enum SqlOutput {
    /** For people: aligned, numbers to five digits, only so many rows. */
    TABLE {
        @Override
        void print(Dataset<Row> rows, PrintWriter out) {
            List<Row> first = plain(rows).takeAsList(MOST_LINES + 1);
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of(rows.columns()));
            first.stream().limit(MOST_LINES).forEach(row -> lines.add(cells(row, true)));
            boolean isText = rows.columns().length == 1
                    && lines.stream().anyMatch(line -> line.get(0).contains("\n"));
            if (isText) {
                lines.stream().skip(1).forEach(line -> out.println(line.get(0).strip()));
            } else if (rows.columns().length > 0) {
                TextTable.of(lines).forEach(out::println);
            }
            if (first.size() > MOST_LINES) {
                out.println("The first " + MOST_LINES + " rows; --format csv prints all.");
            }
        }
    },
    /** All rows and digits; text in quotes where it must be, a null is nothing. */
    CSV {
        @Override
        void print(Dataset<Row> rows, PrintWriter out) {
            out.println(Arrays.stream(rows.columns()).map(CaseListing::field).collect(Collectors.joining(",")));
            Iterator<Row> all = plain(rows).toLocalIterator();
            while (all.hasNext()) {
                Row row = all.next();
                out.println(String.join(",", cells(row, false)));
            }
        }
    },
    /** One object per row and line, all digits. */
    JSON {
        @Override
        void print(Dataset<Row> rows, PrintWriter out) {
            // A null is an answer too.
            rows.select(functions.to_json(functions.struct(functions.col("*")), Map.of("ignoreNullFields", "false")))
                    .toLocalIterator()
                    .forEachRemaining(row -> out.println(row.getString(0)));
        }
    };

    /** Of an answer no more rows than this are printed as a table. */
    static final int MOST_LINES = 1000;

    /** The format of this name. */
    static SqlOutput of(String name) {
        List<String> names = Arrays.stream(values()).map(SqlOutput::word).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new InvalidInputException(
                    "--format",
                    name,
                    "table, csv or json",
                    "Maybe " + Nearest.to(name, names).orElse("csv") + ".");
        }
        return values()[index];
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Prints an answer. */
    abstract void print(Dataset<Row> rows, PrintWriter out);

    /** Numbers as doubles where they have a fraction, all else as text; two columns may have the same name. */
    private static Dataset<Row> plain(Dataset<Row> rows) {
        StructField[] fields = rows.schema().fields();
        String[] names =
                IntStream.range(0, fields.length).mapToObj(c -> "column" + c).toArray(String[]::new);
        Dataset<Row> named = rows.toDF(names);
        return named.select(IntStream.range(0, fields.length)
                .mapToObj(c -> {
                    Column column = functions.col(names[c]);
                    boolean isNumber = fields[c].dataType().equals(DataTypes.DoubleType)
                            || fields[c].dataType().equals(DataTypes.FloatType);
                    return column.cast(isNumber ? DataTypes.DoubleType : DataTypes.StringType);
                })
                .toArray(Column[]::new));
    }

    private static List<String> cells(Row row, boolean forPeople) {
        return IntStream.range(0, row.size())
                .mapToObj(c -> row.isNullAt(c) ? (forPeople ? "-" : "") : cell(row.get(c), forPeople))
                .toList();
    }

    private static String cell(Object value, boolean forPeople) {
        if (value instanceof Double number) {
            return forPeople && Double.isFinite(number) ? Display.number(number) : number.toString();
        }
        return forPeople ? value.toString() : CaseListing.field(value.toString());
    }
}
