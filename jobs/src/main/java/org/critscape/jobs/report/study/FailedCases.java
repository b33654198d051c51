package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The first cases that are not solved, with the inputs in which cases differ. */
record FailedCases(List<String> columns, List<Row> rows) {
    private static final int MOST = 20;

    /** Copies the lists. */
    FailedCases {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static FailedCases read(StudyCases study) {
        List<String> columns = Stream.concat(
                        Stream.of("case_index", "status", "failure_code"),
                        study.variables().stream().map(Variable::column))
                .toList();
        return new FailedCases(
                columns,
                study.all()
                        .where("status <> 'solved'")
                        .orderBy("case_index")
                        .limit(MOST)
                        .select(columns.stream().map(name -> col(name)).toArray(Column[]::new))
                        .collectAsList());
    }
}
