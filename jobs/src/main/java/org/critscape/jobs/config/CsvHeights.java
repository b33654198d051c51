package org.critscape.jobs.config;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.HeightSamples;

/**
 * Heights as text, one row of the map per line: decimal numbers with a point, whatever the locale, between semicolons,
 * tabs, commas or blanks. Empty lines and lines that start with # are left out.
 */
final class CsvHeights {
    private CsvHeights() {}

    /** The heights row by row; throws {@link InvalidInputException} where they are no numbers or too many. */
    static double[][] read(byte[] bytes) {
        List<double[]> rows = new ArrayList<>();
        List<String> lines = decode(bytes).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                if (rows.size() == HeightSamples.MOST) {
                    throw tooLarge("rows");
                }
                rows.add(row(line, i + 1));
            }
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(
                    "the height map", "empty", "rows of numbers", "Maybe the export was interrupted.");
        }
        return rows.toArray(double[][]::new);
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(
                    "the height map",
                    "neither text nor PNG",
                    "CSV in UTF-8 or a 16-bit greyscale PNG",
                    "Maybe export it as CSV.");
        }
    }

    private static double[] row(String line, int number) {
        String separator = line.contains(";") ? ";" : line.contains("\t") ? "\t" : line.contains(",") ? "," : "\\s+";
        String[] fields = line.split(separator, -1);
        // Some programs end each line with a separator.
        int count = fields[fields.length - 1].isBlank() ? fields.length - 1 : fields.length;
        if (count > HeightSamples.MOST) {
            throw tooLarge("columns");
        }
        double[] heights = new double[count];
        for (int column = 0; column < heights.length; column++) {
            heights[column] = height(fields[column].strip(), number, column + 1);
        }
        return heights;
    }

    private static double height(String field, int line, int column) {
        try {
            return new BigDecimal(field).doubleValue();
        } catch (NumberFormatException e) {
            String advice = field.matches("(?i)[+-]?(nan|inf.*|)")
                    ? "Maybe fill missing pixels before the export."
                    : field.contains(",")
                            ? "Maybe write decimals with a point."
                            : "Maybe start the lines of a header with #.";
            throw new InvalidInputException(
                    "the height in line " + line + ", column " + column,
                    "\"" + (field.length() > 30 ? field.substring(0, 30) + "…" : field) + "\"",
                    "a decimal number, as -1.25e-3",
                    advice);
        }
    }

    private static InvalidInputException tooLarge(String what) {
        return new InvalidInputException(
                "the number of " + what + " of the height map",
                "above " + HeightSamples.MOST,
                "at most " + HeightSamples.MOST,
                "Maybe resample the map.");
    }
}
