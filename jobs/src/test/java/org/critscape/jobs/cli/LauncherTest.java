package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the launcher refuses before it builds or starts anything. */
class LauncherTest {
    private static final File SOURCES = Path.of("..").toFile();

    private static void assertRefused(String variable, String value, String... parts)
            throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder("sh", "./critscape", "--version")
                .directory(SOURCES)
                .redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
        launcher.environment().put(variable, value);
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(2);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .startsWith("critscape: ")
                .contains(parts)
                .contains("Maybe");
    }

    @Test
    void optionsThatJavaDoesNotKnowAreRefused() throws Exception {
        assertRefused(
                "CRITSCAPE_JAVA_OPTS",
                "-Bogus -Xmx1g",
                "CRITSCAPE_JAVA_OPTS is -Bogus -Xmx1g but",
                "Unrecognized",
                "-Bogus");
        assertRefused("CRITSCAPE_JAVA_OPTS", "-XX:+NoSuchThing", "CRITSCAPE_JAVA_OPTS", "NoSuchThing");
        // The cause stands in the second line of what Java says.
        assertRefused(
                "CRITSCAPE_JAVA_OPTS",
                "-Xmx1g -Xms2g",
                "Error occurred during initialization of VM; Initial heap size set to a larger value");
    }

    @Test
    void aJavaThatIsNotThereIsNamed() throws Exception {
        assertRefused("JAVA_HOME", "/there/is/no/java", "JAVA_HOME is /there/is/no/java but");
    }
}
