package org.critscape.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.solver.cell.CellSolver;
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
            "  critscape help sweep                        options and examples of a command",
            "",
            "Exit codes: 0 done, 1 a bug or a lost engine, 2 bad input, 3 stopped as asked before all was done (--for),",
            "4 not solved: the case of solve is not solved, or too many of a sweep are not; 130 or 143 interrupted."
        })
public final class Main {
    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = run(CaseSolver.EMBEDDED, out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The exit code of the program with this solver and these streams. */
    static int run(CaseSolver solver, PrintWriter out, PrintWriter err, String... arguments) {
        Messages messages = new Messages();
        int exitCode = new CommandLine(new Main())
                .addSubcommand(new SweepCommand(solver))
                .addSubcommand(new PlanCommand(solver))
                .addSubcommand(new SolveCommand(solver))
                .addSubcommand(new StatusCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(out)
                .setErr(err)
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
