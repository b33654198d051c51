package org.critscape.jobs.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table as text in UTF-8: a line of names, then a line for each row, fields between commas, semicolons or tabs, quoted
 * where they contain one. Empty lines and lines that start with # are left out.
 */
final class CsvCells implements TableCells {
    private static final int LONGEST_LINE = 1 << 20;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> names;

    CsvCells(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        try {
            parser = CSVParser.parse(reader, format(reader));
            records = parser.iterator();
            CSVRecord head = record();
            if (head == null) {
                throw new MalformedException("empty", "Maybe the export was interrupted.");
            }
            names = head.stream().toList();
        } catch (CharacterCodingException noText) {
            reader.close();
            throw noText();
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    private static CSVFormat format(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_LINE);
        if (reader.read() != '\uFEFF') {
            reader.reset();
            reader.mark(LONGEST_LINE);
        } else {
            reader.mark(LONGEST_LINE);
        }
        char separator = ',';
        boolean comment = false;
        boolean start = true;
        for (int read = 1; read < LONGEST_LINE; read++) {
            int character = reader.read();
            if (character == -1 || (character == '\n' && !comment && !start)) {
                break;
            }
            comment = (start && character == '#') || (comment && character != '\n');
            start = character == '\n' || (start && character == '\r');
            if (!comment && (character == ';' || character == '\t')) {
                separator = (char) character;
                break;
            }
        }
        reader.reset();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private @Nullable CSVRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? noText()
                    : new MalformedException(
                            "no CSV at line " + parser.getCurrentLineNumber(), "Maybe a quote is not closed.");
        }
    }

    private static MalformedException noText() {
        return new MalformedException("neither text nor Parquet", "Maybe export it as CSV in UTF-8.");
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public @Nullable Object @Nullable [] next() throws IOException {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        if (record.size() != names.size()) {
            throw new MalformedException(
                    "a table of " + names.size() + " columns with " + record.size() + " fields in " + place(),
                    "Maybe decimals are written with a comma, or a field needs quotes.");
        }
        return record.values();
    }

    @Override
    public String place() {
        return "line " + parser.getCurrentLineNumber();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
