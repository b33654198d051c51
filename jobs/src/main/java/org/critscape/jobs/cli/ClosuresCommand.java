package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.report.paper.ClosureReport;
import org.critscape.jobs.report.paper.ClosureRows;
import org.critscape.jobs.report.paper.PaperFields;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.OpenStudy;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.sweep.StudyIdentity;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code critscape closures}: the eleven checks under every closure of a study. Starts no engine. */
@Command(
        name = "closures",
        description = {
            "Judge the checks of critscape paper under every closure of a study that was swept, whole or in part.",
            "Checks whose cases are not there yet are undecided."
        },
        footer = {
            "",
            "Examples:",
            "  critscape sweep conf/closure.conf --for \"10 min\"      as often as it takes, into out/closure",
            "  critscape closures conf/closure.conf                  what is there, into out/closure too",
            "",
            "It writes closures.html, closures.parquet and figures beside the tables; docs/paper.md says how to read them."
        })
final class ClosuresCommand implements Callable<Integer> {
    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the sweep and report (default: out/STUDY).")
    private @Nullable String out;

    ClosuresCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        Study study = options.load();
        String where = out == null ? "out/" + study.name() : out;
        PrintWriter err = command.commandLine().getErr();
        Path local = PaperCommand.local(where);
        StudyFolder folder = StudyFolder.of(where, SparkEngine.fileSystems());
        try {
            OpenStudy.checkResults(folder, StudyIdentity.of(study.name(), study.space()));
            NavigableSet<Chunk> chunks = folder.committed();
            if (chunks.isEmpty()) {
                throw nothing(where, "a folder that holds cases of the study");
            }
            ClosureRows rows = new ClosureRows();
            ChunkReading.inOrder(chunks, folder::cases, read -> {
                read.forEach(rows::add);
                return true;
            });
            long cases = chunks.stream().mapToLong(Chunk::size).sum();
            String progress = String.format(
                    Locale.ROOT,
                    "%s of %,d of the study are there.",
                    Display.cases(cases),
                    study.space().size());
            err.println("critscape: judging, " + progress);
            PaperFields fields = new PaperFields(
                    local.resolve("fields"), study.space(), solver, news -> err.println("critscape: " + news));
            List<String> found = new ClosureReport(local, fields).write(rows, progress);
            if (found.isEmpty()) {
                throw nothing(where, "cases of egg-boxes of the paper, with lithium");
            }
            PrintWriter lines = command.commandLine().getOut();
            found.forEach(lines::println);
            lines.println();
            lines.println("Page: " + Path.of(where).resolve("closures.html"));
            return Messages.DONE;
        } catch (CaseBugException bug) {
            throw SolveCommand.stopped(bug);
        } catch (CaseMemoryException memory) {
            throw SolveCommand.stopped(memory);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results or the report cannot be read or written in " + where + ": "
                            + Messages.firstLine(failure.toString())
                            + ". Maybe the disk is full, or the folder was changed by hand.",
                    failure);
        }
    }

    private InvalidInputException nothing(String where, String allowed) {
        return new InvalidInputException(
                "output folder",
                where + ", which holds no such case,",
                allowed,
                "Maybe run critscape sweep " + options.arguments() + " --out " + where + " first.");
    }
}
