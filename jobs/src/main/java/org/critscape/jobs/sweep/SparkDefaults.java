package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The settings that Spark's own programs read first: {@code spark-defaults.conf} in the folder of the environment variable
 * {@code SPARK_CONF_DIR}. A file keeps a secret out of command lines, which everybody on a machine can read.
 */
public final class SparkDefaults {
    private static final String FOLDER = "SPARK_CONF_DIR";

    private SparkDefaults() {}

    /**
     * Makes them system properties, where Spark looks; those that are given already stay.
     *
     * @param environment variables of the process
     * @throws InvalidInputException where the folder is none, or the file cannot be read
     */
    public static void load(Map<String, String> environment) {
        String folder = environment.getOrDefault(FOLDER, "");
        if (folder.isEmpty()) {
            return;
        }
        if (!Files.isDirectory(Path.of(folder))) {
            throw new InvalidInputException(
                    FOLDER, folder, "a folder that may hold spark-defaults.conf", "Maybe unset " + FOLDER + ".");
        }
        Path file = Path.of(folder, "spark-defaults.conf");
        if (!Files.exists(file)) {
            return; // Such a folder may hold other files of Spark alone.
        }
        Properties defaults = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            defaults.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidInputException(
                    FOLDER + "/spark-defaults.conf",
                    file.toString(),
                    "a file of settings that can be read",
                    "Maybe its permissions are for another user.");
        }
        for (String key : defaults.stringPropertyNames()) {
            if (key.startsWith("spark.") && System.getProperty(key) == null) {
                System.setProperty(key, defaults.getProperty(key).strip());
            }
        }
    }
}
