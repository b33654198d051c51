package org.critscape.solver.cell;

import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.current.CurrentDistribution;

/**
 * Current distribution and creep flow of a contoured interface with their estimated discretisation errors.
 *
 * @param current the current distribution
 * @param flow the creep flow
 * @param samples both at points of the interface
 * @param errors what discretisation leaves
 * @param effort what it took
 */
record ContourFields(
        CurrentDistribution current, CreepFlow flow, InterfaceSamples samples, Errors errors, SolveEffort effort) {
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

    /** An iteration or a resolution that does not suffice. */
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
