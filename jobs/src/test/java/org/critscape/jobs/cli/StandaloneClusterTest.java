package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program as it is built, on a real standalone cluster of two workers, whose processes are killed: {@code mvn verify
 * -Pcluster}. Every process is one of its own, begun by the scripts of {@code infra/standalone}.
 */
@Tag("cluster")
class StandaloneClusterTest {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final String SCRIPTS = SOURCES + "/infra/standalone/";

    @TempDir
    private static Path folder;

    private static Path study;
    private static Path undisturbed;

    private final Path cluster = folder.resolve("cluster");
    private final List<Process> drivers = new ArrayList<>();

    @BeforeAll
    static void sweepOnce() throws IOException, InterruptedException {
        study = Files.writeString(
                folder.resolve("study.conf"),
                "topography { shape = [egg-box, ridge], peak-height = { from = 2 um, to = 30 um, count = 8 },"
                        + " peak-separation = [80 um, 100 um, 150 um, 200 um, 300 um] }\n"
                        + "solver.tolerance = 0.03\n"
                        // Executors need the library that evaluates it.
                        + "design.constraints = [\"topography.peak-height < 29 um\"]");
        undisturbed = folder.resolve("undisturbed");
        Process sweep = critscape(Optional.empty(), folder.resolve("undisturbed.err"), "--out", undisturbed.toString());
        assertThat(sweep.waitFor())
                .as(Files.readString(folder.resolve("undisturbed.err")))
                .isZero();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (Process driver : drivers) {
            driver.destroyForcibly().waitFor();
        }
        script("stop", "--dir", cluster.toString());
    }

    private static Process critscape(Optional<Path> settings, Path err, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", SOURCES + "/critscape", "sweep", study.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().put("CRITSCAPE_JAVA_OPTS", "-Xmx1g");
        builder.environment().remove("SPARK_CONF_DIR");
        settings.ifPresent(conf -> builder.environment().put("SPARK_CONF_DIR", conf.toString()));
        return builder.start();
    }

    private static void script(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPTS + name));
        command.addAll(List.of(arguments));
        File said = folder.resolve(name + ".log").toFile();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(said.toPath())).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long files(Path out) throws IOException {
        if (!Files.isDirectory(out.resolve("cases"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out.resolve("cases"))) {
            return files.count();
        }
    }

    private static void awaitFiles(Process driver, Path out, long count, Path err)
            throws IOException, InterruptedException {
        while (files(out) < count) {
            assertThat(driver.isAlive()).as(Files.readString(err)).isTrue();
            Thread.sleep(20);
        }
    }

    private ProcessHandle process(String name) throws IOException {
        String pid = Files.readAllLines(cluster.resolve(name + ".pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @ParameterizedTest(name = "secure: {0}")
    @ValueSource(booleans = {false, true})
    @Timeout(600)
    void executorWorkerAndDriverAreKilledAndTheTableIsTheSame(boolean secure) throws Exception {
        String port = Integer.toString(Math.min(freePort(), 63_000));
        List<String> options = new ArrayList<>(List.of("--port", port, "--workers", "2", "--dir", cluster.toString()));
        if (secure) {
            options.add("--secure");
        }
        script("start", options.toArray(String[]::new));
        String[] onCluster = {
            "--out", folder.resolve("out-" + secure).toString(), "--master", "spark://127.0.0.1:" + port
        };
        Path out = Path.of(onCluster[1]);
        Path err = folder.resolve("out-" + secure + ".err");
        Optional<Path> settings = Optional.of(cluster.resolve("conf"));
        if (secure) {
            assertTurnedAway(onCluster);
        }

        Process driver = critscape(settings, err, onCluster);
        drivers.add(driver);
        awaitFiles(driver, out, 1, err);
        Optional<ProcessHandle> executor = Stream.of("worker-1", "worker-2")
                .flatMap(name -> {
                    try {
                        return process(name).children();
                    } catch (IOException gone) {
                        return Stream.empty();
                    }
                })
                .findFirst();
        assertThat(executor.orElseThrow().destroyForcibly()).isTrue();
        awaitFiles(driver, out, files(out) + 2, err);
        ProcessHandle worker = process("worker-1");
        assertThat(worker.destroyForcibly()).isTrue();
        // What is about to die still counts as running, and would not be started again.
        worker.onExit().join();
        options.add("--no-wait");
        script("start", options.toArray(String[]::new));
        awaitFiles(driver, out, files(out) + 2, err);
        assertThat(driver.isAlive()).isTrue();
        driver.destroyForcibly().waitFor();
        assertThat(files(out)).isLessThan(files(undisturbed));

        Process resumed = critscape(settings, err, onCluster);
        drivers.add(resumed);
        assertThat(resumed.waitFor()).as(Files.readString(err)).isZero();
        assertThat(TableComparison.of(undisturbed, out))
                .satisfies(found -> assertThat(found.isSame()).as(found.text()).isTrue());
        if (secure) {
            assertSecretIsKept(out);
        }
    }

    private void assertTurnedAway(String... onCluster) throws IOException, InterruptedException {
        Path without = folder.resolve("without.err");
        assertThat(critscape(Optional.empty(), without, onCluster).waitFor()).isEqualTo(Messages.STOPPED);
        assertThat(saidLast(without))
                .contains("turns this program away: it asks for a secret, and none is given. Maybe SPARK_CONF_DIR");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("spark-defaults.conf"),
                Files.readString(cluster.resolve("conf/spark-defaults.conf"))
                        .replaceAll("(authenticate.secret) .*", "$1 guessed"));
        Path wrong = folder.resolve("wrong.err");
        assertThat(critscape(Optional.of(other), wrong, onCluster).waitFor()).isEqualTo(Messages.STOPPED);
        assertThat(saidLast(wrong)).contains("turns this program away: it does not take the secret that is given.");
    }

    private static String saidLast(Path err) throws IOException {
        List<String> lines = Files.readAllLines(err);
        return lines.get(lines.size() - 1);
    }

    /** It stands in one file, which its owner alone may read, and in no log, manifest or command line. */
    private void assertSecretIsKept(Path out) throws IOException {
        Path settings = cluster.resolve("conf/spark-defaults.conf");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
                .isEqualTo("rw-------");
        String key = "spark.authenticate.secret ";
        String secret = Files.readAllLines(settings).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
        assertThat(secret).hasSize(64);
        List<Path> told = new ArrayList<>(List.of(out.resolve("manifest.json")));
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().matches(".*(\\.log|\\.err|/stderr|/stdout)"))
                    .forEach(told::add);
        }
        assertThat(told)
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain(secret));
        // Executors write their own command line into their log, and Java tells that of master and worker.
        assertThat(process("master").info().commandLine().orElse("")).doesNotContain(secret);
        assertThat(process("worker-1").info().commandLine().orElse("")).doesNotContain(secret);
    }
}
