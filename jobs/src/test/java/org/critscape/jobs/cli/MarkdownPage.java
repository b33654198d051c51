package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documents, as far as tests look at it. */
record MarkdownPage(Path file, String text) {
    /** The folder of the sources, from that of a module. */
    static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *$", Pattern.MULTILINE);

    /** Every page of the project; what studies and builds write is none. */
    static List<MarkdownPage> all() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>();
        for (String place : List.of("", "docs", "solver/docs", "jobs/docs", "conf", "infra", "notebooks")) {
            Path folder = ROOT.resolve(place);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder, place.isEmpty() ? 1 : Integer.MAX_VALUE)) {
                    files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .forEach(file -> pages.add(read(file)));
                }
            }
        }
        return pages;
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of all blocks in a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Code within sentences and tables, where a bar is written with a backslash. */
    List<String> inlineCode() {
        return INLINE.matcher(withoutBlocks())
                .results()
                .map(code -> code.group(1).replace("\\|", "|").replace('\n', ' '))
                .toList();
    }

    /** Where links and pictures lead. */
    List<String> links() {
        String prose = INLINE.matcher(withoutBlocks()).replaceAll("");
        return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    /** Names of the headings as GitHub makes them: lower case, blanks as hyphens, no other signs, repeats numbered. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (MatchResult heading : HEADING.matcher(withoutBlocks()).results().toList()) {
            String words = heading.group(1).replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1");
            String name = words.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                    .replace(' ', '-');
            int before = seen.merge(name, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? name : name + "-" + before);
        }
        return anchors;
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** The page's path below the sources. */
    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
