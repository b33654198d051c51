package org.critscape.jobs.optimum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The rows of one material under the same conditions.
 *
 * @param material its preset
 * @param conditions value by column, of the few-valued conditions in which the study's rows differ
 * @param leaders the best row of each family of surfaces, the best first; at least one
 */
public record Group(String material, Map<String, Object> conditions, List<Row> leaders) {
    /** Copies both. */
    public Group {
        conditions = new LinkedHashMap<>(conditions);
        leaders = List.copyOf(leaders);
    }

    /** The best row. */
    public Row best() {
        return leaders.get(0);
    }
}
