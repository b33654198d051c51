package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of the notebooks: whole runs without errors, nothing of one machine, command lines that are taken. */
class NotebooksTest {
    private static final Path FOLDER = MarkdownPage.ROOT.resolve("notebooks");
    private static final long LARGEST_BYTES = 400_000;

    /** Paths from the root of a file system, but for those of an address on the network or of an empty device. */
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?<![\\w.:/<-])/(?!dev/null)[A-Za-z][\\w.-]*/[\\w.-]+|[A-Z]:\\\\\\w+");

    private static final Pattern WRITTEN = Pattern.compile("> (\\S+\\.conf) <<");
    private static final Pattern INLINE = Pattern.compile("`(\\./critscape [^`]+)`");

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theIndexNamesEveryNotebook() throws IOException {
        List<String> links = MarkdownPage.read(FOLDER.resolve("README.md")).links();
        assertThat(notebooks())
                .isNotEmpty()
                .allSatisfy(notebook ->
                        assertThat(links).contains(notebook.getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void wereRunFromTheFirstCellToTheLast(Path notebook) throws IOException {
        JsonNode content = read(notebook);
        assertThat(content.path("nbformat").asInt()).isEqualTo(4);
        assertThat(content.at("/metadata/kernelspec/name").asText()).isEqualTo("critscape");
        List<JsonNode> code = cells(content, "code");
        assertThat(code.stream().map(cell -> cell.path("execution_count").asInt()))
                .as("order of execution")
                .isEqualTo(IntStream.rangeClosed(1, code.size()).boxed().toList());
        assertThat(outputs(content))
                .as("outputs")
                .noneMatch(output -> output.path("output_type").asText().equals("error"))
                .anyMatch(output -> output.at("/data").has("image/png"))
                .anyMatch(output -> output.at("/data").has("text/html"));
        assertThat(Files.size(notebook)).as("bytes").isLessThan(LARGEST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void nameNothingOfOneMachine(Path notebook) throws IOException {
        JsonNode content = read(notebook);
        List<String> texts = new ArrayList<>();
        cells(content, "code").forEach(cell -> texts.add(text(cell.path("source"))));
        for (JsonNode output : outputs(content)) {
            texts.add(text(output.path("text")));
            texts.add(text(output.at("/data").path("text/html")));
            texts.add(text(output.at("/data").path("text/plain")));
        }
        String tables =
                Pattern.compile("</\\w+>").matcher(String.join("\n", texts)).replaceAll(" ");
        assertThat(ABSOLUTE.matcher(tables).results().map(found -> found.group()))
                .isEmpty();
        assertThat(tables).doesNotContain("\tat org.", "\tat java.");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void theProgramTakesTheCommandLines(Path notebook) throws IOException {
        JsonNode content = read(notebook);
        String code = cells(content, "code").stream()
                .map(cell -> text(cell.path("source")))
                .collect(Collectors.joining("\n"));
        List<String> lines = new ArrayList<>();
        code.replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("./critscape "))
                .forEach(lines::add);
        INLINE.matcher(prose(content)).results().forEach(found -> lines.add(found.group(1)));
        List<String> written =
                WRITTEN.matcher(code).results().map(study -> study.group(1)).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            // Words of the shell that send a stream elsewhere.
            String[] arguments = DocumentsTest.arguments(line.replaceAll(" [0-9]>\\S+", ""));
            assertThatCode(() -> DocumentsTest.program().parseArgs(arguments)).doesNotThrowAnyException();
            assertThat(arguments)
                    .filteredOn(argument -> argument.endsWith(".conf") && !written.contains(argument))
                    .allSatisfy(study ->
                            assertThat(MarkdownPage.ROOT.resolve(study)).exists());
        });
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void linksLeadToFiles(Path notebook) throws IOException {
        Matcher address = Pattern.compile("[a-z]+:.*").matcher("");
        assertThat(new MarkdownPage(notebook, prose(read(notebook))).links())
                .isNotEmpty()
                .filteredOn(link -> !address.reset(link).matches())
                .allSatisfy(link -> assertThat(notebook.resolveSibling(link.replaceAll("#.*", ""))
                                .normalize())
                        .exists());
    }

    private static JsonNode read(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile());
    }

    private static String prose(JsonNode notebook) {
        return cells(notebook, "markdown").stream()
                .map(cell -> text(cell.path("source")))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<JsonNode> cells(JsonNode notebook, String type) {
        List<JsonNode> cells = new ArrayList<>();
        notebook.path("cells").forEach(cells::add);
        cells.removeIf(cell -> !cell.path("cell_type").asText().equals(type));
        return cells;
    }

    private static List<JsonNode> outputs(JsonNode notebook) {
        List<JsonNode> outputs = new ArrayList<>();
        cells(notebook, "code").forEach(cell -> cell.path("outputs").forEach(outputs::add));
        return outputs;
    }

    /** Text that a notebook holds as a word or as a list of lines. */
    private static String text(JsonNode lines) {
        if (lines.isTextual()) {
            return lines.asText();
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
