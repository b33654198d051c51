package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of fields, with the fields of the embedded solver and with turns that are given. */
class FieldFiguresTest {
    @TempDir
    private Path folder;

    @Test
    void turnsBecomeChanges() {
        Figure figure =
                FieldFigures.coupling(new double[] {1, 0.99, 0.9899, 0.9899}).orElseThrow();
        assertThat(figure.caption()).contains("Fig. S2", "changes by -1.01 %");
        assertThat(Drawing.of(figure).png()).isNotEmpty();
        assertThat(FieldFigures.coupling(new double[] {1, 1, 1})).isEmpty();
    }

    @Test
    void turnsAreKeptExactly() throws IOException {
        Path file = folder.resolve("turns.csv");
        TurnsFile.write(file, new double[] {1.0 / 3, 0.3});
        assertThat(TurnsFile.read(file)).containsExactly(1.0 / 3, 0.3);
        Files.writeString(file, "something else\n1\n");
        assertThatThrownBy(() -> TurnsFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void fieldsAreSolvedOnceAndKept() throws IOException {
        DesignSpace space = StudyFile.paper(Map.of()).space();
        List<String> news = new ArrayList<>();
        PaperFields fields = new PaperFields(folder, space, CaseSolver.embedded(), news::add);
        InterfaceMap first =
                fields.map(Series.COMMON, Condition.WITHOUT_KINETICS).orElseThrow();
        assertThat(news).containsExactly("solving for the fields of egg-box H25S150 without kinetics");
        InterfaceMap again =
                fields.map(Series.COMMON, Condition.WITHOUT_KINETICS).orElseThrow();
        assertThat(news).hasSize(1);
        assertThat(again.currentRatio()).containsExactly(first.currentRatio());
        PaperFields formula = new PaperFields(folder.resolve("other"), space, SampleCases::solve, news::add);
        assertThat(formula.couplingTurns(Series.COMMON)).isEmpty();
    }
}
