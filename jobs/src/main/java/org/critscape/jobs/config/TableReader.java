package org.critscape.jobs.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.PointTable;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table. A column is named like one of the case table and then holds SI, or like a key and then holds
 * values as study files write them.
 *
 * @param setting what names the file
 * @param file the file, which exists
 */
record TableReader(Setting setting, Path file) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** An input and the name of its column. */
    private record Heading(String name, Parameter input, boolean si) {}

    /**
     * The table.
     *
     * @param elsewhere inputs that the study itself gives values
     * @throws ConfigurationException where a column, a unit or a value is not what it must be
     */
    PointTable read(Collection<Parameter> elsewhere) {
        try (TableCells cells = TableCells.open(file)) {
            List<Heading> headings = headings(cells.names(), elsewhere);
            PointTable.Builder table =
                    new PointTable.Builder(headings.stream().map(Heading::input).toList());
            double[] values = new double[headings.size()];
            for (Object[] row = cells.next(); row != null; row = cells.next()) {
                for (int c = 0; c < values.length; c++) {
                    Object cell = row[c];
                    boolean empty = cell == null || (cell instanceof String text && text.isBlank());
                    values[c] = empty ? Double.NaN : value(headings.get(c), Objects.requireNonNull(cell), cells);
                }
                table.add(values);
            }
            return table.build();
        } catch (TableCells.MalformedException malformed) {
            throw refused(malformed.getMessage(), "a table, CSV or Parquet", malformed.advice());
        } catch (InvalidInputException e) {
            throw new ConfigurationException(setting.place() + ": " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw refused("a file that cannot be read", "a table, CSV or Parquet", "Maybe it was moved just now.");
        }
    }

    /** Refuses a table that leaves something open on which a case of its row depends. */
    void requireWhole(Block block) {
        block.gap().ifPresent(gap -> {
            throw new ConfigurationException(setting.place() + ": " + file + ", row " + (gap.row() + 1)
                    + ": the column of " + gap.parameter().path()
                    + " is empty but must have a value where the case of the row depends on it. Maybe fill it, or"
                    + " leave the column out.");
        });
    }

    private List<Heading> headings(List<String> names, Collection<Parameter> elsewhere) {
        List<Heading> headings = new ArrayList<>();
        Set<Parameter> seen = EnumSet.noneOf(Parameter.class);
        for (String name : names) {
            Heading heading = heading(name.strip(), headings.size() + 1);
            if (!seen.add(heading.input())) {
                throw column(name, "a second column for " + heading.input().path(), "Maybe remove one of them.");
            }
            if (elsewhere.contains(heading.input())) {
                throw column(
                        name,
                        "a second value beside " + heading.input().path() + " of the study",
                        "Maybe remove one of them.");
            }
            headings.add(heading);
        }
        return headings;
    }

    private Heading heading(String name, int number) {
        if (name.isEmpty()) {
            throw column("number " + number, "without a name", "Maybe it is the row number of another program.");
        }
        Parameter key = Parameter.ofPath(name).orElse(null);
        if (key != null && !(key.domain() instanceof Domain.MapFile)) {
            return new Heading(name, key, false);
        }
        return CaseTable.inputOf(name)
                .map(input -> new Heading(name, input, true))
                .orElseThrow(() -> column(name, "not an input that a table can have", advice(name)));
    }

    private static String advice(String name) {
        if (Parameter.ofPath(name).isPresent()) {
            return "Maybe give the study a list of files: every row meets them all.";
        }
        List<Parameter> made = CaseTable.TABLE.columns().stream()
                .filter(column -> column.name().equals(name))
                .flatMap(column -> column.inputs().stream())
                .toList();
        if (!made.isEmpty()) {
            Parameter first = made.get(0);
            return first.domain() instanceof Domain.MapFile
                    ? "Maybe give the study a list of files: every row meets them all."
                    : "Maybe a column " + first.path() + ": this one also depends on the temperature.";
        }
        if (CaseTable.TABLE.columns().stream().map(Column::name).anyMatch(name::equals)) {
            return "Maybe leave it out: it is a result, or follows from other columns.";
        }
        Stream<String> columns = CaseTable.TABLE.columns().stream().map(Column::name);
        Stream<String> keys = Arrays.stream(Parameter.values()).map(Parameter::path);
        return Nearest.toKey(
                        name,
                        Stream.concat(
                                        columns.filter(column ->
                                                CaseTable.inputOf(column).isPresent()),
                                        keys)
                                .toList())
                .map(nearest -> "Maybe you meant " + nearest + ".")
                .orElse("Maybe topography.peak-height with values like \"25 um\", or peak_height_m with values in m.");
    }

    private double value(Heading heading, Object cell, TableCells cells) {
        Domain domain = heading.input().domain();
        String place = setting.place() + ": " + file + ", " + cells.place();
        if (domain instanceof Domain.Options options) {
            int code = options.words().indexOf(text(cell));
            if (code < 0) {
                throw ConfigurationException.refused(
                        place,
                        heading.name(),
                        "\"" + text(cell) + "\"",
                        domain.allowed(),
                        Nearest.to(text(cell), options.words())
                                .map(nearest -> "Maybe " + nearest + ".")
                                .orElse("Maybe conf/reference.conf helps: it explains every key."));
            }
            return code;
        }
        Domain.Interval interval = (Domain.Interval) domain;
        if (!heading.si()) {
            return new AmountReader(
                            place, heading.name(), interval, heading.input().example())
                    .read(text(cell))
                    .doubleValue();
        }
        double number = cell instanceof Double value ? value : parse(text(cell));
        if (!interval.contains(number)) {
            throw ConfigurationException.refused(
                    place,
                    heading.name(),
                    cell instanceof Double ? text(cell) : "\"" + text(cell) + "\"",
                    interval.allowed(),
                    interval.dimension() == Dimension.NUMBER
                            ? "Maybe " + interval.describe(heading.input().example()) + ", a usual value."
                            : "Maybe call the column " + heading.input().path() + " and write the unit, as in "
                                    + Shown.example(interval, heading.input().example()) + ".");
        }
        return number;
    }

    /** What is no decimal number is no value of any input. */
    private static double parse(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : number.toString();
        }
        String text = ((String) cell).strip();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private ConfigurationException column(String name, @Nullable String value, String advice) {
        return ConfigurationException.refused(
                setting.place() + ": " + file,
                "column " + name.strip(),
                String.valueOf(value),
                "a column of the case table or a key of the study, once",
                advice);
    }

    private ConfigurationException refused(@Nullable String value, String allowed, String advice) {
        return ConfigurationException.refused(
                setting.place(), setting.key(), file + ", " + value + ",", allowed, advice);
    }
}
