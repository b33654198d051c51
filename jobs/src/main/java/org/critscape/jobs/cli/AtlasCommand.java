package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.atlas.AtlasBuilder;
import org.critscape.jobs.atlas.AtlasFolder;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape atlas}: the solves between which rows of large studies are interpolated. */
@Command(
        name = "atlas",
        description = "Build the atlas of a study (sweep.method = atlas), or say what an atlas holds.",
        subcommands = {AtlasCommand.Build.class, AtlasCommand.Info.class},
        footer = {
            "",
            "Examples:",
            "  critscape atlas build conf/million.conf                  before the sweep, which else does it itself",
            "  critscape atlas build conf/million.conf --for '20 min'   a slice; the same command goes on",
            "  critscape atlas info conf/million.conf                   what the study asks for and what is there",
            "  critscape atlas info out/atlas                           what a folder holds",
            "",
            "Solves are kept in atlas.folder and found again by every study that asks for them."
        })
final class AtlasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private boolean help;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return Messages.BAD_INPUT;
    }

    private static AtlasSettings settings(Study study) {
        return study.atlas()
                .orElseThrow(() -> new InvalidInputException(
                        "sweep.method",
                        "direct in study " + study.name(),
                        "atlas, for a study that has one",
                        "Maybe add --set sweep.method=atlas."));
    }

    private static StoppedException stopped(String folder, IOException failure) {
        return new StoppedException(
                "The atlas cannot be read or written in " + folder + ": " + Reason.of(failure)
                        + ". Maybe the disk is full, or the folder was changed by hand.",
                failure);
    }

    /** {@code critscape atlas build}. */
    @Command(name = "build", description = "Solve what the atlas of a study lacks.")
    static final class Build implements Callable<Integer> {
        private final Instant start = Instant.now();

        @Spec
        private CommandSpec command;

        @Mixin
        private StudyOptions options;

        @Mixin
        private EngineOption engineOption;

        @Option(names = "--for", paramLabel = "TIME", description = "End after this time and keep what is solved.")
        private @Nullable String time;

        @Override
        public Integer call() {
            EngineAddress engine = engineOption.address();
            Optional<Duration> limit = Optional.ofNullable(time).map(text -> TimeLimit.parse("--for", text));
            Study study = options.load();
            AtlasSettings settings = settings(study);
            PrintWriter err = command.commandLine().getErr();
            engine.requireAnswer();
            try (SparkSession spark = SparkEngine.start("critscape atlas " + study.name(), engine.url(), false)) {
                AtlasStage.describe(
                        AtlasStage.build(
                                study,
                                settings,
                                spark,
                                () -> limit.map(all -> TimeLimit.left(all, start, Instant.now())
                                                .isZero())
                                        .orElse(false),
                                err),
                        err);
                return Messages.DONE;
            } catch (AtlasBuilder.StoppedException over) {
                err.println(
                        "critscape: the time is up before the atlas is complete. The same command goes on from there.");
                return Messages.NOT_ALL;
            } catch (SparkEngine.UnavailableException failure) {
                throw SweepCommand.unavailable(failure);
            } catch (IOException failure) {
                throw stopped(settings.folder(), failure);
            }
        }
    }

    /** {@code critscape atlas info}. */
    @Command(name = "info", description = "Say what an atlas holds, and for a study what it asks for. Solves nothing.")
    static final class Info implements Callable<Integer> {
        @Spec
        private CommandSpec command;

        @Parameters(paramLabel = "CONF|DIR", description = "A study, or the folder of an atlas.")
        private Path given;

        @Mixin
        @SuppressWarnings("UnusedVariable") // Read by picocli itself.
        private CommonOptions common;

        @Override
        public Integer call() {
            PrintWriter out = command.commandLine().getOut();
            String folder = given.toString();
            if (given.getFileName().toString().endsWith(".conf")) {
                Study study = StudyFile.load(given, Map.of());
                AtlasSettings settings = settings(study);
                folder = settings.folder();
                AtlasStage.demands(study, settings, out);
            } else if (!Files.isDirectory(given)) {
                throw new InvalidInputException(
                        folder,
                        "neither a study nor a folder",
                        "a .conf file or the folder of an atlas",
                        "Maybe critscape atlas info out/atlas.");
            }
            try {
                AtlasFolder atlas = AtlasFolder.open(folder, SparkEngine.fileSystems());
                List<List<String>> lines = new ArrayList<>();
                lines.add(List.of("family", "coarse solves", "fine solves", "failed"));
                atlas.counts()
                        .forEach((family, counts) -> lines.add(List.of(
                                family,
                                Integer.toString(counts.coarse()),
                                Integer.toString(counts.fine()),
                                Integer.toString(counts.failed()))));
                out.println(lines.size() == 1 ? folder + " holds no solves yet." : "In " + folder + ":");
                if (lines.size() > 1) {
                    TextTable.of(lines).forEach(out::println);
                }
                return Messages.DONE;
            } catch (IOException failure) {
                throw stopped(folder, failure);
            }
        }
    }
}
