package org.critscape.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SparkDefaults;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.quantity.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code critscape}. */
@Command(
        name = "critscape",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Critical currents of contoured lithium/electrolyte interfaces over whole design spaces.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  critscape sweep conf/quickstart.conf        solve a study into out/quickstart",
            "  critscape plan conf/sobol.conf              count, check and price a study before it is solved",
            "  critscape solve conf/case.conf              solve one case and print it",
            "  critscape status out/quickstart             how far it is, from another shell too",
            "  critscape atlas build conf/million.conf     solves between which a large study is interpolated",
            "  critscape sql out/quickstart -e \"SELECT * FROM optimum_per_material\"",
            "  critscape optimum out/quickstart            the best surface, refined between the cases and confirmed",
            "  critscape dataset out/quickstart --to data  training, validation and test data of a study",
            "  critscape surrogate data                    a baseline model of such data, its scores and ONNX file",
            "  critscape report out/quickstart             one page on what a study says",
            "  critscape paper                             the figures and conclusions of Zhang et al. 2024, judged",
            "  critscape closures conf/closure.conf        under which closures these conclusions hold",
            "  critscape help sweep                        options and examples of a command",
            "",
            "Exit codes: 0 done, 1 a bug or a lost engine, 2 bad input, 3 stopped as asked before all was done (--for),",
            "4 not solved: the case of solve is not solved, or too many of a sweep are not; 130 or 143 interrupted."
        })
public final class Main {
    /** Columns of what is printed as help. */
    private static final int WIDTH = 120;

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> explain(err, thread, failure));
        Instant start =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        int exitCode;
        try {
            SparkDefaults.load(System.getenv());
            exitCode = run(CaseSolver.embedded(), out, err, start, arguments);
        } catch (InvalidInputException refusal) {
            err.println("critscape: " + refusal.getMessage());
            exitCode = Messages.BAD_INPUT;
        }
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** One message and the end where memory is short, in whichever thread; else the trace, as Java would have it. */
    private static void explain(PrintWriter err, Thread thread, Throwable failure) {
        if (Messages.isOfMemory(failure)) {
            err.println(Messages.NO_MEMORY);
            // Whatever would be tidied up on the way out takes memory too.
            Runtime.getRuntime().halt(Messages.STOPPED);
        }
        err.println("critscape: stopped on a bug in thread " + thread.getName() + ". Maybe report what follows.");
        failure.printStackTrace(err);
    }

    /** The exit code of the program with this solver and these streams, begun now. */
    static int run(CaseSolver solver, PrintWriter out, PrintWriter err, String... arguments) {
        return run(solver, out, err, Instant.now(), arguments);
    }

    /** The commands and their options. */
    static CommandLine commandLine(CaseSolver solver, Instant start) {
        return new CommandLine(new Main())
                .addSubcommand(new SweepCommand(solver, start))
                .addSubcommand(new PlanCommand(solver))
                .addSubcommand(new SolveCommand(solver))
                .addSubcommand(new StatusCommand())
                .addSubcommand(new AtlasCommand())
                .addSubcommand(new SqlCommand())
                .addSubcommand(new OptimumCommand(solver))
                .addSubcommand(new DatasetCommand(solver))
                .addSubcommand(new SurrogateCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new PaperCommand(solver))
                .addSubcommand(new ClosuresCommand(solver))
                .addSubcommand(new CommandLine.HelpCommand());
    }

    private static int run(CaseSolver solver, PrintWriter out, PrintWriter err, Instant start, String... arguments) {
        Messages messages = new Messages();
        int exitCode = commandLine(solver, start)
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(messages)
                .setExecutionExceptionHandler(messages)
                .execute(arguments);
        // A writer keeps its errors to itself; a result that nobody gets is no result.
        if (out.checkError()) {
            err.println("critscape: the standard output could not be written. Maybe the disk is full, or the program"
                    + " that reads it has ended.");
            return exitCode == Messages.DONE ? Messages.STOPPED : exitCode;
        }
        return exitCode;
    }

    /** The locale of a terminal must not decide whether a result can be read: units have signs beyond ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Versions of the program, of the model, and of what runs it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "critscape " + (version == null ? "from sources" : version),
                "model " + CellSolver.MODEL_VERSION,
                "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ", Java " + Runtime.version()
            };
        }
    }
}
