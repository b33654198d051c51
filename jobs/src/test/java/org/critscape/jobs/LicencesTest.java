package org.critscape.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every library that is shipped may be shipped under Apache 2.0. Reads the bill of materials that {@code mvn -Psbom package}
 * writes: {@code -Dcritscape.sbom=FILE}.
 */
class LicencesTest {
    /** Where a library names several licences the user has the choice, so that one of these is enough. */
    private static final Pattern TAKEN = Pattern.compile(
            "Apache-2\\.0|0BSD|BSD-[234]-Clause|MIT|EPL-2\\.0|CC0-1\\.0|Unicode-3\\.0|\\(CDDL-1\\.0 OR .*\\)");

    /** Their poms name none; their jars hold the Apache License. */
    private static final Set<String> LOOKED_UP = Set.of("oro", "datasketches-memory", "xbean-asm9-shaded");

    @Test
    @EnabledIfSystemProperty(named = "critscape.sbom", matches = ".+")
    void everyLibraryMayBeShipped() throws IOException {
        JsonNode components = new ObjectMapper()
                .readTree(Path.of(System.getProperty("critscape.sbom")).toFile())
                .path("components");
        assertThat(components).hasSizeGreaterThan(100);
        List<String> refused = new ArrayList<>();
        for (JsonNode component : components) {
            String name = component.path("name").asText();
            List<String> licences = new ArrayList<>();
            component.path("licenses").forEach(choice -> licences.add(licence(choice)));
            if (!LOOKED_UP.contains(name)
                    && licences.stream().noneMatch(text -> TAKEN.matcher(text).matches())) {
                refused.add(name + " " + licences);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void copyleftIsNotTaken() {
        assertThat(List.of("GPL-2.0-only", "LGPL-2.1-only", "AGPL-3.0", "GPL-2.0-with-classpath-exception", ""))
                .noneMatch(text -> TAKEN.matcher(text).matches());
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return licence.path("id")
                .asText(licence.path("name").asText(choice.path("expression").asText()));
    }
}
