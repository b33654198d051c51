package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"local", "local[*]", "local[2]", "local-cluster[2,1,1024]", "spark://a:7077", "spark://a:1,b:2"})
    void enginesThatSparkHasHere(String url) {
        assertThat(EngineAddress.of(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there",
                "local[0]",
                "local[two]",
                "spark://",
                "spark://host",
                "spark://host:70777",
                "spark://a b:1"
            })
    void othersAreRefused(String url) {
        assertThatThrownBy(() -> EngineAddress.of(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--master is " + url + " but must be local[*], local[N] or spark://HOST:PORT. Maybe leave it"
                                + " out to use all cores of this machine.");
    }

    @ParameterizedTest
    @CsvSource({"yarn, spark-yarn", "k8s://https://host:6443, spark-kubernetes"})
    void ofAClusterWhoseModuleIsMissingItIsNamed(String url, String module) {
        assertThatThrownBy(() -> EngineAddress.of(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "--master is " + url + ", for which Spark's module " + module + " is missing, but")
                .hasMessageContaining("Maybe add that module");
    }

    @Test
    void whatSparksLauncherChoseIsTaken() {
        System.setProperty("spark.master", "custom:emr-serverless");
        try {
            assertThat(EngineAddress.of(null).url()).isEqualTo("custom:emr-serverless");
            assertThat(EngineAddress.of("local[2]").url()).isEqualTo("local[2]");
        } finally {
            System.clearProperty("spark.master");
        }
        assertThat(EngineAddress.of(null).url()).isEqualTo("local[*]");
    }

    @Test
    void aClusterThatListensIsAnswer() throws IOException {
        try (ServerSocket cluster = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String host = "127.0.0.1:" + cluster.getLocalPort();
            assertThatCode(EngineAddress.of("spark://" + host)::requireAnswer).doesNotThrowAnyException();
            // One of several is enough.
            assertThatCode(EngineAddress.of("spark://no-such-host.invalid:1," + host)::requireAnswer)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aClusterThatDoesNotIsSaidToBeSilent() throws IOException {
        int port;
        try (ServerSocket cluster = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = cluster.getLocalPort();
        }
        EngineAddress closed = EngineAddress.of("spark://127.0.0.1:" + port);
        assertThatThrownBy(closed::requireAnswer)
                .isInstanceOf(StoppedException.class)
                .hasMessageStartingWith("Nobody answers at spark://127.0.0.1:" + port + ": ")
                .hasMessageContaining("Maybe the address is wrong");
        assertThatThrownBy(EngineAddress.of("spark://no-such-host.invalid:7077")::requireAnswer)
                .hasMessageContaining("no host is called no-such-host.invalid");
    }
}
