package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.solver.cell.DesignCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedStudiesTest {
    private static final Path CONF = Path.of("..", "conf");

    @ParameterizedTest
    @CsvSource({
        "case.conf, 1",
        "quickstart.conf, 45",
        "paper.conf, 33",
        "closure.conf, 170752",
        "landscape.conf, 64",
        "kinetics.conf, 16",
        "dataset.conf, 3840",
        "optimum.conf, 129",
        "rough.conf, 2",
        "sobol.conf, 256",
        "verification/box.conf, 1000",
        "verification/edges.conf, 60",
        "height-map.conf, 2"
    })
    void everyCaseIsSolvableAndOccursOnce(String name, int cases) {
        requireSolvable(StudyFile.load(CONF.resolve(name), Map.of()), cases);
    }

    /** Of large ones the first samples, which are those of a small one. */
    @ParameterizedTest
    @CsvSource({"million.conf, 1000000", "ten-million.conf, 10000000"})
    void firstCasesOfLargeStudiesAreSolvable(String name, long cases) {
        assertThat(StudyFile.load(CONF.resolve(name), Map.of()).space().size()).isEqualTo(cases);
        requireSolvable(StudyFile.load(CONF.resolve(name), Map.of("design.cases", "64")), 256);
    }

    private static void requireSolvable(Study study, int cases) {
        List<DesignPoint> points = LongStream.range(0, study.space().size())
                .mapToObj(study.space()::point)
                .toList();
        assertThat(points)
                .hasSize(cases)
                .allSatisfy(point -> assertThat(point.toCase()).isNotNull());
        assertThat(points.stream().map(DesignPoint::caseId)).doesNotHaveDuplicates();
        assertThat(study.warnings()).isEmpty();
        assertThat(study.description()).isNotEmpty();
    }

    @Test
    void everyShippedStudyIsTestedHere() throws IOException {
        try (Stream<Path> files = Files.list(CONF)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "reference.conf",
                            "case.conf",
                            "quickstart.conf",
                            "paper.conf",
                            "closure.conf",
                            "dataset.conf",
                            "optimum.conf",
                            "landscape.conf",
                            "kinetics.conf",
                            "rough.conf",
                            "sobol.conf",
                            "height-map.conf",
                            "million.conf",
                            "ten-million.conf");
        }
    }

    @Test
    void theSingleCaseHasAWagnerNumberOfTwo() {
        DesignCase single = StudyFile.load(CONF.resolve("case.conf"), Map.of())
                .space()
                .point(0)
                .toCase();
        double temperature = single.operation().temperature();
        double wagnerNumber = single.electrolyte().conductivityAt(temperature)
                * single.kinetics().resistanceAt(temperature)
                / single.topography().peakSeparation();
        assertThat(wagnerNumber).isCloseTo(2, within(1e-12));
    }
}
