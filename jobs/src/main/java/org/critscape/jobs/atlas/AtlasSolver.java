package org.critscape.jobs.atlas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.SolveMethod;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyAtlas;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SimilarCase;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Answers cases by atlases, and those that no atlas covers by a solver.
 *
 * @param atlases one of each family
 * @param tolerance of the critical current [1]
 * @param flagsBeyond whether what misses it stays as an inaccurate row
 * @param direct for all other cases
 */
public record AtlasSolver(List<FamilyAtlas> atlases, double tolerance, boolean flagsBeyond, CaseSolver direct)
        implements CaseSolver {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "Maybe raise atlas.tolerance, or set atlas.beyond = direct.";

    /** Keeps its own copy. */
    public AtlasSolver {
        atlases = List.copyOf(atlases);
    }

    @Override
    public CaseOutcome solve(DesignCase designCase) {
        return answer(designCase).outcome();
    }

    @Override
    public CaseOutcome solve(DesignCase designCase, Consumer<CaseFields> receiver) {
        return direct.solve(designCase, receiver);
    }

    @Override
    public Answer answer(DesignCase designCase) {
        Optional<String> reason = Family.reasonAgainst(designCase);
        if (reason.isPresent()) {
            return directly(designCase, reason.get());
        }
        SimilarCase similar;
        try {
            similar = new SimilarCase(designCase);
        } catch (InvalidInputException refused) {
            return direct.answer(designCase);
        }
        Family family = Family.of(designCase);
        for (FamilyAtlas atlas : atlases) {
            if (atlas.family().equals(family)) {
                return by(atlas, similar);
            }
        }
        return directly(designCase, "the study has too few cases of its family for an atlas");
    }

    private Answer by(FamilyAtlas atlas, SimilarCase similar) {
        double[] groups = atlas.family().groups(similar.input(), similar.groups());
        if (!atlas.covers(groups)) {
            return directly(similar.input(), "its groups lie outside of the atlas");
        }
        CaseOutcome outcome = atlas.outcome(similar, groups, tolerance, ADVICE);
        return flagsBeyond || outcome instanceof CaseOutcome.Solved
                ? new Answer(outcome, SolveMethod.ATLAS)
                : directly(similar.input(), "the atlas misses atlas.tolerance there");
    }

    private Answer directly(DesignCase designCase, String reason) {
        Answer answer = direct.answer(designCase);
        return new Answer(answer.outcome(), answer.method().because(reason));
    }
}
