package org.critscape.jobs.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.AuditTable;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.NodeTable;
import org.critscape.jobs.table.Table;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The tables of a study as views: those that are files, and those that {@code views.sql} makes of them in an SQL that
 * other engines read too.
 */
public final class StudyViews {
    private static final Pattern DEFINITION =
            Pattern.compile("CREATE OR REPLACE TEMPORARY VIEW (\\w+) AS\\s.*?;", Pattern.DOTALL);

    private static final List<String> CALLING_JAVA = List.of("reflect", "try_reflect", "java_method");

    private StudyViews() {}

    /** The names of all views, the tables first. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                CaseTable.TABLE.name(), TimingTable.TABLE.name(), AuditTable.TABLE.name(), NodeTable.TABLE.name()));
        Matcher definitions = DEFINITION.matcher(script() + atlasScript());
        while (definitions.find()) {
            names.add(definitions.group(1));
        }
        return names;
    }

    /** The statements that make the views of the tables of a study, in their order. */
    public static String script() {
        return resource("views.sql");
    }

    /** The same of the solves of its atlas. */
    public static String atlasScript() {
        return resource("atlas.sql");
    }

    private static String resource(String name) {
        try (InputStream file = StudyViews.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the views of a study, as far as it has come; tables without files are empty. The session loses the functions
     * that call any method of Java's: a statement could end the program with them, or write files.
     */
    public static void create(SparkSession spark, StudyFolder folder) throws IOException {
        FunctionRegistry functions = ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .functionRegistry();
        for (FunctionIdentifier function : CollectionConverters.asJava(functions.listFunction())) {
            if (CALLING_JAVA.contains(function.funcName())) {
                functions.dropFunction(function);
            }
        }
        boolean isEmpty = folder.committed().isEmpty();
        create(spark, CaseTable.TABLE, isEmpty ? Optional.empty() : Optional.of(folder));
        create(spark, TimingTable.TABLE, isEmpty ? Optional.empty() : Optional.of(folder));
        create(spark, AuditTable.TABLE, Optional.of(folder).filter(study -> hasFiles(study, StudyFolder.AUDIT)));
        create(spark, NodeTable.TABLE, atlas(spark, folder).filter(atlas -> hasFiles(atlas, NodeTable.TABLE.name())));
        Matcher definitions = DEFINITION.matcher(script() + atlasScript());
        while (definitions.find()) {
            String definition = definitions.group();
            spark.sql(definition.substring(0, definition.length() - 1));
        }
    }

    /** The folder of the atlas by which a study is answered, as its sweep named it; it may be gone by now. */
    private static Optional<StudyFolder> atlas(SparkSession spark, StudyFolder study) throws IOException {
        Optional<byte[]> note = study.files().read(StudyFolder.ATLAS);
        if (note.isEmpty()) {
            return Optional.empty();
        }
        String name = new ObjectMapper().readTree(note.get()).path("folder").asText();
        try {
            return Optional.of(StudyFolder.of(name, spark.sparkContext().hadoopConfiguration()));
        } catch (InvalidInputException changedByHand) {
            return Optional.empty();
        }
    }

    private static boolean hasFiles(StudyFolder folder, String table) {
        try {
            return !folder.files().list(table).isEmpty();
        } catch (IOException notThere) {
            return false;
        }
    }

    /** The view of a table; empty without a folder of its files. */
    private static void create(SparkSession spark, Table<?> table, Optional<StudyFolder> folder) {
        // Without the program's own schema the comments of columns would depend on which file is looked into first.
        folder.map(files -> spark.read().schema(table.schema()).parquet(files.table(table.name())))
                .orElseGet(() -> spark.createDataFrame(List.of(), table.schema()))
                .createOrReplaceTempView(table.name());
    }
}
