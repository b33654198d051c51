package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.topography.SquarePyramid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Best surfaces of a study without physics, whose best one is known. */
class OptimumCommandTest {
    private static final String STUDY = """
            topography { shape = [egg-box, square-pyramid], edge-resolution = ["1 um", "2 um"] }
            topography.peak-height = ["12 um", "22 um", "32 um"]
            topography.peak-separation = ["80 um", "120 um", "160 um"]
            interface.resistance = ["5 ohm.cm^2", "15 ohm.cm^2"]
            """;

    @TempDir
    private static Path folder;

    private static Path study;
    private static Path results;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /**
     * Best at 25 µm by 100 µm, where the gain is 1.5; flaws of a micrometre more prefer surfaces lower by four.
     */
    private static CaseOutcome solve(DesignCase designCase) {
        double height = designCase.topography().peakHeight() * 1e6;
        double separation = designCase.topography().peakSeparation() * 1e6;
        double excess = designCase.flaw().length() * 1e6 - 1;
        double off = (height - 25 + 4 * excess) / 40;
        double wide = (separation - 100) / 200;
        double pyramid = designCase.topography() instanceof SquarePyramid ? 0.3 : 0;
        return SampleCases.solved(designCase, 1.5 - off * off - wide * wide - pyramid);
    }

    @BeforeAll
    static void sweep() throws IOException {
        study = Files.writeString(folder.resolve("study.conf"), STUDY);
        results = folder.resolve("results");
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        assertThat(Main.run(
                        OptimumCommandTest::solve,
                        printer,
                        printer,
                        "sweep",
                        study.toString(),
                        "--out",
                        results.toString(),
                        "--master",
                        "local[1]"))
                .as(said.toString())
                .isZero();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("optimum", "--master", "local[1]"));
        all.addAll(List.of(arguments));
        return Main.run(
                OptimumCommandTest::solve,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all.toArray(String[]::new));
    }

    private JsonNode json(String name, String... arguments) throws IOException {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", file.toString()));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void bestSurfaceIsFoundBetweenTheCases() throws IOException {
        JsonNode answer = json("best.json", results.toString(), "--budget", "60");
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .startsWith("Best for li6ps5cl (")
                .contains("egg-box, product, peak height 2", "times the flat interface's");
        JsonNode best = answer.at("/groups/0/refined/0/best");
        assertThat(best.at("/objective").asDouble()).isCloseTo(15, within(0.01));
        assertThat(best.at("/row/peak_height_m").asDouble()).isCloseTo(25e-6, within(1e-6));
        assertThat(best.at("/row/peak_separation_m").asDouble()).isCloseTo(100e-6, within(4e-6));
        // 22 µm by 120 µm is the best case: it lacks (3/40)² and (20/200)².
        assertThat(answer.at("/groups/0/best_row/critical_current_a_per_m2").asDouble())
                .isCloseTo(10 * (1.5 - 0.005625 - 0.01), within(1e-9));
        assertThat(answer.at("/groups/0/best_row/peak_separation_m").asDouble()).isIn(80e-6, 120e-6);
        assertThat(answer.at("/groups")).hasSize(2);
        assertThat(answer.at("/groups/0/conditions/interface_resistance_ohm_m2").asDouble())
                .isIn(5e-4, 15e-4);
        assertThat(answer.at("/groups/0/confirmation/winner/observed_difference")
                        .asDouble())
                .isZero();
        assertThat(answer.at("/groups/0/confirmation/neighbours")).hasSize(4);
        assertThat(answer.at("/fronts")).hasSize(3);
        assertThat(out.toString())
                .contains(
                        "No neighbour is better", "One percent more of an input", "Total-order indices need an atlas");

        json("again.json", results.toString(), "--budget", "60");
        assertThat(folder.resolve("again.json")).hasSameBinaryContentAs(folder.resolve("best.json"));
        // The file of the study leads to the same numbers as its folder.
        JsonNode byFile = json("file.json", study.toString(), "--out", results.toString(), "--budget", "60");
        assertThat(byFile.at("/groups/0/refined")).isEqualTo(answer.at("/groups/0/refined"));
    }

    @Test
    void predicatesHoldForRowsAndForWhatIsRefined() throws IOException {
        JsonNode answer = json(
                "low.json",
                results.toString(),
                "--maximise",
                "enhancement",
                "--subject-to",
                "peak_height_m between 10e-6 and 20e-6",
                "--subject-to",
                "height_to_separation < 0.19 AND topography = 'egg-box'",
                "--budget",
                "60");
        JsonNode row = answer.at("/groups/0/refined/0/best/row");
        assertThat(row.at("/peak_height_m").asDouble()).isBetween(17e-6, 20e-6);
        assertThat(row.at("/height_to_separation").asDouble()).isLessThan(0.19);
        double found = row.at("/enhancement").asDouble();
        assertThat(found)
                .isGreaterThan(answer.at("/groups/0/best_row/enhancement").asDouble() + 0.02)
                .isLessThan(1.5 - 25 / 1600.0 + 1e-9);
    }

    /** Flaws of 3 µm want 17 µm, those of 0.5 µm 27 µm: best at its worst is the height between, 22 µm. */
    @Test
    void worstCaseIsBetweenItsEnds() throws IOException {
        JsonNode answer = json(
                "worst.json", results.toString(), "--budget", "60", "--worst-over", "dendrite.flaw-length=0.5..3 um");
        JsonNode worst = answer.at("/groups/0/worst_case");
        assertThat(worst.at("/best_at_its_worst/row/peak_height_m").asDouble()).isCloseTo(22e-6, within(1e-6));
        assertThat(worst.at("/best_at_its_worst/objective").asDouble())
                .isCloseTo(10 * (1.5 - 25 / 1600.0), within(0.05))
                .isGreaterThan(worst.at("/nominal_best_at_its_worst/objective").asDouble());
        assertThat(worst.at("/nominal_best_at_its_worst/at/dendrite.flaw-length")
                        .asDouble())
                .isEqualTo(3e-6);
        assertThat(worst.at("/combinations").asInt()).isEqualTo(2 + 1 + 4);
        assertThat(out.toString()).contains("At its worst over dendrite.flaw-length 0.5 µm to 3 µm");
    }

    @Test
    void tableAloneSolvesNothing() throws IOException {
        JsonNode answer = json("table.json", results.toString(), "--confirm", "0");
        assertThat(answer.at("/groups/0/refined")).isEmpty();
        assertThat(out.toString()).contains("a case of the study.");
        assertThat(err.toString().lines()).singleElement().asString().endsWith("starting Spark");
    }

    @Test
    void badInputGivesOneMessage() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken.json"), "mine");
        String here = results.toString();
        Map<List<String>, String> lines = Map.ofEntries(
                Map.entry(List.of(folder.resolve("nowhere").toString()), "which does not exist"),
                Map.entry(
                        List.of(study.toString(), "--out", folder.resolve("no").toString()), "critscape sweep"),
                Map.entry(List.of(here, "--out", here), "with the study's file"),
                Map.entry(List.of(study.toString(), "--out", here, "--set", "creep-exponent=3"), "creep-exponent"),
                Map.entry(
                        List.of(study.toString(), "--out", here, "--set", "lithium.creep-exponent=3"),
                        "lithium.creep-exponent was not set and is 3"),
                Map.entry(List.of(here, "--maximise", "height"), "critical-current or enhancement"),
                Map.entry(List.of(here, "--subject-to", "peak_hight_m < 1"), "peak_hight_m is no column"),
                Map.entry(List.of(here, "--subject-to", "peak_height_m <"), "which is no condition"),
                Map.entry(List.of(here, "--subject-to", "peak_height_m"), "of which the engine says"),
                Map.entry(List.of(here, "--subject-to", "topography > 5"), "of which the engine says"),
                Map.entry(
                        List.of(here, "--subject-to", "1 / (case_index - case_index) > 3"), "of which the engine says"),
                Map.entry(List.of(here, "--subject-to", "peak_height_m > 1"), "which no solved row meets"),
                Map.entry(List.of(here, "--worst-over", "fracture.flaw-length=0.1..10 um"), "dendrite.flaw-length"),
                Map.entry(List.of(here, "--worst-over", "dendrite.flaw-length=1 um"), "LOW..HIGH"),
                Map.entry(List.of(here, "--worst-over", "dendrite.flaw-length=10..1 um"), "exchange"),
                Map.entry(List.of(here, "--worst-over", "dendrite.flaw-length=1..10"), "without a unit"),
                Map.entry(List.of(here, "--worst-over", "topography.peak-height=1..2 um"), "part of the surface"),
                Map.entry(List.of(here, "--worst-over", "dendrite.half-opening=1..2 nm"), "does not depend on"),
                Map.entry(
                        List.of(here, "--confirm", "0", "--worst-over", "dendrite.flaw-length=1..2 um"),
                        "which solves nothing"),
                Map.entry(List.of(here, "--confirm", "-1"), "between 0 and"),
                Map.entry(List.of(here, "--budget", "3"), "between 10 and"),
                Map.entry(List.of(here, "--json", taken.toString()), "which exists"));
        lines.forEach((line, part) -> {
            assertThat(run(line.toArray(String[]::new))).as(line.toString()).isEqualTo(2);
            assertThat(err.toString().lines().filter(said -> !said.endsWith("starting Spark")))
                    .as(line.toString())
                    .hasSize(1);
            assertThat(err.toString()).as(line.toString()).contains(part, "Maybe");
        });
        assertThat(taken).hasContent("mine");
    }

    @Test
    void unfinishedStudyIsRefused() {
        Path part = folder.resolve("part");
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said, true);
        assertThat(Main.run(
                        OptimumCommandTest::solve,
                        printer,
                        printer,
                        "sweep",
                        study.toString(),
                        "--out",
                        part.toString(),
                        "--for",
                        "0.001 s",
                        "--master",
                        "local[1]"))
                .isEqualTo(3);
        assertThat(run(part.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(" cases are there", "ended before all was done", "Maybe go on: critscape sweep");
    }
}
