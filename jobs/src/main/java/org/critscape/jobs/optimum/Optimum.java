package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.InputRange;
import org.critscape.jobs.optimum.OptimumResult.GroupOptimum;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;

/** Finds the best surfaces of a study: in its table, then between its rows, then by finer solves. */
public final class Optimum {
    /** A family is refined where its best row is within this share of the group's. */
    private static final double PROMISING = 0.1;

    private static final int MOST_FAMILIES = 3;
    private static final int CHEAP_EVALUATIONS = 1500;
    /** Each surface of a worst case is as many evaluations as there are combinations. */
    private static final int CHEAP_WORST = 200;

    private static final double DIRECT_STEP = 0.05;
    private static final double ATLAS_STEP = 0.02;

    /**
     * What is asked.
     *
     * @param objective to maximise
     * @param predicates that surfaces must meet
     * @param worstOver ranges of assumed inputs; none where the worst case does not matter
     * @param confirm how many groups are refined and confirmed, the best first
     * @param budget most direct solves that refine one family
     */
    public record Question(
            Objective objective, List<RowPredicate> predicates, List<InputRange> worstOver, int confirm, int budget) {
        /** Copies the lists. */
        public Question {
            predicates = List.copyOf(predicates);
            worstOver = List.copyOf(worstOver);
        }
    }

    private final Question question;
    private final Source source;
    private final Conditions conditions;
    private final StudyTable table;
    private final Consumer<String> news;
    private final List<String> notes = new ArrayList<>();

    /** Reads the table of a study; news takes a sentence now and then. */
    public Optimum(SparkSession spark, StudyFolder folder, Source source, Question question, Consumer<String> news) {
        this.question = question;
        this.source = source;
        this.news = news;
        this.conditions = new Conditions(spark, question.predicates());
        this.table = new StudyTable(spark, folder.table(CaseTable.TABLE.name()), question.objective(), conditions);
    }

    /**
     * The answer.
     *
     * @param study its name
     * @throws InvalidInputException where no solved row meets the predicates
     */
    public OptimumResult find(String study) {
        List<Group> groups = table.groups();
        if (groups.isEmpty()) {
            throw conditions.texts().isEmpty()
                    ? new InvalidInputException(
                            "number of solved cases with a "
                                    + question.objective().label(),
                            "0",
                            "at least 1",
                            "Maybe critscape status tells why.")
                    : new InvalidInputException(
                            "--subject-to",
                            String.join(" and ", conditions.texts()) + ", which no solved row meets,",
                            "met by at least one",
                            "Maybe loosen it; values are in SI, 25e-6 for 25 µm.");
        }
        source.points().apply(groups.get(0).best()).ifPresent(this::requireUsed);
        List<GroupOptimum> found = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            found.add(
                    g < question.confirm()
                            ? refined(groups.get(g), g == 0)
                            : new GroupOptimum(
                                    groups.get(g),
                                    List.of(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty()));
        }
        if (groups.size() > question.confirm() && question.confirm() > 0) {
            notes.add("Refined are " + question.confirm() + " of " + groups.size()
                    + " groups, the best first; --confirm " + groups.size() + " refines all.");
        }
        List<BinnedIndices> binned = List.of();
        if (found.get(0).global().isEmpty()) {
            binned = BinnedIndices.of(
                    table.sample(),
                    table.differing().stream().map(Column::name).toList(),
                    question.objective().column());
            notes.add(
                    source.isAtlas()
                            ? "First-order indices are those of the rows, since no surface was refined in which inputs of"
                                    + " the study vary; --confirm 0 refines none."
                            : "Total-order indices need an atlas: set sweep.method = atlas, run critscape atlas build CONF,"
                                    + " and give CONF here; first-order indices are those of the rows.");
        }
        List<Front> fronts = table.fronts();
        if (fronts.stream().noneMatch(front -> front.measure().equals("edge_resolution_m"))) {
            notes.add("No front against the edge resolution: rows do not differ in it.");
        }
        return new OptimumResult(
                study,
                question.objective(),
                conditions.texts(),
                source.isAtlas(),
                table.size(),
                table.free(),
                found,
                fronts,
                binned,
                notes);
    }

    private GroupOptimum refined(Group group, boolean isFirst) {
        double best = value(group.best());
        List<Refinement> refinements = new ArrayList<>();
        for (Row leader : group.leaders()) {
            if (refinements.size() < MOST_FAMILIES && value(leader) >= (1 - PROMISING) * best) {
                refine(leader).ifPresent(refinements::add);
            }
        }
        if (refinements.isEmpty()) {
            return new GroupOptimum(group, List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }
        refinements.sort(Comparator.comparingDouble(one -> -one.best().value()));
        if (refinements.get(0).best().value() < best && !isRefined(group.best(), refinements)) {
            notes.add("Case " + group.best().<Long>getAs("case_index")
                    + " is better than the refined surfaces of other families, and stands as the table has it.");
            return new GroupOptimum(group, List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }
        Refinement winner = refinements.get(0);
        Evaluator evaluator = evaluator(winner.leader());
        news.accept("confirming the best surface and " + 2 * winner.inputs().size() + " neighbours by direct solves");
        Confirmation confirmation = Confirmation.of(winner, evaluator, source);
        List<LocalSensitivity> local = List.of();
        Optional<GlobalSensitivity> global = Optional.empty();
        if (isFirst) {
            DesignPoint point = winner.best().point();
            news.accept("sensitivities of " + LocalSensitivity.inputs(point).size() + " inputs");
            local = LocalSensitivity.of(point, evaluator, source.isAtlas() ? ATLAS_STEP : DIRECT_STEP);
            global = source.isAtlas() ? GlobalSensitivity.of(point, source.population(), evaluator) : Optional.empty();
        }
        return new GroupOptimum(group, refinements, Optional.of(confirmation), local, global, worst(winner, evaluator));
    }

    private static boolean isRefined(Row row, List<Refinement> refinements) {
        return refinements.stream()
                .anyMatch(one -> one.leader().<Long>getAs("case_index").equals(row.<Long>getAs("case_index")));
    }

    /** Before anything is solved. */
    private void requireUsed(DesignPoint nominal) {
        for (InputRange range : question.worstOver()) {
            if (!nominal.uses(range.parameter())) {
                throw new InvalidInputException(
                        "--worst-over",
                        range.parameter().path() + ", which the best surface does not depend on,",
                        "an input of its case",
                        "Maybe leave it out.");
            }
        }
    }

    private double value(Row row) {
        return row.<Double>getAs(question.objective().column());
    }

    private Evaluator evaluator(Row leader) {
        long index = leader.<Long>getAs("case_index");
        return new Evaluator(
                source.method(),
                question.objective(),
                conditions,
                point -> source.exclusion().apply(index, point));
    }

    private Optional<Refinement> refine(Row leader) {
        Optional<DesignPoint> point = source.points().apply(leader);
        if (point.isEmpty()) {
            notes.add("Case " + leader.<Long>getAs("case_index") + " is not refined, since " + source.advice()
                    + ": give the study's file instead of its folder.");
            return Optional.empty();
        }
        Evaluator evaluator = evaluator(leader);
        Evaluation start = evaluator.evaluate(point.get());
        if (!start.allowed()) {
            notes.add("Case " + leader.<Long>getAs("case_index") + " is not refined: solved again it is not allowed, "
                    + start.remark());
            return Optional.empty();
        }
        List<RefinedInput> inputs = table.refined(leader);
        String family = leader.getAs("topography");
        Ascent ascent = ascent("refining " + family, inputs, CHEAP_EVALUATIONS, evaluator::evaluate);
        return Optional.of(new Refinement(leader, inputs, ascent.from(point.get(), start), ascent.evaluations()));
    }

    private Optional<WorstCase> worst(Refinement winner, Evaluator evaluator) {
        if (question.worstOver().isEmpty()) {
            return Optional.empty();
        }
        DesignPoint nominal = winner.best().point();
        List<Map<Parameter, Double>> combinations = WorstCase.combinations(question.worstOver(), source.isAtlas());
        Evaluation first = WorstCase.worst(nominal, combinations, evaluator);
        if (!first.allowed()) {
            notes.add("No worst case: the best surface is not solved or not allowed everywhere in the ranges, "
                    + first.remark());
            return Optional.empty();
        }
        Ascent ascent = ascent(
                "worst case",
                winner.inputs(),
                CHEAP_WORST,
                surface -> WorstCase.worst(surface, combinations, evaluator));
        Evaluation worst = ascent.from(nominal, first);
        return Optional.of(new WorstCase(
                question.worstOver(),
                combinations.size(),
                first,
                evaluator.evaluate(ascent.best()),
                worst,
                ascent.evaluations()));
    }

    private Ascent ascent(String what, List<RefinedInput> inputs, int cheap, Function<DesignPoint, Evaluation> look) {
        return new Ascent(
                inputs,
                look,
                source.isAtlas(),
                source.isAtlas() ? cheap : question.budget(),
                text -> news.accept(what + ": " + text));
    }
}
