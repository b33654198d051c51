package org.critscape.jobs.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Where Spark runs.
 *
 * @param url as Spark spells it
 */
record EngineAddress(String url) {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?|local-cluster\\[.+]");

    /** {@code spark://host:port}, or several of them that stand in for each other, {@code spark://a:7077,b:7077}. */
    private static final Pattern STANDALONE = Pattern.compile(
            "spark://((?:[^\\s:,/]+|\\[[0-9a-fA-F:]+]):\\d{1,5}(?:,(?:[^\\s:,/]+|\\[[0-9a-fA-F:]+]):\\d{1,5})*)");

    private static final Map<Pattern, Module> OTHERS = Map.of(
            Pattern.compile("yarn"),
            new Module("spark-yarn", "org.apache.spark.scheduler.cluster.YarnClusterManager"),
            Pattern.compile("k8s://.+"),
            new Module("spark-kubernetes", "org.apache.spark.scheduler.cluster.k8s.KubernetesClusterManager"));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_PORT = 65_535;

    /** A part of Spark that knows an engine, and a class of it. */
    private record Module(String name, String member) {
        boolean isThere() {
            try {
                Class.forName(member, false, EngineAddress.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException | LinkageError missing) {
                return false;
            }
        }
    }

    /**
     * Reads {@code --master}.
     *
     * @param master as given; null for that of Spark's own setting, or all cores of this machine
     * @throws InvalidInputException where no engine has such an address, or its part of Spark is missing
     */
    static EngineAddress of(@Nullable String master) {
        String chosen = System.getProperty("spark.master");
        if (master == null && chosen != null) {
            // Spark's launcher knows engines that nobody else does, custom:emr-serverless for one.
            return new EngineAddress(chosen);
        }
        String url = master == null ? "local[*]" : master;
        for (Map.Entry<Pattern, Module> other : OTHERS.entrySet()) {
            if (other.getKey().matcher(url).matches()) {
                if (other.getValue().isThere()) {
                    return new EngineAddress(url);
                }
                throw refusal(
                        url + ", for which Spark's module " + other.getValue().name() + " is missing,",
                        "Maybe add that module to the dependencies in jobs/pom.xml and build again.");
            }
        }
        Matcher standalone = STANDALONE.matcher(url);
        boolean known = standalone.matches()
                ? hosts(standalone.group(1)).stream().allMatch(host -> port(host) <= MOST_PORT)
                : LOCAL.matcher(url).matches();
        if (!known) {
            throw refusal(url, "Maybe leave it out to use all cores of this machine.");
        }
        return new EngineAddress(url);
    }

    private static InvalidInputException refusal(String value, String advice) {
        String allowed = "local[*], local[N] or spark://HOST:PORT";
        return new InvalidInputException("--master", value, allowed, advice);
    }

    private static List<String> hosts(String list) {
        return Arrays.asList(list.split(",", -1));
    }

    private static int port(String host) {
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }

    /**
     * Knocks at a cluster before Spark does, which would go on for a minute.
     *
     * @throws StoppedException where nobody answers
     */
    void requireAnswer() {
        Matcher standalone = STANDALONE.matcher(url);
        if (!standalone.matches()) {
            return;
        }
        String reason = "";
        for (String host : hosts(standalone.group(1))) {
            Optional<String> silence = silence(host);
            if (silence.isEmpty()) {
                return;
            }
            reason = silence.get();
        }
        throw new StoppedException(
                "Nobody answers at " + url + ": " + reason
                        + ". Maybe the address is wrong, or the cluster is not started; --master 'local[*]' needs none.",
                new IOException(reason));
    }

    /** Why a host does not answer; empty where it does. */
    private static Optional<String> silence(String host) {
        String name = host.substring(0, host.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(name, port(host)), (int) PATIENCE.toMillis());
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("no host is called " + name);
        } catch (SocketTimeoutException late) {
            return Optional.of("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (IOException refused) {
            return Optional.of(Messages.firstLine(refused.getMessage()));
        }
    }
}
