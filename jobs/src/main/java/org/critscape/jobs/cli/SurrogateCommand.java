package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.dataset.DatasetFolder;
import org.critscape.jobs.dataset.Split;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.surrogate.LeftOut;
import org.critscape.jobs.surrogate.SplitScore;
import org.critscape.jobs.surrogate.SurrogateResult;
import org.critscape.jobs.surrogate.SurrogateScores;
import org.critscape.jobs.surrogate.SurrogateStudy;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape surrogate}: a baseline model of a data set, judged and exported. */
@Command(
        name = "surrogate",
        description = {
            "Train a baseline model on a data set, score it on all splits and write it as ONNX.",
            "It is what a better model has to beat: a polynomial in few dimensionless inputs, of a degree that the validation"
                    + " split chooses."
        },
        footer = {
            "",
            "Examples:",
            "  critscape surrogate data/dataset",
            "  critscape surrogate data/dataset --to model.onnx --target pressure_function_max --study out/dataset",
            "",
            "jobs/docs/datasets.md says what the files hold. Nothing is overwritten."
        })
final class SurrogateCommand implements Callable<Integer> {
    private static final String ONNX = ".onnx";

    /** A tenth of fewer rows is two or less, and the band is what a tenth is beyond. */
    private static final int FEW_ROWS = 20;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Folder of a data set, made by critscape dataset.")
    private String folder;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "File of the model, ending in .onnx (default: DIR.onnx); beside it FILE-scores.json.")
    private @Nullable String file;

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            defaultValue = "enhancement",
            description =
                    "Target to learn (default: ${DEFAULT-VALUE}, whose relative error is that of the critical current).")
    private String target;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the training (default: ${DEFAULT-VALUE}); the same seed gives the same files.")
    private long seed;

    @Option(
            names = "--study",
            paramLabel = "OUT",
            description = "Results behind the data set: also say what their solves took a case.")
    private @Nullable String study;

    @Mixin
    private LocalEngineOption engineOption;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    @Override
    public Integer call() {
        EngineAddress engine = engineOption.address();
        try {
            DatasetFolder data = DatasetFolder.open("data set", DatasetCommand.path("data set", folder));
            data.requireSplits("data set");
            Path model = model(data);
            String name = String.valueOf(model.getFileName());
            Path about = model.resolveSibling(name.substring(0, name.length() - ONNX.length()) + "-scores.json");
            requireNew(model);
            requireNew(about);
            SurrogateStudy learning = new SurrogateStudy(data, target, seed);
            StudyFolder solved = study == null ? null : results(study);
            try (SparkSession spark = SparkEngine.startForQueries("critscape surrogate", engine.url())) {
                SurrogateResult result = learning.run(spark);
                warn(learning.leftOut(spark), result.scores());
                List<String> times = times(spark, solved);
                result.write(model, about);
                print(result, times, model, about);
            }
            return Messages.DONE;
        } catch (SparkEngine.UnavailableException failure) {
            throw SweepCommand.unavailable(failure);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The data set cannot be read or the model cannot be written: " + Reason.of(failure)
                            + ". Maybe the disk is full, or a file was changed by hand.",
                    failure);
        }
    }

    private void warn(LeftOut leftOut, SurrogateScores scores) {
        PrintWriter err = command.commandLine().getErr();
        if (leftOut.flat() > 0) {
            err.println("critscape: left out of all splits are " + Display.cases(leftOut.flat())
                    + " of the flat interface: the surrogate learns contours.");
        }
        if (leftOut.withoutLogarithm() > 0) {
            err.println("critscape: left out of all splits are " + Display.cases(leftOut.withoutLogarithm()) + " whose "
                    + target + " is not above 0: the surrogate learns logarithms.");
        }
        for (SplitScore split : scores.splits()) {
            if (split.split().equals(Split.VALIDATION.word()) && split.all().rows() < FEW_ROWS) {
                err.println("critscape: only " + Display.cases(split.all().rows())
                        + " validate: the degree and the band" + " may be luck. Maybe sweep some hundred cases.");
            }
        }
    }

    private Path model(DatasetFolder data) {
        if (file == null) {
            return data.path().resolveSibling(data.path().getFileName() + ONNX);
        }
        try {
            Path path = Path.of(file).toAbsolutePath().normalize();
            Path parent = path.getParent();
            if (file.endsWith(ONNX)
                    && !file.equals(ONNX)
                    && parent != null
                    && Files.isDirectory(parent)
                    && !parent.equals(data.path())) {
                return path;
            }
        } catch (InvalidPathException malformed) {
            // As below.
        }
        throw new InvalidInputException(
                "--to",
                file.isBlank() ? "empty" : file,
                "a file that ends in .onnx, in a folder that exists and is not the data set",
                "Maybe model.onnx.");
    }

    private static void requireNew(Path path) {
        if (Files.exists(path)) {
            throw new InvalidInputException(
                    "--to", path + ", which exists,", "a new file", "Maybe choose another one with --to.");
        }
    }

    /** Looked at before anything is learned. */
    private static StudyFolder results(String name) throws IOException {
        StudyFolder folder = StudyStatus.folder(name);
        StudyStatus.read(folder, name);
        return folder;
    }

    /** What the rows of the study took, by the method that found them. */
    private static List<String> times(SparkSession spark, @Nullable StudyFolder solved) throws IOException {
        if (solved == null || solved.committed().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Row row : spark.read()
                .schema(TimingTable.TABLE.schema())
                .parquet(solved.table(TimingTable.TABLE.name()))
                .join(
                        spark.read()
                                .schema(CaseTable.TABLE.schema())
                                .parquet(solved.table(CaseTable.TABLE.name()))
                                .where("status = 'solved'")
                                .select("case_index", "method"),
                        "case_index")
                .groupBy("method")
                .agg(
                        org.apache.spark.sql.functions.expr("sum(wall_seconds)"),
                        org.apache.spark.sql.functions.expr("count(*)"))
                .orderBy("method")
                .collectAsList()) {
            lines.add("%s rows of the study took %s s each, %d in all"
                    .formatted(row.getString(0), Display.number(row.getDouble(1) / row.getLong(2)), row.getLong(2)));
        }
        return lines;
    }

    private void print(SurrogateResult result, List<String> times, Path model, Path about) {
        PrintWriter lines = command.commandLine().getOut();
        SurrogateScores scores = result.scores();
        lines.println("Surrogate of " + scores.target() + " of " + scores.study() + ": polynomial of degree "
                + scores.degree() + " in " + scores.inputs().size() + " inputs, " + scores.weights() + " weights");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("split", "family", "rows", "median", "95 %", "largest error", "R²", "in band"));
        for (SplitScore split : scores.splits()) {
            rows.add(row(split.split(), "all", split.all(), percent(split.withinBand())));
            split.families().forEach((family, errors) -> rows.add(row("", family, errors, "")));
        }
        TextTable.of(rows).forEach(lines::println);
        lines.println("  errors are |predicted/solved - 1|; the band is " + percent(scores.band())
                + ", which nine tenths of validation keep");
        for (SplitScore split : scores.splits()) {
            SplitScore.Miss miss = split.worst().get(0);
            lines.println("  worst of " + split.split() + ": case " + miss.caseIndex() + ", " + miss.family() + ", "
                    + Display.number(miss.predicted()) + " instead of " + Display.number(miss.solved())
                    + inputs(miss));
        }
        lines.println("  " + Display.rate(result.predictionsPerSecond()) + " predictions a second on one core");
        times.forEach(line -> lines.println("  " + line));
        if (times.isEmpty()) {
            lines.println("  what solves took is not known here; --study OUT says it");
        }
        lines.println("  model in " + model);
        lines.println("  its terms and all scores in " + about);
    }

    private static String inputs(SplitScore.Miss miss) {
        StringBuilder text = new StringBuilder();
        for (String column : List.of("height_to_separation", "wagner_number", "creep_exponent", "pressure_to_flow")) {
            Double value = miss.inputs().get(column);
            if (value != null) {
                text.append(", ").append(column.replace('_', ' ')).append(' ').append(Display.number(value));
            }
        }
        return text.toString();
    }

    private static List<String> row(String split, String family, SplitScore.Errors errors, String band) {
        Double determination = errors.determination();
        return List.of(
                split,
                family,
                String.valueOf(errors.rows()),
                percent(errors.median()),
                percent(errors.most()),
                percent(errors.largest()),
                determination == null ? "" : Display.number(determination),
                band);
    }

    private static String percent(double share) {
        return Display.rate(100 * share) + " %";
    }
}
