package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.atlas.AtlasBuilder;
import org.critscape.jobs.atlas.StudyAtlas;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Draws;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.FailureLimit;
import org.critscape.jobs.sweep.OpenStudy;
import org.critscape.jobs.sweep.Progress;
import org.critscape.jobs.sweep.Rerun;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.sweep.StudyIdentity;
import org.critscape.jobs.sweep.Sweep;
import org.critscape.jobs.sweep.SweepEnd;
import org.critscape.jobs.sweep.SweepOptions;
import org.critscape.jobs.sweep.SweepResult;
import org.critscape.jobs.sweep.SweepSummary;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code critscape sweep}: all cases of a study into tables. */
@Command(
        name = "sweep",
        description = {
            "Solve every case of a study on Spark and write one row per case to Parquet.",
            "On a folder that holds a part of its results the sweep goes on from there."
        },
        footer = {
            "",
            "Examples:",
            "  critscape sweep conf/quickstart.conf",
            "  critscape sweep conf/paper.conf --out /data/paper --master 'local[4]'",
            "  critscape sweep conf/paper.conf --for '20 min'          a slice; the same command goes on",
            "  critscape sweep conf/sobol.conf --extend 128            128 samples more, the earlier rows stay",
            "  critscape sweep conf/paper.conf --rerun \"status = 'crashed'\"",
            "  critscape sweep conf/quickstart.conf --set operation.stack-pressure='5 MPa'",
            "",
            "A case that cannot be solved is a row that says why; the exit code is 0 all the same. 3: the time of --for",
            "was up before all was done. 4: too many cases were not solved (sweep.failure-limit). What is done is kept."
        })
final class SweepCommand implements Callable<Integer> {
    static final long MOST_CASES = 1_000_000_000;

    private final CaseSolver solver;
    /** When the command began. */
    private final Instant start;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the results (default: out/<study>).")
    private @Nullable String out;

    @Mixin
    private EngineOption engineOption;

    @Option(
            names = "--extend",
            paramLabel = "N",
            description = "Add N samples to those that the folder was asked for, whatever design.cases says.")
    private @Nullable Long extend;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "End after this time, \"20 min\" from the start of the command, and keep what is done; exit code 3"
                            + " where cases are left.")
    private @Nullable String time;

    @Option(
            names = "--rerun",
            paramLabel = "PREDICATE",
            description = "Solve again the cases whose rows fulfil an SQL condition, and replace those rows;"
                    + " jobs/docs/table-spec.md names the columns.")
    private @Nullable String rerun;

    @Option(names = "--ui", description = "Show Spark's own pages, on this machine only, while the sweep runs.")
    private boolean pages;

    @Option(names = "--print", description = "At the end also print the cases, one line each.")
    private boolean print;

    SweepCommand(CaseSolver solver, Instant start) {
        this.solver = solver;
        this.start = start;
    }

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        Optional<Duration> limit = Optional.ofNullable(time).map(text -> TimeLimit.parse("--for", text));
        Optional<RowPredicate> again =
                Optional.ofNullable(rerun).map(predicate -> RowPredicate.parse("--rerun", predicate));
        Study given = options.load();
        String name = out == null ? "out/" + given.name() : out;
        StudyFolder folder = StudyFolder.of(name, SparkEngine.fileSystems());
        Study study = extend == null ? given : extended(given, folder, extend);
        long cases = study.space().size();
        if (cases > MOST_CASES) {
            throw new InvalidInputException(
                    "number of cases", Long.toString(cases), "at most " + MOST_CASES, "Maybe split the study.");
        }
        Manifest.Study identity = StudyIdentity.of(
                study.name(),
                study.space(),
                study.atlas().map(AtlasSettings::identity).orElse(""));
        try {
            requireNotShorter(study, folder, identity);
            OpenStudy.check(folder, identity);
            engine.requireAnswer();
            return sweep(study, folder, identity, engine.url(), limit, again);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results cannot be read or written in " + name + ": "
                            + Reason.of(failure)
                            + ". Maybe the disk is full, or the folder was changed by hand.",
                    failure);
        }
    }

    /** The study with more samples than the folder was asked for. */
    private Study extended(Study study, StudyFolder folder, long more) {
        List<Block> blocks = study.space().blocks();
        Draws draws = blocks.size() == 1 ? blocks.get(0).draws().orElse(null) : null;
        if (more < 0 || draws == null || !draws.isExtensible()) {
            throw new InvalidInputException(
                    "--extend",
                    Long.toString(more),
                    "a number of samples, 0 or more, for a study of one group with the plan sobol, halton, random or table",
                    "Maybe change design.cases of the last group instead.");
        }
        try {
            long before = folder.manifest().map(there -> there.study().cases()).orElse(0L);
            long samples = before / (study.space().size() / draws.cases());
            return options.loadWith("design.cases", Long.toString(Math.addExact(samples, more)));
        } catch (IOException | ArithmeticException failure) {
            throw new InvalidInputException(
                    "--extend",
                    Long.toString(more),
                    "a number of samples to add to those of " + folder.table(""),
                    "Maybe the folder was changed by hand: " + Reason.of(failure));
        }
    }

    /** Refuses fewer samples than the folder was extended to, and says how to ask for those. */
    private static void requireNotShorter(Study study, StudyFolder folder, Manifest.Study identity) throws IOException {
        folder.requireNoFile("Maybe choose another one with --out.");
        Manifest.Study there = folder.manifest().map(Manifest::study).orElse(identity);
        List<Block> blocks = study.space().blocks();
        Draws draws = blocks.size() == 1 ? blocks.get(0).draws().orElse(null) : null;
        if (draws != null && there.hash().equals(identity.hash()) && there.cases() > identity.cases()) {
            long samples = there.cases() / (identity.cases() / draws.cases());
            throw new InvalidInputException(
                    "design.cases",
                    draws.cases() + ", while " + folder.table("") + " was extended to " + samples + ",",
                    "as many or more",
                    "Maybe --extend 0, or set design.cases = " + samples + ".");
        }
    }

    private int sweep(
            Study study,
            StudyFolder folder,
            Manifest.Study identity,
            String engine,
            Optional<Duration> limit,
            Optional<RowPredicate> again)
            throws IOException {
        PrintWriter err = command.commandLine().getErr();
        try (OpenStudy open = OpenStudy.take(folder, identity)) {
            if (again.isPresent() && open.done() == 0) {
                err.println("critscape: no row fulfils " + rerun + ", since none is there; nothing is changed");
                return Messages.DONE;
            }
            SweepReport.open(
                    again.isPresent()
                            ? "looking for rows that fulfil " + rerun + ", starting Spark"
                            : SweepReport.opening(study, open, engine),
                    open,
                    err);
            try (SparkSession spark = SparkEngine.start("critscape " + study.name(), engine, pages)) {
                SparkEngine.pages(spark).ifPresent(url -> err.println("critscape: Spark's pages are at " + url));
                long[] indices =
                        again.isEmpty() ? new long[0] : Rerun.select(spark, folder.table("cases"), again.get());
                if (again.isPresent() && indices.length == 0) {
                    err.println("critscape: no row fulfils " + rerun + "; nothing is changed");
                    return Messages.DONE;
                }
                Optional<StudyAtlas> atlas = atlas(study, folder, spark, limit, err);
                CaseSolver of =
                        atlas.<CaseSolver>map(known -> known.solver(solver)).orElse(solver);
                SweepResult result = again.isEmpty() && open.isComplete()
                        ? open.unchanged()
                        : run(spark, open, new CaseRunner(study.space(), of), options(study, limit), indices, err);
                summarise(spark, folder, study, result);
                if (atlas.isPresent() && result.end() == SweepEnd.COMPLETE) {
                    boolean isDone = AtlasStage.audit(
                            study,
                            atlas.get(),
                            solver,
                            folder,
                            spark,
                            () -> isOver(limit),
                            command.commandLine().getOut(),
                            err);
                    if (!isDone) {
                        err.println("critscape: the time is up before the audit is done. The same command goes on.");
                        return Messages.NOT_ALL;
                    }
                }
                if (print && result.tally().cases() > 0) {
                    PrintWriter lines = command.commandLine().getOut();
                    lines.println();
                    CaseListing.print(folder, folder.committed(), lines, CaseListing.MOST_LINES);
                }
                return new SweepReport(study, folder, result, options.arguments()).end(spark, err);
            } catch (SparkEngine.UnavailableException failure) {
                throw unavailable(failure);
            } catch (AtlasBuilder.EngineStoppedException stopped) {
                err.println(
                        "critscape: interrupted; the solves of the atlas are kept. The same command goes on from there.");
                return Messages.NOT_ALL;
            } catch (AtlasBuilder.StoppedException stopped) {
                err.println(
                        "critscape: the time is up before the atlas is complete. The same command goes on from there.");
                return Messages.NOT_ALL;
            }
        }
    }

    /** The atlas of a study that asks for one. */
    private Optional<StudyAtlas> atlas(
            Study study, StudyFolder folder, SparkSession spark, Optional<Duration> limit, PrintWriter err)
            throws IOException {
        if (study.atlas().isEmpty()) {
            return Optional.empty();
        }
        StudyAtlas atlas = AtlasStage.build(study, study.atlas().get(), spark, () -> isOver(limit), err);
        AtlasStage.describe(atlas, err);
        atlas.noteIn(folder);
        return Optional.of(atlas);
    }

    private boolean isOver(Optional<Duration> limit) {
        return limit.map(time -> TimeLimit.left(time, start, Instant.now()).isZero())
                .orElse(false);
    }

    private SweepOptions options(Study study, Optional<Duration> limit) {
        return new SweepOptions(
                "critscape " + study.name(),
                new FailureLimit(study.failureLimit()),
                limit.map(time -> TimeLimit.left(time, start, Instant.now())));
    }

    /** What to say where there is no engine. */
    static StoppedException unavailable(SparkEngine.UnavailableException failure) {
        return new StoppedException(Messages.firstLine(failure.getMessage()) + ". " + failure.advice(), failure);
    }

    /** Solves what is missing, or those cases again that are given, with progress and so that an interruption keeps it. */
    static SweepResult run(
            SparkSession spark, OpenStudy open, CaseRunner runner, SweepOptions how, long[] again, PrintWriter err)
            throws IOException {
        try (Progress progress = again.length == 0
                ? ProgressDisplay.of(runner.space().size(), open.done(), err)
                : ProgressDisplay.of(again.length, 0, err)) {
            Sweep sweep = new Sweep(open, runner, how, progress);
            Interruption interruption = Interruption.watch(sweep, err);
            try {
                if (again.length == 0) {
                    return sweep.run(spark);
                }
                err.println("critscape: solving " + Display.cases(again.length) + " again");
                return sweep.rerun(spark, again);
            } finally {
                interruption.end();
            }
        }
    }

    private void summarise(SparkSession spark, StudyFolder folder, Study study, SweepResult result) {
        if (result.tally().cases() == 0) {
            return;
        }
        String table = folder.table("cases");
        if (result.computed() > 0) {
            command.commandLine().getErr().println("critscape: summing up");
        }
        SweepSummary summary;
        try {
            summary = SweepSummary.read(spark, table);
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            throw new StoppedException(
                    "The results are in " + table + ", but Spark could not summarise them: " + Reason.of(failure)
                            + ". Maybe query them; --stacktrace shows more.",
                    failure);
        }
        new SummaryReport(summary, table, study.space())
                .print(command.commandLine().getOut());
    }
}
