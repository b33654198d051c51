package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.OutputFolder;
import org.critscape.jobs.sweep.Progress;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.sweep.Sweep;
import org.critscape.jobs.sweep.SweepPlan;
import org.critscape.jobs.sweep.SweepSummary;
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
        description = "Solve every case of a study on Spark and write one row per case to Parquet.",
        footer = {
            "",
            "Examples:",
            "  critscape sweep conf/quickstart.conf",
            "  critscape sweep conf/paper.conf --out /data/paper --master 'local[4]'",
            "  critscape sweep conf/quickstart.conf --set operation.stack-pressure='5 MPa'",
            "  critscape sweep conf/paper.conf --dry-run",
            "",
            "A case that cannot be solved is a row that says why; the exit code is 0 all the same."
        })
final class SweepCommand implements Callable<Integer> {
    private static final Pattern MASTER =
            Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?|local-cluster\\[.+]|(spark|k8s)://.+|yarn");

    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the results (default: out/<study>).")
    private @Nullable String out;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Spark engine: local[*] for all cores of this machine (default), local[2], spark://host:7077.")
    private @Nullable String master;

    @Option(names = "--dry-run", description = "Check the study, say what would be done, and solve nothing.")
    private boolean dryRun;

    SweepCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        String engine = master();
        Study study = options.load();
        String folder = out == null ? "out/" + study.name() : out;
        OutputFolder.check(folder);
        SweepPlan.checkCases(study.space().size());
        if (dryRun) {
            new DryRun(study, folder, engine).print(command.commandLine().getOut());
        } else {
            sweep(study, folder, engine);
        }
        return Messages.DONE;
    }

    private String master() {
        String url = master == null ? System.getProperty("spark.master", "local[*]") : master;
        if (!MASTER.matcher(url).matches()) {
            throw new InvalidInputException(
                    "--master",
                    url,
                    "local[*], local[N], spark://HOST:PORT, k8s://HOST:PORT or yarn",
                    "Maybe leave it out to use all cores of this machine.");
        }
        return url;
    }

    private void sweep(Study study, String folder, String engine) {
        PrintWriter err = command.commandLine().getErr();
        long cases = study.space().size();
        err.println(
                "critscape: " + Display.cases(cases) + " of " + study.name() + " on " + engine + ", starting Spark");
        try (Interruption interruption = Interruption.watch(err);
                OutputFolder output = OutputFolder.create(folder);
                SparkSession spark = SparkEngine.start("critscape " + study.name(), engine)) {
            SweepPlan plan = SweepPlan.of(cases, spark.sparkContext().defaultParallelism());
            try (Progress progress = ProgressDisplay.of(cases, err)) {
                Sweep.run(spark, new CaseRunner(study.space(), solver), plan, output, progress);
            }
            interruption.end(); // From here on there are results.
            summarise(spark, output.result("cases"), study);
        } catch (InvalidInputException | StoppedException explained) {
            throw explained;
        } catch (SparkEngine.UnavailableException failure) {
            throw new StoppedException(
                    Messages.firstLine(failure.getMessage())
                            + ". Maybe the address is wrong, nothing listens there, or memory is short"
                            + " (CRITSCAPE_JAVA_OPTS=-Xmx4g); --stacktrace shows more.",
                    failure);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results cannot be written to " + folder + ": " + Messages.firstLine(failure.toString())
                            + ". Maybe the disk is full.",
                    failure);
        } catch (Exception failure) {
            throw explained(failure);
        }
    }

    private void summarise(SparkSession spark, String table, Study study) {
        SweepSummary summary;
        try {
            summary = SweepSummary.read(spark, table);
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            throw new StoppedException(
                    "All results are in " + table + ", but Spark could not summarise them: "
                            + Messages.firstLine(failure.toString()) + ". Maybe query them; --stacktrace shows more.",
                    failure);
        }
        new SummaryReport(summary, table, study.space())
                .print(command.commandLine().getOut());
    }

    private RuntimeException explained(Exception failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof CaseMemoryException memory) {
                return new StoppedException(
                        "The sweep ran out of memory in case " + memory.index() + " and nothing was written."
                                + " Maybe give it more with CRITSCAPE_JAVA_OPTS=-Xmx8g, or use fewer cores with --master.",
                        failure);
            }
            if (cause instanceof CaseBugException bug) {
                return new StoppedException(
                        "The sweep stopped and nothing was written: " + Messages.firstLine(bug.getMessage())
                                + ". Maybe replay it and report what is printed: critscape solve "
                                + options.arguments() + " --case " + bug.index() + " --stacktrace",
                        failure);
            }
        }
        if (failure instanceof SparkException || failure.getClass().getName().startsWith("org.apache.spark.")) {
            return new StoppedException(
                    "Spark stopped the sweep and nothing was written: " + Messages.firstLine(root.toString())
                            + ". Maybe the engine was lost or ran out of memory or disk; --stacktrace shows more.",
                    failure);
        }
        return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }
}
