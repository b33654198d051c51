package org.critscape.jobs.optimum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.RestoredPoint;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.topography.Flat;

/**
 * How rows of a study become surfaces that can be solved.
 *
 * @param direct the embedded solver
 * @param method of the study itself
 * @param isAtlas whether that is an atlas, whose answers cost nothing
 * @param points the inputs of a row; empty where they are not known
 * @param exclusion why the study leaves out a surface, by the index of the row that it comes from
 * @param population inputs drawn from the study; empty without its file
 * @param advice what to do where the inputs are not known
 */
public record Source(
        CaseSolver direct,
        CaseSolver method,
        boolean isAtlas,
        Function<Row, Optional<DesignPoint>> points,
        BiFunction<Long, DesignPoint, Optional<String>> exclusion,
        List<DesignPoint> population,
        String advice) {
    private static final int MOST_POINTS = 4096;
    private static final long SEED = 20240229;

    /** Of a study whose file is at hand. */
    public static Source of(Study study, CaseSolver direct, CaseSolver method) {
        DesignSpace space = study.space();
        LongStream indices = space.size() <= MOST_POINTS
                ? LongStream.range(0, space.size())
                : new SplittableRandom(SEED).longs(MOST_POINTS, 0, space.size());
        return new Source(
                direct,
                method,
                study.atlas().isPresent(),
                row -> Optional.of(space.point(row.<Long>getAs("case_index"))),
                space::exclusion,
                indices.mapToObj(space::point).toList(),
                "");
    }

    /** Of the results alone: all is solved directly. */
    public static Source of(Manifest manifest, CaseSolver direct) {
        List<Map<String, String>> groups = manifest.study().inputs();
        boolean isConstrained = groups.stream().anyMatch(group -> group.containsKey("design.constraints"));
        return new Source(
                direct,
                direct,
                false,
                row -> isConstrained ? Optional.empty() : RestoredPoint.of(row, groups),
                (index, point) -> Optional.empty(),
                List.of(),
                isConstrained
                        ? "the study has constraints (design.constraints), which its file alone tells"
                        : "the rows do not tell all inputs");
    }

    /** What a solver for atlases does with a case that none covers: of many, none may take seconds. */
    public static CaseSolver beyondAtlas(CaseSolver direct) {
        return designCase -> designCase.topography() instanceof Flat
                ? direct.solve(designCase)
                : new CaseOutcome.Rejected(
                        FailureCode.INPUT_OUT_OF_RANGE, "the atlas does not cover it within its tolerance");
    }
}
