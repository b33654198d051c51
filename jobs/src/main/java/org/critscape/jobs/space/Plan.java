package org.critscape.jobs.space;

import java.io.Serializable;

/**
 * Where the samples of a design lie in the unit cube: a pure function of seed and index, at a cost that does not grow
 * with the index. Classes, not records: Kryo's field serializer cannot fill a record.
 */
sealed interface Plan extends Serializable permits RandomPlan, LatinHypercubePlan, HaltonPlan, SobolPlan {
    /** One coordinate of one sample, in [0, 1). */
    double coordinate(long index, int dimension);

    /** The most samples that the plan can tell apart. */
    long most();

    /** Whether more samples leave the earlier ones as they are. */
    boolean isExtensible();
}
