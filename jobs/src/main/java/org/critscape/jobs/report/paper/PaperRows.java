package org.critscape.jobs.report.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one closure, by surface and condition. */
public final class PaperRows {
    private record Key(Surface surface, Condition condition) {}

    private final Map<Key, PaperRow> rows = new HashMap<>();

    /** Of two rows of one case the first counts; they are equal. */
    public PaperRows(List<PaperRow> rows) {
        rows.forEach(row -> this.rows.putIfAbsent(new Key(row.surface(), row.condition()), row));
    }

    /** A result; empty where the case is not there or has no such number. */
    public Optional<Estimate> find(Surface surface, Condition condition, Measure measure) {
        return row(surface, condition).map(row -> row.estimates().get(measure));
    }

    /** A row; empty where the study has no such case, or it is not solved yet. */
    Optional<PaperRow> row(Surface surface, Condition condition) {
        return Optional.ofNullable(rows.get(new Key(surface, condition)));
    }

    /** Why there is no such number: the status of its case, or that there is no such case. */
    String reason(Surface surface, Condition condition) {
        return row(surface, condition).map(PaperRow::status).orElse("no such case");
    }
}
