package org.critscape.jobs.sweep;

import java.util.Optional;
import java.util.function.Function;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * From an index to a case and its outcome. Executors and the command for a single case both run this.
 *
 * @param space the cases
 * @param solver solves each of them
 */
public record CaseRunner(DesignSpace space, CaseSolver solver) {
    /**
     * Solves one case.
     *
     * @param index 0 to the size of the space − 1
     * @throws CaseBugException where anything is thrown but a refusal of the input
     */
    public CaseRecord run(long index) {
        return run(index, Function.identity());
    }

    /**
     * Solves one case and makes something of its record, a row for example; a bug in either is one of this case.
     *
     * @param index 0 to the size of the space − 1
     * @throws CaseBugException where anything else is thrown but a refusal of the input
     * @throws CaseMemoryException where memory runs out outside the solver
     */
    public <T> T run(long index, Function<CaseRecord, T> use) {
        try {
            return use.apply(solve(index));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
            // Left alone, an Error would end the executor's process before it could say which case it was.
            throw new CaseBugException(index, bug);
        } catch (OutOfMemoryError error) {
            throw new CaseMemoryException(index, error);
        }
    }

    private CaseRecord solve(long index) {
        DesignPoint point = space.point(index);
        Optional<String> exclusion = space.exclusion(index, point);
        if (exclusion.isPresent()) {
            return new CaseRecord(index, point, null, new CaseOutcome.Rejected(FailureCode.EXCLUDED, exclusion.get()));
        }
        DesignCase designCase;
        try {
            designCase = point.toCase();
        } catch (InvalidInputException refusal) {
            CaseOutcome rejected =
                    new CaseOutcome.Rejected(FailureCode.INPUT_OUT_OF_RANGE, String.valueOf(refusal.getMessage()));
            return new CaseRecord(index, point, null, rejected);
        }
        CaseSolver.Answer answer = solver.answer(designCase);
        return new CaseRecord(index, point, designCase, answer.outcome(), answer.method());
    }
}
