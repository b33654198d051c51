package org.critscape.jobs.optimum;

import java.util.List;
import java.util.Optional;

/**
 * The best surfaces of a study and what they depend on.
 *
 * @param study its name
 * @param objective what is largest
 * @param conditions predicates that all surfaces meet
 * @param isAtlas whether the study's method is an atlas
 * @param rows how many rows are solved and meet them
 * @param free inputs of the conditions in which rows differ in too many values to tell them apart
 * @param groups the best first, at least one
 * @param fronts gain against ease of making
 * @param binned first-order indices of the rows; empty where {@code global} has better ones
 * @param notes what is left out, and why, one sentence each
 */
public record OptimumResult(
        String study,
        Objective objective,
        List<String> conditions,
        boolean isAtlas,
        long rows,
        List<String> free,
        List<GroupOptimum> groups,
        List<Front> fronts,
        List<BinnedIndices> binned,
        List<String> notes) {
    /** Copies the lists. */
    public OptimumResult {
        conditions = List.copyOf(conditions);
        free = List.copyOf(free);
        groups = List.copyOf(groups);
        fronts = List.copyOf(fronts);
        binned = List.copyOf(binned);
        notes = List.copyOf(notes);
    }

    /**
     * The best surface of one group.
     *
     * @param group its rows
     * @param refinements of promising families, the best first; none where nothing was refined
     * @param confirmation of the best of them
     * @param local what the objective depends on there, the strongest first; of the best group only
     * @param global what the study's results vary by; of the best group of a study by an atlas only
     * @param worst best surface at its worst, where asked for
     */
    public record GroupOptimum(
            Group group,
            List<Refinement> refinements,
            Optional<Confirmation> confirmation,
            List<LocalSensitivity> local,
            Optional<GlobalSensitivity> global,
            Optional<WorstCase> worst) {
        /** Copies the lists. */
        public GroupOptimum {
            refinements = List.copyOf(refinements);
            local = List.copyOf(local);
        }
    }
}
