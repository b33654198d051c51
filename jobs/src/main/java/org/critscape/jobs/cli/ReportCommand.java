package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.report.study.StudyReport;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape report}: what a study answers, as one page. */
@Command(
        name = "report",
        description = {
            "Write a page on a study, whole or in part: the answer, its landscape, cuts, failures, errors, provenance.",
            "It needs nothing beside itself, asks no network, and stays below 5 MB: it shows samples and bins."
        },
        footer = {
            "",
            "Examples:",
            "  critscape report out/quickstart                          writes out/quickstart/report.html",
            "  critscape report out/quickstart --figures figures        PNG and SVG of the main figures too",
            "  critscape solve conf/landscape.conf --case 57 --fields best",
            "  critscape report out/landscape --fields best             the interface of that case too, to be turned",
            "",
            "docs/report.md says how to read it."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT", description = "Folder of the results, a local path.")
    private String out;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "Also write the main figures to this folder, each as PNG and SVG.")
    private @Nullable String figures;

    @Option(
            names = "--fields",
            paramLabel = "DIR",
            description =
                    "Also show the interface of a case in three dimensions, from a folder that critscape solve --fields"
                            + " wrote. May be repeated.")
    private List<String> fields = new ArrayList<>();

    @Mixin
    private EngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        Path local = PaperCommand.local(out);
        Optional<Path> pictures = Optional.ofNullable(figures).map(ReportCommand::pictures);
        StudyFolder folder = StudyStatus.folder(out);
        PrintWriter err = command.commandLine().getErr();
        try {
            StudyStatus status = StudyStatus.read(folder, out);
            Manifest manifest = status.manifest();
            if (manifest == null || status.chunks().isEmpty()) {
                throw new InvalidInputException(
                        "output folder",
                        out + ", where no case is finished yet,",
                        "a folder that holds cases of a study",
                        "Maybe wait; critscape status " + out + " says how far the sweep is.");
            }
            err.println("critscape: reading " + Display.cases(status.tally().cases()) + ", starting Spark");
            engine.requireAnswer();
            Optional<String> audit = folder.files().list(StudyFolder.AUDIT).isEmpty()
                    ? Optional.empty()
                    : Optional.of(folder.table(StudyFolder.AUDIT));
            StudyReport report = new StudyReport(
                    manifest, folder.table("cases"), folder.table("timings"), audit, state(status), local(fields));
            String answer;
            try (SparkSession spark = SparkEngine.start("critscape report", engine.url(), false)) {
                answer = report.write(spark, local, pictures);
            } catch (SparkEngine.UnavailableException failure) {
                throw SweepCommand.unavailable(failure);
            }
            PrintWriter lines = command.commandLine().getOut();
            lines.println(answer);
            lines.println();
            lines.println("Page: " + Path.of(out).resolve("report.html"));
            pictures.ifPresent(where -> lines.println("Figures: " + figures));
            return Messages.DONE;
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results or the report cannot be read or written in " + out + ": "
                            + Messages.firstLine(failure.toString())
                            + ". Maybe the disk is full, or the folder was changed by hand.",
                    failure);
        }
    }

    /** How far the study is, a sentence. */
    private static String state(StudyStatus status) {
        long done = status.tally().cases();
        return done >= status.cases()
                ? String.format(Locale.ROOT, "The study is complete, with %,d cases.", done)
                : String.format(
                        Locale.ROOT,
                        "The study is not finished: %,d of its %,d cases are there, and this page knows no others.",
                        done,
                        status.cases());
    }

    private static List<Path> local(List<String> folders) {
        return folders.stream().map(PaperCommand::local).toList();
    }

    private static Path pictures(String folder) {
        Path path = PaperCommand.local(folder);
        if (Files.isRegularFile(path)) {
            throw new InvalidInputException("--figures", folder, "a folder", "Maybe choose another one.");
        }
        return path;
    }
}
