package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps into folders that are complete, empty, longer than the study, or none. */
class SweepCommandTest {
    private static final String SAMPLES = """
            topography { shape = egg-box, peak-separation = 150 um,
              peak-height = { distribution = uniform, from = 21 um, to = 24 um } }
            design { plan = sobol, cases = 4 }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int sweep(String results, String... more) throws IOException {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Path study = Files.writeString(folder.resolve("study.conf"), SAMPLES);
        List<String> arguments = new ArrayList<>(List.of("sweep", study.toString(), "--out", results));
        arguments.addAll(List.of("--master", "local[1]"));
        arguments.addAll(List.of(more));
        return Main.run(
                SampleCases::solve,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments.toArray(String[]::new));
    }

    @Test
    void withNothingToDoTheManifestStays() throws IOException {
        Path results = Files.createDirectory(folder.resolve("an-empty-folder-is-taken"));
        assertThat(sweep(results.toString())).as(err.toString()).isZero();
        String manifest = Files.readString(results.resolve("manifest.json"));

        assertThat(sweep(results.toString())).isZero();
        assertThat(err.toString().lines())
                .containsExactly("critscape: all 4 cases of study are there already, starting Spark to sum up");
        assertThat(out.toString()).startsWith("4 cases: 4 solved\n");

        assertThat(sweep(results.toString(), "--rerun", "status = 'crashed'")).isZero();
        assertThat(err.toString().lines())
                .last()
                .isEqualTo("critscape: no row fulfils status = 'crashed'; nothing is changed");
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(results.resolve("manifest.json"))).isEqualTo(manifest);

        assertThat(sweep(results.toString(), "--extend", "2")).isZero();
        assertThat(err.toString())
                .contains("6 cases of study, extended from 4, 4 are there; on local[1], starting Spark");
        assertThat(sweep(results.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("critscape: design.cases is 4, while " + results + " was extended to 6, but must be as many"
                        + " or more. Maybe --extend 0, or set design.cases = 6.\n");
    }

    @Test
    void aFolderOfOtherThingsIsRefused() throws IOException {
        Files.createFile(folder.resolve("other.txt"));
        assertThat(sweep(folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("critscape: output folder is " + folder + ", which holds something else, but must be"
                        + " new, empty, or the results of this study. Maybe choose another one with --out.\n");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("e.conf"));
        String message =
                "critscape: " + file + " is a file but must be a folder. Maybe choose another one with --out.\n";
        assertThat(sweep(file.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(message);
        assertThat(sweep(file.resolve("below").toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(message);
        assertThat(sweep("")).isEqualTo(2);
        assertThat(err.toString()).startsWith("critscape: output folder is empty but must be a path or a URL. Maybe");
    }

    @Test
    void aRerunWithoutRowsStartsNoEngine() throws IOException {
        Path results = folder.resolve("results");
        assertThat(sweep(results.toString(), "--rerun", "status = 'crashed'")).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "critscape: no row fulfils status = 'crashed', since none is there; nothing is changed");
    }
}
