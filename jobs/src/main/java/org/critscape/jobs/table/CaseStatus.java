package org.critscape.jobs.table;

import java.util.Locale;
import org.critscape.solver.cell.CaseOutcome;

/** What became of a case, as the column {@code status} spells it. */
public enum CaseStatus {
    /** All numbers are there and as accurate as asked for. */
    SOLVED,
    /** All numbers are there, but less accurate than asked for. */
    INACCURATE,
    /** An iteration stopped short of its tolerance. */
    UNCONVERGED,
    /** The model does not cover the inputs. */
    REJECTED,
    /** The machine could not carry the case. */
    CRASHED;

    /** The status of an outcome. */
    public static CaseStatus of(CaseOutcome outcome) {
        if (outcome instanceof CaseOutcome.Solved) {
            return SOLVED;
        } else if (outcome instanceof CaseOutcome.Inaccurate) {
            return INACCURATE;
        } else if (outcome instanceof CaseOutcome.Unconverged) {
            return UNCONVERGED;
        } else if (outcome instanceof CaseOutcome.Rejected) {
            return REJECTED;
        }
        return CRASHED;
    }

    /** The status that the table spells so. */
    public static CaseStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * Whether the case counts against the limit of failures: the model covers it and yet it is not solved. Inaccurate ones
     * count: a study that asks for more than its meshes give had better be mended before it is solved to the end.
     */
    public boolean isFailure() {
        return this != SOLVED && this != REJECTED;
    }

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
