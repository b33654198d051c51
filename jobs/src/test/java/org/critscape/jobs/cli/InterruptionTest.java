package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    /** A sweep whose cases never end; the first of them says that it has begun. */
    static final class EndlessSweep {
        private EndlessSweep() {}

        public static void main(String[] arguments) {
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            Main.run(
                    designCase -> {
                        try {
                            Files.createFile(Path.of(arguments[0]));
                            Thread.sleep(Duration.ofHours(1).toMillis());
                        } catch (InterruptedException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                        return SampleCases.solve(designCase);
                    },
                    new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                    err,
                    "sweep",
                    arguments[1],
                    "--master",
                    "local[1]",
                    "--out",
                    arguments[2]);
        }
    }

    @Test
    @Timeout(120)
    void aTerminatedSweepSaysSoOnceAndWritesNoPartOfAChunk() throws Exception {
        Path begun = folder.resolve("begun");
        Path study = Files.writeString(
                folder.resolve("study.conf"),
                "topography { shape = egg-box, peak-height = [25 um, 30 um], peak-separation = 150 um }");
        Path err = folder.resolve("err");
        Path results = Files.createDirectory(folder.resolve("results"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                EndlessSweep.class.getName(),
                begun.toString(),
                study.toString(),
                results.resolve("out").toString()));
        Process sweep = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            while (!Files.exists(begun)) {
                assertThat(sweep.isAlive()).as(Files.readString(err)).isTrue();
                Thread.sleep(50);
            }
            sweep.destroy();
            assertThat(sweep.waitFor()).isEqualTo(TERMINATED);
        } finally {
            sweep.destroyForcibly();
        }
        assertThat(Files.readString(err).lines().filter(line -> line.startsWith("critscape: ")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("critscape: interrupted; what was done is kept");
        assertThat(results.resolve("out/cases")).doesNotExist();
        assertThat(Files.readString(results.resolve("out/manifest.json"))).contains("\"interrupted\"");
    }
}
