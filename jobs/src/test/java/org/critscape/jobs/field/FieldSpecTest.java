package org.critscape.jobs.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification lists exactly the quantities that are written. */
class FieldSpecTest {
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "interface.csv",
                    Quantity.OF_INTERFACE.stream().map(FieldSpecTest::line).toList(),
            "electrolyte.vtu",
                    Quantity.OF_ELECTROLYTE.stream().map(FieldSpecTest::line).toList(),
            "lithium.vtu", Quantity.OF_LITHIUM.stream().map(FieldSpecTest::line).toList());

    static Stream<String> files() {
        return WRITTEN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void specificationListsTheQuantitiesOfTheCode(String file) throws IOException {
        String section = Pattern.compile("^## ", Pattern.MULTILINE)
                .splitAsStream(Files.readString(Path.of("docs", "fields.md")))
                .filter(text -> text.startsWith("`" + file + "`"))
                .findFirst()
                .orElseThrow();
        List<String> specified =
                section.lines().filter(line -> line.startsWith("| `")).toList();
        assertThat(specified).isEqualTo(WRITTEN.get(file));
    }

    private static String line(Quantity<?> quantity) {
        return "| `%s` | %s | %s |".formatted(quantity.name(), quantity.unit(), quantity.description());
    }
}
