package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.atlas.AtlasBuilder;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.InputRange;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.optimum.Objective;
import org.critscape.jobs.optimum.Optimum;
import org.critscape.jobs.optimum.OptimumJson;
import org.critscape.jobs.optimum.OptimumResult;
import org.critscape.jobs.optimum.Source;
import org.critscape.jobs.optimum.WorstCase;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.OpenStudy;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.sweep.StudyIdentity;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape optimum}: the best surfaces of a study that was swept, refined between its cases and confirmed. */
@Command(
        name = "optimum",
        description = {
            "Find the best surface of a study that was swept: in its table, refined between its cases, confirmed.",
            "Also what it depends on, and what it costs in height, steepness and sharpness of edges."
        },
        footer = {
            "",
            "Examples:",
            "  critscape optimum out/quickstart",
            "  critscape optimum conf/quickstart.conf --maximise enhancement --subject-to 'peak_height_m <= 20e-6'",
            "  critscape optimum out/quickstart --confirm 0          the table alone, nothing is solved",
            "  critscape optimum conf/million.conf --worst-over 'dendrite.flaw-length=0.1..10 um' --json best.json",
            "",
            "With the study's file surfaces are refined by its own method, its atlas too; with its folder alone directly.",
            "jobs/docs/optimum.md says how it is done."
        })
final class OptimumCommand implements Callable<Integer> {
    private static final int MOST_GROUPS = 10_000;
    private static final int FEWEST_SOLVES = 10;

    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT|CONF", description = "Folder of the results, or the study's file.")
    private String given;

    @Option(
            names = "--maximise",
            paramLabel = "WHAT",
            description = "critical-current (default), or enhancement, the same by that of the flat interface.")
    private String maximise = Objective.CRITICAL_CURRENT.word();

    @Option(
            names = "--subject-to",
            paramLabel = "PREDICATE",
            description = "Condition on columns of the case table, in SI, that surfaces must meet. May be repeated.")
    private List<String> predicates = List.of();

    @Option(
            names = "--worst-over",
            paramLabel = "KEY=LOW..HIGH",
            description = "Also find the surface that is best at its worst over a range. May be repeated.")
    private List<String> ranges = List.of();

    @Option(
            names = "--confirm",
            paramLabel = "N",
            description = "How many groups, the best first, are refined and confirmed by direct solves (default: 1).")
    private int confirm = 1;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "Most surfaces to refine a family by where each is solved directly (default: 30).")
    private int budget = 30;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write all of it as JSON, into a new file.")
    private @Nullable String json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With CONF: folder of the results (default: out/<study>).")
    private @Nullable String out;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "With CONF: replace a key, as for the sweep.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Mixin
    private EngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    OptimumCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        Optimum.Question question = question();
        Path file = json == null ? null : newFile(json);
        Optional<Study> study = study();
        String name = study.map(one -> out == null ? "out/" + one.name() : out).orElse(given);
        try {
            StudyFolder folder = StudyStatus.folder(name);
            Manifest manifest = finished(folder, name, study);
            Source source = source(study, manifest, folder);
            engine.requireAnswer();
            command.commandLine()
                    .getErr()
                    .println("critscape: reading "
                            + Display.cases(manifest.study().cases()) + ", starting Spark");
            try (SparkSession spark = SparkEngine.startForQueries("critscape optimum", engine.url())) {
                OptimumResult result = new Optimum(
                                spark,
                                folder,
                                source,
                                question,
                                text -> command.commandLine().getErr().println("critscape: " + text))
                        .find(manifest.study().name());
                new OptimumReport(result, command.commandLine().getOut()).print();
                if (file != null) {
                    Files.write(file, OptimumJson.of(result));
                }
            }
            return Messages.DONE;
        } catch (SparkEngine.UnavailableException failure) {
            throw SweepCommand.unavailable(failure);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results in " + name + " cannot be read, or the JSON cannot be written: " + Reason.of(failure)
                            + ". Maybe the folder was changed by hand, or the disk is full.",
                    failure);
        }
    }

    private Optimum.Question question() {
        require("--confirm", confirm, 0, MOST_GROUPS);
        require("--budget", budget, FEWEST_SOLVES, 100_000);
        require("number of --worst-over", ranges.size(), 0, WorstCase.mostRanges());
        if (confirm == 0 && !ranges.isEmpty()) {
            throw new InvalidInputException(
                    "--worst-over",
                    "given with --confirm 0, which solves nothing,",
                    "given where surfaces are solved",
                    "Maybe leave out --confirm.");
        }
        List<InputRange> worstOver = ranges.stream()
                .map(text -> InputRange.parse("--worst-over", text))
                .toList();
        for (InputRange range : worstOver) {
            String path = range.parameter().path();
            if (path.startsWith("topography.") || path.startsWith("solver.")) {
                throw new InvalidInputException(
                        "--worst-over",
                        path + ", which is " + (path.startsWith("solver.") ? "the solver's" : "part of the surface")
                                + ",",
                        "an assumed input of material, flaw or operation",
                        "Maybe \"dendrite.flaw-length=0.1..10 um\".");
            }
            if (worstOver.stream()
                            .filter(one -> one.parameter() == range.parameter())
                            .count()
                    > 1) {
                throw new InvalidInputException("--worst-over", path + " twice", "given once", "Maybe one is meant.");
            }
        }
        return new Optimum.Question(
                Objective.of(maximise),
                predicates.stream()
                        .map(sql -> RowPredicate.parse("--subject-to", sql))
                        .toList(),
                worstOver,
                confirm,
                budget);
    }

    private static void require(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidInputException(
                    what, Integer.toString(value), "between " + low + " and " + high, "Maybe leave it out.");
        }
    }

    private static Path newFile(String name) {
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (!Files.exists(file) && folder != null && Files.isDirectory(folder)) {
                return file;
            }
            throw new InvalidInputException(
                    "--json",
                    name + (Files.exists(file) ? ", which exists," : ", whose folder does not exist,"),
                    "a new file in a folder that exists",
                    "Maybe another name.");
        } catch (InvalidPathException malformed) {
            throw new InvalidInputException("--json", name, "the name of a file", "Maybe best.json.");
        }
    }

    private Optional<Study> study() {
        boolean isFile = given.endsWith(".conf");
        if (!isFile && (out != null || !overrides.isEmpty())) {
            throw new InvalidInputException(
                    out != null ? "--out" : "--set",
                    "given with a folder of results",
                    "given with the study's file",
                    "Maybe give the .conf file instead of " + given + ".");
        }
        return isFile ? Optional.of(StudyFile.load(Path.of(given), overrides)) : Optional.empty();
    }

    private Manifest finished(StudyFolder folder, String name, Optional<Study> study) throws IOException {
        String sweep = study.isPresent()
                ? "critscape sweep " + StudyOptions.arguments(Path.of(given), overrides)
                        + (out == null ? "" : " --out " + out)
                : "";
        if (study.isPresent()) {
            Study one = study.get();
            OpenStudy.checkResults(
                    folder,
                    StudyIdentity.of(
                            one.name(),
                            one.space(),
                            one.atlas().map(AtlasSettings::identity).orElse("")));
            if (folder.manifest().isEmpty()) {
                throw new InvalidInputException(
                        "study " + one.name(), "not swept into " + name, "swept first", "Maybe " + sweep + ".");
            }
        }
        StudyStatus status = StudyStatus.read(folder, name);
        Manifest manifest = status.manifest();
        Optional<String> shortfall = status.shortfall();
        if (manifest == null || shortfall.isPresent()) {
            throw new InvalidInputException(
                    "output folder",
                    name + ", of whose cases " + shortfall.orElse("none are there") + ",",
                    "the results of a sweep that is done",
                    status.alive()
                            ? "Maybe wait for it."
                            : "Maybe go on: " + (sweep.isEmpty() ? "critscape sweep CONF --out " + name : sweep) + ".");
        }
        return manifest;
    }

    private Source source(Optional<Study> study, Manifest manifest, StudyFolder folder) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (study.isEmpty()) {
            if (folder.files().read(StudyFolder.ATLAS).isPresent()) {
                err.println(
                        "critscape: rows of this study come from an atlas. Without the study's file surfaces are refined"
                                + " by direct solves, and slower; maybe critscape optimum CONF --out " + given + ".");
            }
            return Source.of(manifest, solver);
        }
        Study one = study.get();
        if (one.atlas().isEmpty() || confirm == 0) {
            return Source.of(one, solver, solver);
        }
        AtlasSettings settings = one.atlas().get();
        try {
            return Source.of(
                    one,
                    solver,
                    AtlasStage.build(one, settings, null, () -> false, err).solver(Source.beyondAtlas(solver)));
        } catch (AtlasBuilder.MissingException missing) {
            throw new InvalidInputException(
                    "atlas.folder",
                    settings.folder() + ", which lacks " + missing.getMessage(),
                    "a folder with all solves of the atlas of the study",
                    "Maybe run critscape atlas build " + StudyOptions.arguments(Path.of(given), overrides) + " first.");
        }
    }
}
