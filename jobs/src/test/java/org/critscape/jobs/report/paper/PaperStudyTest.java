package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;

/** The study has every case that the checks and figures ask for, and one closure. */
class PaperStudyTest {
    private static Closure closure(DesignSpace space) {
        return Closure.of(space, (point, parameter) -> point.word(parameter));
    }

    @Test
    void theProgramBringsTheFileAlong() {
        DesignSpace file =
                StudyFile.load(Path.of("..", "conf", "paper.conf"), Map.of()).space();
        DesignSpace resource = StudyFile.paper(Map.of()).space();
        assertThat(points(resource)).isEqualTo(points(file));
    }

    private static List<DesignPoint> points(DesignSpace space) {
        return LongStream.range(0, space.size()).mapToObj(space::point).toList();
    }

    @Test
    void everySurfaceOfEverySeriesIsACase() {
        DesignSpace space = StudyFile.paper(Map.of()).space();
        CaseRunner runner = new CaseRunner(space, SampleCases::solve);
        List<PaperRow> found = new ArrayList<>();
        for (long index = 0; index < space.size(); index++) {
            PaperRow.of(CaseTable.TABLE.row(runner.run(index))).ifPresent(found::add);
        }
        PaperRows rows = new PaperRows(found);
        assertThat(Stream.of(Series.values()).flatMap(series -> series.surfaces().stream()))
                .allSatisfy(surface -> assertThat(rows.row(surface, Condition.WITH_KINETICS))
                        .as(surface.name())
                        .isPresent());
        assertThat(Stream.of(Series.SIZE, Series.SHAPES).flatMap(series -> series.surfaces().stream()))
                .allSatisfy(surface -> assertThat(rows.row(surface, Condition.WITHOUT_KINETICS))
                        .as(surface.name())
                        .isPresent());
        assertThat(rows.row(Series.COMMON, Condition.COUPLED)).isPresent();
        Optional<Estimate> pressure = rows.find(Series.COMMON, Condition.WITH_KINETICS, Measure.LARGEST_PRESSURE);
        // The formula: 1e6 H/S pascals, uncertain by 2 %.
        assertThat(pressure.orElseThrow().value()).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(pressure.orElseThrow().error()).isCloseTo(0.02 / 6, within(1e-9));
    }

    @Test
    void allCasesShareOneClosure() {
        assertThat(closure(StudyFile.paper(Map.of()).space()).inputs())
                .containsKeys("interface.resistance", "topography.form", "topography.top-fraction", "dendrite.notch")
                .doesNotContainKeys("topography.peak-height", "topography.shape", "interface.pressure-coupling");
    }

    @Test
    void severalClosuresAreRefused() {
        DesignSpace two =
                StudyFile.paper(Map.of("lithium.creep-exponent", "[3, 6.6]")).space();
        assertThatThrownBy(() -> closure(two))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lithium.creep-exponent is given 2 values")
                .hasMessageContaining("Maybe choose one with --set lithium.creep-exponent=VALUE");
    }
}
