package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.critscape.jobs.atlas.AtlasBuilder;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.field.FieldFolder;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolver;
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
            "  critscape solve conf/sobol.conf --case 5f0e…    the case of a row, by the 32 digits of its case_id",
            "  critscape solve conf/case.conf --fields out/case-fields",
            "",
            "A case that does not converge, or less accurately than solver.tolerance asks, is printed as such, with exit",
            "code 4; a case that the model refuses is bad input."
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
            paramLabel = "INDEX|ID",
            description = "Which case of a study that has several: its case_index, 0 for the first, or its case_id.")
    private @Nullable String chosenCase;

    @Option(
            names = "--fields",
            paramLabel = "DIR",
            description = {
                "Also write the fields to a new folder, see jobs/docs/fields.md: interface.csv (maps over the period),"
                        + " electrolyte.vtu and lithium.vtu (for ParaView), case.json."
            })
    private @Nullable String fieldFolder;

    @Option(names = "--direct", description = "Solve the case itself where the study would interpolate it.")
    private boolean isDirect;

    SolveCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        Study study = options.load();
        long chosen = index(study);
        FieldFolder folder = fieldFolder == null ? null : FieldFolder.of(fieldFolder);
        CaseFields[] fields = {null};
        CaseRecord record = folder == null
                ? solve(study, chosen, method(study))
                : solve(study, chosen, designCase -> new CellSolver().solve(designCase, solved -> fields[0] = solved));
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(CaseTable.TABLE.row(record).prettyJson());
        }
        if (record.outcome() instanceof CaseOutcome.Rejected rejected) {
            command.commandLine()
                    .getErr()
                    .println("critscape: " + options.file() + ": " + Display.message(rejected.message()));
            return Messages.BAD_INPUT;
        }
        if (!json) {
            new CaseReport(record, out).print();
        }
        if (folder != null) {
            write(folder, record, fields[0]);
        }
        return record.outcome() instanceof CaseOutcome.Solved ? Messages.DONE : Messages.NO_RESULT;
    }

    /** The solver of the study's own method; of an atlas it must be there, or the answer would take its hundreds of solves. */
    private CaseSolver method(Study study) {
        if (isDirect || study.atlas().isEmpty()) {
            return solver;
        }
        AtlasSettings settings = study.atlas().get();
        PrintWriter err = command.commandLine().getErr();
        try {
            return AtlasStage.build(study, settings, null, () -> false, err).solver(solver);
        } catch (AtlasBuilder.MissingException missing) {
            throw new InvalidInputException(
                    "atlas.folder",
                    settings.folder() + ", which lacks " + missing.getMessage(),
                    "a folder with all solves of the atlas of the study",
                    "Maybe run critscape atlas build " + options.arguments() + " first, or add --direct.");
        } catch (IOException failure) {
            throw new StoppedException(
                    "The atlas cannot be read in " + settings.folder() + ": " + Reason.of(failure)
                            + ". Maybe the folder was changed by hand.",
                    failure);
        }
    }

    private void write(FieldFolder folder, CaseRecord record, @Nullable CaseFields fields) {
        PrintWriter err = command.commandLine().getErr();
        if (fields == null) {
            err.println("critscape: no fields are written, since the case has none.");
            return;
        }
        folder.write(record.point().caseId(), CaseTable.TABLE.row(record).prettyJson(), fields);
        err.println("critscape: the fields are in " + fieldFolder);
    }

    private long index(Study study) {
        long cases = study.space().size();
        if (chosenCase == null) {
            if (cases > 1) {
                throw new InvalidInputException(
                        "number of cases",
                        cases + " in study " + study.name(),
                        "1 to be solved alone",
                        "Maybe add --case 0 for the first of them, or use critscape sweep.");
            }
            return 0;
        }
        if (chosenCase.matches("[0-9a-fA-F]{32}")) {
            return search(study, chosenCase.toLowerCase(Locale.ROOT));
        }
        if (!chosenCase.matches("-?\\d{1,18}")) {
            throw new InvalidInputException(
                    "--case",
                    "\"" + chosenCase + "\"",
                    "a case_index, a whole number, or a case_id, 32 hexadecimal digits",
                    "Maybe --case 0, the first.");
        }
        long index = Long.parseLong(chosenCase);
        if (index < 0 || index >= cases) {
            throw new InvalidInputException(
                    "--case",
                    chosenCase,
                    "between 0 and " + (cases - 1) + ", the cases of study " + study.name(),
                    "Maybe another study or other --set options are meant.");
        }
        return index;
    }

    /** An identity does not tell its index: one case after the other is made until one has it. */
    private long search(Study study, String id) {
        long cases = study.space().size();
        for (long index = 0; index < cases; index++) {
            if (study.space().point(index).caseId().equals(id)) {
                command.commandLine()
                        .getErr()
                        .println("critscape: " + id + " is case " + index + ", found among the first "
                                + Display.cases(index + 1));
                return index;
            }
        }
        throw new InvalidInputException(
                "--case",
                id,
                "the case_id of one of the " + cases + " cases of study " + study.name()
                        + ", all of which were searched",
                "Maybe another study, another version of the model or other --set options are meant.");
    }

    /** The record of a case; a bug or a lack of memory stops the program. */
    static CaseRecord solve(Study study, long chosen, CaseSolver solver) {
        try {
            return new CaseRunner(study.space(), solver).run(chosen);
        } catch (CaseBugException bug) {
            throw stopped(bug);
        } catch (CaseMemoryException memory) {
            throw stopped(memory);
        }
    }

    /** What to say of a bug in a case. */
    static StoppedException stopped(CaseBugException bug) {
        return new StoppedException(
                "The solver stopped: " + Messages.firstLine(bug.getMessage())
                        + ". Maybe report it with what --stacktrace prints.",
                bug);
    }

    /** What to say of a case that memory does not hold. */
    static StoppedException stopped(CaseMemoryException memory) {
        return new StoppedException(
                "The solver stopped: " + Messages.firstLine(memory.getMessage())
                        + ". Maybe give it more with CRITSCAPE_JAVA_OPTS=-Xmx8g.",
                memory);
    }
}
