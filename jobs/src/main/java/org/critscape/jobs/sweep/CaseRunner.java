package org.critscape.jobs.sweep;

import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * From an index to a case and its outcome. Executors, the plain loop and the command for a single case all run this.
 *
 * @param space the cases
 * @param solver solves each of them
 */
public record CaseRunner(DesignSpace space, CaseSolver solver) {
    /**
     * Solves one case.
     *
     * @param index 0 to the size of the space − 1
     * @throws CaseBugException where anything but a refusal of the input is thrown
     */
    public CaseRecord run(long index) {
        DesignPoint point = space.point(index);
        DesignCase designCase = null;
        CaseOutcome outcome;
        try {
            designCase = point.toCase();
            outcome = solver.solve(designCase);
        } catch (InvalidInputException refusal) {
            outcome = new CaseOutcome.Rejected(FailureCode.INPUT_OUT_OF_RANGE, message(refusal));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
            // Left alone, an Error would end the executor's process before it could say which case it was.
            throw new CaseBugException(index, bug);
        }
        return new CaseRecord(index, point, designCase, outcome);
    }

    private static String message(@Nullable Throwable refusal) {
        String text = refusal == null ? null : refusal.getMessage();
        return text == null ? "refused without a reason" : text;
    }
}
