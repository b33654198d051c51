package org.critscape.jobs.table;

import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SolveEffort;
import org.jspecify.annotations.Nullable;

/**
 * What one row of the case table is about.
 *
 * @param index position of the case in its design space, 0 for the first
 * @param point the inputs
 * @param designCase the case they describe; null where they describe none, which the outcome then says
 * @param outcome what became of it
 * @param method how it was solved
 */
public record CaseRecord(
        long index, DesignPoint point, @Nullable DesignCase designCase, CaseOutcome outcome, SolveMethod method) {
    /** Of a case that was solved, or refused, directly. */
    public CaseRecord(long index, DesignPoint point, @Nullable DesignCase designCase, CaseOutcome outcome) {
        this(index, point, designCase, outcome, SolveMethod.DIRECT);
    }

    CaseStatus status() {
        return CaseStatus.of(outcome);
    }

    /** An amount [SI], or null where the case has no such input. */
    @Nullable
    Double number(Parameter parameter) {
        double value = point.number(parameter);
        return point.uses(parameter) && !Double.isNaN(value) ? (Double) value : null;
    }

    /** The word of a choice, or null where the case has no such input. */
    @Nullable
    String word(Parameter parameter) {
        return point.uses(parameter) ? point.word(parameter) : null;
    }

    @Nullable
    CellSolution solution() {
        return outcome instanceof CaseOutcome.Numbered numbered ? numbered.solution() : null;
    }

    /** The numbers where lithium has a part in them. */
    @Nullable
    CellSolution growth() {
        return point.isCurrentOnly() ? null : solution();
    }

    /** The case where its lithium is solved. */
    @Nullable
    DesignCase creepingCase() {
        return point.isCurrentOnly() ? null : designCase;
    }

    @Nullable
    SolveEffort effort() {
        if (outcome instanceof CaseOutcome.Unconverged unconverged) {
            return unconverged.effort();
        }
        CellSolution solution = solution();
        return solution == null ? null : solution.effort();
    }

    CaseOutcome.@Nullable Failed failure() {
        return outcome instanceof CaseOutcome.Failed failed ? failed : null;
    }
}
