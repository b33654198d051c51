package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret among Spark's settings appears in nothing that a sweep writes or says. */
class SecretsTest {
    private static final String SECRET = "wJalrXUtnFEMI-planted-K7MDENG";
    /** A setting that the manifest tells. */
    private static final String KNOWN = "org.apache.spark.serializer.KryoSerializer";

    /** Names under which secrets are given to Spark, one of them its own invention. */
    private static final List<String> NAMES = List.of(
            "spark.hadoop.fs.s3a.secret.key",
            "spark.hadoop.fs.s3a.session.token",
            "spark.ssl.keyPassword",
            "spark.executorEnv.AWS_SECRET_ACCESS_KEY",
            "spark.executor.extraJavaOptions",
            "spark.app.note");

    @TempDir
    private Path folder;

    @Test
    void nothingWrittenHoldsIt() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.conf"),
                "topography { shape = egg-box, peak-height = [\"25 um\", \"10 um\"], peak-separation = \"150 um\" }\n");
        Path results = folder.resolve("results");
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        for (String name : NAMES) {
            System.setProperty(name, name.endsWith("JavaOptions") ? "-Dkey=" + SECRET : SECRET);
        }
        try {
            Main.run(
                    SampleCases::solve,
                    writer,
                    writer,
                    "sweep",
                    study.toString(),
                    "--out",
                    results.toString(),
                    "--master",
                    "local[1]",
                    "--print");
            Main.run(SampleCases::solve, writer, writer, "status", results.toString(), "--json", "--csv", "--verify");
            Main.run(SampleCases::solve, writer, writer, "status", results.toString(), "--csv");
        } finally {
            NAMES.forEach(System::clearProperty);
        }
        assertThat(said.toString()).contains("2 of 2 cases").doesNotContain(SECRET);
        // The search finds what is there.
        assertThat(filesWith(results, KNOWN)).isNotEmpty();
        assertThat(filesWith(folder, SECRET)).isEmpty();
    }

    private static List<Path> filesWith(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
