package org.critscape.solver.cell;

import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.similarity.GroupSolution;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/** A case whose interface is known from elsewhere, with what its growth criterion makes of it. */
public final class SimilarCase {
    private final CellSolver.Accepted accepted;

    /** @throws org.critscape.solver.quantity.InvalidInputException where the model does not cover the case */
    public SimilarCase(DesignCase designCase) {
        this.accepted = CellSolver.Accepted.of(designCase);
    }

    /** The case. */
    public DesignCase input() {
        return accepted.input();
    }

    /** What its interface depends on, beside the shape. */
    public DimensionlessGroups groups() {
        return accepted.groups();
    }

    /** B, see {@link GrowthCriterion} [1]. */
    public double pressureToFlow() {
        return accepted.criterion().pressureToFlow();
    }

    /**
     * The outcome: inaccurate where the critical current's error is above a tolerance.
     *
     * @param cell leads from the group's frame to the topography's
     * @param group the interface
     * @param currentRatioError estimated relative error of its largest current ratio [1]
     * @param pressureFunctionError the same of its pressure function [1]
     * @param criticalCurrentError the same of the critical current [1]
     * @param tolerance of the critical current [1]
     * @param advice how to get an accurate one
     */
    public CaseOutcome outcome(
            FundamentalCell cell,
            GroupSolution group,
            double currentRatioError,
            double pressureFunctionError,
            double criticalCurrentError,
            double tolerance,
            String advice) {
        ContourFields.Errors errors =
                new ContourFields.Errors(currentRatioError, pressureFunctionError, criticalCurrentError);
        Shortfall shortfall = null;
        if (!(criticalCurrentError <= tolerance)) {
            shortfall = new Shortfall(
                    FailureCode.ATLAS_RESOLUTION,
                    "The estimated error of the critical current is " + Shortfall.percent(criticalCurrentError)
                            + ", above " + Shortfall.percent(tolerance) + ". " + advice);
        }
        return outcome(cell, group, errors, shortfall);
    }

    private CaseOutcome outcome(
            FundamentalCell cell, GroupSolution group, ContourFields.Errors errors, @Nullable Shortfall shortfall) {
        return CellSolver.solved(
                accepted,
                cell,
                group,
                Onset.of(accepted.growth(), group.loads()),
                errors,
                Double.NaN,
                SolveEffort.NONE,
                shortfall);
    }
}
