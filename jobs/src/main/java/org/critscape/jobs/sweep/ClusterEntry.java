package org.critscape.jobs.sweep;

import java.net.URI;
import java.util.Optional;
import org.apache.spark.SecurityManager;
import org.apache.spark.SecurityManager$;
import org.apache.spark.SparkConf;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.RpcEnv$;
import scala.Option;

/**
 * Asks the master of a standalone cluster for an audience, as a session does. Spark takes a master that turns it away for
 * one that is silent, and gives up after a minute without a reason.
 */
final class ClusterEntry {
    private static final String SCHEME = "spark://";

    private ClusterEntry() {}

    /**
     * Why a cluster turns this program away; empty where it does not, or is of another kind.
     *
     * @param master Spark's URL of the engine
     */
    static Optional<String> refusal(String master) {
        if (!master.startsWith(SCHEME) || master.contains(",")) {
            return Optional.empty();
        }
        URI address = URI.create(master);
        SparkConf settings = new SparkConf()
                .set("spark.rpc.lookupTimeout", "10s")
                .set("spark.rpc.io.maxRetries", "0")
                .set("spark.rpc.io.connectionTimeout", "10s");
        boolean secret = settings.getBoolean("spark.authenticate", false);
        String here = settings.get("spark.driver.bindAddress", "127.0.0.1");
        SecurityManager security =
                new SecurityManager(settings, Option.empty(), SecurityManager$.MODULE$.$lessinit$greater$default$3());
        RpcEnv network = RpcEnv$.MODULE$.create("entry", here, 0, settings, security, true);
        try {
            network.setupEndpointRef(new RpcAddress(address.getHost(), address.getPort()), "Master");
            return Optional.empty();
        } catch (Exception refused) { // Scala throws checked exceptions that Java does not see.
            return Optional.of(
                    secret ? "it does not take the secret that is given" : "it asks for a secret, and none is given");
        } finally {
            network.shutdown();
        }
    }
}
