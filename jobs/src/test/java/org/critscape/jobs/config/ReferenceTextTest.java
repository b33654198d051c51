package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.material.MaterialPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents are what the catalogue says, and read back as what they say. */
class ReferenceTextTest {
    private static final Path CONF = Path.of("..", "conf");
    private static final String REWRITE = "critscape.rewrite";

    @TempDir
    Path folder;

    @Test
    void referenceIsTheCatalogue() throws IOException {
        compare(CONF.resolve("reference.conf"), ReferenceText.reference());
    }

    @ParameterizedTest
    @EnumSource(MaterialPreset.class)
    void materialFileIsThePreset(MaterialPreset material) throws IOException {
        compare(materialFile(material), ReferenceText.material(material));
    }

    private static void compare(Path file, String expected) throws IOException {
        if (Boolean.getBoolean(REWRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("Maybe rewrite it: mvn -pl jobs -am test -Dtest=ReferenceTextTest -D" + REWRITE
                        + "=true -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(expected);
    }

    @Test
    void referenceNamesEveryKeyAndReadsBackAsTheDefaults() throws IOException {
        String reference = ReferenceText.reference();
        assertThat(Parameter.values())
                .allSatisfy(parameter -> assertThat(reference)
                        .containsPattern("(?m)^ *(# )?"
                                + parameter.path().substring(parameter.path().indexOf('.') + 1) + " = "));
        DesignPoint read = load("include \"reference.conf\"\n" + geometry());
        DesignPoint defaults = load(geometry());
        assertThat(read).isEqualTo(defaults);
    }

    @ParameterizedTest
    @EnumSource(MaterialPreset.class)
    void includedMaterialIsTheSameCaseAsNamedMaterial(MaterialPreset material) throws IOException {
        String name = material.name().toLowerCase(Locale.ROOT);
        DesignPoint included = load("include \"materials/" + name + ".conf\"\n" + geometry());
        DesignPoint named = load("material = " + name + "\n" + geometry());
        assertThat(included).isEqualTo(named);
        assertThat(included.toCase().electrolyte()).isEqualTo(material.electrolyte());
        assertThat(included.toCase().kinetics()).isEqualTo(material.kinetics());
        assertThat(included.toCase().lithium()).isEqualTo(material.lithium());
    }

    private static String geometry() {
        return "topography { shape = egg-box, peak-height = \"25 um\", peak-separation = \"150 um\" }\n";
    }

    private DesignPoint load(String text) throws IOException {
        Files.createDirectories(folder.resolve("materials"));
        Files.writeString(folder.resolve("reference.conf"), ReferenceText.reference());
        for (MaterialPreset material : MaterialPreset.values()) {
            Files.writeString(
                    folder.resolve("materials/" + material.name().toLowerCase(Locale.ROOT) + ".conf"),
                    ReferenceText.material(material));
        }
        Path file = Files.writeString(folder.resolve("study.conf"), text);
        return StudyFile.load(file, Map.of()).space().point(0);
    }

    private static Path materialFile(MaterialPreset material) {
        return CONF.resolve("materials").resolve(material.name().toLowerCase(Locale.ROOT) + ".conf");
    }
}
