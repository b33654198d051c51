package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
    private static final String EGG_BOX =
            "topography { shape = egg-box, peak-height = 25 um, peak-separation = 150 um }\n";

    @TempDir
    Path folder;

    @Test
    void singleValuesAreOneCaseInExactSi() {
        DesignPoint point = load(EGG_BOX + "electrolyte.fracture-toughness = \"0.23 MPa.m^0.5\"")
                .space()
                .point(0);
        assertThat(point.number(Parameter.PEAK_HEIGHT)).isEqualTo(25e-6);
        assertThat(point.number(Parameter.PEAK_SEPARATION)).isEqualTo(150e-6);
        assertThat(point.number(Parameter.FRACTURE_TOUGHNESS)).isEqualTo(0.23e6);
        assertThat(point.word(Parameter.SHAPE)).isEqualTo("egg-box");
    }

    @Test
    void axesVaryInTheOrderOfTheCatalogueTheLastFastest() {
        // The file's own order is the reverse.
        Study study = load("interface.resistance = [\"1 ohm.cm^2\", \"2 ohm.cm^2\"]\n" + EGG_BOX
                + "topography.peak-height = { from = 5 um, to = 25 um, count = 3 }");
        assertThat(study.space().size()).isEqualTo(6);
        assertThat(values(study, Parameter.PEAK_HEIGHT)).containsExactly(5e-6, 5e-6, 15e-6, 15e-6, 25e-6, 25e-6);
        assertThat(values(study, Parameter.RESISTANCE)).containsExactly(1e-4, 2e-4, 1e-4, 2e-4, 1e-4, 2e-4);
    }

    @Test
    void logarithmicRange() {
        Study study = load(EGG_BOX
                + "interface.resistance { from = \"0.1 ohm.cm^2\", to = \"100 ohm.cm^2\", count = 4, scale = log }");
        assertThat(values(study, Parameter.RESISTANCE)).containsExactly(1e-5, 1e-4, 1e-3, 1e-2);
    }

    @Test
    void casesReplaceTheCommonPartAndMayHaveAxes() {
        Study study = load(
                EGG_BOX + "topography.peak-height { from = 5 um, to = 9 um, count = 5 }\n"
                        + "cases = [ { topography { shape = flat, peak-height = 7 um } }\n"
                        + "{ topography.peak-height { from = 1 um, to = 2 um, count = 2 }, topography.form = [sum, product] } ]");
        assertThat(values(study, Parameter.PEAK_HEIGHT)).containsExactly(7e-6, 1e-6, 2e-6, 1e-6, 2e-6);
        assertThat(words(study, Parameter.SHAPE)).containsExactly("flat", "egg-box", "egg-box", "egg-box", "egg-box");
        assertThat(words(study, Parameter.FORM)).containsExactly("product", "sum", "sum", "product", "product");
    }

    @Test
    void overrideReplacesTheCommonPartAndEveryCaseWhole() {
        String text = EGG_BOX + "topography.peak-height { from = 1 um, to = 100 um, count = 5, scale = log }\n"
                + "cases = [ { topography.form = sum }, { topography.peak-height = 7 um } ]";
        Study listed = load(text, Map.of("topography.peak-height", "[5 um, 10 um]"));
        assertThat(values(listed, Parameter.PEAK_HEIGHT)).containsExactly(5e-6, 10e-6, 5e-6, 10e-6);
        // The file's logarithmic scale must not survive.
        Study range = load(text, Map.of("topography.peak-height", "{from=1 um, to=3 um, count=3}"));
        assertThat(values(range, Parameter.PEAK_HEIGHT)).containsExactly(1e-6, 2e-6, 3e-6, 1e-6, 2e-6, 3e-6);
    }

    @Test
    void overridesNeedNoQuotes() {
        assertThat(load(EGG_BOX, Map.of("interface.resistance", "50 ohm.cm^2"))
                        .space()
                        .point(0)
                        .number(Parameter.RESISTANCE))
                .isEqualTo(50e-4);
        assertThat(load(EGG_BOX, Map.of("interface.resistance", "\"50 Ω·cm²\""))
                        .space()
                        .point(0)
                        .number(Parameter.RESISTANCE))
                .isEqualTo(50e-4);
        assertThat(load(EGG_BOX, Map.of("topography.shape", "ridge", "study.name", "waves"))
                        .name())
                .isEqualTo("waves");
    }

    @Test
    void substitutionsSeeOverridesAndNeverTheEnvironment() {
        String text = EGG_BOX + "electrolyte.thickness = ${topography.peak-separation}\n"
                + "lithium.creep-exponent = ${?PATH}\n";
        DesignPoint point = load(text, Map.of("topography.peak-separation", "200 um"))
                .space()
                .point(0);
        assertThat(point.number(Parameter.THICKNESS)).isEqualTo(200e-6);
        assertThat(point.number(Parameter.CREEP_EXPONENT)).isEqualTo(6.6);
    }

    @Test
    void includesAreRelativeToTheIncludingFile() throws IOException {
        Files.createDirectories(folder.resolve("parts/more"));
        Files.writeString(folder.resolve("parts/a.conf"), "include \"more/b.conf\"\nlithium.creep-exponent = 3");
        Files.writeString(folder.resolve("parts/more/b.conf"), "lithium.creep-exponent = 2\ndendrite.notch = inglis");
        DesignPoint point = load("include \"parts/a.conf\"\n" + EGG_BOX).space().point(0);
        assertThat(point.number(Parameter.CREEP_EXPONENT)).isEqualTo(3);
        assertThat(point.word(Parameter.NOTCH)).isEqualTo("inglis");
    }

    @Test
    void materialGivesItsValuesAndExplicitKeysWin() {
        Study study = load(EGG_BOX + "material = [li6ps5cl, llzo]\nelectrolyte.conductivity = 7 mS/cm");
        assertThat(values(study, Parameter.CONDUCTIVITY)).containsExactly(0.7, 0.7);
        assertThat(values(study, Parameter.FRACTURE_TOUGHNESS)).containsExactly(0.23e6, 1.51e6);
    }

    @Test
    void unusedInputIsAWarningOnlyWhereNoCaseUsesIt() {
        assertThat(load(EGG_BOX + "topography.top-fraction = [0.2, 0.3]").warnings())
                .singleElement()
                .asString()
                .endsWith("study.conf:2: topography.top-fraction is given but no case uses it. Maybe another shape,"
                        + " kinetics or lithium.model is meant.");
        assertThat(load(EGG_BOX + "topography { shape = [egg-box, frustum], top-fraction = 0.3 }")
                        .warnings())
                .isEmpty();
        assertThat(load(EGG_BOX + "topography.top-fraction = 0.3, cases = [{}, { topography.shape = frustum }]")
                        .warnings())
                .isEmpty();
        assertThat(load(EGG_BOX + "material = llzo").warnings()).isEmpty();
    }

    @Test
    void nameAndDescription() {
        assertThat(load(EGG_BOX).name()).isEqualTo("study");
        Study named = load(EGG_BOX + "study { name = a-1, description = \"why, in words\" }");
        assertThat(named.name()).isEqualTo("a-1");
        assertThat(named.description()).isEqualTo("why, in words");
    }

    private Study load(String text) {
        return load(text, Map.of());
    }

    private Study load(String text, Map<String, String> overrides) {
        try {
            return StudyFile.load(Files.writeString(folder.resolve("study.conf"), text), overrides);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] values(Study study, Parameter parameter) {
        return LongStream.range(0, study.space().size())
                .mapToDouble(index -> study.space().point(index).number(parameter))
                .toArray();
    }

    private static List<String> words(Study study, Parameter parameter) {
        return LongStream.range(0, study.space().size())
                .mapToObj(index -> study.space().point(index).word(parameter))
                .toList();
    }
}
