package org.critscape.solver.cell;

/**
 * What became of one case. A failure of a case is a value; a bug is an exception and is never caught here.
 *
 * <p>Two questions cut across the kinds: whether there are numbers ({@link Numbered}), and whether there is a cause to
 * tell ({@link Failed}). An inaccurate case has both.
 */
public sealed interface CaseOutcome {
    /** There are numbers, with their estimated errors. */
    sealed interface Numbered extends CaseOutcome {
        /** The numbers. */
        CellSolution solution();
    }

    /** The case is not solved to the tolerances of its settings. */
    sealed interface Failed extends CaseOutcome {
        /** Why, in one stable word. */
        FailureCode code();

        /** Why, in a sentence, with advice. */
        String message();
    }

    /** Solved to the tolerances of its settings. */
    record Solved(CellSolution solution) implements Numbered {}

    /** Every iteration converged, but the meshes that the settings allow leave a larger error than they ask for. */
    record Inaccurate(FailureCode code, String message, CellSolution solution) implements Numbered, Failed {}

    /** An iteration stopped short of its tolerance: no numbers are given. */
    record Unconverged(FailureCode code, String message, SolveEffort effort) implements Failed {}

    /** The model does not cover this case. */
    record Rejected(FailureCode code, String message) implements Failed {}

    /** The machine could not carry the case: memory. */
    record Crashed(FailureCode code, String message) implements Failed {}
}
