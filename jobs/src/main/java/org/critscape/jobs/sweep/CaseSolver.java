package org.critscape.jobs.sweep;

import java.io.Serializable;
import java.util.function.Consumer;
import org.critscape.jobs.table.SolveMethod;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;

/** Solves one case; travels to the executors. */
@FunctionalInterface
public interface CaseSolver extends Serializable {
    /** The embedded solver. */
    static CaseSolver embedded() {
        return new EmbeddedSolver();
    }

    /** The outcome of a case; throws only where there is a bug. */
    CaseOutcome solve(DesignCase designCase);

    /** The outcome of a case and how it was found. */
    default Answer answer(DesignCase designCase) {
        return new Answer(solve(designCase), SolveMethod.DIRECT);
    }

    /**
     * An outcome.
     *
     * @param method how it was found
     */
    record Answer(CaseOutcome outcome, SolveMethod method) {}

    /**
     * The outcome of a case and the fields behind it.
     *
     * @param receiver takes the fields before this returns; not called where there are none
     */
    default CaseOutcome solve(DesignCase designCase, Consumer<CaseFields> receiver) {
        return solve(designCase);
    }
}
