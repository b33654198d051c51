package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The result over two inputs, height over separation where cases differ in both, for every choice of family, material and
 * interfacial resistance.
 *
 * @param x across
 * @param y upwards
 * @param selectors the choices
 * @param others inputs over which the best is taken
 * @param cells that hold a case
 */
record Landscape(Bins x, Bins y, List<Bins> selectors, List<Variable> others, List<Cell> cells) {
    /** The place of a choice that a row does not tell, since its inputs describe no case: it belongs to all. */
    private static final int UNKNOWN = -1;

    private static final String HEIGHT = "peak_height_m";
    private static final String SEPARATION = "peak_separation_m";
    private static final List<String> CHOICES = List.of("topography", "material", "interface_resistance_ohm_m2");
    private static final int MOST_STEPS = 24;
    private static final int LEAST_STEPS = 6;
    /** Steps are so wide that a field holds as many cases in the mean. */
    private static final int CASES_PER_FIELD = 4;

    private static final int BANDS = 5;
    /** More would make the page long, and nobody reads so many maps. */
    private static final int MOST_MAPS = 30;

    /** Copies the lists. */
    Landscape {
        selectors = List.copyOf(selectors);
        others = List.copyOf(others);
        cells = List.copyOf(cells);
    }

    /**
     * A part of a map.
     *
     * @param choices parts of the selectors
     * @param best result of its best case; null where none is solved
     * @param mean result of its solved cases; null where there are none
     * @param solved number of solved cases
     * @param cases number of cases
     * @param index of the best case; null where none is solved
     */
    record Cell(
            List<Integer> choices,
            int x,
            int y,
            @Nullable Double best,
            @Nullable Double mean,
            long solved,
            long cases,
            @Nullable Long index) {
        /** Copies the list. */
        Cell {
            choices = List.copyOf(choices);
        }

        /** Whether a case in it is solved. */
        boolean isSolved() {
            return best != null;
        }

        /** The result of its best case, where one is solved. */
        double value() {
            return Objects.requireNonNull(best);
        }
    }

    /** Reads the cases; empty where they do not differ in two amounts. The flat interface has no place in it. */
    static Optional<Landscape> read(StudyCases study) {
        List<Variable> axes = axes(study);
        if (axes.size() < 2) {
            return Optional.empty();
        }
        int fitting = (int) StrictMath.sqrt((double) study.all().count() / CASES_PER_FIELD);
        int steps = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, fitting));
        Bins x = bins(axes.get(0), steps);
        Bins y = bins(axes.get(1), steps);
        List<Bins> selectors = selectors(study, axes);
        List<Column> keys = new ArrayList<>();
        Stream.concat(selectors.stream(), Stream.of(x, y))
                .forEach(bins -> keys.add(bins.index().as(bins.variable().column())));
        Result result = study.result();
        String value = "CASE WHEN status = 'solved' THEN " + result.column() + " END";
        Dataset<Row> sums = study.all()
                .where("topography <> 'flat'")
                .groupBy(keys.toArray(Column[]::new))
                .agg(
                        expr("max_by(struct(" + result.column() + " AS value, case_index), struct(CASE WHEN"
                                        + " status = 'solved' THEN " + result.merit() + " END, -case_index))")
                                .as("best"),
                        expr("avg(" + value + ")").as("mean"),
                        expr("count(" + value + ")").as("solved"),
                        count("*").as("cases"))
                .orderBy(Stream.concat(selectors.stream(), Stream.of(y, x))
                        .map(bins -> col(bins.variable().column()))
                        .toArray(Column[]::new));
        List<Cell> cells = new ArrayList<>();
        for (Row row : sums.collectAsList()) {
            cell(row, selectors.size()).ifPresent(cells::add);
        }
        List<Variable> others = study.variables().stream()
                .filter(variable -> Stream.concat(
                                axes.stream(), selectors.stream().map(Bins::variable))
                        .noneMatch(shown -> shown.column().equals(variable.column())))
                .toList();
        return Optional.of(new Landscape(x, y, selectors, others, cells));
    }

    private static Bins bins(Variable variable, int steps) {
        return Bins.of(variable, variable.levels().isEmpty() ? steps : MOST_STEPS);
    }

    private static Optional<Cell> cell(Row row, int selectors) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < selectors + 2; i++) {
            if (row.isNullAt(i) && i >= selectors) {
                return Optional.empty();
            }
            places.add(row.isNullAt(i) ? UNKNOWN : row.getInt(i));
        }
        long solved = row.<Long>getAs("solved");
        Row best = row.getAs("best");
        boolean has = solved > 0;
        return Optional.of(new Cell(
                places.subList(0, selectors),
                places.get(selectors),
                places.get(selectors + 1),
                has ? (Double) best.getDouble(0) : null,
                has ? row.<Double>getAs("mean") : null,
                solved,
                row.<Long>getAs("cases"),
                has ? (Long) best.getLong(1) : null));
    }

    private static List<Variable> axes(StudyCases study) {
        Optional<Variable> height = study.variable(HEIGHT);
        Optional<Variable> separation = study.variable(SEPARATION);
        List<Variable> axes = height.isPresent() && separation.isPresent()
                ? List.of(separation.get(), height.get())
                : study.amounts().stream().limit(2).toList();
        return axes.stream()
                .flatMap(variable -> study.ofContours(variable).stream())
                .toList();
    }

    private static List<Bins> selectors(StudyCases study, List<Variable> axes) {
        List<Bins> selectors = new ArrayList<>();
        int maps = 1;
        for (String choice : CHOICES) {
            Optional<Bins> bins = study.variable(choice)
                    .filter(variable ->
                            axes.stream().noneMatch(axis -> axis.column().equals(variable.column())))
                    .flatMap(study::ofContours)
                    .map(variable -> Bins.of(variable, BANDS));
            if (bins.isPresent() && maps * bins.get().count() <= MOST_MAPS) {
                maps *= bins.get().count();
                selectors.add(bins.get());
            }
        }
        return selectors;
    }
}
