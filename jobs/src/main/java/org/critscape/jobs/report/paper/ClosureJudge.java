package org.critscape.jobs.report.paper;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges closures by the same checks as a single one. */
final class ClosureJudge {
    private ClosureJudge() {}

    /**
     * The closures of a family, in their order.
     *
     * @param withoutKinetics the egg-boxes of their form without kinetics
     * @param tip of their common egg-box
     */
    static List<JudgedClosure> judge(
            ClosureRows.Family family, List<PaperRow> withoutKinetics, Optional<Evidence.TipContrast> tip) {
        List<PaperRow> eggBoxes = Stream.concat(family.eggBoxes().rows().stream(), withoutKinetics.stream())
                .toList();
        Evidence evidence = new Evidence(new PaperRows(eggBoxes), tip);
        Map<Check, Claim> common = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            // The one check that compares shapes is judged member by member.
            if (check != Check.EGG_BOX_IS_BEST) {
                common.put(check, check.judge(evidence).decisive());
            }
        }
        Optional<JudgedClosure.Gain> gain = gain(family.eggBoxes().rows());
        return family.members().stream()
                .map(member -> {
                    Map<Check, Claim> claims = new EnumMap<>(common);
                    PaperRows rows = new PaperRows(Stream.concat(eggBoxes.stream(), member.sharp().stream())
                            .toList());
                    claims.put(
                            Check.EGG_BOX_IS_BEST,
                            Check.EGG_BOX_IS_BEST.judge(new Evidence(rows, tip)).decisive());
                    return new JudgedClosure(member.inputs(), claims, gain);
                })
                .toList();
    }

    private static Optional<JudgedClosure.Gain> gain(List<PaperRow> eggBoxes) {
        Estimate flat = new Estimate(1, 0);
        return eggBoxes.stream()
                .filter(row -> row.condition() == Condition.WITH_KINETICS
                        && row.estimates().containsKey(Measure.ENHANCEMENT))
                .map(row -> new JudgedClosure.Gain(
                        row.surface(), row.estimates().get(Measure.ENHANCEMENT).minus(flat)))
                .max(Comparator.comparingDouble(found -> found.gain().value()));
    }
}
