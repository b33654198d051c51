package org.critscape.jobs.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether a folder is still the data set that was written: its bytes, its columns, and that no case and no group is in two
 * splits.
 */
public final class DatasetCheck {
    private static final List<String> KEYS = List.of("case_id", "group_id");
    private static final int MOST_EXAMPLES = 3;

    private final Path folder;
    private final DatasetDescription description;
    private final List<String> findings = new ArrayList<>();

    private DatasetCheck(Path folder, DatasetDescription description) {
        this.folder = folder;
        this.description = description;
    }

    /**
     * Opens a folder for a check.
     *
     * @throws org.critscape.solver.quantity.InvalidInputException where it is no data set
     */
    public static DatasetCheck open(Path folder) throws IOException {
        return new DatasetCheck(folder, DatasetFolder.open("--check", folder).description());
    }

    /** Number of rows that the data set should have. */
    public long rows() {
        return description.splits().stream()
                .mapToLong(DatasetDescription.Part::rows)
                .sum();
    }

    /** What is wrong, one sentence each; nothing where all is well. */
    public List<String> findings(SparkSession spark) throws IOException {
        compareBytes();
        List<Dataset<Row>> keys = new ArrayList<>();
        for (DatasetDescription.Part part : description.splits()) {
            try {
                Dataset<Row> rows = spark.read()
                        .parquet(folder.resolve(part.file())
                                .toAbsolutePath()
                                .toUri()
                                .toString());
                compareColumns(part, rows);
                long count = rows.count();
                if (count != part.rows()) {
                    findings.add(part.file() + " has " + count + " rows instead of " + part.rows());
                }
                if (Arrays.asList(rows.columns()).containsAll(KEYS)) {
                    // Read now, so that bytes which are no rows show here.
                    rows.selectExpr("max(case_id)", "max(group_id)").first();
                    keys.add(rows.select(
                            functions.col(KEYS.get(0)),
                            functions.col(KEYS.get(1)),
                            functions.lit(part.split()).as("split")));
                }
            } catch (Exception unreadable) { // Scala throws checked exceptions that Java does not see.
                if (!isOfEngine(unreadable)) {
                    throw unreadable;
                }
                findings.add(part.file() + " cannot be read as a table");
            }
        }
        keys.stream().reduce(Dataset::union).ifPresent(all -> {
            KEYS.forEach(key -> findOverlaps(all, key));
            compareFields(spark, all);
        });
        return List.copyOf(findings);
    }

    /** Whether the engine says that it cannot read, rather than that something of ours failed. */
    private static boolean isOfEngine(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private void compareBytes() throws IOException {
        Map<String, String> noted = Checksums.noted(folder);
        Map<String, String> found = Checksums.of(folder);
        Set<String> names = new TreeSet<>(noted.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            String now = found.get(name);
            String before = noted.get(name);
            if (now == null) {
                findings.add(name + " is missing");
            } else if (before == null) {
                findings.add(name + " is not in " + Checksums.FILE);
            } else if (!before.equals(now)) {
                findings.add(name + " is not the file that was written");
            }
        }
    }

    private void compareColumns(DatasetDescription.Part part, Dataset<Row> rows) {
        Map<String, String> types = new TreeMap<>();
        for (StructField field : rows.schema().fields()) {
            types.put(field.name(), field.dataType().catalogString());
        }
        for (DatasetDescription.Field column : description.columns()) {
            String type = types.get(column.name());
            if (type == null) {
                findings.add(part.file() + " has no column " + column.name());
            } else if (!type.equals(column.type())) {
                findings.add(part.file() + " has " + column.name() + " as " + type + " instead of " + column.type());
            }
        }
    }

    /** Every map is of a case that the split it names has. */
    private void compareFields(SparkSession spark, Dataset<Row> keys) {
        DatasetDescription.FieldPart part = description.fields();
        if (part == null) {
            return;
        }
        try {
            Dataset<Row> maps = spark.read()
                    .parquet(
                            folder.resolve(part.file()).toAbsolutePath().toUri().toString());
            long count = maps.count();
            if (count != part.rows()) {
                findings.add(part.file() + " has " + count + " rows instead of " + part.rows());
            }
            Seq<String> columns = CollectionConverters.asScala(List.of("case_id", "group_id", "split"))
                    .toSeq();
            long strange = maps.join(keys, columns, "left_anti").count();
            if (strange > 0) {
                findings.add(part.file() + " has " + strange + " cases that their split has not");
            }
        } catch (Exception unreadable) { // Scala throws checked exceptions that Java does not see.
            if (!isOfEngine(unreadable)) {
                throw unreadable;
            }
            findings.add(part.file() + " cannot be read as a table of maps");
        }
    }

    private void findOverlaps(Dataset<Row> keys, String key) {
        List<Row> shared = keys.groupBy(key)
                .agg(functions.array_sort(functions.collect_set("split")).as("splits"))
                .where("size(splits) > 1")
                .orderBy(key)
                .selectExpr(key, "array_join(splits, ' and ')", "count(*) OVER ()")
                .limit(MOST_EXAMPLES)
                .collectAsList();
        if (!shared.isEmpty()) {
            findings.add(shared.get(0).getLong(2) + " values of " + key + " are in more than one split: "
                    + shared.stream()
                            .map(row -> row.getString(0) + " in " + row.getString(1))
                            .collect(Collectors.joining(", ")));
        }
    }
}
