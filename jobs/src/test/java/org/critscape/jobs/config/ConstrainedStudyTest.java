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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on inputs. */
class ConstrainedStudyTest {
    private static final String SPACE = "topography { shape = [flat, egg-box], peak-separation = 150 um,"
            + " peak-height = [10 um, 50 um, 100 um] }\n";

    @TempDir
    Path folder;

    private DesignSpace space(String text) throws IOException {
        Path file = folder.resolve("study.conf");
        Files.writeString(file, text);
        return StudyFile.load(file, Map.of()).space();
    }

    private static List<Long> kept(DesignSpace space) {
        return LongStream.range(0, space.size())
                .filter(index -> space.exclusion(index, space.point(index)).isEmpty())
                .boxed()
                .toList();
    }

    /** Cases 0 to 2 are flat and have no height, 3 to 5 have heights of 10, 50 and 100 µm. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "topography.peak-height < 0.5 * topography.peak-separation ; 0 1 2 3 4",
                "topography.peak-height < 50 um ; 0 1 2 3",
                "topography.peak-height <= '50 µm' ; 0 1 2 3 4",
                "topography.peak-height != 5e1um && topography.peak-height > 1e-9 ; 0 1 2 3 5",
                "topography.peak-height - 10 um >= 40um and topography.peak-height + 1 mm < 1.1 mm ; 0 1 2 4",
                "1 / 2 * topography.peak-separation < topography.peak-height ; 0 1 2 5",
                "not (topography.peak-height == 10 um or topography.peak-height == 100 um) ; 0 1 2 4",
                "topography.shape == egg-box ; 3 4 5",
                "topography.shape != 'egg-box' ; 0 1 2",
                "topography.shape == flat || topography.peak-height > 10 um ; 0 1 2 4 5",
                "topography.peak-height / 0 > 1 ; 0 1 2 3 4 5",
                "operation.temperature > 20 degC && operation.temperature > '-20 degC' ; 0 1 2 3 4 5",
                "interface.resistance > 1 ohm.cm^2 && lithium.creep-constant > 0.1 MPa.s^(1/n) ; 0 1 2 3 4 5",
                "material == llzo ; none"
            })
    void aConditionKeepsWhatItHoldsFor(String condition, String kept) throws IOException {
        assertThat(kept(space(SPACE + "design.constraints = [\"" + condition + "\"]")))
                .extracting(String::valueOf)
                .isEqualTo(kept.equals("none") ? List.of() : List.of(kept.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 um",
                "topography.shape < 2",
                "topography.shape == 2",
                "topography.shape + 1 > 0",
                "1 < 2 < 3",
                "topography.peak-height || 1 < 2",
                "1 < 2 || topography.shape < 3",
                "1 < 2 == 3 < 4",
                "topography.peak-height <",
                "!topography.peak-height < 1",
                "(1 < 2",
                "1 < 2)",
                "1 < 2; 2 < 3",
                "x = 1",
                "new java.io.File('x')",
                "topography.shape.class == 1",
                "topography.shape.length() > 1",
                "''.getClass()",
                "size('flat') > 1",
                "empty flat",
                "topography.peak-height =~ 1",
                "topography.file == 'a'",
                "true",
                "null == 1",
                "1 < 1e999",
                "${x} < 1",
                "`x` < 1",
                "() -> 1",
                "[1] == [1]",
                "1 < 2 ? 1 < 3 : 2 < 3",
                "#pragma x 1",
                "'a\\'; 1'"
            })
    void whatIsNoConditionIsRefused(String text) {
        assertThat(refusal("design.constraints = [\"\"\"" + text + "\"\"\"]"))
                .startsWith("study.conf:2: design.constraints is \"" + text + "\"")
                .contains("but must be a condition on inputs");
    }

    @Test
    void depthIsNoDanger() {
        assertThat(refusal("design.constraints = \"" + "(".repeat(240) + "1 < 2" + ")".repeat(240) + "\""))
                .isIn("no refusal", refusal("design.constraints = \"" + "(".repeat(240) + "1 < 2\""));
        assertThat(refusal("design.constraints = \"" + "!".repeat(501) + "\"")).contains("longer than 500 characters");
    }

    private String refusal(String line) {
        try {
            space(SPACE + line);
            return "no refusal";
        } catch (ConfigurationException refused) {
            return String.valueOf(refused.getMessage()).replace(folder + "/", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is left out takes nobody's place: an index means the same with and without constraints. */
    @Test
    void indicesStay() throws IOException {
        String text = "topography { shape = egg-box, peak-separation = 150 um,"
                + " peak-height = { distribution = uniform, from = 5 um, to = 145 um } }\n"
                + "design { plan = sobol, cases = 256 }\n";
        DesignSpace free = space(text);
        DesignSpace bound =
                space(text + "design.constraints = [\"topography.peak-height < 0.5 * topography.peak-separation\"]");
        assertThat(bound.size()).isEqualTo(256);
        assertThat(LongStream.range(0, 256).mapToObj(bound::point))
                .isEqualTo(LongStream.range(0, 256).mapToObj(free::point).toList());
        assertThat(kept(free)).hasSize(256);
        assertThat(kept(bound))
                .hasSize(128)
                .allMatch(index -> bound.point(index).number(Parameter.PEAK_HEIGHT) < 75e-6);
        assertThat(bound.description()).isNotEqualTo(free.description());
    }

    @Test
    void everyGroupMayHaveItsOwnConstraints() throws IOException {
        DesignSpace space = space("topography { peak-separation = 150 um, peak-height = [10 um, 100 um] }\n"
                + "design.constraints = [\"topography.peak-height < 50 um\"]\n"
                + "cases = [ { topography.shape = egg-box },"
                + " { topography.shape = ridge, design.constraints = [] } ]");
        assertThat(kept(space)).containsExactly(0L, 2L, 3L);
        DesignPoint excluded = space.point(1);
        assertThat(excluded.shape()).isEqualTo(Shape.EGG_BOX);
        assertThat(space.exclusion(1, excluded))
                .hasValue("The constraint \"topography.peak-height < 50 um\" leaves the case out:"
                        + " topography.peak-height is 0.0001 m. Maybe change design.constraints.");
    }
}
