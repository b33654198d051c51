package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.Amounts;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Provenance;
import org.critscape.solver.material.Sourced;

/**
 * A physical input that the study leaves to a default that is assumed or chosen.
 *
 * @param key of configuration files
 * @param value with its unit
 * @param kind assumed or chosen
 * @param reason why that value
 */
record Assumption(String key, String value, String kind, String reason) {
    /** The key without its group, in words. */
    String words() {
        return key.substring(key.lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** All of them, in the order of the catalogue, for each material of the table. */
    static List<Assumption> read(Dataset<Row> cases, Set<String> given) {
        List<Parameter> open = Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.domain() instanceof Domain.Interval interval
                        && !interval.whole()
                        && !parameter.path().startsWith("solver.")
                        && !given.contains(parameter.path()))
                .toList();
        Set<String> columns = open.stream()
                .flatMap(parameter -> CaseTable.columnsOf(Set.of(parameter)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Column> counts = new ArrayList<>(List.of(count("*")));
        columns.forEach(column -> counts.add(count(nullif(col(column), lit(0))).as(column)));
        Row used = cases.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
                .first();
        List<MaterialPreset> materials = cases.select("material").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .map(word ->
                        MaterialPreset.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
        boolean creeps = !cases.where("creep_exponent IS NOT NULL").isEmpty();
        List<Assumption> assumptions = new ArrayList<>();
        for (Parameter parameter : open) {
            List<String> own = CaseTable.columnsOf(Set.of(parameter));
            boolean isUsed = own.isEmpty()
                    ? creeps || !parameter.path().startsWith("lithium.")
                    : own.stream().anyMatch(column -> used.<Long>getAs(column) > 0);
            if (isUsed) {
                materials.stream()
                        .flatMap(material -> parameter.standard(material).stream())
                        .distinct()
                        .filter(standard -> standard.provenance().kind() != Provenance.Kind.CITED)
                        .forEach(standard -> assumptions.add(of(parameter, standard)));
            }
        }
        return assumptions;
    }

    private static Assumption of(Parameter parameter, Sourced standard) {
        return new Assumption(
                parameter.path(),
                parameter.domain() instanceof Domain.Interval interval
                        ? Amounts.amount(standard.value(), interval.dimension().siUnit())
                        : parameter.domain().describe(standard.value()),
                standard.provenance().kind().name().toLowerCase(Locale.ROOT),
                standard.provenance().reference());
    }
}
