package org.critscape.jobs.sweep;

import java.util.function.Consumer;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;

/** The solver of this project. */
record EmbeddedSolver() implements CaseSolver {
    private static final long serialVersionUID = 1L;

    @Override
    public CaseOutcome solve(DesignCase designCase) {
        return new CellSolver().solve(designCase);
    }

    @Override
    public CaseOutcome solve(DesignCase designCase, Consumer<CaseFields> receiver) {
        return new CellSolver().solve(designCase, receiver);
    }
}
