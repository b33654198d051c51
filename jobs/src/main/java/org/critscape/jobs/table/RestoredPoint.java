package org.critscape.jobs.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The inputs of a row without the file of its study: from its columns, and from what the manifest says of keys without a
 * column. Columns at the temperature of the case (resistance, conductivity) are inputs only at the reference temperature;
 * so the identity of the case, a hash of all inputs, decides whether what was put together is the case.
 */
public final class RestoredPoint {
    private RestoredPoint() {}

    /**
     * The point of a row; empty where it cannot be put together.
     *
     * @param row of the case table, with all of its columns
     * @param groups key and exact value or levels, as a manifest has them
     */
    public static Optional<DesignPoint> of(Row row, List<Map<String, String>> groups) {
        for (Map<String, String> group : groups) {
            Map<Parameter, Double> values = ofColumns(row);
            group.forEach((key, text) -> Parameter.ofPath(key)
                    .ifPresent(parameter -> single(parameter, text).ifPresent(value -> values.put(parameter, value))));
            Optional<DesignPoint> point =
                    point(values).filter(one -> one.caseId().equals(row.getAs("case_id")));
            if (point.isPresent()) {
                return point;
            }
        }
        return Optional.empty();
    }

    private static Optional<DesignPoint> point(Map<Parameter, Double> values) {
        try {
            List<Axis> axes = new ArrayList<>();
            values.forEach((parameter, value) -> axes.add(Axis.list(parameter, value)));
            return Optional.of(new DesignSpace(List.of(new Block(axes))).point(0));
        } catch (InvalidInputException refused) {
            return Optional.empty();
        }
    }

    private static Map<Parameter, Double> ofColumns(Row row) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Column<CaseRecord> column : CaseTable.TABLE.columns()) {
            Object value = row.getAs(column.name());
            if (value == null
                    || column.group() != Column.Group.INPUT
                    || column.inputs().isEmpty()
                    || column.name().equals("creep_coefficient")) {
                continue;
            }
            Parameter parameter = column.inputs().get(0);
            if (parameter.domain() instanceof Domain.Options options) {
                values.put(parameter, (double) options.words().indexOf(value));
            } else if (value instanceof Double number && parameter.domain().contains(number)) {
                values.put(parameter, number);
            }
        }
        return values;
    }

    /** The value that a key has in all cases, if it has one. */
    private static Optional<Double> single(Parameter parameter, String text) {
        if (parameter.domain() instanceof Domain.Options options) {
            int code = options.words().indexOf(text);
            return code < 0 ? Optional.empty() : Optional.of((double) code);
        }
        if (!(parameter.domain() instanceof Domain.Interval)) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text.split(" ", 2)[0]);
            return parameter.domain().describe(value).equals(text) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException levels) {
            return Optional.empty();
        }
    }
}
