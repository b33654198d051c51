package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a small sweep, with a formula for a solver. */
class ClosuresCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(SampleCases::solve, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String study() throws IOException {
        Path file = folder.resolve("small.conf");
        Files.writeString(file, """
                topography { shape = egg-box, peak-height = ["25 um", "40 um", "75 um"], peak-separation = "150 um" }
                lithium.creep-constant = ["0.2 MPa.s^(1/n)", "2 MPa.s^(1/n)"]
                dendrite { notch = [none, inglis], driving = [pressure, normal-traction] }
                """);
        return file.toString();
    }

    @Test
    void judgesWhatASweepLeft() throws IOException {
        String study = study();
        String results = folder.resolve("out").toString();
        assertThat(run("sweep", study, "--out", results, "--master", "local[1]"))
                .as(err.toString())
                .isZero();
        assertThat(run("closures", study, "--out", results)).as(err.toString()).isZero();
        assertThat(err.toString()).contains("24 cases of 24 of the study are there");
        assertThat(out.toString().lines())
                .first()
                .asString()
                .startsWith("Best by number of checks: ")
                .contains("Of 8 closures");
        Path report = folder.resolve("out");
        assertThat(report.resolve("closures.parquet")).isNotEmptyFile();
        assertThat(Files.readString(report.resolve("closures.html")))
                .contains("What no closure reproduces", "The best closure, check by check")
                .doesNotContain("<script", "http:");
        for (String driving : new String[] {"pressure", "normal-traction"}) {
            for (String ending : new String[] {".png", ".svg"}) {
                for (String notch : new String[] {"none", "inglis"}) {
                    String name = "closures-" + driving + "-notch-" + notch + ending;
                    assertThat(report.resolve("figures").resolve(name)).isNotEmptyFile();
                }
            }
        }
    }

    @Test
    void refusesFoldersWithoutResultsOfTheStudy() throws IOException {
        String study = study();
        String results = folder.resolve("nothing").toString();
        assertThat(run("closures", study, "--out", results)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("output folder is", "Maybe run critscape sweep");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }
}
