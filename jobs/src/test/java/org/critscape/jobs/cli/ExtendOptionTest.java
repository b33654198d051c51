package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sweep --extend}: samples beyond those that the study names. */
class ExtendOptionTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int sweep(String text, String... more) throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), text);
        String[] arguments = new String[6 + more.length];
        System.arraycopy(
                new String[] {
                    "sweep", study.toString(), "--out", folder.resolve("out").toString(), "--master", "local[2]"
                },
                0,
                arguments,
                0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Main.run(SampleCases::solve, new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }

    private Manifest.Study there() throws IOException {
        return Manifest.read(Files.readAllBytes(folder.resolve("out/manifest.json")))
                .study();
    }

    @Test
    void addsToWhatTheFolderHas() throws IOException {
        String text = "topography { shape = [egg-box, ridge], peak-separation = 150 um,"
                + " peak-height = { distribution = uniform, from = 5 um, to = 45 um } }\n"
                + "design { plan = sobol, cases = 4, grid = [topography.shape] }\n";
        assertThat(sweep(text)).as(err.toString()).isZero();
        assertThat(there().cases()).isEqualTo(8);
        assertThat(sweep(text, "--extend", "3")).isZero();
        assertThat(there().cases()).isEqualTo(14);
        // Nothing more, and all that was asked for.
        assertThat(sweep(text, "--extend", "0")).isZero();
        assertThat(there().cases()).isEqualTo(14);
    }

    @Test
    void whatCannotBeExtendedIsRefused() throws IOException {
        String text = "topography { shape = flat, peak-separation = [150 um, 200 um] }\n";
        assertThat(sweep(text, "--extend", "3")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--extend is 3 but must be a number of samples, 0 or more, for a study of one group with the"
                        + " plan sobol, halton, random or table. Maybe change design.cases of the last group instead.");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
