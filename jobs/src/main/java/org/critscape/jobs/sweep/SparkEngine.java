package org.critscape.jobs.sweep;

import org.apache.spark.sql.SparkSession;

/** The Spark session of a sweep. */
public final class SparkEngine {
    private SparkEngine() {}

    /** The engine cannot be reached or does not start. */
    public static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Starts a session.
     *
     * @param name shown by the engine
     * @param master Spark's URL of the engine, {@code local[*]} for all cores of this machine
     * @throws UnavailableException where Spark does not start, or not there
     */
    public static SparkSession start(String name, String master) {
        try {
            return builder(name, master).getOrCreate();
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            String reason = String.valueOf(failure.getMessage()).replaceAll("\\.+$", "");
            throw new UnavailableException("Spark does not start on " + master + ": " + reason, failure);
        }
    }

    private static SparkSession.Builder builder(String name, String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .master(master)
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.kryo.registrationRequired", true)
                .config("spark.kryo.registrator", KryoClasses.class.getName())
                // A second attempt at a bug would only repeat it; cases that fail are rows, not failed tasks.
                .config("spark.task.maxFailures", 1)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .config("spark.ui.enabled", false)
                .config("spark.ui.showConsoleProgress", false);
        if (isLocal(master)) {
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            builder.config("spark.jars", String.join(",", ApplicationJars.list()));
        }
        return builder;
    }

    /** Whether the engine runs in this process. */
    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }
}
