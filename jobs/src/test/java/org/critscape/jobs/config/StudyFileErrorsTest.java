package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to get a study wrong ends in one whole message. */
class StudyFileErrorsTest {
    /** A sound first line, so that the slip stands in the second. */
    private static final String SOUND =
            "topography { shape = egg-box, peak-height = 25 um, peak-separation = 150 um }\n";

    private static final String SHAPES = "one of flat, egg-box, square-pyramid, frustum, ridge, height-map, rough";
    private static final String LENGTH = "a length between 0.01 um and 1000 um";
    private static final String RESISTANCE = "an area resistance between 0.0001 ohm.cm^2 and 100000 ohm.cm^2";

    private static final String TOO_DEEP =
            "the file is nested too deeply but must be braces and brackets within at most"
                    + " 100 others. Maybe a brace is not closed, or the file is no configuration.";

    @TempDir
    Path folder;

    /** The pairs of slips.txt. */
    static Stream<Arguments> slips() throws IOException {
        try (InputStream in = Objects.requireNonNull(StudyFileErrorsTest.class.getResourceAsStream("slips.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return IntStream.range(0, lines.size() / 2)
                    .mapToObj(pair -> arguments(
                            lines.get(2 * pair), lines.get(2 * pair + 1).strip()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void slipInTheSecondLineNamesFileAndLine(String line, String message) {
        assertThat(messageOf(SOUND + line, Map.of())).isEqualTo("study.conf:2: " + message);
    }

    static Stream<Arguments> wholeFiles() {
        return Stream.of(
                arguments(
                        "",
                        "topography.shape is missing but must be " + SHAPES
                                + ". Maybe add topography.shape = egg-box."),
                arguments(
                        "topography { shape = frustum, peak-separation = 150 um }",
                        "topography.peak-height is missing but must be " + LENGTH
                                + ". Maybe add topography.peak-height = \"25 um\"."),
                arguments(
                        "topography { shape = [flat, frustum], peak-separation = 150 um }",
                        "topography.peak-height is missing but must be " + LENGTH
                                + ". Maybe add topography.peak-height = \"25 um\"."),
                arguments(
                        SOUND + "dendrite { half-opening = 20 nm, flat-critical-current = \"1 mA/cm^2\" }",
                        "width of the flaw is given twice, by dendrite.half-opening and"
                                + " dendrite.flat-critical-current but must be given by one of them. Maybe remove"
                                + " dendrite.flat-critical-current, which is a result with the other."),
                arguments("a = " + "[".repeat(101) + "]".repeat(101), TOO_DEEP),
                arguments("a { ".repeat(20_000) + "}".repeat(20_000), TOO_DEEP),
                arguments(
                        SOUND + "include \"absent.conf\"",
                        "include is \"absent.conf\" but must be a file that exists, relative to the including one. Maybe its name is misspelt."),
                arguments(
                        SOUND + "include classpath(\"reference.conf\")",
                        "include is classpath(reference.conf) but must be a file. Maybe copy it beside the study."),
                arguments(
                        SOUND + "include url(\"http://localhost/x.conf\")",
                        "include is url(http://localhost/x.conf) but must be a file. Maybe copy it beside the study."),
                arguments(
                        SOUND + "study.name = \"../elsewhere\"",
                        "study.name is \"../elsewhere\" but must be letters, digits, dots, dashes and underscores, the first a letter or digit. Maybe set study.name = \"study-1\"."),
                arguments(
                        SOUND
                                + thousandMillions("topography.peak-height")
                                + thousandMillions("topography.peak-separation")
                                + thousandMillions("electrolyte.thickness"),
                        "number of cases is above 9223372036854775807 but must be at most 9223372036854775807. Maybe lower the count of a range."));
    }

    private static String thousandMillions(String key) {
        return key + " = { from = 1 um, to = 2 um, count = 1000000000 }\n";
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void errorOfTheWholeNamesTheFile(String text, String message) {
        assertThat(messageOf(text, Map.of())).isEqualTo("study.conf: " + message);
    }

    static Stream<Arguments> overrides() {
        String syntax =
                " but must be a value, a list [a, b], or a range {from = a, to = b, count = 8}. Maybe put the whole argument in single quotes: 'interface.resistance=[5 um, 10 um]'.";
        return Stream.of(
                arguments(
                        "interface.resistence",
                        "15 ohm.cm^2",
                        "interface.resistence is not a key known here. Maybe you meant interface.resistance."),
                arguments(
                        "interface.resistance",
                        "15",
                        "interface.resistance is \"15\", without a unit, but must be " + RESISTANCE
                                + ". Maybe you meant \"15 ohm.cm^2\"."),
                arguments("interface.resistance", "", "interface.resistance is empty" + syntax),
                arguments("interface.resistance", "[15 ohm.cm^2", "interface.resistance is [15 ohm.cm^2" + syntax),
                arguments("interface.resistance", "${x}", "interface.resistance is ${x}" + syntax),
                arguments("cases", "[]", "cases is not a key known here. Maybe you meant design.cases."),
                arguments(
                        "",
                        "15",
                        "the key is empty but must be a configuration key. Maybe --set 'topography.peak-height=25 um'."));
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void errorOfAnOverrideNamesIt(String key, String value, String message) {
        assertThat(messageOf(SOUND, Map.of(key, value))).isEqualTo("--set: " + message);
    }

    @Test
    void aMissingBraceOrBracketIsNamedWhereItOpens() {
        String brace = "the brace { that opens here is not closed. Maybe add } where its group ends.";
        String bracket = "the bracket [ that opens here is not closed. Maybe add ] where its list ends.";
        assertThat(messageOf("# A }\ntopography { shape = flat\n\n", Map.of())).isEqualTo("study.conf:2: " + brace);
        assertThat(messageOf("\ntopography.shape = [flat\nmaterial = llzo\n", Map.of()))
                .isEqualTo("study.conf:2: " + bracket);
        assertThat(messageOf("topography {\n shape = [flat, \"]\"\n}\n", Map.of()))
                .isEqualTo("study.conf:2: " + bracket);
    }

    @Test
    void slipInAnIncludedFileNamesThatFile() throws IOException {
        Files.writeString(folder.resolve("common.conf"), "\n\nlithium.creep-exponent = 9");
        assertThat(messageOf("include \"common.conf\"\n" + SOUND, Map.of()))
                .isEqualTo("common.conf:3: lithium.creep-exponent is \"9\" but must be a plain number between 1 and 8."
                        + " Maybe take 6.6, a usual value.");
    }

    @Test
    void rangeOfTwoFilesNamesBoth() throws IOException {
        Files.writeString(folder.resolve("common.conf"), "topography.peak-height { from = 5 um }");
        assertThat(messageOf(
                        "include \"common.conf\"\ntopography { shape = flat, peak-height { to = 9 um } }", Map.of()))
                .isEqualTo("merge of study.conf: 2,common.conf: 1: topography.peak-height is a range without count but"
                        + " must be a range with from, to and count, and optionally scale. Maybe add count.");
    }

    @Test
    void includesThatGoInCirclesEnd() throws IOException {
        Files.writeString(folder.resolve("other.conf"), "include \"../" + folder.getFileName() + "/study.conf\"");
        assertThat(messageOf("include \"other.conf\"", Map.of()))
                .startsWith("other.conf: include is ")
                .endsWith("but must be a file that does not lead back here. Maybe move the common part to a third.");
    }

    @Test
    void missingFileAndFolder() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> StudyFile.load(folder.resolve("absent.conf"), Map.of()))
                .withMessage(
                        "%s: this path is no file that can be read but must be a configuration file. Maybe"
                                + " conf/quickstart.conf.",
                        folder.resolve("absent.conf"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> StudyFile.load(folder, Map.of()))
                .withMessage(
                        "%s: this path is a folder but must be a configuration file. Maybe conf/quickstart.conf.",
                        folder);
    }

    /** The message, with the temporary folder taken out. */
    private String messageOf(String text, Map<String, String> overrides) {
        try {
            StudyFile.load(Files.writeString(folder.resolve("study.conf"), text), overrides);
            return "no error";
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage()).replace(folder + "/", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
