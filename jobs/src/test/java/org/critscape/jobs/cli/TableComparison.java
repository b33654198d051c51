package org.critscape.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the case tables of two sweeps of one study by DuckDB, which shares no code with what wrote them. Takes nothing
 * but the JDK and DuckDB, so that {@code java -cp duckdb_jdbc.jar TableComparison.java EXPECTED FOUND} runs it from source.
 *
 * @param expected rows of the one that nothing disturbed
 * @param lost rows of it that the other lacks
 * @param twice rows of the other that are there again
 * @param changed values of the other that are not the same to the last bit, NaN and signs of zero included
 * @param files of the two tables that are not the same, byte by byte, or that one of them lacks
 */
record TableComparison(long expected, long lost, long twice, long changed, long files) {
    /** Prints the differences; exit code 0 where there are none, 1 where there are some. */
    public static void main(String[] folders) throws SQLException, IOException {
        TableComparison found = of(Path.of(folders[0]), Path.of(folders[1]));
        System.out.println(found.text());
        System.exit(found.isSame() ? 0 : 1);
    }

    /**
     * Reads both tables.
     *
     * @param expected results folder of the one that nothing disturbed
     * @param found results folder of the other
     */
    static TableComparison of(Path expected, Path found) throws SQLException, IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE VIEW a AS SELECT * FROM '" + expected + "/cases/*.parquet'");
            statement.execute("CREATE VIEW b AS SELECT * FROM '" + found + "/cases/*.parquet'");
            String differences = columns(statement).stream()
                    .map(name -> "(a.\"" + name + "\"::VARCHAR IS DISTINCT FROM b.\"" + name + "\"::VARCHAR)::BIGINT")
                    .collect(Collectors.joining(" + "));
            return new TableComparison(
                    number(statement, "SELECT count(*) FROM a"),
                    number(statement, "SELECT count(*) FROM a ANTI JOIN b USING (case_index)"),
                    number(statement, "SELECT count(*) - count(DISTINCT case_index) FROM b"),
                    number(statement, "SELECT coalesce(sum(" + differences + "), 0) FROM a JOIN b USING (case_index)"),
                    differentFiles(expected.resolve("cases"), found.resolve("cases")));
        }
    }

    private static List<String> columns(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE a")) {
            while (columns.next()) {
                names.add(columns.getString(1));
            }
        }
        return names;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static long differentFiles(Path expected, Path found) throws IOException {
        TreeSet<Path> names = new TreeSet<>();
        for (Path folder : List.of(expected, found)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(folder::relativize).forEach(names::add);
            }
        }
        long different = 0;
        for (Path name : names) {
            Path one = expected.resolve(name);
            Path other = found.resolve(name);
            if (!Files.exists(one) || !Files.exists(other) || Files.mismatch(one, other) >= 0) {
                different++;
            }
        }
        return different;
    }

    boolean isSame() {
        return expected > 0 && lost == 0 && twice == 0 && changed == 0 && files == 0;
    }

    String text() {
        return "rows expected " + expected + ", rows lost " + lost + ", rows twice " + twice + ", values changed "
                + changed + ", files changed " + files;
    }
}
