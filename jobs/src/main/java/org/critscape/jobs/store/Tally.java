package org.critscape.jobs.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.critscape.jobs.table.CaseStatus;

/**
 * How many cases ended how.
 *
 * @param counts by status, and where there is a failure by {@code status/failure code}
 */
public record Tally(Map<String, Long> counts) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(Map.of());

    /** Copies the map, in the order of its words. */
    public Tally {
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** The tally of rows of the case table. */
    public static Tally of(Iterable<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : rows) {
            String code = row.getAs("failure_code");
            String status = row.getAs("status");
            counts.merge(code == null ? status : status + "/" + code, 1L, Long::sum);
        }
        return new Tally(counts);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Tally(sum);
    }

    /** What is left when a part is taken away. */
    public Tally minus(Tally part) {
        Map<String, Long> rest = new TreeMap<>(counts);
        part.counts.forEach((kind, count) -> rest.merge(kind, -count, Long::sum));
        rest.values().removeIf(count -> count == 0);
        return new Tally(rest);
    }

    /** Number of cases. */
    public long cases() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of cases with this status. */
    public long of(CaseStatus status) {
        return counts.entrySet().stream()
                .filter(entry -> status(entry.getKey()).equals(status.word()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Number of cases by status. */
    public Map<String, Long> statuses() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> status(entry.getKey()), Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    /** Number of cases by failure code. */
    public Map<String, Long> failures() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().contains("/"))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(entry.getKey().indexOf('/') + 1),
                        Map.Entry::getValue,
                        Long::sum,
                        TreeMap::new));
    }

    private static String status(String kind) {
        int slash = kind.indexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }

    /** One line, as it is noted in the files: {@code solved=12,unconverged/CREEP_NEWTON=1}. */
    public String text() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Tally parse(String text) {
        Map<String, Long> counts = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no tally: " + text);
            }
            counts.put(part.substring(0, equals), Long.parseLong(part.substring(equals + 1)));
        }
        return new Tally(counts);
    }
}
