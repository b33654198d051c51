package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Solved cases for charts that show each one.
 *
 * @param columns of the rows
 * @param rows at most {@link #MOST}, in the order of their identities: a sample, since an identity is a hash
 * @param solved number of all solved cases
 */
record Sample(List<String> columns, List<Row> rows, long solved) {
    /** More lines than these hide each other. */
    static final int MOST = 2000;

    /** Copies the lists. */
    Sample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the cases.
     *
     * @param best is among them in any event
     */
    static Sample read(StudyCases study, Row best) {
        List<String> columns = Stream.of(
                        Stream.of("case_index", "topography", "peak_height_m"),
                        study.variables().stream().map(Variable::column),
                        Stream.of(study.result().column(), study.result().errorColumn()))
                .flatMap(names -> names)
                .distinct()
                .toList();
        Column[] selected = columns.stream().map(name -> col(name)).toArray(Column[]::new);
        List<Row> rows = new ArrayList<>(study.solved()
                .orderBy("case_id", "case_index")
                .limit(MOST)
                .select(selected)
                .collectAsList());
        long index = best.<Long>getAs("case_index");
        if (rows.stream().noneMatch(row -> row.<Long>getAs("case_index") == index)) {
            rows.remove(rows.size() - 1);
            rows.addAll(study.solved()
                    .where(col("case_index").equalTo(index))
                    .select(selected)
                    .collectAsList());
        }
        return new Sample(columns, rows, study.solved().count());
    }
}
