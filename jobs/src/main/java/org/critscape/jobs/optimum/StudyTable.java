package org.critscape.jobs.optimum;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.jobs.table.ReadOften;

/** Questions about the best to the case table of a study, as {@code optimum_per_material} asks them. */
final class StudyTable {
    /** What tells families of surfaces apart. */
    static final List<String> FAMILY =
            List.of("topography", "egg_box_form", "ridge_profile", "polarity", "height_map", "spectrum", "seed");

    /** A condition with more values is none to tell rows apart by: a sampled one has a value for each. */
    private static final int MOST_LEVELS = 12;

    private static final int MOST_SAMPLES = 20_000;
    private static final long SEED = 20240229;
    private static final Set<String> NO_REFINEMENT = Set.of("seed");

    private final Dataset<Row> all;
    private final Dataset<Row> allowed;
    private final Objective objective;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> free = new ArrayList<>();

    StudyTable(SparkSession spark, String folder, Objective objective, Conditions predicates) {
        this.objective = objective;
        this.all = ReadOften.kept(spark.read().schema(CaseTable.TABLE.schema()).parquet(folder));
        this.allowed = predicates.of(
                all.where("status = 'solved'").where(col(objective.column()).isNotNull()));
        sortConditions();
    }

    /** How many rows are solved and meet the predicates. */
    long size() {
        return allowed.count();
    }

    /** Conditions that vary in too many values; the best rows have the best of them. */
    List<String> free() {
        return List.copyOf(free);
    }

    /** Inputs of the table other than those of the surface. */
    private static List<String> candidates() {
        return CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == Column.Group.INPUT)
                .filter(column -> !column.inputs().isEmpty())
                .filter(column ->
                        column.inputs().stream().noneMatch(input -> input == Parameter.MATERIAL || isOfSurface(input)))
                .map(Column::name)
                .toList();
    }

    private static boolean isOfSurface(Parameter input) {
        return input.path().startsWith("topography.");
    }

    private void sortConditions() {
        for (String column : varying(allowed, candidates(), true, "material")) {
            boolean isFew =
                    allowed.select(column).distinct().limit(MOST_LEVELS + 1).count() <= MOST_LEVELS;
            (isFew ? conditions : free).add(column);
        }
    }

    /**
     * The columns that have several values within a group; a material lends its own to all of its rows.
     *
     * @param isNoneAValue whether a column that is null in some rows and has a value in others counts
     */
    private static List<String> varying(
            Dataset<Row> rows, List<String> columns, boolean isNoneAValue, String... groups) {
        org.apache.spark.sql.Column[] ends = columns.stream()
                .flatMap(column -> Stream.of(
                        min(column).as("low_" + column),
                        max(column).as("high_" + column),
                        count(column)
                                .notEqual(count(lit(1)))
                                .and(count(column).gt(0))
                                .as("mixed_" + column)))
                .toArray(org.apache.spark.sql.Column[]::new);
        List<Row> ranges = rows.groupBy(
                        Stream.of(groups).map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new))
                .agg(ends[0], Arrays.copyOfRange(ends, 1, ends.length))
                .collectAsList();
        return columns.stream()
                .filter(column -> ranges.stream()
                        .anyMatch(range -> !Objects.equals(range.getAs("low_" + column), range.getAs("high_" + column))
                                || (isNoneAValue && range.<Boolean>getAs("mixed_" + column))))
                .toList();
    }

    /** The best rows of each material under each of its conditions, the best group first. */
    List<Group> groups() {
        List<String> keys = new ArrayList<>(List.of("material"));
        keys.addAll(conditions);
        org.apache.spark.sql.Column[] parts = Stream.concat(keys.stream(), FAMILY.stream())
                .map(name -> col(name))
                .toArray(org.apache.spark.sql.Column[]::new);
        WindowSpec order = Window.partitionBy(parts)
                .orderBy(col(objective.column()).desc(), col("case_index").asc());
        List<Row> leaders =
                new ArrayList<>(allowed.withColumn("place", row_number().over(order))
                        .where("place = 1")
                        .drop("place")
                        .collectAsList());
        leaders.sort(Comparator.comparingDouble((Row row) -> -row.<Double>getAs(objective.column()))
                .thenComparingLong(row -> row.<Long>getAs("case_index")));
        Map<List<Object>, List<Row>> grouped = new LinkedHashMap<>();
        for (Row leader : leaders) {
            List<Object> key = new ArrayList<>();
            keys.forEach(name -> key.add(leader.getAs(name)));
            grouped.computeIfAbsent(key, other -> new ArrayList<>()).add(leader);
        }
        return grouped.values().stream().map(this::group).toList();
    }

    private Group group(List<Row> leaders) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String condition : conditions) {
            Object value = leaders.get(0).getAs(condition);
            if (value != null) {
                values.put(condition, value);
            }
        }
        return new Group(leaders.get(0).getAs("material"), values, leaders);
    }

    /** The inputs of a row's surface in which rows of its family differ, with the bounds that those have. */
    List<RefinedInput> refined(Row leader) {
        Dataset<Row> family = all;
        for (String part : FAMILY) {
            family = family.where(col(part).eqNullSafe(leader.getAs(part)));
        }
        List<Column<CaseRecord>> columns = CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == Column.Group.INPUT
                        && column.type().equals(DataTypes.DoubleType)
                        && !NO_REFINEMENT.contains(column.name())
                        && leader.getAs(column.name()) != null
                        && column.inputs().size() == 1
                        && isOfSurface(column.inputs().get(0))
                        && column.inputs().get(0).domain() instanceof Domain.Interval)
                .toList();
        List<RefinedInput> refined = new ArrayList<>();
        for (Column<CaseRecord> column : columns) {
            Row ends = family.agg(min(column.name()), max(column.name())).head();
            if (ends.getDouble(0) < ends.getDouble(1)) {
                refined.add(
                        new RefinedInput(column.inputs().get(0), column.name(), ends.getDouble(0), ends.getDouble(1)));
            }
        }
        return refined;
    }

    /** Gain against height, against aspect ratio, and against the resolution of edges where rows differ in it. */
    List<Front> fronts() {
        List<Front> fronts = new ArrayList<>();
        fronts.addAll(fronts("peak_height_m", true));
        fronts.addAll(fronts("height_to_separation", true));
        if (!varying(allowed, List.of("edge_resolution_m"), false).isEmpty()) {
            fronts.addAll(fronts("edge_resolution_m", false));
        }
        return fronts;
    }

    private List<Front> fronts(String measure, boolean isLessEasier) {
        WindowSpec easier = Window.partitionBy("material")
                .orderBy(
                        isLessEasier ? col(measure).asc() : col(measure).desc(),
                        col("enhancement").desc(),
                        col("case_index").asc())
                .rowsBetween(Window.unboundedPreceding(), -1);
        Map<String, List<Row>> rows = new TreeMap<>();
        for (Row row : allowed.where(col(measure).isNotNull())
                .withColumn("best_easier", max("enhancement").over(easier))
                .where("best_easier IS NULL OR enhancement > best_easier")
                .drop("best_easier")
                .collectAsList()) {
            rows.computeIfAbsent(row.getAs("material"), material -> new ArrayList<>())
                    .add(row);
        }
        rows.values().forEach(front -> front.sort(Comparator.comparingDouble(row -> row.<Double>getAs("enhancement"))));
        return rows.entrySet().stream()
                .map(entry -> new Front(entry.getKey(), measure, isLessEasier, entry.getValue()))
                .toList();
    }

    /** The inputs in which allowed rows differ. */
    List<Column<CaseRecord>> differing() {
        List<String> inputs = CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == Column.Group.INPUT
                        && !column.inputs().isEmpty()
                        && !column.name().equals("height_map_sha256"))
                .map(Column::name)
                .toList();
        List<String> names = varying(allowed, inputs, false);
        return CaseTable.TABLE.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    /** Allowed rows, of many some drawn by a hash, which no step of a grid or a sequence follows; in the order of their cases. */
    List<Row> sample() {
        List<Row> rows = new ArrayList<>(allowed.orderBy(xxhash64(lit(SEED), col("case_index")), col("case_index"))
                .limit(MOST_SAMPLES)
                .collectAsList());
        rows.sort(Comparator.comparingLong(row -> row.<Long>getAs("case_index")));
        return Collections.unmodifiableList(rows);
    }
}
