package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Where the best surface is the last of those solved: more may lie beyond. */
final class Ends {
    /** Part of a range that counts as its end: samples do not meet it exactly. */
    private static final double END = 0.02;

    private Ends() {}

    /** "the largest peak height"; none for the flat interface. */
    static List<String> read(StudyCases study, Row best) {
        List<Variable> amounts = study.variables().stream()
                .filter(variable -> variable.isOfSurface() && !variable.isWords())
                .toList();
        if (amounts.isEmpty() || best.<String>getAs("topography").equals("flat")) {
            return List.of();
        }
        Column[] sums = amounts.stream()
                .flatMap(variable -> Stream.of(min(variable.column()), max(variable.column())))
                .toArray(Column[]::new);
        Row ends = study.contoured()
                .agg(sums[0], Stream.of(sums).skip(1).toArray(Column[]::new))
                .first();
        List<String> words = new ArrayList<>();
        for (int v = 0; v < amounts.size(); v++) {
            Variable variable = amounts.get(v);
            Double value = best.getAs(variable.column());
            if (value == null || ends.isNullAt(2 * v) || ends.getDouble(2 * v) == ends.getDouble(2 * v + 1)) {
                continue;
            }
            double low = ends.getDouble(2 * v);
            double high = ends.getDouble(2 * v + 1);
            double near = variable.levels().isEmpty() ? END * (high - low) : 0;
            if (value >= high - near) {
                words.add("the largest " + variable.label());
            } else if (value <= low + near) {
                words.add("the smallest " + variable.label());
            }
        }
        return words;
    }
}
