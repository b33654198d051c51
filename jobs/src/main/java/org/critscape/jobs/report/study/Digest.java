package org.critscape.jobs.report.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.sweep.FailureProfile;
import org.critscape.jobs.sweep.SweepSummary;
import org.critscape.jobs.table.ReadOften;

/**
 * What a page shows of a study; small, however large the study is.
 *
 * @param result what is asked
 * @param variables inputs in which the cases differ
 * @param summary outcomes, causes of failures, warnings, the best surfaces
 * @param found what the solved cases say; empty where none is solved
 * @param failed the first cases that are not solved
 * @param failedTraits what the failures have in common
 * @param contoured solved cases whose interface is not flat
 * @param losing those of them that are worse than the flat interface
 * @param losingTraits what those have in common
 * @param losses of which input they depend most; empty where none is worse, or cases differ in nothing
 * @param assumptions values that are assumed or chosen
 * @param accuracy estimated errors
 * @param cost time in the solver
 * @param audit what an atlas answers, and how well; empty for a study without
 */
record Digest(
        Result result,
        List<Variable> variables,
        SweepSummary summary,
        Optional<Found> found,
        FailedCases failed,
        List<FailureProfile.Trait> failedTraits,
        long contoured,
        long losing,
        List<FailureProfile.Trait> losingTraits,
        Optional<Losses> losses,
        List<Assumption> assumptions,
        Accuracy accuracy,
        Cost cost,
        Optional<AtlasAudit> audit) {
    private static final String LOSES = "enhancement < 1";

    /** Copies the lists. */
    Digest {
        variables = List.copyOf(variables);
        failedTraits = List.copyOf(failedTraits);
        losingTraits = List.copyOf(losingTraits);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * What the solved cases say.
     *
     * @param best the row of the best case
     * @param ends inputs of its surface that are the first or last of those solved
     * @param perCondition the best surfaces under each condition that the study varies
     */
    record Found(
            Row best,
            List<String> ends,
            List<BestPerCondition> perCondition,
            Optional<Landscape> landscape,
            Front front,
            List<Cut> cuts,
            Sample sample) {
        /** Copies the lists. */
        Found {
            ends = List.copyOf(ends);
            perCondition = List.copyOf(perCondition);
            cuts = List.copyOf(cuts);
        }
    }

    /**
     * Reads the tables of a study.
     *
     * @param cases where the case table is
     * @param timings where that of the times is
     * @param audit where that of audited rows is; empty where there is none
     * @param given keys that the study gives values
     */
    static Digest read(SparkSession spark, String cases, String timings, Optional<String> audit, Set<String> given) {
        Dataset<Row> table = ReadOften.kept(spark.read().parquet(cases));
        StudyCases study = StudyCases.of(table, given);
        Dataset<Row> contoured = study.contoured();
        long losing = contoured.where(LOSES).count();
        return new Digest(
                study.result(),
                study.variables(),
                SweepSummary.read(spark, cases),
                study.best().map(best -> found(study, best)),
                FailedCases.read(study),
                FailureProfile.read(spark, cases),
                contoured.count(),
                losing,
                losing == 0 ? List.of() : FailureProfile.read(contoured, LOSES),
                losing == 0 ? Optional.empty() : Losses.read(study),
                Assumption.read(study.all(), given),
                Accuracy.read(study),
                Cost.read(study, spark.read().parquet(timings)),
                AtlasAudit.read(study, audit.map(where -> spark.read().parquet(where))));
    }

    private static Found found(StudyCases study, Row best) {
        return new Found(
                best,
                Ends.read(study, best),
                BestPerCondition.read(study),
                Landscape.read(study),
                Front.read(study),
                Cut.read(study, best),
                Sample.read(study, best));
    }
}
