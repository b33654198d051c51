package org.critscape.solver.cell;

/** What became of one case. A failure of a case is a value; a bug is an exception and is never caught here. */
public sealed interface CaseOutcome {
    /** Solved to the tolerances of its settings. */
    record Solved(CellSolution solution) implements CaseOutcome {}

    /** An iteration stopped short of its tolerance: no numbers are given. */
    record Unconverged(FailureCode code, String message, SolveEffort effort) implements CaseOutcome {}

    /** The model does not cover this case. */
    record Rejected(FailureCode code, String message) implements CaseOutcome {}

    /** The machine could not carry the case: memory. */
    record Crashed(FailureCode code, String message) implements CaseOutcome {}
}
