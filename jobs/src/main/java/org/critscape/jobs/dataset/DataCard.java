package org.critscape.jobs.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people should know of a data set before they use it, as Markdown. */
final class DataCard {
    private DataCard() {}

    /** The card of a data set. */
    static String text(DatasetDescription description, boolean isSingleToo) {
        DatasetDescription.Source study = description.study();
        return """
                # critscape data set: %s

                Cases of a parameter study of contoured lithium/electrolyte interfaces, one per row, each solved in three
                dimensions: current distribution, power-law creep of the lithium, onset of dendrites. Made for surrogate
                models of the critical current.

                ## Splits

                | split | file | rows | groups |
                | --- | --- | --- | --- |
                %s
                A group (`group_id`) is what one solve decides: shape, H/S, λ, n, wall, and the edge and roughness by S, to
                nine digits. No group is in two splits. Of the groups that are not held out the hash alone puts eight tenths
                into train and a tenth each into validation and test, so a group keeps its place when the study grows; what
                is held out may grow with the study.

                The extrapolation split has, and the others have not:

                %s%s
                %s## Use

                Features in SI (role `feature`) or by similarity (`dimensionless`); words are `category`. Normalise with
                `statistics.json`, which is of the training rows alone. By the equations, with linear kinetics
                `current_ratio_max` depends on shape, H/S and λ alone, the pressure functions also on n and the wall, and
                `enhancement` also on B (`pressure_to_flow`), notch and driving. `critical_current_a_per_m2` is
                `enhancement` times `flat_critical_current_at_state_a_per_m2`, which needs no solve.

                A column is null where a case has no such input. Targets carry an estimate of their relative error by
                discretisation: `critical_current_error` of the critical current and enhancement,
                `pressure_function_error` of both pressure functions, `current_ratio_error` of the current ratio.%s

                ## Limits

                Only cases with the status `solved` are in it: regions where the solver does not reach its tolerance are
                thinner, and a model must not be trusted there. Rows whose `method` is `atlas` are interpolated between
                solves that other groups use too: their splits share those solves, and a model of them learns the
                interpolation, whose error is in the columns of errors. Numbers are a model's, not measured; the dendrite criterion
                is a reconstruction calibrated by an assumed flat critical current, so compare enhancement between cases
                rather than absolute currents. Values behind presets are partly assumed. The distribution of the cases is
                that of the study, not of any real population.

                ## Provenance

                Study %s, hash `%s`, model version %s, %d of %d cases finished%s; solved by critscape %s, sources %s.
                `study-manifest.json` is its manifest, `checksums.txt` has the SHA-256 of every file here
                (`sha256sum --check checksums.txt`, or `critscape dataset --check` on the folder), `croissant.json` describes
                all of it to machines.

                Licence: %s

                ## Columns

                | column | role | type | unit | holds |
                | --- | --- | --- | --- | --- |
                %s""".formatted(
                        study.name(),
                        lines(description.splits().stream()
                                .map(part -> "| %s | `%s` | %d | %d |"
                                        .formatted(part.split(), part.file(), part.rows(), part.groups()))
                                .toList()),
                        lines(held(description.holdOut())),
                        empty(description),
                        fields(description.fields()),
                        isSingleToo
                                ? "\n\nFiles named `-float32` have the same rows in single precision; what is below 1e-38"
                                        + " there, as creep coefficients of hard metals, is 0 or has few digits."
                                : "",
                        study.name(),
                        study.hash(),
                        study.modelVersion(),
                        study.finished(),
                        study.cases(),
                        study.ended().isEmpty() ? "" : " by " + study.ended(),
                        study.program(),
                        study.revision(),
                        description.licence(),
                        lines(description.columns().stream()
                                .map(column -> "| `%s` | %s | %s | %s | %s |"
                                        .formatted(
                                                column.name(),
                                                column.role(),
                                                column.type(),
                                                column.unit(),
                                                column.description()))
                                .toList()));
    }

    private static List<String> held(HoldOut holdOut) {
        List<String> ends = holdOut.ends().stream()
                .map(end -> "- `%s` up to %s and from %s on".formatted(end.column(), end.low(), end.high()))
                .collect(Collectors.toList());
        if (!holdOut.family().equals(HoldOut.NO_FAMILY)) {
            ends.add("- the family `" + holdOut.family() + "`");
        }
        return ends.isEmpty() ? List.of("- nothing: the study has too few values of H/S and λ, and one family") : ends;
    }

    private static String fields(DatasetDescription.@Nullable FieldPart part) {
        return part == null ? "" : """
                ## Fields

                `%s` has, of %d cases, each of a group of its own and in the split that it names, maps over one period of the
                interface: height, current ratio and pressure function on a square grid of %d by %d points; %s. The cases
                were solved again, directly, with the errors of that solve. The extremes of a map are those of its points;
                `current_ratio_max` and `pressure_function_max` of the splits are those of the whole interface.

                """.formatted(part.file(), part.rows(), part.points(), part.points(), part.order());
    }

    private static String empty(DatasetDescription description) {
        String names = description.splits().stream()
                .filter(part -> part.rows() == 0)
                .map(DatasetDescription.Part::split)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nEmpty, since the study is small: " + names + ".\n";
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
