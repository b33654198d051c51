package org.critscape.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FooterTest {
    /** Nullable, with and without a dictionary: columns of two encodings and of more. */
    private static final StructType SCHEMA = new StructType()
            .add("index", DataTypes.LongType, false)
            .add("word", DataTypes.StringType, true)
            .add("amount", DataTypes.DoubleType, true);

    private static byte[] file() {
        List<Row> rows = LongStream.range(0, 500)
                .mapToObj(k -> RowFactory.create(k, k % 3 == 0 ? null : "word " + k % 4, Math.sqrt((double) k)))
                .toList();
        return RowFile.encode(SCHEMA, rows, Map.of("study", "abc", "tally", "solved=500"));
    }

    /** Another process with another source of identity hashes, by which sets of enumeration constants are ordered. */
    private static String checksumElsewhere(int source) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=" + source,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FooterTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    /** Says the checksum of the file. */
    public static void main(String[] none) {
        System.out.println(StudyFolder.sha256(file()));
    }

    @Test
    void everyProcessWritesTheSameBytes() throws Exception {
        TreeSet<String> sums = new TreeSet<>();
        sums.add(StudyFolder.sha256(file()));
        for (int source : new int[] {2, 4}) {
            sums.add(checksumElsewhere(source));
        }
        assertThat(sums).hasSize(1);
    }

    /** The same file as another process might have written it. */
    private static byte[] inAnotherOrder(byte[] file) throws IOException {
        int tail = file.length - 8;
        int start = tail - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, tail - start));
        footer.getRow_groups()
                .forEach(group -> group.getColumns().forEach(column -> {
                    Collections.reverse(column.getMeta_data().getEncodings());
                    Collections.reverse(column.getMeta_data().getEncoding_stats());
                }));
        Collections.reverse(footer.getKey_value_metadata());
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        other.write(file, 0, start);
        Util.writeFileMetaData(footer, other);
        other.write(file, tail, 8);
        return other.toByteArray();
    }

    @Test
    void anyOrderBecomesTheOne(@TempDir Path folder) throws IOException {
        byte[] file = file();
        byte[] other = inAnotherOrder(file);
        assertThat(other).isNotEqualTo(file).hasSameSizeAs(file);
        assertThat(Footer.inOrder(other)).isEqualTo(file);
        assertThat(Footer.inOrder(file)).isEqualTo(file);
        Path path = Files.write(folder.resolve("other.parquet"), other);
        Footer.putInOrder(path);
        assertThat(path).hasBinaryContent(file);
    }

    /** Spark's reader is the one of {@link RowFile}, by the same library; DuckDB shares no code with it. */
    @Test
    void bothLibrariesReadTheFile(@TempDir Path folder) throws IOException, SQLException {
        Path path = Files.write(folder.resolve("rows.parquet"), file());
        assertThat(RowFile.decode(SCHEMA, Files.readAllBytes(path))).hasSize(500);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT sum(index), count(word), max(amount), count(DISTINCT word) FROM '" + path + "'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(499 * 500 / 2);
            assertThat(found.getLong(2)).isEqualTo(333);
            assertThat(found.getDouble(3)).isEqualTo(Math.sqrt(499));
            assertThat(found.getLong(4)).isEqualTo(4);
        }
    }

    @Test
    void whatIsNoWholeFileIsRefused(@TempDir Path folder) throws IOException {
        byte[] file = file();
        byte[] tooLong = file.clone();
        Arrays.fill(tooLong, file.length - 8, file.length - 5, (byte) 0x7f);
        for (byte[] spoilt : List.of(new byte[0], new byte[50], Arrays.copyOf(file, file.length - 1), tooLong)) {
            assertThatThrownBy(() -> Footer.inOrder(spoilt))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no Parquet file");
            Path path = Files.write(folder.resolve("spoilt.parquet"), spoilt);
            assertThatThrownBy(() -> Footer.putInOrder(path)).isInstanceOf(IOException.class);
            assertThat(path).hasBinaryContent(spoilt);
        }
    }
}
