package org.critscape.jobs.optimum;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Row;
import org.critscape.jobs.optimum.OptimumResult.GroupOptimum;
import org.critscape.jobs.optimum.SobolIndices.Index;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.jspecify.annotations.Nullable;

/** An answer as JSON: names of columns and keys, values in SI, the same bytes for the same answer. */
public final class OptimumJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OptimumJson() {}

    /** The text of a file. */
    public static byte[] of(OptimumResult result) {
        ObjectNode json = JSON.createObjectNode();
        json.put("study", result.study());
        json.put("maximised", result.objective().column());
        json.put("method", result.isAtlas() ? "atlas" : "direct");
        json.put("rows", result.rows());
        texts(json.putArray("subject_to"), result.conditions());
        texts(json.putArray("free"), result.free());
        ArrayNode groups = json.putArray("groups");
        result.groups().forEach(group -> group(groups.addObject(), group));
        ArrayNode fronts = json.putArray("fronts");
        for (Front front : result.fronts()) {
            ObjectNode one = fronts.addObject();
            one.put("material", front.material());
            one.put("measure", front.measure());
            one.put("easier", front.isLessEasier() ? "less" : "more");
            ArrayNode rows = one.putArray("rows");
            front.rows().forEach(row -> row(rows.addObject(), row));
        }
        ArrayNode binned = json.putArray("first_order_of_rows");
        for (BinnedIndices one : result.binned()) {
            index(binned.addObject().put("column", one.column()).put("bins", one.bins()), one.first());
        }
        texts(json.putArray("notes"), result.notes());
        try {
            return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void group(ObjectNode json, GroupOptimum group) {
        json.put("material", group.group().material());
        ObjectNode conditions = json.putObject("conditions");
        group.group().conditions().forEach((column, value) -> put(conditions, column, value));
        row(json.putObject("best_row"), group.group().best());
        ArrayNode refined = json.putArray("refined");
        for (Refinement one : group.refinements()) {
            ObjectNode node = refined.addObject();
            node.put("from_case_index", one.leader().<Long>getAs("case_index"));
            node.put("evaluations", one.evaluations());
            ArrayNode inputs = node.putArray("inputs");
            one.inputs()
                    .forEach(input -> inputs.addObject()
                            .put("key", input.parameter().path())
                            .put("low", input.low())
                            .put("high", input.high())
                            .put("value", one.best().point().number(input.parameter())));
            evaluation(node.putObject("best"), one.best());
        }
        group.confirmation().ifPresent(found -> {
            ObjectNode node = json.putObject("confirmation");
            pair(node.putObject("winner"), found.winner());
            ArrayNode neighbours = node.putArray("neighbours");
            found.neighbours().forEach(pair -> pair(neighbours.addObject(), pair));
        });
        ArrayNode local = json.putArray("local_sensitivities");
        group.local()
                .forEach(one -> local.addObject()
                        .put("key", one.parameter().path())
                        .put("value", one.value())
                        .put("slope", one.slope())
                        .put("error", one.error()));
        group.global().ifPresent(global -> global(json.putObject("sobol_indices"), global));
        group.worst().ifPresent(worst -> worst(json.putObject("worst_case"), worst));
    }

    private static void pair(ObjectNode json, Confirmation.Pair pair) {
        RefinedInput moved = pair.moved();
        if (moved != null) {
            json.put("key", moved.parameter().path());
            number(json, "value", pair.value());
        }
        evaluation(json.putObject("found"), pair.found());
        evaluation(json.putObject("direct"), pair.direct());
        number(json, "observed_difference", pair.observed());
        number(json, "stated_error", pair.stated());
        json.put("within", pair.isWithin());
    }

    private static void global(ObjectNode json, GlobalSensitivity global) {
        SobolIndices indices = global.indices();
        json.put("samples", indices.rows());
        json.put("left_out", indices.dropped());
        number(json, "mean", indices.mean());
        number(json, "deviation", indices.deviation());
        ArrayNode inputs = json.putArray("inputs");
        for (int i = 0; i < global.inputs().size(); i++) {
            ObjectNode one = inputs.addObject();
            one.put("key", global.inputs().get(i).path());
            index(one.putObject("first"), indices.first().get(i));
            index(one.putObject("total"), indices.total().get(i));
        }
    }

    private static void worst(ObjectNode json, WorstCase worst) {
        ArrayNode ranges = json.putArray("ranges");
        worst.ranges()
                .forEach(range -> ranges.addObject()
                        .put("key", range.parameter().path())
                        .put("low", range.low())
                        .put("high", range.high()));
        json.put("combinations", worst.points());
        json.put("evaluations", worst.evaluations());
        List<Parameter> varied =
                worst.ranges().stream().map(range -> range.parameter()).toList();
        at(json.putObject("nominal_best_at_its_worst"), worst.nominal(), varied);
        at(json.putObject("best_at_its_worst"), worst.worst(), varied);
        evaluation(json.putObject("best_at_own_conditions"), worst.best());
    }

    private static void at(ObjectNode json, Evaluation evaluation, List<Parameter> varied) {
        DesignPoint point = evaluation.point();
        ObjectNode where = json.putObject("at");
        varied.forEach(parameter -> where.put(parameter.path(), point.number(parameter)));
        evaluation(json, evaluation);
    }

    private static void evaluation(ObjectNode json, Evaluation evaluation) {
        json.put("allowed", evaluation.allowed());
        number(json, "objective", evaluation.value());
        number(json, "relative_error", evaluation.error());
        if (!evaluation.remark().isEmpty()) {
            json.put("remark", evaluation.remark());
        }
        Row row = evaluation.row();
        if (row != null) {
            row(json.putObject("row"), row, "case_index");
        }
    }

    private static void row(ObjectNode json, Row row, String... without) {
        for (Column<?> column : CaseTable.TABLE.columns()) {
            Object value = row.getAs(column.name());
            if (value != null
                    && column.group() != Column.Group.EFFORT
                    && !List.of(without).contains(column.name())) {
                put(json, column.name(), value);
            }
        }
    }

    private static void index(ObjectNode json, Index index) {
        number(json, "value", index.value());
        number(json, "low", index.low());
        number(json, "high", index.high());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value instanceof Double number) {
            json.put(name, number);
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else {
            json.put(name, String.valueOf(value));
        }
    }

    /** Null where there is none: JSON has no word for it. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
