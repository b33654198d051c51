package org.critscape.jobs.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the brace or bracket that a file leaves open, which the parser notices only at the file's end. */
final class OpenBrackets {
    /** Texts in quotes and comments, whose brackets do not count; else a bracket or the end of a line. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"+|\"(?:\\\\.|[^\"\\\\\\n])*\"|(?:#|//)[^\\n]*|[\\[\\]{}\\n]", Pattern.DOTALL);

    private OpenBrackets() {}

    /**
     * A bracket without its partner.
     *
     * @param name "brace {" or "bracket ["
     * @param line where it stands, 1 for the first
     */
    record Open(String name, int line) {}

    /** The innermost one that is open at the end of a file, or where another kind closes; empty where there is none. */
    static Optional<Open> of(Path file) {
        try {
            return of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty(); // The parser has said so, or the file is gone since.
        }
    }

    static Optional<Open> of(String text) {
        Deque<Open> open = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(text);
        int line = 1;
        while (matcher.find()) {
            String token = matcher.group();
            if (token.equals("{") || token.equals("[")) {
                open.push(new Open(token.equals("{") ? "brace {" : "bracket [", line));
            } else if (token.equals("}") || token.equals("]")) {
                String partner = token.equals("}") ? "brace {" : "bracket [";
                if (open.isEmpty()) {
                    return Optional.empty();
                }
                if (!open.peek().name().equals(partner)) {
                    return Optional.of(open.peek());
                }
                open.pop();
            }
            line += (int) token.chars().filter(c -> c == '\n').count();
        }
        return Optional.ofNullable(open.peek());
    }
}
