package org.critscape.solver.cell;

import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.current.CurrentDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Current distribution and creep flow of a contoured interface with their estimated discretisation errors.
 *
 * @param current the current distribution
 * @param flow the creep flow
 * @param samples both at points of the interface
 * @param errors what discretisation leaves
 * @param effort what it took
 * @param shortfall why the errors are larger than asked for; null where they are not
 */
record ContourFields(
        CurrentDistribution current,
        CreepFlow flow,
        InterfaceSamples samples,
        Errors errors,
        SolveEffort effort,
        @Nullable Shortfall shortfall) {
    /** The same fields with another effort and shortfall. */
    ContourFields with(SolveEffort spent, @Nullable Shortfall found) {
        return new ContourFields(current, flow, samples, errors, spent, found);
    }

    /**
     * Estimated relative errors by discretisation.
     *
     * @param currentRatio of the largest current ratio [1]
     * @param pressureFunction of the pressure function's maximum and tip value, by the maximum [1]
     * @param criticalCurrent of the critical current, from both [1]
     */
    record Errors(double currentRatio, double pressureFunction, double criticalCurrent) {
        /** Of an analytic solution. */
        static final Errors NONE = new Errors(0, 0, 0);
    }

    /** An iteration that does not converge. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient CaseOutcome.Unconverged outcome;

        Stopped(FailureCode code, String message, SolveEffort effort) {
            super(message);
            this.outcome = new CaseOutcome.Unconverged(code, message, effort);
        }

        CaseOutcome.Unconverged outcome() {
            return outcome;
        }
    }
}
