package org.critscape.jobs.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.critscape.jobs.dataset.DatasetFolder;
import org.critscape.jobs.dataset.Split;

/** The rows of a data set as a surrogate sees them: contoured interfaces whose target is above 0. */
final class LearningCases {
    /** Rows of a split that are used; of more, some are drawn. */
    static final int MOST_ROWS = 20_000;

    /** Words that decide, beside the numbers, what is solved and how a dendrite starts. */
    static final List<String> WORDS = List.of(
            "topography",
            "egg_box_form",
            "ridge_profile",
            "polarity",
            "spectrum",
            "kinetics",
            "pressure_coupling",
            "wall",
            "notch",
            "driving",
            "opening");

    private static final List<String> NUMBERS =
            Arrays.stream(SurrogateInput.values()).map(SurrogateInput::column).toList();

    private LearningCases() {}

    /**
     * Reads a split.
     *
     * @param target column to be learned
     * @param seed of the draw where a split has too many rows
     */
    static List<LearningCase> read(DatasetFolder data, SparkSession spark, Split split, String target, long seed) {
        Dataset<Row> rows = data.rows(spark, split)
                .where("height_to_separation > 0 AND " + target + " > 0")
                .select(Stream.of(Stream.of("case_index", target), NUMBERS.stream(), WORDS.stream())
                        .flatMap(names -> names)
                        .map(functions::col)
                        .toArray(org.apache.spark.sql.Column[]::new));
        List<Row> drawn = rows.orderBy(
                        functions.xxhash64(functions.lit(seed), functions.col("case_index")),
                        functions.col("case_index"))
                .limit(MOST_ROWS)
                .collectAsList();
        List<LearningCase> cases = new ArrayList<>();
        drawn.forEach(row -> cases.add(of(row)));
        cases.sort(Comparator.comparingLong(LearningCase::index));
        return List.copyOf(cases);
    }

    static LeftOut leftOut(DatasetFolder data, SparkSession spark, Split split, String target) {
        Row counts = data.rows(spark, split)
                .agg(
                        functions.expr("count_if(height_to_separation <= 0)"),
                        functions.expr(
                                "count_if(height_to_separation > 0 AND NOT coalesce(" + target + " > 0, false))"))
                .first();
        return new LeftOut(counts.getLong(0), counts.getLong(1));
    }

    private static LearningCase of(Row row) {
        Map<SurrogateInput, Double> raw = new EnumMap<>(SurrogateInput.class);
        for (SurrogateInput input : SurrogateInput.values()) {
            Double value = row.getAs(input.column());
            if (value != null) {
                raw.put(input, value);
            }
        }
        String kind = WORDS.stream()
                .map(word -> row.isNullAt(row.fieldIndex(word)) ? "" : row.getString(row.fieldIndex(word)))
                .collect(Collectors.joining("|"));
        return new LearningCase(
                row.getLong(0), row.getString(row.fieldIndex(WORDS.get(0))), kind, raw, row.getDouble(1));
    }
}
