package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command from end to end with a formula for a solver, of which some heights fail, and what it refuses. */
class PaperCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(CaseSolver solver, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(solver, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int paper(Path results, String... more) {
        return run(
                SampleCases::solve,
                Stream.concat(Stream.of("paper", "--out", results.toString(), "--master", "local[1]"), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void solvesJudgesAndDrawsThenOnlyDraws() throws IOException {
        Path results = folder.resolve("paper");
        assertThat(paper(results)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("undecided", "paper.html");
        checkPage(Files.readString(results.resolve("paper.html")));
        checkVerdicts(results);
        try (Stream<Path> files = Files.list(results.resolve("figures"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
        assertThat(run(SampleCases::solve, "status", results.toString())).isZero();
        assertThat(out.toString()).contains("complete");

        Files.delete(results.resolve("paper.html"));
        assertThat(paper(results)).isZero();
        assertThat(err.toString()).contains("all 33 cases are there already").doesNotContain("Spark");
        assertThat(results.resolve("paper.html")).isNotEmptyFile();
    }

    private static void checkPage(String page) {
        assertThat(page).doesNotContain("http:", "https:", "<script", "<link").hasSizeLessThan(5_000_000);
        assertThat(page.indexOf("Under which closure")).isLessThan(page.indexOf("The eleven checks"));
        assertThat(page.indexOf("measured by nobody")).isLessThan(page.indexOf("The eleven checks"));
        assertThat(page)
                .contains(
                        "egg-box H10S150 with kinetics: unconverged CREEP_NEWTON",
                        "interface.resistance",
                        "data:image/");
    }

    private static void checkVerdicts(Path results) throws IOException {
        JsonNode checks =
                new ObjectMapper().readTree(results.resolve("checks.json").toFile());
        assertThat(checks).hasSize(11);
        for (int i = 0; i < checks.size(); i++) {
            JsonNode check = checks.get(i);
            assertThat(check.fieldNames())
                    .toIterable()
                    .containsExactly("number", "statement", "holds", "figures", "closure");
            assertThat(check.get("number").asInt()).isEqualTo(i + 1);
            assertThat(check.get("figures")).isNotEmpty();
            assertThat(check.get("closure").has("lithium.creep-exponent")).isTrue();
        }
        // The formula's current depends on H/S alone: equal without kinetics, and no growth with size beyond errors.
        assertThat(checks.get(0).get("holds").asBoolean()).isTrue();
        assertThat(checks.get(1).get("holds").asText()).isEqualTo("undecided");
        assertThat(checks.get(5).get("holds").asText()).isEqualTo("undecided");
    }

    @ParameterizedTest
    @CsvSource({
        "'interface.resistance=[\"1 ohm.cm^2\", \"2 ohm.cm^2\"]', interface.resistance is given 2 values",
        "interface.resistence=3, interface.resistance",
        "interface.resistance=-3, interface.resistance"
    })
    void refusesWhatIsNoClosure(String override, String said) {
        assertThat(paper(folder.resolve("new"), "--set", override)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(said, "Maybe");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void refusesFoldersThatAreNotItsOwn() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("letter.txt"), "Dear");
        for (String name : List.of(foreign.toString(), "s3a://bucket/paper", "bad\0name")) {
            assertThat(run(SampleCases::solve, "paper", "--out", name)).as(name).isEqualTo(2);
            assertThat(err.toString().lines()).singleElement().asString().contains("output folder is", "Maybe");
        }
        try (Stream<Path> files = Files.list(foreign)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aBugStopsItWithAReplayThatWorks() {
        CaseSolver buggy = designCase -> {
            throw new IllegalStateException("a corner nobody saw");
        };
        int code = run(buggy, "paper", "--out", folder.resolve("bug").toString(), "--set", "lithium.creep-exponent=3");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "a corner nobody saw", "critscape solve conf/paper.conf --set lithium.creep-exponent=3 --case");
    }
}
