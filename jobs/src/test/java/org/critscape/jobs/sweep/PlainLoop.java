package org.critscape.jobs.sweep;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.table.CaseTable;

/** A sweep without an engine: one case after the other in this thread. What Spark writes must equal it bit for bit. */
public final class PlainLoop {
    private PlainLoop() {}

    /** The rows of the case table in the order of the cases, each solved as it is taken. */
    public static Stream<Row> cases(CaseRunner runner) {
        return LongStream.range(0, runner.space().size()).mapToObj(index -> CaseTable.TABLE.row(runner.run(index)));
    }
}
