package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Of a study by an atlas: what answers its cases, and what was found where rows were solved directly as well.
 *
 * @param answers cases by method and reason, most first
 * @param found empty where no row has been audited
 */
record AtlasAudit(List<Answers> answers, Optional<Found> found) {
    /** More points would not be told apart, and make the page long. */
    private static final int MOST = 1_000;

    /** Before the names of columns. What holds of the critical current holds of the enhancement: all is relative. */
    private static final String CURRENT = "critical_current";

    private static final String RATIO = "current_ratio";

    /** Copies the list. */
    AtlasAudit {
        answers = List.copyOf(answers);
    }

    /**
     * Cases that were answered in the same way.
     *
     * @param method the word of the table
     * @param reason why a case is solved directly; null for those by the atlas
     */
    record Answers(String method, @Nullable String reason, long cases) {}

    /**
     * What the audit found; deviations and errors are relative [1].
     *
     * @param rows audited
     * @param within rows whose result is off by no more than they state
     * @param withinBoth the same with the error that the direct solve states
     * @param result how far the result is off
     * @param currentRatio how far the largest current ratio is off
     * @param points a sample, those with the smallest identities, in the order of their cases
     */
    record Found(long rows, long within, long withinBoth, Spread result, Spread currentRatio, List<Point> points) {
        /** Copies the list. */
        Found {
            points = List.copyOf(points);
        }
    }

    /** Median and largest [1]. */
    record Spread(double median, double largest) {}

    /**
     * An audited row.
     *
     * @param index of its case
     * @param stated relative error that the row states [1]
     * @param observed relative deviation from the direct solve [1]
     * @param ofDirect relative error that the direct solve states [1]
     */
    record Point(long index, double stated, double observed, double ofDirect) {}

    /**
     * Reads the tables of a study; empty where no case is by an atlas.
     *
     * @param audit the table of audited rows; empty where the study has none
     */
    static Optional<AtlasAudit> read(StudyCases study, Optional<Dataset<Row>> audit) {
        List<Answers> answers = study
                .all()
                .groupBy("method", "direct_reason")
                .agg(count("*").as("cases"))
                .orderBy(col("cases").desc(), col("method"), col("direct_reason"))
                .collectAsList()
                .stream()
                .map(row -> new Answers(row.getString(0), row.getString(1), row.getLong(2)))
                .toList();
        return answers.stream().noneMatch(answer -> answer.method().equals("atlas"))
                ? Optional.empty()
                : Optional.of(new AtlasAudit(
                        answers,
                        audit.flatMap(rows -> found(rows, study.result() == Result.ENHANCEMENT ? CURRENT : RATIO))));
    }

    private static Optional<Found> found(Dataset<Row> audit, String number) {
        String observed = number + "_deviation";
        String stated = number + "_error";
        String ofDirect = number + "_error_direct";
        Row sums = audit.agg(
                        count("*"),
                        expr("count_if(" + observed + " <= " + stated + ")"),
                        expr("count_if(" + observed + " <= " + stated + " + " + ofDirect + ")"),
                        expr("percentile(" + observed + ", array(0.5D, 1D))"),
                        expr("percentile(" + RATIO + "_deviation, array(0.5D, 1D))"))
                .first();
        if (sums.getLong(0) == 0) {
            return Optional.empty();
        }
        List<Point> points = audit
                .orderBy("case_id")
                .limit(MOST)
                .orderBy("case_index")
                .select("case_index", stated, observed, ofDirect)
                .collectAsList()
                .stream()
                .map(row -> new Point(row.getLong(0), row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .toList();
        return Optional.of(
                new Found(sums.getLong(0), sums.getLong(1), sums.getLong(2), spread(sums, 3), spread(sums, 4), points));
    }

    private static Spread spread(Row sums, int at) {
        List<Double> parts = sums.getList(at);
        return new Spread(parts.get(0), parts.get(1));
    }
}
