package org.critscape.jobs.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.config.StudyFile;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.similarity.GroupAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandsTest {
    @TempDir
    private Path work;

    private List<Demand> demands(String plan) throws IOException {
        return demands(plan, "");
    }

    private List<Demand> demands(String plan, String more) throws IOException {
        Path file = Files.writeString(work.resolve("study.conf"), """
                sweep.method = atlas
                design { %s, seed = 1 }
                topography {
                  shape = egg-box
                  peak-height = { distribution = log-uniform, from = "10 um", to = "80 um" }
                  peak-separation = "100 um"
                }
                lithium.creep-exponent = { distribution = uniform, from = 4, to = 8 }
                %s
                """.formatted(plan, more));
        Study study = StudyFile.load(file, Map.of());
        return Demands.of(study.space(), study.atlas().orElseThrow());
    }

    /** Looked at with a fixed step, a Sobol' sequence shows but a part of its box. */
    @Test
    void whatLargeStudiesAskForIsTheirWholeBox() throws IOException {
        List<Demand> demands = demands("plan = sobol, cases = 1000000");
        assertThat(demands).hasSize(1);
        List<GroupAxis> axes = demands.get(0).axes();
        assertThat(axes.get(0).low()).isLessThanOrEqualTo(0.1001);
        assertThat(axes.get(0).high()).isGreaterThanOrEqualTo(0.799);
        assertThat(axes.get(1).low()).isEqualTo(axes.get(1).high());
        assertThat(axes.get(2).low()).isLessThanOrEqualTo(4.001);
        assertThat(axes.get(2).high()).isEqualTo(8);
        assertThat(demands.get(0).byTraction()).isFalse();
        assertThat(demands.get(0).isNotched()).isFalse();
    }

    /** The corner of four inputs is seen by none of some hundred thousand cases, but by some of ten million. */
    @Test
    void whatTenTimesAsManyCasesAskForIsTheSame() throws IOException {
        String more = """
                operation.temperature = { distribution = uniform, from = "293 K", to = "353 K" }
                interface.resistance = { distribution = log-uniform, from = "2 ohm.cm^2", to = "100 ohm.cm^2" }
                electrolyte.conductivity = { distribution = log-uniform, from = "0.5 mS/cm", to = "5 mS/cm" }
                """;
        List<GroupAxis> axes =
                demands("plan = sobol, cases = 1000000", more).get(0).axes();
        assertThat(demands("plan = sobol, cases = 10000000", more).get(0).axes())
                .isEqualTo(axes);
        // λ = κ R/S at 0.5 mS/cm and 2 Ω cm², and at the other ends, before temperature.
        assertThat(axes.get(1).low()).isLessThan(0.05 * 2e-4 / 100e-6);
        assertThat(axes.get(1).high()).isGreaterThan(0.5 * 1e-2 / 100e-6);
    }

    @Test
    void aFewCasesAreNotWorthAnAtlas() throws IOException {
        assertThat(demands("plan = sobol, cases = 256")).isEmpty();
    }
}
