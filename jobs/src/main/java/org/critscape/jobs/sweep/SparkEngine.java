package org.critscape.jobs.sweep;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.Manifest;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The Spark session of a sweep. */
public final class SparkEngine {
    /** Settings that say how an engine was set up; others may hold a secret, whatever their name. */
    private static final Pattern TOLD = Pattern.compile("spark\\.(app\\.name|master|submit\\.deployMode|serializer"
            + "|kryo\\.[A-Za-z.]+|default\\.parallelism|(driver|executor)\\.(memory|cores|memoryOverhead)"
            + "|executor\\.(instances|heartbeatInterval)|cores\\.max|task\\.(cpus|maxFailures)|speculation"
            + "|dynamicAllocation\\.[A-Za-z]+|sql\\.(session\\.timeZone|shuffle\\.partitions)|ui\\.enabled"
            + "|authenticate|network\\.crypto\\.enabled|io\\.encryption\\.enabled)");

    private static final String MOST_FAILURES = "spark.task.maxFailures";

    /** Of the ways in which {@code s3a} reads, the one that asks again where an answer ends too early. */
    private static final String S3_READER = "fs.s3a.input.stream.type";

    private static final String PATIENT_READER = "classic";

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[([^,\\]]+)])?");

    private static final Pattern PASSWORD = Pattern.compile("//[^/@]*@");

    private SparkEngine() {}

    /** The engine cannot be reached or does not start. */
    public static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        /** What may help, a sentence that starts with "Maybe". */
        public String advice() {
            return getCause() == null
                    ? "Maybe SPARK_CONF_DIR must name the folder of the cluster's spark-defaults.conf, which holds"
                            + " spark.authenticate.secret; or what listens there is no Spark master."
                    : "Maybe the address is wrong, nothing listens there, or memory is short"
                            + " (CRITSCAPE_JAVA_OPTS=-Xmx4g); --stacktrace shows more.";
        }
    }

    /**
     * Starts a session.
     *
     * @param name shown by the engine
     * @param master Spark's URL of the engine, {@code local[*]} for all cores of this machine
     * @param pages whether the engine shows its own pages, on this machine
     * @throws UnavailableException where Spark does not start, or not there
     */
    public static SparkSession start(String name, String master, boolean pages) {
        return start(master, builder(name, master).config("spark.ui.enabled", pages));
    }

    /**
     * Starts a session for statements of a user, of which nobody knows what classes they make the engine serialise.
     *
     * @param name shown by the engine
     * @param master Spark's URL of the engine
     * @throws UnavailableException where Spark does not start, or not there
     */
    public static SparkSession startForQueries(String name, String master) {
        return start(
                master,
                builder(name, master)
                        .config("spark.ui.enabled", false)
                        .config("spark.kryo.registrationRequired", false));
    }

    private static SparkSession start(String master, SparkSession.Builder builder) {
        try {
            Optional<String> refusal = ClusterEntry.refusal(master);
            if (refusal.isPresent()) {
                throw new UnavailableException(master + " turns this program away: " + refusal.get(), null);
            }
            return builder.getOrCreate();
        } catch (UnavailableException refused) {
            throw refused;
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            String reason = String.valueOf(failure.getMessage()).replaceAll("\\.+$", "");
            throw new UnavailableException("Spark does not start on " + master + ": " + reason, failure);
        }
    }

    private static SparkSession.Builder builder(String name, String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .master(withRetries(master))
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.kryo.registrationRequired", true)
                .config("spark.kryo.registrator", KryoClasses.class.getName())
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                // With their signs of life executors tell how far their chunks are.
                .config("spark.executor.heartbeatInterval", "2s")
                // What Spark remembers of finished tasks must not grow with the number of cases.
                .config("spark.ui.retainedTasks", 500)
                .config("spark.ui.showConsoleProgress", false);
        if (System.getProperty("spark.hadoop." + S3_READER) == null) {
            builder.config("spark.hadoop." + S3_READER, PATIENT_READER);
        }
        if (isLocal(master)) {
            builder.config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    // Sums over a table need a few tasks on one machine, not Spark's 200.
                    .config("spark.sql.shuffle.partitions", 8);
        } else {
            builder.config("spark.jars", String.join(",", ApplicationJars.list()));
            // Spark counts a lost executor as a failure of every task that ran on it; bugs come back as values.
            if (System.getProperty(MOST_FAILURES) == null) {
                builder.config(MOST_FAILURES, 16);
            }
        }
        return builder;
    }

    /** The settings of file systems: Hadoop's own, and Spark's that begin with {@code spark.hadoop}. */
    public static Configuration fileSystems() {
        SparkEnv running = SparkEnv.get();
        Configuration configuration =
                SparkHadoopUtil.get().newConfiguration(running == null ? new SparkConf() : running.conf());
        configuration.setIfUnset(S3_READER, PATIENT_READER);
        return configuration;
    }

    /** The address of the engine's own pages; empty where it shows none. */
    public static Optional<String> pages(SparkSession spark) {
        return Optional.ofNullable(spark.sparkContext().uiWebUrl().getOrElse(() -> null));
    }

    /** Versions of the program and of what runs it. */
    static Manifest.Versions versions() {
        String program = SparkEngine.class.getPackage().getImplementationVersion();
        return new Manifest.Versions(
                program == null ? "from sources" : program,
                Revision.text(),
                Runtime.version().toString(),
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                VersionInfo.getVersion());
    }

    /** The engine that runs, with those of its settings that cannot hold a secret. */
    static Manifest.Engine describe(SparkSession spark) {
        Map<String, String> settings = new TreeMap<>();
        for (Tuple2<String, String> setting : spark.sparkContext().getConf().getAll()) {
            if (TOLD.matcher(setting._1()).matches()) {
                settings.put(setting._1(), withoutPassword(setting._2()));
            }
        }
        return new Manifest.Engine(
                withoutPassword(spark.sparkContext().master()),
                spark.sparkContext().defaultParallelism(),
                settings);
    }

    private static String withoutPassword(String url) {
        return PASSWORD.matcher(url).replaceAll("//");
    }

    /** On one machine Spark tries each task once, though a store may lose a connection there as well. */
    private static String withRetries(String master) {
        Matcher local = LOCAL.matcher(master);
        return local.matches() ? "local[" + (local.group(1) == null ? "1" : local.group(1)) + ",4]" : master;
    }

    /** Whether the engine runs in this process. */
    private static boolean isLocal(String master) {
        return master.equals("local") || master.startsWith("local[");
    }
}
