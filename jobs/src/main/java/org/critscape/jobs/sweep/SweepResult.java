package org.critscape.jobs.sweep;

import java.util.Map;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep did.
 *
 * @param end how it ended
 * @param fault what stopped it: a bug, no memory, a lost engine; null where nothing went wrong
 * @param started UTC, ISO 8601
 * @param tally of all committed cases, also those of earlier sweeps
 * @param computed cases that this sweep committed, those among them that an earlier one had begun a chunk with included
 * @param wallSeconds from the first case to the last [s]
 * @param solverSeconds of those cases in the solver, all cores [s]
 * @param files that it wrote, by name
 */
public record SweepResult(
        SweepEnd end,
        @Nullable Exception fault,
        String started,
        Tally tally,
        long computed,
        double wallSeconds,
        double solverSeconds,
        Map<String, Manifest.DataFile> files) {}
