package org.critscape.jobs.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.critscape.jobs.store.StudyFolder;

/** SHA-256 of every file of a folder, in the form that {@code sha256sum --check} reads. */
final class Checksums {
    static final String FILE = "checksums.txt";
    private static final String GAP = "  ";

    private Checksums() {}

    /** The lines of a folder's files, but for the one that will hold them. */
    static String text(Path folder) throws IOException {
        return of(folder).entrySet().stream()
                .map(entry -> entry.getValue() + GAP + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** By name, in the order of the names. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file) && !name.equals(FILE)) {
                    sums.put(name, StudyFolder.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return sums;
    }

    /** What is noted in a folder, by name; lines that are none are left out. */
    static Map<String, String> noted(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(FILE));
        for (String line : lines) {
            int gap = line.indexOf(GAP);
            if (gap > 0) {
                sums.put(line.substring(gap + GAP.length()), line.substring(0, gap));
            }
        }
        return sums;
    }
}
