package org.critscape.jobs.dataset;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.RestoredPoint;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The interfaces of some cases of a data set on a square grid: rows of a study do not keep their fields, so these cases are
 * solved again, directly.
 */
final class FieldMaps {
    static final String FILE = "fields.parquet";
    static final String SINGLE_FILE = "fields-float32.parquet";

    /** Points along x and along y. */
    static final int POINTS = 64;

    private static final DataType NUMBERS = DataTypes.createArrayType(DataTypes.DoubleType, false);

    /** The columns, those of the grid last. */
    static final List<FieldColumn> COLUMNS = List.of(
            new FieldColumn("case_id", DataTypes.StringType, "", "as in the splits"),
            new FieldColumn("case_index", DataTypes.LongType, "", "as in the splits"),
            new FieldColumn("group_id", DataTypes.StringType, "", "as in the splits"),
            new FieldColumn("split", DataTypes.StringType, "", "the split that has the case"),
            new FieldColumn(
                    "current_ratio_error",
                    DataTypes.DoubleType,
                    "1",
                    "estimated relative error of the largest current ratio of this solve"),
            new FieldColumn(
                    "pressure_function_error",
                    DataTypes.DoubleType,
                    "1",
                    "estimated relative error of the largest pressure function of this solve"),
            new FieldColumn("height", NUMBERS, "1", "h/S, of zero mean"),
            new FieldColumn("current_ratio", NUMBERS, "1", "k, at 10 A/m2 where it depends on the current"),
            new FieldColumn("pressure_function", NUMBERS, "1", "Π, at 10 A/m2 where it depends on the current"));

    private static final StructType SCHEMA = schema();

    private final List<Chosen> chosen;

    private FieldMaps(List<Chosen> chosen) {
        this.chosen = List.copyOf(chosen);
    }

    /** A column of the file. */
    record FieldColumn(String name, DataType type, String unit, String description) {
        boolean isOnGrid() {
            return type.equals(NUMBERS);
        }
    }

    /**
     * Which cases have their fields in a data set.
     *
     * @param most number of cases, each of a group of its own
     * @param condition that they meet
     */
    record Selection(int most, Optional<RowPredicate> condition) {}

    /** A case to be solved again. */
    private record Chosen(String caseId, long index, String group, String split, DesignPoint point)
            implements Serializable {}

    /**
     * Chooses cases: one of a group, the groups in an order that tells nothing of their surfaces.
     *
     * @param rows of the case table, solved, with all of its columns
     * @param split of a row with its group, in SQL
     * @param inputs of the study, as its manifest has them
     * @throws InvalidInputException where there is none
     */
    static FieldMaps choose(Dataset<Row> rows, Selection selection, String split, List<Map<String, String>> inputs) {
        Dataset<Row> allowed = selection
                .condition()
                .map(condition -> condition.of(rows))
                .orElse(rows)
                .withColumn("group_id", functions.expr(Grouping.GROUP_ID));
        Dataset<Row> firsts = allowed.groupBy("group_id")
                .agg(functions.min("case_index").as("first_index"))
                .select("first_index");
        Dataset<Row> ordered = allowed.join(firsts, allowed.col("case_index").equalTo(firsts.col("first_index")))
                .withColumn("split", functions.expr(split))
                // The group alone decides the split: another hash of it mixes them.
                .orderBy(functions.expr("sha2(concat('fields|', group_id), 256)"));
        List<Chosen> chosen = new ArrayList<>();
        for (Row row : (Iterable<Row>) ordered::toLocalIterator) {
            if (chosen.size() == selection.most()) {
                break;
            }
            RestoredPoint.of(row, inputs)
                    .ifPresent(point -> chosen.add(new Chosen(
                            row.getAs("case_id"),
                            row.<Long>getAs("case_index"),
                            row.getAs("group_id"),
                            row.getAs("split"),
                            point)));
        }
        if (chosen.isEmpty()) {
            throw new InvalidInputException(
                    selection.condition().isPresent() ? "--fields-where" : "--fields",
                    selection
                            .condition()
                            .map(condition -> "\"" + condition.sql() + "\"")
                            .orElse(Integer.toString(selection.most())),
                    "cases of the data set that their rows alone can repeat, which those of height maps are not",
                    "Maybe leave it out.");
        }
        return new FieldMaps(chosen);
    }

    int size() {
        return chosen.size();
    }

    /**
     * Solves them.
     *
     * @param say what is told while they are solved
     * @return rows of {@link #COLUMNS}; fewer than chosen where a solve has no fields
     */
    Dataset<Row> solve(SparkSession spark, CaseSolver solver, Consumer<String> say) {
        spark.sparkContext().addSparkListener(new Count(chosen.size(), say));
        List<Chosen> cases = chosen;
        return spark.range(0, cases.size(), 1, cases.size())
                .map((MapFunction<Long, Row>) i -> row(cases.get(Math.toIntExact(i)), solver), Encoders.row(SCHEMA))
                .filter((FilterFunction<Row>) row -> row.get(SCHEMA.size() - 1) != null);
    }

    /** The row of a case; without maps where the solve gave none. */
    private static Row row(Chosen one, CaseSolver solver) {
        CaseFields[] fields = {null};
        CaseOutcome outcome = solver.solve(one.point().toCase(), received -> fields[0] = received);
        if (fields[0] == null || !(outcome instanceof CaseOutcome.Numbered numbered)) {
            return RowFactory.create(one.caseId(), one.index(), one.group(), one.split(), null, null, null, null, null);
        }
        CaseFields.RegularMap map = fields[0].regular().apply(POINTS);
        return RowFactory.create(
                one.caseId(),
                one.index(),
                one.group(),
                one.split(),
                numbered.solution().currentRatioError(),
                numbered.solution().pressureFunctionError(),
                map.height(),
                map.currentRatio(),
                map.pressureFunction());
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (FieldColumn column : COLUMNS) {
            MetadataBuilder metadata = new MetadataBuilder().putString("comment", column.description());
            if (!column.unit().isEmpty()) {
                metadata.putString("unit", column.unit());
            }
            schema = schema.add(column.name(), column.type(), true, metadata.build());
        }
        return schema;
    }

    /** Tells how many of the cases are solved. */
    private static final class Count extends SparkListener {
        private static final int PARTS = 10;

        private final int cases;
        private final Consumer<String> say;
        private final AtomicInteger solved = new AtomicInteger();

        Count(int cases, Consumer<String> say) {
            this.cases = cases;
            this.say = say;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            int done = solved.incrementAndGet();
            if (done <= cases && (done == cases || done % Math.max(1, cases / PARTS) == 0)) {
                say.accept(done + " of " + cases + " interfaces are solved");
            }
        }
    }
}
