package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What varies slowest in a block: rows of values for some inputs, each a pure function of its index. Samples compute
 * theirs, tables hold them.
 */
public sealed interface Draws extends Serializable permits Sample, PointTable {
    /** The plan as study files spell it. */
    String word();

    /** The number of rows, at least 1. */
    long cases();

    /** Whether more rows leave the earlier ones as they are. */
    boolean isExtensible();

    /** An axis for every input that a row sets: its levels, or the least and the greatest of its values. */
    List<Axis> supports();

    /** Sets the values of a row; gives its height map, or null where rows set none. */
    @Nullable
    SampledMap fill(double[] values, long index);

    /**
     * What decides the rows, exactly.
     *
     * @param last whether nothing follows whose index more rows would change; the number of rows of extensible draws is
     *     then left out
     */
    Map<String, String> description(boolean last);
}
