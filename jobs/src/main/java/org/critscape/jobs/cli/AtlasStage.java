package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.atlas.AtlasBuilder;
import org.critscape.jobs.atlas.AtlasFolder;
import org.critscape.jobs.atlas.Audit;
import org.critscape.jobs.atlas.Demands;
import org.critscape.jobs.atlas.StudyAtlas;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.table.AuditTable.Audited;
import org.critscape.solver.atlas.FamilyAtlas;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.dendrite.Driving;
import org.jspecify.annotations.Nullable;

/** Atlas and audit of a study, with what the user hears of them. */
final class AtlasStage {
    private AtlasStage() {}

    /**
     * The atlas of a study; what is missing is solved.
     *
     * @param spark null where nothing may be solved
     */
    static StudyAtlas build(
            Study study,
            AtlasSettings settings,
            @Nullable SparkSession spark,
            BooleanSupplier isStopped,
            PrintWriter err)
            throws IOException {
        AtlasFolder folder = AtlasFolder.open(settings.folder(), SparkEngine.fileSystems());
        List<Demand> demands = Demands.of(study.space(), settings);
        AtlasBuilder builder = new AtlasBuilder(
                folder,
                spark == null ? null : JavaSparkContext.fromSparkContext(spark.sparkContext()),
                news -> err.println("critscape: " + news),
                isStopped);
        return new StudyAtlas(settings, builder.build(demands));
    }

    /** What a study asks of its atlas, family by family. */
    static void demands(Study study, AtlasSettings settings, PrintWriter out) {
        for (Demand demand : Demands.of(study.space(), settings)) {
            String ranges = demand.axes().stream()
                    .map(axis -> axis.quantity() + " " + Display.number(axis.low())
                            + (axis.low() == axis.high() ? "" : " to " + Display.number(axis.high())))
                    .collect(Collectors.joining(", "));
            out.println("Atlas, " + demand.family().words() + ": " + ranges + "; ratio of pressure to flow up to "
                    + Display.number(demand.pressureToFlow()));
        }
    }

    /** For a plan: what the study asks for, how many solves that is at most, and what the folder holds already. */
    static void plan(Study study, AtlasSettings settings, PrintWriter out) throws IOException {
        demands(study, settings, out);
        int families = Demands.of(study.space(), settings).size();
        long known = AtlasFolder.open(settings.folder(), SparkEngine.fileSystems()).counts().values().stream()
                .mapToLong(counts -> counts.coarse() + counts.fine() + counts.failed())
                .sum();
        out.println("Atlas: at most " + families * settings.largestNodes()
                + " solves on coarser meshes and a tenth as many on"
                + " finer ones, after the first of each family; " + settings.folder() + " holds " + known
                + ". Times above are those of direct solves; an egg-box's coarse solve takes a tenth of a second of one core,"
                + " a frustum's one.");
    }

    /** A line for each family. */
    static void describe(StudyAtlas atlas, PrintWriter out) {
        for (AtlasBuilder.Made made : atlas.made()) {
            FamilyAtlas family = made.built().atlas();
            String name = "critscape: atlas, " + made.demand().family().words() + ": ";
            if (family == null) {
                out.println(name + "its first solves failed, so its cases are solved directly");
                continue;
            }
            out.println(name
                    + String.format(
                            Locale.ROOT,
                            "%d nodes, %d of them on the finer mesh too, %d stations; by %d solves not seen, interpolation"
                                    + " adds %s in the median (%s at most) to the error of the critical current, %s (%s)"
                                    + " to that of the largest current, %s (%s) to that of the largest pressure",
                            family.nodes(),
                            family.fineNodes(),
                            family.stations(),
                            made.built().checks(),
                            percent(family.criticalCurrentMargin().median()),
                            percent(family.criticalCurrentMargin().largest()),
                            percent(family.currentRatioMargin().median()),
                            percent(family.currentRatioMargin().largest()),
                            percent(family.stressMargin(Driving.PRESSURE).median()),
                            percent(family.stressMargin(Driving.PRESSURE).largest())));
        }
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * value);
    }

    /** Solves rows of a swept study directly and says how far they are off. Whether all that was wanted is done. */
    static boolean audit(
            Study study,
            StudyAtlas atlas,
            CaseSolver direct,
            StudyFolder folder,
            SparkSession spark,
            BooleanSupplier isStopped,
            PrintWriter out,
            PrintWriter err)
            throws IOException {
        int wanted = atlas.settings().audit();
        if (wanted == 0 || atlas.atlases().isEmpty()) {
            return true;
        }
        List<Audited> audited = new Audit(study.space(), atlas.solver(direct), folder)
                .run(
                        JavaSparkContext.fromSparkContext(spark.sparkContext()),
                        wanted,
                        news -> err.println("critscape: " + news),
                        isStopped);
        if (!audited.isEmpty()) {
            long within = audited.stream().filter(Audited::isWithin).count();
            long both = audited.stream().filter(Audited::isWithinBoth).count();
            double[] critical = sorted(audited, one -> one.atlas().criticalCurrentDeviation(one.direct()));
            double[] current = sorted(audited, one -> one.atlas().currentRatioDeviation(one.direct()));
            out.println();
            out.printf(
                    Locale.ROOT,
                    "Audit: of %d rows by the atlas, drawn at random and solved directly, the critical current of %d is"
                            + " within its stated error%n(%.1f %%; %d with the error that the direct solve states). It is"
                            + " off by %s in the median and %s at most, the%nlargest current ratio by %s and %s.%n",
                    audited.size(),
                    within,
                    100.0 * within / audited.size(),
                    both,
                    percent(critical[critical.length / 2]),
                    percent(critical[critical.length - 1]),
                    percent(current[current.length / 2]),
                    percent(current[current.length - 1]));
        }
        return !isStopped.getAsBoolean();
    }

    private static double[] sorted(List<Audited> audited, ToDoubleFunction<Audited> value) {
        double[] values = audited.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values;
    }
}
