package org.critscape.jobs.optimum;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The best surface of one family between the cases of the study.
 *
 * @param leader the family's best row
 * @param inputs what was refined
 * @param best the best surface that was looked at; the leader's own where none is better
 * @param evaluations surfaces looked at
 */
public record Refinement(Row leader, List<RefinedInput> inputs, Evaluation best, int evaluations) {
    /** Copies the list. */
    public Refinement {
        inputs = List.copyOf(inputs);
    }
}
