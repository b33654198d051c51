package org.critscape.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a case table says at a glance.
 *
 * @param statuses number of cases by status
 * @param failures causes of cases that are not solved, the most frequent first
 * @param warnings what is said of solved cases, the most frequent first
 * @param byMethod rows by an atlas and reasons why others of its study are not, with their numbers; empty where all cases
 *     are solved directly as the study asks for
 * @param best the best case of each of the best surfaces: its index, enhancement, critical current and warning
 */
public record SweepSummary(
        Map<String, Long> statuses,
        List<Remark> failures,
        List<Remark> warnings,
        Map<String, Long> byMethod,
        List<Row> best) {
    private static final int SURFACES = 5;
    private static final String[] SURFACE = {
        "topography",
        "egg_box_form",
        "ridge_profile",
        "peak_height_m",
        "peak_separation_m",
        "edge_resolution_m",
        "top_fraction",
        "polarity",
        "height_map_sha256",
        "height_scale_m",
        "spectrum",
        "rms_height_m",
        "correlation_length_m",
        "hurst_exponent",
        "seed"
    };

    /**
     * Cases of which the table says the same.
     *
     * @param kind the failure's code, or the warning without its numbers
     * @param cases their number
     * @param index the first of them
     * @param message what the table says of the first
     */
    public record Remark(String kind, long cases, long index, String message) {}

    /** Reads a case table. */
    public static SweepSummary read(SparkSession spark, String table) {
        Dataset<Row> cases = spark.read().parquet(table);
        Map<String, Long> statuses = new LinkedHashMap<>();
        cases.groupBy("status")
                .agg(count(lit(1)).as("cases"))
                .orderBy(col("cases").desc(), col("status"))
                .collectAsList()
                .forEach(row -> statuses.put(row.getString(0), row.getLong(1)));
        return new SweepSummary(
                statuses,
                remarks(cases, "failure_message", col("failure_code")),
                remarks(cases.where("status = 'solved'"), "warning", regexp_replace(col("warning"), "[0-9]+", "0")),
                byMethod(cases),
                best(cases));
    }

    private static Map<String, Long> byMethod(Dataset<Row> cases) {
        Map<String, Long> counts = new LinkedHashMap<>();
        cases.where("method = 'atlas' OR direct_reason IS NOT NULL")
                .groupBy(expr("coalesce(direct_reason, '')").as("reason"))
                .agg(count(lit(1)).as("cases"))
                .orderBy(col("reason"))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private static List<Remark> remarks(Dataset<Row> cases, String message, Column kind) {
        return cases
                .where(col(message).isNotNull())
                .groupBy(kind.as("kind"))
                .agg(count(lit(1)).as("cases"), expr("min(case_index)"), expr("min_by(" + message + ", case_index)"))
                .orderBy(col("cases").desc(), col("kind"))
                .collectAsList()
                .stream()
                .map(row -> new Remark(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3)))
                .toList();
    }

    private static List<Row> best(Dataset<Row> cases) {
        Column[] surface =
                java.util.Arrays.stream(SURFACE).map(name -> col(name)).toArray(Column[]::new);
        return cases.where("status = 'solved' AND enhancement IS NOT NULL")
                .groupBy(surface)
                .agg(expr("max_by(struct(case_index, enhancement, critical_current_a_per_m2, warning),"
                                + " struct(enhancement, -case_index))")
                        .as("best"))
                .select("best.*")
                .orderBy(col("enhancement").desc(), col("case_index"))
                .limit(SURFACES)
                .collectAsList();
    }

    /** Number of all cases. */
    public long cases() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }
}
