package org.critscape.jobs.field;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) with a header: one row per point, nothing where a value is not finite. */
final class CsvFile {
    private CsvFile() {}

    static <F> void write(Path file, List<Quantity<F>> columns, F fields) throws IOException {
        List<double[]> values =
                columns.stream().map(column -> column.values().apply(fields)).toList();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(columns.stream().map(Quantity::name).collect(Collectors.joining(",", "", "\n")));
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < values.get(0).length; i++) {
                row.setLength(0);
                for (double[] column : values) {
                    row.append(row.isEmpty() ? "" : ",").append(Double.isFinite(column[i]) ? column[i] : "");
                }
                out.append(row).append('\n');
            }
        }
    }
}
