package org.critscape.jobs.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.Nearest;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * A data set that was written.
 *
 * @param path of its folder
 * @param description what it is
 */
public record DatasetFolder(Path path, DatasetDescription description) {
    /**
     * Opens a folder.
     *
     * @param argument what names the folder, for the message
     * @throws InvalidInputException where it is no data set
     */
    public static DatasetFolder open(String argument, Path path) throws IOException {
        for (String file : List.of(DatasetDescription.FILE, Checksums.FILE)) {
            if (!Files.isRegularFile(path.resolve(file))) {
                throw new InvalidInputException(
                        argument,
                        path + (Files.exists(path) ? ", which has no " + file + "," : ", which does not exist,"),
                        "a folder that critscape dataset wrote",
                        "Maybe give the folder of --to.");
            }
        }
        DatasetDescription description =
                DatasetDescription.read(Files.readAllBytes(path.resolve(DatasetDescription.FILE)));
        return new DatasetFolder(path, description);
    }

    /**
     * Refuses a data set that has lost a split.
     *
     * @param argument what names the folder, for the message
     */
    public void requireSplits(String argument) {
        for (DatasetDescription.Part part : description.splits()) {
            if (!Files.isRegularFile(path.resolve(part.file()))) {
                throw new InvalidInputException(
                        argument,
                        path + ", which has lost " + part.file() + ",",
                        "as critscape dataset wrote it",
                        "Maybe critscape dataset --check " + path + " tells more; make it again.");
            }
        }
    }

    /** The rows of a split, in double precision. */
    public Dataset<Row> rows(SparkSession spark, Split split) {
        return spark.read()
                .parquet(path.resolve(split.file()).toAbsolutePath().toUri().toString());
    }

    /**
     * Refuses a name that is none of the columns of a role.
     *
     * @param argument what gives the name, for the message
     * @param role as in {@link DatasetDescription.Field}
     */
    public void requireColumn(String argument, String name, String role) {
        List<String> columns = description.columns().stream()
                .filter(column -> column.role().equals(role))
                .map(DatasetDescription.Field::name)
                .toList();
        if (!columns.contains(name)) {
            throw new InvalidInputException(
                    argument,
                    name,
                    "a column of the data set with the role " + role + ": "
                            + columns.stream().collect(Collectors.joining(", ")),
                    "Maybe "
                            + Nearest.to(name, columns)
                                    .or(() -> columns.stream().findFirst())
                                    .orElse("another data set")
                            + ".");
        }
    }
}
