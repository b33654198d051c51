package org.critscape.jobs.sweep;

import java.util.function.Consumer;
import org.critscape.jobs.table.SolveMethod;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SimilarCases;

/** The solver of this project. Each thread keeps what it solved last, for cases that differ only in what scales. */
record EmbeddedSolver() implements CaseSolver {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<SimilarCases> OF_THREAD = ThreadLocal.withInitial(SimilarCases::new);

    @Override
    public CaseOutcome solve(DesignCase designCase) {
        return OF_THREAD.get().solve(designCase);
    }

    @Override
    public Answer answer(DesignCase designCase) {
        CaseOutcome outcome = solve(designCase);
        return new Answer(outcome, OF_THREAD.get().isShared() ? SolveMethod.SHARED : SolveMethod.DIRECT);
    }

    @Override
    public CaseOutcome solve(DesignCase designCase, Consumer<CaseFields> receiver) {
        return new CellSolver().solve(designCase, receiver);
    }
}
