package org.critscape.jobs.surrogate;

import java.util.Map;

/**
 * What a surrogate knows of a row.
 *
 * @param index of the case in its study
 * @param family of the surface
 * @param kind the words of the case, joined: shape, form, wall and so on
 * @param raw values of the columns that are not null [1]
 * @param target what the solver found, above 0
 */
record LearningCase(long index, String family, String kind, Map<SurrogateInput, Double> raw, double target) {
    /** Copies the map. */
    LearningCase {
        raw = Map.copyOf(raw);
    }

    /** The bent value of an input [1]; NaN where it has none. */
    double bent(SurrogateInput input) {
        return input.bent(raw.getOrDefault(input, Double.NaN));
    }
}
