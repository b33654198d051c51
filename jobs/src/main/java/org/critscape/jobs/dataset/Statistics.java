package org.critscape.jobs.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What normalises a column: of the training rows alone, and of those where it is not null. */
final class Statistics {
    private static final List<String> MEASURES = List.of("count", "mean", "standard_deviation", "min", "max");
    private static final List<String> AGGREGATES = List.of("count", "avg", "stddev_pop", "min", "max");

    private Statistics() {}

    /** By column: its unit, how many values it has, their mean, standard deviation of the population, least and largest. */
    static Map<String, Map<String, Object>> of(Dataset<Row> training) {
        List<DatasetColumn> measured =
                DatasetColumns.ALL.stream().filter(DatasetColumn::isMeasured).toList();
        Row row = training.selectExpr(measured.stream()
                        .flatMap(column -> AGGREGATES.stream().map(name -> name + "(" + column.name() + ")"))
                        .toArray(String[]::new))
                .first();
        Map<String, Map<String, Object>> statistics = new LinkedHashMap<>();
        for (int c = 0; c < measured.size(); c++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("unit", measured.get(c).unit());
            for (int m = 0; m < MEASURES.size(); m++) {
                int field = c * MEASURES.size() + m;
                if (!row.isNullAt(field)) {
                    values.put(MEASURES.get(m), row.get(field));
                }
            }
            statistics.put(measured.get(c).name(), values);
        }
        return statistics;
    }
}
