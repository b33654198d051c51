package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code critscape solve}: one case, printed. Starts no engine. */
@Command(
        name = "solve",
        description = "Solve one case and print it.",
        footer = {
            "",
            "Examples:",
            "  critscape solve conf/case.conf",
            "  critscape solve conf/case.conf --json > case.json",
            "  critscape solve conf/case.conf --set topography.peak-height='40 um'",
            "  critscape solve conf/paper.conf --case 3        the fourth case of a sweep",
            "",
            "A case that does not converge is printed as such; a case that the model refuses is bad input."
        })
final class SolveCommand implements Callable<Integer> {
    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyOptions options;

    @Option(names = "--json", description = "Print one JSON object with the columns of jobs/docs/table-spec.md.")
    private boolean json;

    @Option(
            names = "--case",
            paramLabel = "INDEX",
            description = "Which case of a study that has several: its case_index, 0 for the first.")
    private @Nullable Long index;

    SolveCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        Study study = options.load();
        CaseRecord record = solve(study, index(study));
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(CaseTable.TABLE.row(record).prettyJson());
        }
        if (record.outcome() instanceof CaseOutcome.Rejected rejected) {
            command.commandLine().getErr().println("critscape: " + options.file() + ": " + rejected.message());
            return Messages.BAD_INPUT;
        }
        if (!json) {
            new CaseReport(record, out).print();
        }
        return Messages.DONE;
    }

    private long index(Study study) {
        long cases = study.space().size();
        if (index == null) {
            if (cases > 1) {
                throw new InvalidInputException(
                        "number of cases",
                        cases + " in study " + study.name(),
                        "1 to be solved alone",
                        "Maybe add --case 0 for the first of them, or use critscape sweep.");
            }
            return 0;
        }
        if (index < 0 || index >= cases) {
            throw new InvalidInputException(
                    "--case",
                    index.toString(),
                    "between 0 and " + (cases - 1) + ", the cases of study " + study.name(),
                    "Maybe another study or other --set options are meant.");
        }
        return index;
    }

    private CaseRecord solve(Study study, long chosen) {
        try {
            return new CaseRunner(study.space(), solver).run(chosen);
        } catch (CaseBugException bug) {
            throw new StoppedException(
                    "The solver stopped: " + Messages.firstLine(bug.getMessage())
                            + ". Maybe report it with what --stacktrace prints.",
                    bug);
        } catch (CaseMemoryException memory) {
            throw new StoppedException(
                    "The solver stopped: " + Messages.firstLine(memory.getMessage())
                            + ". Maybe give it more with CRITSCAPE_JAVA_OPTS=-Xmx8g.",
                    memory);
        }
    }
}
