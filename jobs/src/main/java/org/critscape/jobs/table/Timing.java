package org.critscape.jobs.table;

import org.jspecify.annotations.Nullable;

/**
 * What one row of the timing table is about.
 *
 * @param caseId identity of the case
 * @param index position of the case in its design space
 * @param method how it was solved; null where it was rejected
 * @param seconds wall time of the solve [s]
 * @param host machine that solved it
 * @param executor process of the engine that solved it
 */
public record Timing(
        String caseId, long index, @Nullable SolveMethod method, double seconds, String host, String executor) {}
