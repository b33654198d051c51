package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkDefaultsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("spark.critscape.first");
        System.clearProperty("spark.critscape.second");
    }

    @Test
    void settingsAreReadAndThoseGivenStay() throws IOException {
        Files.writeString(
                folder.resolve("spark-defaults.conf"),
                "# of a cluster\nspark.critscape.first  one two \nspark.critscape.second=2\nother.key 3\n");
        System.setProperty("spark.critscape.second", "given");
        SparkDefaults.load(Map.of("SPARK_CONF_DIR", folder.toString()));
        assertThat(System.getProperty("spark.critscape.first")).isEqualTo("one two");
        assertThat(System.getProperty("spark.critscape.second")).isEqualTo("given");
        assertThat(System.getProperty("other.key")).isNull();
    }

    @Test
    void noFolderOrNoFileIsNoSetting() {
        assertThatCode(() -> SparkDefaults.load(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> SparkDefaults.load(Map.of("SPARK_CONF_DIR", folder.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> SparkDefaults.load(Map.of("SPARK_CONF_DIR", "/there/is/none")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SPARK_CONF_DIR is /there/is/none but must be")
                .hasMessageContaining("Maybe unset");
    }
}
