package org.critscape.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** The modules that Spark wants opened are opened: in the manifest of the jar, and in the JVM of the tests. */
class SparkModulesTest {
    private static final List<String> WANTED = Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
            .filter(option -> option.startsWith("--add-opens="))
            .toList();

    @Test
    void manifestOpensThem() throws IOException {
        Matcher opens =
                Pattern.compile("<spark.opens>(.*)</spark.opens>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(opens.find()).isTrue();
        assertThat(opens.group(1).split(" "))
                .containsExactlyInAnyOrderElementsOf(WANTED.stream()
                        .map(option -> option.replace("--add-opens=", "").replace("=ALL-UNNAMED", ""))
                        .toList());
    }

    @Test
    void testsOpenThem() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(WANTED);
    }
}
