package org.critscape.jobs.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Consecutive cases that are stored together, in one file of each table.
 *
 * @param first index of the first case
 * @param end index behind the last case
 */
public record Chunk(long first, long end) implements Comparable<Chunk> {
    private static final Pattern NAME = Pattern.compile("[a-z]+-(\\d{12})-(\\d{12})\\.parquet");

    /** Checks that there is a case. */
    public Chunk {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException("no chunk goes from " + first + " to " + end);
        }
    }

    /** Number of cases. */
    public long size() {
        return end - first;
    }

    /** Name of its file in a table: the order of the names is that of the cases. */
    String fileName(String table) {
        return String.format(Locale.ROOT, "%s-%012d-%012d.parquet", table, first, end);
    }

    /** The chunk whose file has this name; empty where the name is another one. */
    static Optional<Chunk> ofFileName(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(matcher.group(1));
        long end = Long.parseLong(matcher.group(2));
        return end > first ? Optional.of(new Chunk(first, end)) : Optional.empty();
    }

    @Override
    public int compareTo(Chunk other) {
        int byFirst = Long.compare(first, other.first);
        return byFirst == 0 ? Long.compare(end, other.end) : byFirst;
    }
}
