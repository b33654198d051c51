package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.report.paper.Check;
import org.critscape.jobs.report.paper.Closure;
import org.critscape.jobs.report.paper.Finding;
import org.critscape.jobs.report.paper.PaperFields;
import org.critscape.jobs.report.paper.PaperReport;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.FailureLimit;
import org.critscape.jobs.sweep.OpenStudy;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.sweep.StudyIdentity;
import org.critscape.jobs.sweep.SweepEnd;
import org.critscape.jobs.sweep.SweepOptions;
import org.critscape.jobs.sweep.SweepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code critscape paper}: the surfaces of Zhang et al. 2024, solved, drawn and judged. */
@Command(
        name = "paper",
        description = {
            "Solve the surfaces of Zhang et al. 2024 and write a page with its figures and eleven checks.",
            "On a folder that holds them already it only judges and draws."
        },
        footer = {
            "",
            "Examples:",
            "  critscape paper                                       a few minutes on two cores, into out/paper",
            "  critscape paper --out out/notch --set dendrite.notch=inglis",
            "  critscape paper --out out/slow --set interface.resistance='50 ohm.cm^2'",
            "",
            "The study is conf/paper.conf, and the folder an ordinary one of critscape sweep, with paper.html, checks.json",
            "and figures beside its tables. docs/paper.md says how to read them."
        })
final class PaperCommand implements Callable<Integer> {
    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of results and report (default: out/paper).")
    private String out = "out/paper";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a key of the study, for another closure. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Mixin
    private EngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    PaperCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        Study study = StudyFile.paper(overrides);
        PrintWriter err = command.commandLine().getErr();
        study.warnings().forEach(warning -> err.println("critscape: " + warning));
        Closure closure = Closure.of(study.space(), InputLines::value);
        Path local = local(out);
        StudyFolder folder = StudyFolder.of(out, SparkEngine.fileSystems());
        Manifest.Study identity = StudyIdentity.of(study.name(), study.space());
        try {
            OpenStudy.check(folder, identity);
            int swept = sweep(study, folder, identity, engine);
            return swept == Messages.DONE ? report(study, folder, local, closure) : swept;
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results or the report cannot be read or written in " + out + ": "
                            + Messages.firstLine(failure.toString())
                            + ". Maybe the disk is full, or the folder was changed by hand.",
                    failure);
        }
    }

    /** Pictures are written by the JDK's own means, which know no other file system. */
    static Path local(String folder) {
        try {
            if (!folder.contains("://")) {
                return Path.of(folder).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw StudyFolder.refusal(folder + " (" + e.getReason() + ")", "a local path");
        }
        throw StudyFolder.refusal(folder, "a local path, since a report is written to it");
    }

    private int sweep(Study study, StudyFolder folder, Manifest.Study identity, EngineAddress engine)
            throws IOException {
        PrintWriter err = command.commandLine().getErr();
        try (OpenStudy open = OpenStudy.take(folder, identity)) {
            if (open.done() == study.space().size() && folder.manifest().isPresent()) {
                err.println("critscape: all " + Display.cases(open.done()) + " are there already");
                return Messages.DONE;
            }
            engine.requireAnswer();
            SweepReport.open(SweepReport.opening(study, open, engine.url()), open, err);
            SweepOptions how =
                    new SweepOptions("critscape paper", new FailureLimit(study.failureLimit()), Optional.empty());
            try (SparkSession spark = SparkEngine.start("critscape paper", engine.url(), false)) {
                SweepResult result =
                        SweepCommand.run(spark, open, new CaseRunner(study.space(), solver), how, new long[0], err);
                int exitCode = new SweepReport(study, folder, result, arguments()).end(spark, err);
                // Who interrupts it wants no report.
                return exitCode == Messages.DONE && result.end() != SweepEnd.COMPLETE ? Messages.NOT_ALL : exitCode;
            } catch (SparkEngine.UnavailableException failure) {
                throw SweepCommand.unavailable(failure);
            }
        }
    }

    /** What leads to the same cases on the command line of others. */
    private String arguments() {
        return StudyOptions.arguments(Path.of("conf", "paper.conf"), overrides);
    }

    private int report(Study study, StudyFolder folder, Path local, Closure closure) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        PaperFields fields = new PaperFields(
                local.resolve("fields"), study.space(), solver, news -> err.println("critscape: " + news));
        List<String> unmeasured = LongStream.range(0, study.space().size())
                .mapToObj(study.space()::point)
                .flatMap(point -> InputLines.unmeasuredInOneLineEach(point).stream())
                .distinct()
                .toList();
        Map<Check, Finding> findings;
        try {
            findings = new PaperReport(local, fields).write(folder, closure, unmeasured);
        } catch (CaseBugException bug) {
            throw SolveCommand.stopped(bug);
        } catch (CaseMemoryException memory) {
            throw SolveCommand.stopped(memory);
        }
        PrintWriter lines = command.commandLine().getOut();
        TextTable.of(findings.entrySet().stream()
                        .map(entry -> List.of(
                                Integer.toString(entry.getKey().number()),
                                entry.getValue().verdict().words(),
                                entry.getKey().statement()))
                        .toList())
                .forEach(lines::println);
        lines.println();
        lines.println("Page: " + Path.of(out).resolve("paper.html"));
        return Messages.DONE;
    }
}
