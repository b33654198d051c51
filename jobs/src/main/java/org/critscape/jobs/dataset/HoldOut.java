package org.critscape.jobs.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.critscape.jobs.config.Nearest;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * What no training row has: the ends of H/S and λ, and one family of surfaces. A twentieth of the values of an axis, at least
 * one, is held out at either end; an axis of few values is not.
 *
 * @param ends of the axes that have enough values
 * @param family held out; empty for none
 */
public record HoldOut(List<End> ends, String family) {
    /** The word for no family. */
    public static final String NO_FAMILY = "none";

    private static final String FLAT = "flat";
    private static final int FEWEST_VALUES = 8;
    private static final int PARTS = 20;
    private static final List<String> AXES = List.of("height_to_separation", "wagner_number");

    /** Copies the list. */
    public HoldOut {
        ends = List.copyOf(ends);
    }

    /**
     * The ends of one axis.
     *
     * @param column of the axis
     * @param low values up to this one are held out [1]
     * @param high values from this one on are held out [1]
     */
    public record End(String column, double low, double high) {
        String predicate() {
            String value = Grouping.rounded(column);
            return "(" + value + " <= " + low + "D OR " + value + " >= " + high + "D)";
        }
    }

    /**
     * Chooses what is held out of the rows of a data set.
     *
     * @param family the one to hold out; empty for that with the fewest groups
     * @throws InvalidInputException where the study has no such family
     */
    static HoldOut of(Dataset<Row> rows, Optional<String> family) {
        // The plane has neither height nor corners: at the end of every axis, and known beforehand.
        Dataset<Row> contoured = rows.where("topography <> '" + FLAT + "'");
        List<End> ends = new ArrayList<>();
        for (String axis : AXES) {
            Dataset<Row> values = contoured
                    .select(functions.expr(Grouping.rounded(axis)).as("value"))
                    .distinct();
            long count = values.count();
            if (count >= FEWEST_VALUES) {
                int part = (int) Math.max(1, count / PARTS);
                ends.add(new End(
                        axis,
                        extreme(values.orderBy(functions.asc("value")).limit(part), "max(value)"),
                        extreme(values.orderBy(functions.desc("value")).limit(part), "min(value)")));
            }
        }
        return new HoldOut(ends, family(contoured, family));
    }

    private static double extreme(Dataset<Row> values, String aggregate) {
        return values.selectExpr(aggregate).first().getDouble(0);
    }

    private static String family(Dataset<Row> contoured, Optional<String> wanted) {
        List<String> families = contoured
                .groupBy("topography")
                .agg(functions.countDistinct("group_id").as("groups"))
                .orderBy("groups", "topography")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
        if (wanted.isPresent()) {
            String word = wanted.get();
            if (!word.equals(NO_FAMILY) && (!families.contains(word) || families.size() == 1)) {
                throw new InvalidInputException(
                        "--family",
                        word,
                        "one of several families with solved cases (here " + String.join(", ", families) + "), or none",
                        "Maybe "
                                + Nearest.to(word, families)
                                        .filter(near -> families.size() > 1)
                                        .orElse(NO_FAMILY) + ".");
            }
            return word;
        }
        return families.size() > 1 ? families.get(0) : NO_FAMILY;
    }

    /** The split of a row, in SQL: by its group alone. */
    String split() {
        List<String> held = new ArrayList<>();
        if (!family.equals(NO_FAMILY)) {
            held.add("topography = '" + family + "'");
        }
        ends.forEach(end -> held.add("(topography <> '" + FLAT + "' AND " + end.predicate() + ")"));
        String share = Grouping.SHARE;
        return "CASE " + (held.isEmpty() ? "" : "WHEN " + String.join(" OR ", held) + " THEN 'extrapolation' ")
                + "WHEN " + share + " < 0.8D THEN 'train' WHEN " + share + " < 0.9D THEN 'validation' ELSE 'test' END";
    }
}
