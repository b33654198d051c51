package org.critscape.jobs.sweep;

import java.io.Serializable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;

/** Solves one case; travels to the executors. */
@FunctionalInterface
public interface CaseSolver extends Serializable {
    /** The embedded solver. */
    CaseSolver EMBEDDED = EmbeddedSolver::solve;

    /** The outcome of a case; throws only where there is a bug. */
    CaseOutcome solve(DesignCase designCase);
}
