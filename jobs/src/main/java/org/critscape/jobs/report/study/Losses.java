package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * On which input it depends most whether a case is worse than the flat interface.
 *
 * @param most where most are worse
 * @param least where fewest are
 */
record Losses(Variable variable, Part most, Part least) {
    private static final int PARTS = 5;

    private static final int MOST_ALIKE = 3;

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
                .filter(losses -> losses.most().share() > losses.least().share())
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
                        together(
                                variable,
                                parts,
                                parts.stream().max(byShare).orElseThrow().share()),
                        together(
                                variable,
                                parts,
                                parts.stream().min(byShare).orElseThrow().share())));
    }

    /** The parts of a share as one: none of several that are alike is special. */
    private static Part together(Variable variable, List<Part> parts, double share) {
        String unit = variable.scale().unit();
        List<Part> alike = parts.stream().filter(part -> part.share() == share).toList();
        return new Part(
                alike.stream().limit(MOST_ALIKE).map(Part::label).collect(Collectors.joining(" or "))
                        + (unit.isEmpty() ? "" : " " + unit)
                        + (alike.size() > MOST_ALIKE ? " or others" : ""),
                alike.stream().mapToLong(Part::losing).sum(),
                alike.stream().mapToLong(Part::cases).sum());
    }

    /** ", most often at peak separation 600 µm (14 of 16), least at 100 µm (5 of 16)". */
    String words() {
        String with = variable.isWords() ? "with the " : "at ";
        return ", most often " + with + variable.label() + " " + words(most) + ", least often " + with + words(least);
    }

    private static String words(Part part) {
        return String.format(Locale.ROOT, "%s (%,d of %,d)", part.label(), part.losing(), part.cases());
    }
}
