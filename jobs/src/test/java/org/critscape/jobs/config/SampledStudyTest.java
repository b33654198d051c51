package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans, distributions and weights of study files. */
class SampledStudyTest {
    @TempDir
    Path folder;

    private DesignSpace space(String text) throws IOException {
        Path file = folder.resolve("study.conf");
        Files.writeString(file, text);
        return StudyFile.load(file, Map.of()).space();
    }

    private static List<DesignPoint> points(DesignSpace space) {
        return LongStream.range(0, space.size()).mapToObj(space::point).toList();
    }

    private static final String HEIGHTS =
            "topography { shape = egg-box, peak-separation = 150 um, peak-height = { distribution = uniform, from = 5 um, to = 75 um } }\n";

    @Test
    void gridMeetsEverySample() throws IOException {
        DesignSpace space = space("design { plan = halton, cases = 50, grid = [operation.stack-pressure] }\n" + HEIGHTS
                + "operation.stack-pressure = [5 MPa, 7 MPa, 9 MPa]");
        List<DesignPoint> points = points(space);
        assertThat(points).hasSize(150);
        for (int sample = 0; sample < 50; sample++) {
            for (int level = 0; level < 3; level++) {
                DesignPoint point = points.get(3 * sample + level);
                assertThat(point.number(Parameter.STACK_PRESSURE)).isEqualTo(5e6 + level * 2e6);
                assertThat(point.number(Parameter.PEAK_HEIGHT))
                        .isEqualTo(points.get(3 * sample).number(Parameter.PEAK_HEIGHT));
            }
        }
    }

    @Test
    void weightsAreSharesOfTheSamples() throws IOException {
        DesignSpace space = space(HEIGHTS + "design { plan = latin-hypercube, cases = 400 }\n"
                + "topography.shape = { values = [flat, ridge], weights = [3, 1] }");
        assertThat(points(space).stream()
                        .filter(point -> point.shape() == Shape.FLAT)
                        .count())
                .isEqualTo(300);
    }

    @Test
    void listsAreDrawnFromEvenly() throws IOException {
        DesignSpace space = space(HEIGHTS + "design { plan = latin-hypercube, cases = 400 }\n"
                + "operation.stack-pressure = { from = 5 MPa, to = 8 MPa, count = 4 }");
        assertThat(space.size()).isEqualTo(400);
        assertThat(points(space).stream()
                        .filter(point -> point.number(Parameter.STACK_PRESSURE) == 6e6)
                        .count())
                .isEqualTo(100);
    }

    @Test
    void everyGroupMayHaveItsOwnPlan() throws IOException {
        DesignSpace space = space(HEIGHTS + "design { plan = sobol, cases = 16, seed = 3 }\n" + "cases = [ {},"
                + " { design.cases = 8 }, { design.plan = random },"
                + " { design.plan = grid, topography.peak-height = [5 um, 9 um] } ]");
        assertThat(space.blocks()).extracting(block -> block.size()).containsExactly(16L, 8L, 16L, 2L);
        assertThat(points(space).subList(16, 24))
                .extracting(DesignPoint::caseId)
                .isEqualTo(points(space).subList(0, 8).stream()
                        .map(DesignPoint::caseId)
                        .toList());
        assertThat(space.point(24).caseId()).isNotEqualTo(space.point(0).caseId());
    }

    @Test
    void moreCasesKeepTheEarlierOnes() throws IOException {
        String text = HEIGHTS + "design.plan = sobol, design.seed = 9, design.grid = [operation.stack-pressure]\n"
                + "operation.stack-pressure = [5 MPa, 7 MPa]\n";
        DesignSpace few = space(text + "design.cases = 32");
        DesignSpace more = space(text + "design.cases = 48");
        assertThat(points(more).subList(0, 64))
                .extracting(DesignPoint::caseId)
                .isEqualTo(points(few).stream().map(DesignPoint::caseId).toList());
        assertThat(more.description()).isEqualTo(few.description());
    }

    @Test
    void anyCaseAloneIsTheOneInSequence() throws IOException {
        String text = Files.readString(Path.of("..", "conf", "sobol.conf"));
        List<DesignPoint> inSequence = points(space(text));
        for (int index = inSequence.size() - 1; index >= 0; index -= 17) {
            assertThat(space(text).point(index).caseId())
                    .isEqualTo(inSequence.get(index).caseId());
        }
    }
}
