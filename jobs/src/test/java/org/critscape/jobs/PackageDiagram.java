package org.critscape.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package diagram of docs/architecture.md: for each package, the packages and the libraries that it may import. */
record PackageDiagram(Map<String, Room> rooms) {
    private static final Pattern FRAME = Pattern.compile("<!-- packages -->(.*)<!-- /packages -->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("^(\\w+)/ .*");
    private static final Pattern ROOM = Pattern.compile("^ {2}(\\w+(?:/\\w+)*)/ .*→([^;]*)(?:;(.*))?");

    /** What one package may import, beside itself and the JDK; packages by their full names. */
    record Room(Set<String> packages, List<String> libraries) {}

    static PackageDiagram read(Path page) throws IOException {
        Matcher frame = FRAME.matcher(Files.readString(page));
        if (!frame.find()) {
            throw new IllegalStateException(page + " has lost the markers around its package diagram");
        }
        Map<String, Room> rooms = new LinkedHashMap<>();
        String module = "";
        for (String line : frame.group(1).lines().toList()) {
            Matcher head = MODULE.matcher(line);
            Matcher room = ROOM.matcher(line);
            if (head.matches()) {
                module = "org.critscape." + head.group(1);
            } else if (room.matches()) {
                Set<String> packages = new LinkedHashSet<>();
                for (String word : words(room.group(2))) {
                    packages.addAll(resolve(word, module, rooms));
                }
                rooms.put(module + "." + room.group(1).replace('/', '.'), new Room(packages, words(room.group(3))));
            } else if (!line.isBlank() && !line.startsWith("```")) {
                throw new IllegalStateException("not a line of the package diagram: " + line);
            }
        }
        return new PackageDiagram(rooms);
    }

    private static Set<String> resolve(String word, String module, Map<String, Room> above) {
        if (word.equals("all above")) {
            return Set.copyOf(above.keySet());
        }
        String prefix = "org.critscape." + word + ".";
        Set<String> wholeModule = new LinkedHashSet<>(above.keySet());
        wholeModule.removeIf(name -> !name.startsWith(prefix));
        if (!wholeModule.isEmpty()) {
            return wholeModule;
        }
        String name = module + "." + word;
        if (!above.containsKey(name)) {
            throw new IllegalStateException(word + " stands in the package diagram before its own line");
        }
        return Set.of(name);
    }

    private static List<String> words(String list) {
        return list == null
                ? List.of()
                : Pattern.compile(",")
                        .splitAsStream(list)
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList();
    }
}
