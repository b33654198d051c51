package org.critscape.jobs.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** A table that is asked many questions. */
public final class ReadOften {
    /** To open so many files takes longer than to answer a question of their rows. */
    private static final int MANY_FILES = 16;

    private ReadOften() {}

    /**
     * The same table, kept in memory or on the local disk from its first reading to the end of the session where it has many
     * files. Other readings of the same files in the session find it too.
     */
    public static Dataset<Row> kept(Dataset<Row> table) {
        return table.inputFiles().length > MANY_FILES ? table.persist(StorageLevel.MEMORY_AND_DISK()) : table;
    }
}
