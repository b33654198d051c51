package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows of a sweep into closures. An egg-box knows nothing of tops and edges, a pyramid nothing of forms, so a
 * closure is every combination of what its shapes leave open. What the checks need of a row, some 500 bytes, stays in
 * memory.
 */
public final class ClosureRows {
    /** The separation at which B is stated [m]. */
    private static final double REFERENCE_SEPARATION = Series.COMMON.separation() * 1e-9;

    /** Edges and top of a pyramid or frustum; those of the pyramid have no top. */
    private record Edges(Double resolution, @Nullable Double top) {}

    /**
     * The egg-boxes of one form under one set of shared inputs.
     *
     * @param common the index of the common egg-box; empty where it is not solved
     */
    record EggBoxes(List<PaperRow> rows, Optional<Long> common) {}

    /** Rows under one set of shared inputs. */
    private static final class Group {
        private final Map<String, EggBoxes> eggBoxes = new LinkedHashMap<>();
        private final Map<Edges, List<PaperRow>> sharp = new LinkedHashMap<>();
        private double pressureRatio = Double.NaN;
    }

    /**
     * Closures that have their egg-boxes in common, on which all checks but one depend.
     *
     * @param members at least one
     */
    record Family(EggBoxes eggBoxes, List<Member> members) {}

    /**
     * A closure and those of its rows that are its own.
     *
     * @param sharp the pyramid and the frustum
     */
    record Member(ClosureInputs inputs, List<PaperRow> sharp) {}

    private final Map<SharedInputs, Group> groups = new LinkedHashMap<>();
    private final Map<String, Map<Surface, PaperRow>> withoutKinetics = new LinkedHashMap<>();

    /** Takes a row of the case table; one that is of no surface of the paper is left out. */
    public void add(Row row) {
        PaperRow.of(row).ifPresent(found -> add(row, found));
    }

    private void add(Row row, PaperRow found) {
        if (found.condition() == Condition.WITHOUT_KINETICS && found.surface().shape() == Shape.EGG_BOX) {
            withoutKinetics
                    .computeIfAbsent(form(row), form -> new LinkedHashMap<>())
                    .merge(
                            found.surface(),
                            found,
                            (before, now) -> before.estimates().isEmpty() ? now : before);
        }
        if ("none".equals(row.getAs("lithium_model"))) {
            return;
        }
        // Without interfacial resistance is one of the kinetics that a closure may have.
        PaperRow member = found.condition() == Condition.WITHOUT_KINETICS
                ? new PaperRow(found.surface(), Condition.WITH_KINETICS, found.estimates(), found.status())
                : found;
        Group group = groups.computeIfAbsent(SharedInputs.of(row), inputs -> new Group());
        switch (found.surface().shape()) {
            case EGG_BOX -> addEggBox(group, row, member);
            case SQUARE_PYRAMID, FRUSTUM ->
                group.sharp
                        .computeIfAbsent(
                                new Edges(row.getAs("edge_resolution_m"), row.getAs("top_fraction")),
                                edges -> new ArrayList<>())
                        .add(member);
            default -> {
                // A surface on which the paper concludes nothing.
            }
        }
    }

    private static void addEggBox(Group group, Row row, PaperRow member) {
        EggBoxes before =
                group.eggBoxes.computeIfAbsent(form(row), form -> new EggBoxes(new ArrayList<>(), Optional.empty()));
        before.rows().add(member);
        boolean hasNumbers = member.estimates().containsKey(Measure.ENHANCEMENT);
        if (hasNumbers && Double.isNaN(group.pressureRatio)) {
            group.pressureRatio = pressureRatio(row);
        }
        if (hasNumbers && member.surface().equals(Series.COMMON) && member.condition() == Condition.WITH_KINETICS) {
            group.eggBoxes.put(form(row), new EggBoxes(before.rows(), Optional.of(row.<Long>getAs("case_index"))));
        }
    }

    private static String form(Row row) {
        return row.getAs("egg_box_form");
    }

    /** B at the separation of reference, B ∝ S^(−1/n). */
    static double pressureRatio(Row row) {
        double separation = row.<Double>getAs("peak_separation_m");
        double exponent = row.<Double>getAs("creep_exponent");
        return ClosureNumbers.pressureRatio(row) * StrictMath.pow(separation / REFERENCE_SEPARATION, 1 / exponent);
    }

    /** The egg-boxes of a form without kinetics; they are those of every closure of that form. */
    List<PaperRow> withoutKinetics(String form) {
        return List.copyOf(withoutKinetics.getOrDefault(form, Map.of()).values());
    }

    /** All closures, in the order in which the rows named them first. */
    List<Family> families() {
        List<Family> families = new ArrayList<>();
        groups.forEach((shared, group) -> group.eggBoxes.forEach((form, eggBoxes) -> families.add(new Family(
                eggBoxes,
                choices(group).stream()
                        .map(edges -> member(shared, form, group, edges))
                        .toList()))));
        return families;
    }

    private static Member member(SharedInputs shared, String form, Group group, Edges edges) {
        List<PaperRow> sharp = group.sharp.entrySet().stream()
                .filter(entry -> entry.getKey().resolution().equals(edges.resolution()))
                .filter(entry ->
                        entry.getKey().top() == null || entry.getKey().top().equals(edges.top()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        Double resolution = edges.resolution().isNaN() ? null : edges.resolution();
        return new Member(new ClosureInputs(shared, form, edges.top(), resolution, group.pressureRatio), sharp);
    }

    /** Every frustum there is, or every pyramid, or a shape that is not there yet. */
    private static List<Edges> choices(Group group) {
        List<Edges> frusta = group.sharp.keySet().stream()
                .filter(edges -> edges.top() != null)
                .toList();
        if (!frusta.isEmpty()) {
            return frusta;
        }
        return group.sharp.isEmpty() ? List.of(new Edges(Double.NaN, null)) : List.copyOf(group.sharp.keySet());
    }
}
