package org.critscape.jobs.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;

/** Cases that are to be solved once more although they are there. */
public final class Rerun {
    private Rerun() {}

    /**
     * The indices of the cases of a table for which a predicate holds.
     *
     * @throws InvalidInputException where it is no condition, or cannot be told of every row
     */
    public static long[] select(SparkSession spark, String table, RowPredicate predicate) {
        try {
            return spark.read().parquet(table).where(predicate.sql()).select("case_index").collectAsList().stream()
                    .mapToLong(row -> row.getLong(0))
                    .toArray();
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SparkThrowable refusal && !refusal.isInternalError()) {
                    throw predicate.refusedBy(String.valueOf(cause.getMessage()));
                }
            }
            throw failure;
        }
    }

    /** The work of the tasks, one for each chunk that has such a case. */
    static List<long[]> works(Set<Chunk> committed, long[] indices) {
        long[] sorted = indices.clone();
        Arrays.sort(sorted);
        List<long[]> works = new ArrayList<>();
        for (Chunk chunk : committed) {
            int from = position(sorted, chunk.first());
            int to = position(sorted, chunk.end());
            if (to > from) {
                works.add(ChunkTask.solveAgain(chunk, Arrays.copyOfRange(sorted, from, to)));
            }
        }
        return works;
    }

    /** The number of indices below a bound. */
    private static int position(long[] sorted, long bound) {
        int found = Arrays.binarySearch(sorted, bound);
        return found >= 0 ? found : -found - 1;
    }
}
