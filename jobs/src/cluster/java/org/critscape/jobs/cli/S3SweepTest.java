package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.critscape.jobs.cli.FaultyNetwork.Fault;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Worker;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps onto {@code s3a://}, each in a process of its own, to an S3 server in another, over a network that loses, delays
 * and refuses requests. The server keeps objects as files, which are compared with those of a sweep onto a local folder.
 */
@Tag("cluster")
class S3SweepTest {
    private static final String CASES = "24";

    @TempDir
    private static Path folder;

    private static Path study;
    private static Path undisturbed;
    private static S3Server server;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void sweepOnce() throws IOException, InterruptedException {
        study = Files.writeString(
                folder.resolve("study.conf"),
                "topography { shape = [egg-box, square-pyramid], peak-height = { from = 1 um, to = 30 um, count = 6 },"
                        + " peak-separation = [150 um, 300 um] }");
        undisturbed = folder.resolve("undisturbed");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.run(
                        SampleCases::solve,
                        nowhere,
                        nowhere,
                        "sweep",
                        study.toString(),
                        "--out",
                        undisturbed.toString(),
                        "--master",
                        "local[1]"))
                .isZero();
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A sweep whose network is gone tries for a long time. */
    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    /** What {@code s3a} must know of the server, as names and values of Hadoop's settings. */
    private static Map<String, String> settings(int port) {
        return Map.of(
                "fs.s3a.endpoint",
                "http://127.0.0.1:" + port,
                "fs.s3a.endpoint.region",
                "us-east-1",
                "fs.s3a.path.style.access",
                "true",
                "fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
                "fs.s3a.access.key",
                S3Server.KEY,
                "fs.s3a.secret.key",
                S3Server.SECRET);
    }

    private static String url(String name) {
        return "s3a://" + S3Server.BUCKET + "/studies/" + name;
    }

    /** Where the server keeps what is under that URL. */
    private static Path kept(String name) {
        return server.objects().resolve("studies").resolve(name);
    }

    /** The program in a process of its own; its words are appended to a file of the test's folder. */
    private Process start(int port, Path words, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        settings(port).forEach((name, value) -> command.add("-Dspark.hadoop." + name + "=" + value));
        command.addAll(List.of(
                "-Xmx512m", "-cp", System.getProperty("java.class.path"), KilledSweepTest.SlowSweep.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()))
                .start();
        started.add(process);
        return process;
    }

    private Process sweep(int port, String name) throws IOException {
        return start(port, words(name), "sweep", study.toString(), "--out", url(name), "--master", "local[2]");
    }

    private static Path words(String name) {
        return folder.resolve(name + ".err");
    }

    private static String said(String name) throws IOException {
        return Files.readString(words(name));
    }

    private static long files(String name) throws IOException {
        return files(kept(name));
    }

    private static long files(Path results) throws IOException {
        Path cases = results.resolve("cases");
        if (!Files.isDirectory(cases)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(cases)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    private static void awaitFiles(Process sweep, String name, long count) throws IOException, InterruptedException {
        while (files(name) < count) {
            assertThat(sweep.isAlive()).as(said(name)).isTrue();
            Thread.sleep(5);
        }
    }

    private static void assertSameAsLocal(String name) throws Exception {
        assertThat(TableComparison.of(undisturbed, kept(name)))
                .satisfies(found -> assertThat(found.isSame()).as(found.text()).isTrue());
    }

    /** What a request asks for and the name of the object, where it changes something. */
    private static List<String> writes(FaultyNetwork network) {
        return network.requests().stream()
                .filter(request -> request.matches("(PUT|POST|DELETE) .*"))
                .map(request -> request.replaceFirst("[?].*| HTTP/.*", ""))
                .toList();
    }

    @Test
    @Timeout(600)
    void killedHalfWayOverABadNetworkAndResumedItIsTheSameTable() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(server.port(), 15, 20261126)) {
            Process first = sweep(network.port(), "killed");
            awaitFiles(first, "killed", 6);
            first.destroyForcibly().waitFor();
            assertThat(files("killed")).isLessThan(files(undisturbed));

            assertThat(sweep(network.port(), "killed").waitFor())
                    .as(said("killed"))
                    .isZero();
            assertSameAsLocal("killed");
            assertThat(kept("killed").toFile().list()).containsExactlyInAnyOrder("cases", "timings", "manifest.json");
            List<Manifest.Run> runs = Manifest.read(
                            Files.readAllBytes(kept("killed").resolve("manifest.json")))
                    .runs();
            assertThat(runs)
                    .hasSize(2)
                    .allSatisfy(run -> assertThat(run.cases()).isPositive());
            assertThat(runs.stream().mapToLong(Manifest.Run::cases).sum()).isEqualTo(Long.parseLong(CASES));
            assertThat(runs.get(0).end()).isEqualTo("killed");

            assertThat(start(network.port(), words("killed"), "status", url("killed"), "--verify")
                            .waitFor())
                    .as(said("killed"))
                    .isZero();
            assertThat(network.happened().keySet()).containsExactlyInAnyOrder(Fault.values());
            assertThat(said("killed")).contains("FROM 's3a://bucket/").doesNotContain(S3Server.SECRET);
        }
    }

    @Test
    @Timeout(600)
    void ofTwoDriversTheSecondIsTurnedAwayAndWritesNothing() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(server.port(), 0, 1);
                FaultyNetwork itsOwn = new FaultyNetwork(server.port(), 0, 2)) {
            Process first = sweep(network.port(), "doubled");
            awaitFiles(first, "doubled", 1);
            network.hold(true);
            Process second = start(
                    itsOwn.port(),
                    words("second"),
                    "sweep",
                    study.toString(),
                    "--out",
                    url("doubled"),
                    "--master",
                    "local[2]");
            assertThat(second.waitFor()).as(said("second")).isEqualTo(Messages.BAD_INPUT);
            assertThat(said("second")).contains("where process " + first.pid() + " on", "is at work", "Maybe watch it");
            assertThat(itsOwn.requests()).isNotEmpty();
            assertThat(writes(itsOwn)).isEmpty();
            network.hold(false);
            assertThat(first.waitFor()).as(said("doubled")).isZero();
        }
        assertSameAsLocal("doubled");
    }

    /** The first stands still, another does its work, and then what the first had asked for arrives. */
    @Test
    @Timeout(600)
    void aDriverThatComesBackAfterAnotherTookItsFolderChangesNothing() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(server.port(), 0, 1);
                FaultyNetwork itsOwn = new FaultyNetwork(server.port(), 0, 2)) {
            Process first = sweep(network.port(), "twins");
            awaitFiles(first, "twins", 3);
            network.hold(true);
            Path mark = kept("twins").resolve("_driver.json");
            Files.writeString(mark, Files.readString(mark).replaceFirst("\"pid\" : \\d+", "\"pid\" : 99999999"));
            assertThat(sweep(itsOwn.port(), "twins").waitFor())
                    .as(said("twins"))
                    .isZero();
            assertSameAsLocal("twins");
            network.hold(false);
            assertThat(first.waitFor()).as(said("twins")).isIn(Messages.DONE, Messages.STOPPED);
        }
        assertSameAsLocal("twins");
    }

    /** A mark that is rewritten while it is read is read anew. */
    @Test
    @Timeout(300)
    void aMarkThatIsRewrittenMeanwhileIsRead() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (FaultyNetwork network = new FaultyNetwork(server.port(), 15, 4)) {
            Configuration faulty = new Configuration();
            settings(network.port()).forEach(faulty::set);
            // Each its own client: the cached one asks by the way of the first who came.
            faulty.setBoolean("fs.s3a.impl.disable.cache", true);
            Configuration direct = new Configuration();
            settings(server.port()).forEach(direct::set);
            direct.setBoolean("fs.s3a.impl.disable.cache", true);
            StudyFolder written = StudyFolder.of(url("rewritten"), direct);
            Worker mine = Worker.here(1);
            assertThat(written.take(mine)).isEqualTo(mine);
            AtomicBoolean isEnough = new AtomicBoolean();
            Future<Integer> writing = thread.submit(() -> {
                int beats = 0;
                while (!isEnough.get()) {
                    assertThat(written.beat(mine.at(++beats, 0, 0))).isTrue();
                }
                return beats;
            });
            StudyFolder read = StudyFolder.of(url("rewritten"), faulty);
            for (int i = 0; i < 60; i++) {
                assertThat(read.worker())
                        .hasValueSatisfying(worker -> assertThat(worker.id()).isEqualTo(mine.id()));
            }
            isEnough.set(true);
            assertThat(writing.get()).isGreaterThan(60);
        } finally {
            thread.shutdownNow();
        }
    }

    /** Of eight that take a free folder at the same moment one has it, also where answers to its request are lost. */
    @Test
    @Timeout(600)
    void ofManyWhoTakeAFolderAtOnceOneHasIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (FaultyNetwork network = new FaultyNetwork(server.port(), 15, 3)) {
            Configuration configuration = new Configuration();
            settings(network.port()).forEach(configuration::set);
            for (int round = 0; round < 5; round++) {
                StudyFolder target = StudyFolder.of(url("race-" + round), configuration);
                List<Callable<Boolean>> takers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    takers.add(() -> {
                        Worker mine = Worker.here(1);
                        return target.take(mine).id().equals(mine.id());
                    });
                }
                int winners = 0;
                for (Future<Boolean> taker : threads.invokeAll(takers)) {
                    winners += taker.get() ? 1 : 0;
                }
                assertThat(winners).as("round " + round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
