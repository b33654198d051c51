package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * On which input it depends most whether a case is worse than the flat interface.
 *
 * @param most where most are worse
 * @param least where fewest are
 */
record Losses(Variable variable, Part most, Part least) {
    private static final int PARTS = 5;

    /** Cases of a part of the input. */
    record Part(String label, long losing, long cases) {
        double share() {
            return (double) losing / cases;
        }
    }

    /** The input whose parts differ most; empty where cases differ in nothing. */
    static Optional<Losses> read(StudyCases study) {
        return study.variables().stream()
                .flatMap(variable -> of(study, variable).stream())
                .max(Comparator.comparingDouble(
                        losses -> losses.most().share() - losses.least().share()));
    }

    private static Optional<Losses> of(StudyCases study, Variable variable) {
        Bins bins = Bins.of(variable, PARTS);
        List<Part> parts = new ArrayList<>();
        for (Row row : study.contoured()
                .groupBy(bins.index().as("part"))
                .agg(expr("count_if(enhancement < 1)"), count("*"))
                .where("part IS NOT NULL")
                .orderBy("part")
                .collectAsList()) {
            parts.add(new Part(bins.labels().get(row.getInt(0)), row.getLong(1), row.getLong(2)));
        }
        Comparator<Part> byShare = Comparator.comparingDouble(Part::share);
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(new Losses(
                        variable,
                        parts.stream().max(byShare).orElseThrow(),
                        parts.stream().min(byShare).orElseThrow()));
    }

    /** ", most often at peak separation 600 µm (14 of 16), least at 100 µm (5 of 16)". */
    String words() {
        String with = variable.isWords() ? "with the " : "at ";
        return ", most often " + with + variable.label() + " " + words(most) + ", least often " + with + words(least);
    }

    private String words(Part part) {
        String unit = variable.scale().unit();
        return String.format(
                Locale.ROOT,
                "%s%s (%,d of %,d)",
                part.label(),
                unit.isEmpty() ? "" : " " + unit,
                part.losing(),
                part.cases());
    }
}
