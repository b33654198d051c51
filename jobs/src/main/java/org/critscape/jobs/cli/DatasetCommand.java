package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.dataset.DatasetCheck;
import org.critscape.jobs.dataset.DatasetDescription;
import org.critscape.jobs.dataset.DatasetWriter;
import org.critscape.jobs.dataset.HoldOut;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape dataset}: makes data for surrogate models of the solved cases of a study, or checks such data. */
@Command(
        name = "dataset",
        description = {
            "Make a data set for surrogate models of the solved cases of a study, or check one.",
            "Its training, validation, test and extrapolation splits share no solve; with the Parquet files come a card,"
                    + " statistics, checksums and Croissant metadata."
        },
        footer = {
            "",
            "Examples:",
            "  critscape dataset out/sobol --to data/sobol",
            "  critscape dataset out/sobol --to data/sobol32 --float32 --family frustum",
            "  critscape dataset out/sobol --to data/maps --fields 200 --fields-where \"topography = 'egg-box'\"",
            "  critscape dataset --check data/sobol",
            "",
            "jobs/docs/datasets.md says what it holds. Exit code 1 where --check finds something wrong."
        })
final class DatasetCommand implements Callable<Integer> {
    private static final int MOST_FIELDS = 100_000;
    private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";

    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT", arity = "0..1", description = "Folder of the results, a path or a URL.")
    private @Nullable String out;

    @Option(names = "--to", paramLabel = "DIR", description = "Folder of the data set, empty or new, on this machine.")
    private @Nullable String target;

    @Option(names = "--check", paramLabel = "DIR", description = "Check a data set instead: bytes, columns, splits.")
    private @Nullable String checked;

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "Family of surfaces to hold out for extrapolation, or none (default: the rarest).")
    private @Nullable String family;

    @Option(names = "--float32", description = "Also write the rows in single precision.")
    private boolean isSingleToo;

    @Option(names = "--licence", paramLabel = "URL", description = "Licence of the data (default: " + LICENCE + ").")
    private String licence = LICENCE;

    @Option(
            names = "--fields",
            paramLabel = "N",
            description = "Solve N of the cases again, each of another group, and write k and Π over the interface on a"
                    + " grid (default: 0).")
    private int fields;

    @Option(
            names = "--fields-where",
            paramLabel = "PREDICATE",
            description = "Condition on columns of the case table, in SI, that these cases meet.")
    private @Nullable String fieldsWhere;

    @Mixin
    private LocalEngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    DatasetCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        try {
            if (checked != null && out == null && target == null) {
                return check(path("--check", checked), engine);
            }
            if (checked != null || out == null || target == null) {
                throw new InvalidInputException(
                        "what to do",
                        "unclear",
                        "OUT with --to DIR to make a data set, or --check DIR alone",
                        "Maybe critscape dataset " + (out == null ? "OUT" : out) + " --to data.");
            }
            return make(out, path("--to", target), engine);
        } catch (SparkEngine.UnavailableException failure) {
            throw SweepCommand.unavailable(failure);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results or the data set cannot be read or written: " + Reason.of(failure)
                            + ". Maybe the disk is full, or a folder was changed by hand.",
                    failure);
        }
    }

    /** A folder on this machine. */
    static Path path(String option, String name) {
        try {
            Path path = Path.of(name).toAbsolutePath().normalize();
            if (!name.isBlank() && path.getFileName() != null) {
                return path;
            }
        } catch (InvalidPathException malformed) {
            // As below.
        }
        throw new InvalidInputException(
                option, name.isBlank() ? "empty" : name, "a folder on this machine", "Maybe data/mine.");
    }

    private Integer make(String results, Path folder, EngineAddress engine) throws IOException {
        requireNew(folder);
        DatasetWriter.Options options = new DatasetWriter.Options(
                Optional.ofNullable(family), isSingleToo, licence(licence), fields(), fieldsWhere());
        PrintWriter err = command.commandLine().getErr();
        StudyFolder study = StudyStatus.folder(results);
        StudyStatus status = StudyStatus.read(study, results);
        status.shortfall().ifPresent(text -> err.println("critscape: " + text));
        Manifest manifest = status.manifest();
        if (manifest == null) {
            throw new InvalidInputException(
                    "output folder",
                    results + ", whose sweep has just begun,",
                    "a study with cases",
                    "Maybe wait for it.");
        }
        DatasetDescription made;
        err.println("critscape: reading " + Display.cases(manifest.study().cases()) + ", starting Spark");
        try (SparkSession spark = SparkEngine.startForQueries("critscape dataset", engine.url())) {
            made = new DatasetWriter(spark, options, solver, text -> err.println("critscape: " + text))
                    .write(study, manifest, folder);
        }
        print(made, folder);
        return Messages.DONE;
    }

    private static void requireNew(Path folder) throws IOException {
        boolean isTaken = Files.exists(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                isTaken = files.findAny().isPresent();
            }
        }
        if (isTaken) {
            throw new InvalidInputException(
                    "--to",
                    folder + ", where something is,",
                    "a folder that is new or empty",
                    "Maybe " + folder + "-2, or remove it first.");
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new InvalidInputException(
                        "--to", folder + ", below the file " + above + ",", "a new folder", "Maybe data/mine.");
            }
        }
    }

    private int fields() {
        if (fields < 0 || fields > MOST_FIELDS) {
            throw new InvalidInputException(
                    "--fields",
                    Integer.toString(fields),
                    "a number of cases up to " + Display.cases(MOST_FIELDS).replace(" cases", ""),
                    "Maybe --fields 100.");
        }
        return fields;
    }

    private Optional<RowPredicate> fieldsWhere() {
        if (fieldsWhere != null && fields == 0) {
            throw new InvalidInputException(
                    "--fields-where",
                    "\"" + fieldsWhere + "\"",
                    "given together with --fields",
                    "Maybe add --fields 100.");
        }
        return Optional.ofNullable(fieldsWhere).map(sql -> RowPredicate.parse("--fields-where", sql));
    }

    private static String licence(String url) {
        try {
            if (URI.create(url).isAbsolute()) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // As below.
        }
        throw new InvalidInputException(
                "--licence", url, "a URL", "Maybe https://creativecommons.org/licenses/by/4.0/.");
    }

    private void print(DatasetDescription made, Path folder) {
        PrintWriter lines = command.commandLine().getOut();
        lines.println("Data set of " + made.study().name() + " in " + folder);
        TextTable.of(made.splits().stream()
                        .map(part -> List.of(
                                part.split(),
                                Display.cases(part.rows()),
                                part.groups() + (part.groups() == 1 ? " group" : " groups")))
                        .toList())
                .forEach(lines::println);
        made.holdOut()
                .ends()
                .forEach(end -> lines.println("  held out   " + end.column().replace('_', ' ') + " up to "
                        + Display.number(end.low()) + " and from " + Display.number(end.high()) + " on"));
        boolean holdsNone = made.holdOut().family().equals(HoldOut.NO_FAMILY);
        lines.println("  held out   "
                + (holdsNone ? "no family" : "family " + made.holdOut().family()));
        DatasetDescription.FieldPart maps = made.fields();
        if (maps != null) {
            lines.println("  fields     of " + Display.cases(maps.rows()) + " on " + maps.points() + " by "
                    + maps.points() + " points in " + maps.file());
        }
        List<String> empty = made.splits().stream()
                .filter(part -> part.rows() == 0)
                .map(DatasetDescription.Part::split)
                .toList();
        if (!empty.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println("critscape: no case is in " + String.join(", ", empty)
                            + ", since the study has few solves, or too few values of H/S and λ to hold out their ends."
                            + " Maybe sweep more cases first.");
        }
    }

    private Integer check(Path folder, EngineAddress engine) throws IOException {
        DatasetCheck check = DatasetCheck.open(folder);
        List<String> findings;
        try (SparkSession spark = SparkEngine.startForQueries("critscape dataset", engine.url())) {
            findings = check.findings(spark);
        }
        PrintWriter lines = command.commandLine().getOut();
        findings.forEach(lines::println);
        if (findings.isEmpty()) {
            lines.println("All files are as they were written, all columns are there, and no two splits share one of "
                    + Display.cases(check.rows()) + " or a group");
        }
        return findings.isEmpty() ? Messages.DONE : Messages.STOPPED;
    }
}
