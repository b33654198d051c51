package org.critscape.jobs.store;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The rows of a chunk, or the first of them.
 *
 * @param cases rows of the case table in the order of the cases
 * @param timings rows of the timing table, one for each
 */
public record ChunkRows(List<Row> cases, List<Row> timings) {
    /** Checks that each case has its time. */
    public ChunkRows {
        if (cases.size() != timings.size()) {
            throw new IllegalArgumentException(cases.size() + " cases but " + timings.size() + " timings");
        }
    }

    /** No rows. */
    public static ChunkRows none() {
        return new ChunkRows(List.of(), List.of());
    }
}
