package org.critscape.jobs.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.critscape.jobs.store.Footer;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.RowPredicate;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Makes a data set of the solved cases of a study. The folder appears whole or not at all, and the same study gives the same
 * bytes.
 */
public final class DatasetWriter {
    static final String STATISTICS = "statistics.json";
    static final String CARD = "card.md";
    static final String CROISSANT = "croissant.json";
    static final String MANIFEST = "study-manifest.json";

    private final SparkSession spark;
    private final Options options;
    private final CaseSolver solver;
    private final Consumer<String> say;

    /**
     * How a data set is made.
     *
     * @param family held out of training; empty for that with the fewest groups, "none" for none
     * @param isSingleToo whether the rows are also written in single precision
     * @param licence of the data, a URL
     * @param fields number of cases whose fields over the interface are solved and written too, 0 for none
     * @param fieldsWhere a condition that these cases meet
     */
    public record Options(
            Optional<String> family,
            boolean isSingleToo,
            String licence,
            int fields,
            Optional<RowPredicate> fieldsWhere) {}

    /**
     * Writes with this engine.
     *
     * @param solver of the cases whose fields are wanted
     * @param say what is told while they are solved
     */
    public DatasetWriter(SparkSession spark, Options options, CaseSolver solver, Consumer<String> say) {
        this.spark = spark;
        this.options = options;
        this.solver = solver;
        this.say = say;
    }

    /**
     * Writes a data set.
     *
     * @param study with its manifest
     * @param target a folder that is empty or not there
     * @throws InvalidInputException where the study has no case to learn from
     */
    public DatasetDescription write(StudyFolder study, Manifest manifest, Path target) throws IOException {
        // Held, since every split asks for them.
        Dataset<Row> rows = solved(study).select(columns()).persist();
        try {
            if (rows.isEmpty()) {
                throw noCase(study, "holds no solved case with lithium");
            }
            return write(study, manifest, rows, target);
        } finally {
            rows.unpersist();
        }
    }

    private DatasetDescription write(StudyFolder study, Manifest manifest, Dataset<Row> rows, Path target)
            throws IOException {
        HoldOut holdOut = HoldOut.of(rows, options.family());
        Path whole = target.toAbsolutePath().normalize();
        Path parent =
                Files.createDirectories(Optional.ofNullable(whole.getParent()).orElse(whole));
        Path work = parent.resolve("." + whole.getFileName() + ".partial");
        delete(work);
        Files.createDirectories(work);
        try {
            List<DatasetDescription.Part> parts = splits(rows, holdOut, work);
            if (parts.stream().anyMatch(part -> part.split().equals(Split.TRAIN.word()) && part.rows() == 0)) {
                throw noCase(study, "leaves no case to train with once the ends and the family are held out");
            }
            DatasetDescription.FieldPart fields = options.fields() == 0 ? null : fields(study, manifest, holdOut, work);
            DatasetDescription description = new DatasetDescription(
                    DatasetDescription.FORMAT,
                    source(
                            manifest,
                            study.committed().stream()
                                    .mapToLong(chunk -> chunk.size())
                                    .sum()),
                    options.licence(),
                    parts,
                    fields,
                    holdOut,
                    DatasetColumns.ALL.stream()
                            .map(DatasetDescription.Field::of)
                            .toList());
            Files.write(work.resolve(DatasetDescription.FILE), description.json());
            Files.write(work.resolve(MANIFEST), manifest.json());
            Files.write(
                    work.resolve(STATISTICS),
                    DatasetDescription.write(Statistics.of(read(work.resolve(Split.TRAIN.file())))));
            Files.writeString(work.resolve(CARD), DataCard.text(description, options.isSingleToo()));
            // Of all files before it; then the checksums of all.
            Files.write(work.resolve(CROISSANT), DatasetDescription.write(Croissant.of(description, work)));
            Files.writeString(work.resolve(Checksums.FILE), Checksums.text(work));
            Files.deleteIfExists(whole);
            Files.move(work, whole);
            return description;
        } finally {
            delete(work);
        }
    }

    /** The cases as accurate as their study asked for; those of the current alone have no targets. */
    private Dataset<Row> solved(StudyFolder study) throws IOException {
        return study.committed().isEmpty()
                ? spark.createDataFrame(List.of(), CaseTable.TABLE.schema())
                : spark.read()
                        .schema(CaseTable.TABLE.schema())
                        .parquet(study.table(CaseTable.TABLE.name()))
                        .where("status = 'solved' AND enhancement IS NOT NULL");
    }

    private static InvalidInputException noCase(StudyFolder study, String reason) {
        return new InvalidInputException(
                "study",
                study.table("") + ", which " + reason + ",",
                "one with solved cases of several heights, separations or resistances",
                "Maybe sweep more cases first, or give --family none.");
    }

    private static DatasetDescription.Source source(Manifest manifest, long finished) {
        List<Manifest.Run> runs = manifest.runs();
        String ended = runs.isEmpty() ? null : runs.get(runs.size() - 1).ended();
        return new DatasetDescription.Source(
                manifest.study().name(),
                manifest.study().hash(),
                manifest.study().modelVersion(),
                manifest.study().cases(),
                finished,
                ended == null ? "" : ended,
                manifest.versions().program(),
                manifest.versions().revision());
    }

    private DatasetDescription.FieldPart fields(StudyFolder study, Manifest manifest, HoldOut holdOut, Path work)
            throws IOException {
        FieldMaps maps = FieldMaps.choose(
                solved(study),
                new FieldMaps.Selection(options.fields(), options.fieldsWhere()),
                holdOut.split(),
                manifest.study().inputs());
        say.accept(maps.size() + " interfaces are solved on this machine"
                + (maps.size() < options.fields()
                        ? ", fewer than --fields says: one of a group, and what its row alone can repeat"
                        : ""));
        Path file = work.resolve(FieldMaps.FILE);
        writeFile(maps.solve(spark, solver, say), file);
        Dataset<Row> written = read(file);
        if (options.isSingleToo()) {
            writeFile(written.select(singleMaps()), work.resolve(FieldMaps.SINGLE_FILE));
        }
        return DatasetDescription.FieldPart.of(written.count());
    }

    private static Column[] singleMaps() {
        return FieldMaps.COLUMNS.stream()
                .map(column -> column.isOnGrid()
                        ? functions.col(column.name()).cast("array<float>").as(column.name())
                        : functions.col(column.name()))
                .toArray(Column[]::new);
    }

    private List<DatasetDescription.Part> splits(Dataset<Row> all, HoldOut holdOut, Path work) throws IOException {
        List<DatasetDescription.Part> parts = new ArrayList<>();
        for (Split split : Split.values()) {
            Dataset<Row> rows = all.where("(" + holdOut.split() + ") = '" + split.word() + "'");
            writeFile(rows, work.resolve(split.file()));
            if (options.isSingleToo()) {
                writeFile(rows.select(single()), work.resolve(split.singleFile()));
            }
            Row counts = read(work.resolve(split.file()))
                    .selectExpr("count(*)", "count(DISTINCT group_id)")
                    .first();
            parts.add(new DatasetDescription.Part(split.word(), split.file(), counts.getLong(0), counts.getLong(1)));
        }
        return parts;
    }

    /** The columns of a data set, of those of the case table. */
    private static Column[] columns() {
        return DatasetColumns.ALL.stream()
                .map(column -> functions.expr(column.expression()).as(column.name(), metadata(column)))
                .toArray(Column[]::new);
    }

    /** The same columns in single precision. */
    private static Column[] single() {
        return DatasetColumns.ALL.stream()
                .map(column -> column.type() == DatasetColumn.Type.DOUBLE
                        ? functions.col(column.name()).cast(DataTypes.FloatType).as(column.name(), metadata(column))
                        : functions.col(column.name()))
                .toArray(Column[]::new);
    }

    private static Metadata metadata(DatasetColumn column) {
        MetadataBuilder metadata = new MetadataBuilder().putString("comment", column.description());
        if (!column.unit().isEmpty()) {
            metadata.putString("unit", column.unit());
        }
        return metadata.build();
    }

    /** One file in the order of the cases: which task had which row must not show. */
    private static void writeFile(Dataset<Row> rows, Path file) throws IOException {
        Path folder = Path.of(file + ".spark");
        rows.repartition(1)
                .sortWithinPartitions("case_index")
                .write()
                .option("compression", "snappy")
                .parquet(folder.toUri().toString());
        try (Stream<Path> written = Files.list(folder)) {
            Path part = written.filter(
                            path -> String.valueOf(path.getFileName()).matches("part-.*\\.parquet"))
                    .findFirst()
                    .orElseThrow();
            Footer.putInOrder(part);
            Files.move(part, file);
        }
        delete(folder);
    }

    private Dataset<Row> read(Path file) {
        // In one task: sums in another order have other last digits.
        return spark.read().parquet(file.toUri().toString()).coalesce(1);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
