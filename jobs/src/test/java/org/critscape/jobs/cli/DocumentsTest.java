package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.table.CaseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents promise: links that lead somewhere, command lines that the program takes, studies that load. */
class DocumentsTest {
    private static final Path ROOT = MarkdownPage.ROOT;
    private static final Pattern STUDY_NAME = Pattern.compile("^# (\\S+\\.conf)\\n");
    private static final Pattern COMMAND_ROW = Pattern.compile("^\\| `critscape ([a-z ]+?)(?: [^a-z`][^`]*)?` \\|");
    private static final Pattern OPTION = Pattern.compile("[ `](--?[a-z][a-z0-9-]*)");

    private static final Pattern CODE = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern KEY = Pattern.compile(
            "(topography|electrolyte|interface|lithium|dendrite|operation|solver)\\.(?!vtu|csv)[a-z-]+( = [^,]+)?");

    /** What a document writes for a value of the reader's own, and a value of that kind. */
    private static final Map<String, String> PLACEHOLDERS =
            Map.of("N", "1", "TIME", "1 h", "KEY=VALUE", "study.name=x");

    /** Options that the table of commands may leave out. */
    private static final Set<String> COMMON = Set.of("--stacktrace", "--help");

    @TempDir
    private Path folder;

    static List<MarkdownPage> pages() throws IOException {
        return MarkdownPage.all();
    }

    private static CommandLine program() {
        return Main.commandLine(SampleCases::solve, Instant.EPOCH);
    }

    /** The command that words name, one below the other; of other words it takes no notice. */
    private static CommandLine command(String words) {
        CommandLine command = program();
        for (String word : words.split(" ", -1)) {
            command = command.getSubcommands().getOrDefault(word, command);
        }
        return command;
    }

    @Test
    void thereArePagesInEveryPlace() throws IOException {
        assertThat(pages().stream().map(MarkdownPage::toString))
                .contains("README.md", "docs/README.md", "solver/docs/theory.md", "jobs/docs/table-spec.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesAndHeadings(MarkdownPage page) throws IOException {
        for (String link : page.links()) {
            if (link.matches("[a-z]+:.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page.file()
                    : page.file().resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s links to %s", page, link).exists();
            if (parts.length == 2) {
                assertThat(MarkdownPage.read(target).anchors())
                        .as("headings that %s links to by %s", page, link)
                        .contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theProgramTakesTheCommandLines(MarkdownPage page) {
        for (String line : commandLines(page)) {
            String[] arguments = arguments(line);
            assertThatCode(() -> program().parseArgs(arguments))
                    .as("%s: %s", page, line)
                    .doesNotThrowAnyException();
            for (String argument : arguments) {
                if (argument.endsWith(".conf")) {
                    assertThat(ownStudies(page).contains(argument) || Files.exists(ROOT.resolve(argument)))
                            .as("%s: %s of %s exists", page, argument, line)
                            .isTrue();
                }
            }
        }
    }

    /** Keys that a command line sets are keys of the study, and the values are among those allowed. */
    @ParameterizedTest
    @MethodSource("pages")
    void studiesTakeWhatCommandLinesSet(MarkdownPage page) {
        for (String line : commandLines(page)) {
            CommandLine.ParseResult parsed = program().parseArgs(arguments(line));
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            Map<String, String> set = parsed.matchedOptionValue("--set", Map.of());
            String study = parsed.commandSpec().name().equals("paper")
                    ? "conf/paper.conf"
                    : parsed.matchedPositionalValue(0, (Object) "").toString();
            if (!set.isEmpty() && Files.isRegularFile(ROOT.resolve(study))) {
                assertThatCode(() -> StudyFile.load(ROOT.resolve(study), set))
                        .as("%s: %s", page, line)
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Commands named in a sentence exist, and so do the options named with them. */
    @ParameterizedTest
    @MethodSource("pages")
    void namedCommandsAndOptionsExist(MarkdownPage page) {
        for (String code : page.inlineCode()) {
            if (code.startsWith("critscape ") && !code.contains("…")) {
                CommandLine command = command(code);
                assertThat(command.getParent()).as("%s: %s", page, code).isNotNull();
                List<String> options = Arrays.stream(code.split(" ", -1))
                        .filter(word -> word.startsWith("-"))
                        .toList();
                assertThat(options)
                        .as("%s: %s", page, code)
                        .isSubsetOf(command.getCommandSpec().optionsMap().keySet());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printedStudiesLoad(MarkdownPage page) throws IOException {
        for (String block : page.blocks("hocon")) {
            if (STUDY_NAME.matcher(block).find()) {
                // In the folder of the sources, where the paths of a page begin.
                Path maps = ROOT.resolve("conf").toAbsolutePath().normalize();
                Path study =
                        Files.writeString(folder.resolve("study.conf"), block.replace("\"conf/", "\"" + maps + "/"));
                assertThat(StudyFile.load(study, Map.of()).warnings())
                        .as("%s: %s", page, block)
                        .isEmpty();
            }
        }
    }

    /** The table of commands has every command, and in its row every option but those that all have. */
    @Test
    void theReadmeListsAllCommandsWithTheirOptions() {
        Set<String> listed = new TreeSet<>();
        for (String row :
                MarkdownPage.read(ROOT.resolve("README.md")).text().lines().toList()) {
            Matcher command = COMMAND_ROW.matcher(row);
            if (command.find()) {
                String name = command.group(1);
                listed.add(name.split(" ", -1)[0]);
                if (!name.equals("help")) {
                    requireOptions(row, command(name).getCommandSpec());
                }
            }
        }
        assertThat(listed).isEqualTo(new TreeSet<>(program().getSubcommands().keySet()));
    }

    /** Keys of inputs named anywhere are keys. */
    @ParameterizedTest
    @MethodSource("pages")
    void namedKeysExist(MarkdownPage page) {
        Set<String> keys =
                Arrays.stream(Parameter.values()).map(Parameter::path).collect(Collectors.toSet());
        assertThat(page.inlineCode())
                .as(page.toString())
                .filteredOn(code -> KEY.matcher(code).matches())
                .allSatisfy(code -> assertThat(keys).contains(code.split(" ", -1)[0]));
    }

    /** Of every row of the glossary the columns exist; of closures and data sets other tests know them. */
    @Test
    void theGlossaryNamesColumnsThatExist() {
        Set<String> columns = Set.of(CaseTable.TABLE.schema().fieldNames());
        List<String> named = new ArrayList<>();
        for (String row : MarkdownPage.read(ROOT.resolve("docs/glossary.md"))
                .text()
                .lines()
                .toList()) {
            String[] cells = row.split("\\|", -1);
            if (cells.length == 7 && !cells[5].contains(" of ")) {
                CODE.matcher(cells[5]).results().forEach(code -> named.add(code.group(1)));
            }
        }
        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(columns).contains(name));
    }

    /** Classes named in the theory exist. */
    @Test
    void theTheoryNamesClassesThatExist() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("solver/src/main/java"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.replace(".java", "")));
        }
        assertThat(MarkdownPage.read(ROOT.resolve("solver/docs/theory.md")).inlineCode())
                .filteredOn(code -> code.matches("[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z]+)?"))
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(classes).contains(code.split("\\.", -1)[0]));
    }

    static Stream<Path> decisions() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("solver", "jobs")) {
            try (Stream<Path> found = Files.list(ROOT.resolve(module).resolve("docs/decisions"))) {
                found.sorted().forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsCallThemselvesByTheNumberOfTheirFile(Path file) throws IOException {
        assertThat(file.getFileName().toString()).matches("\\d{4}-[a-z-]+\\.md");
        int number = Integer.parseInt(file.getFileName().toString().substring(0, 4));
        assertThat(Files.readString(file)).startsWith("# " + number + " ");
    }

    /** Whole command lines, each from the program's name on. */
    private static List<String> commandLines(MarkdownPage page) {
        Stream<String> shell = page.blocks("sh").stream()
                .flatMap(block -> block.replace("\\\n", " ").lines());
        return Stream.concat(shell, page.inlineCode().stream())
                .filter(line -> line.contains("./critscape ") && !line.contains("…"))
                .map(line -> line.substring(line.indexOf("./critscape ")))
                .toList();
    }

    /** Words of a command line as a shell would split them, up to a comment or the end of the command. */
    private static String[] arguments(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\G\\s*((?:\"[^\"]*\"|'[^']*'|[^\\s\"'#;|&>])+)")
                .matcher(line);
        while (word.find()) {
            String bare = word.group(1).replaceAll("[\"']", "").replaceAll("\\$\\w+", "1");
            words.add(PLACEHOLDERS.getOrDefault(bare, bare));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    private static Set<String> ownStudies(MarkdownPage page) {
        Set<String> names = new TreeSet<>();
        for (String block : page.blocks("hocon")) {
            Matcher name = STUDY_NAME.matcher(block);
            if (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    /** The first and the last cell of a row name every option, by one of its names, and none that is not there. */
    private static void requireOptions(String row, CommandLine.Model.CommandSpec command) {
        String first = row.substring(0, row.indexOf(" | "));
        Set<String> named = OPTION.matcher(first + row.substring(row.lastIndexOf(" | ")))
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toSet());
        assertThat(named).as(row).isSubsetOf(command.optionsMap().keySet());
        named.addAll(COMMON);
        assertThat(command.options())
                .as(row)
                .allSatisfy(option -> assertThat(option.names()).containsAnyElementsOf(named));
    }
}
