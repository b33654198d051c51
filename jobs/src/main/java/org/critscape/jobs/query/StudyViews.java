package org.critscape.jobs.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.AuditTable;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Table;
import org.critscape.jobs.table.TimingTable;
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
        List<String> names =
                new ArrayList<>(List.of(CaseTable.TABLE.name(), TimingTable.TABLE.name(), AuditTable.TABLE.name()));
        Matcher definitions = DEFINITION.matcher(script());
        while (definitions.find()) {
            names.add(definitions.group(1));
        }
        return names;
    }

    /** The statements that make the views beyond the tables, in their order. */
    public static String script() {
        try (InputStream file = StudyViews.class.getResourceAsStream("views.sql")) {
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
        create(spark, folder, CaseTable.TABLE, isEmpty);
        create(spark, folder, TimingTable.TABLE, isEmpty);
        create(
                spark,
                folder,
                AuditTable.TABLE,
                folder.files().list(StudyFolder.AUDIT).isEmpty());
        Matcher definitions = DEFINITION.matcher(script());
        while (definitions.find()) {
            String definition = definitions.group();
            spark.sql(definition.substring(0, definition.length() - 1));
        }
    }

    private static void create(SparkSession spark, StudyFolder folder, Table<?> table, boolean isEmpty) {
        // Without the program's own schema the comments of columns would depend on which file is looked into first.
        (isEmpty
                        ? spark.createDataFrame(List.of(), table.schema())
                        : spark.read().schema(table.schema()).parquet(folder.table(table.name())))
                .createOrReplaceTempView(table.name());
    }
}
