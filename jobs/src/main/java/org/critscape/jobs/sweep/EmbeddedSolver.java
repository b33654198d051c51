package org.critscape.jobs.sweep;

import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SimilarCases;

/** The solver in this process. Each thread keeps what it solved last, for cases that differ only in what scales. */
final class EmbeddedSolver {
    private static final ThreadLocal<SimilarCases> OF_THREAD = ThreadLocal.withInitial(SimilarCases::new);

    private EmbeddedSolver() {}

    static CaseOutcome solve(DesignCase designCase) {
        return OF_THREAD.get().solve(designCase);
    }
}
