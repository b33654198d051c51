package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies whose cases are the rows of a file. */
class TableStudyTest {
    private static final String ROWS = """
            topography,topography.peak-height,peak_separation_m
            egg-box, 25 um, 150e-6
            # a remark
            ridge,1.5e1 um,1.5e-4

            flat,,3e-4
            """;

    @TempDir
    Path folder;

    private DesignSpace space(String table, String more) throws IOException {
        Files.writeString(folder.resolve("points.csv"), table);
        return load("points.csv", more);
    }

    private DesignSpace load(String name, String more) throws IOException {
        Path study = folder.resolve("study.conf");
        Files.writeString(study, "design { plan = table, file = " + name + " }\n" + more);
        return StudyFile.load(study, Map.of()).space();
    }

    private String refusal(String table, String more) {
        try {
            space(table, more);
            return "no refusal";
        } catch (ConfigurationException refused) {
            return String.valueOf(refused.getMessage()).replace(folder.toAbsolutePath() + "/", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rowsAreCases() throws IOException {
        DesignSpace space = space(ROWS, "");
        assertThat(space.size()).isEqualTo(3);
        assertThat(space.point(0).number(Parameter.PEAK_HEIGHT)).isEqualTo(25e-6);
        assertThat(space.point(1).shape()).isEqualTo(Shape.RIDGE);
        assertThat(space.point(1).number(Parameter.PEAK_HEIGHT)).isEqualTo(15e-6);
        assertThat(space.point(2).number(Parameter.PEAK_SEPARATION)).isEqualTo(300e-6);
        assertThat(space.varying())
                .containsExactlyInAnyOrder(Parameter.SHAPE, Parameter.PEAK_HEIGHT, Parameter.PEAK_SEPARATION);
    }

    @Test
    void everyRowMeetsTheListsOfTheStudy() throws IOException {
        DesignSpace space = space(ROWS, "operation.stack-pressure = [5 MPa, 7 MPa]");
        assertThat(space.size()).isEqualTo(6);
        assertThat(space.point(3).shape()).isEqualTo(Shape.RIDGE);
        assertThat(space.point(3).number(Parameter.STACK_PRESSURE)).isEqualTo(7e6);
    }

    @Test
    void theFirstRowsAreAStudyThatTheTableExtends() throws IOException {
        DesignSpace some = space(ROWS, "design.cases = 2");
        DesignSpace all = space(ROWS, "");
        assertThat(some.size()).isEqualTo(2);
        assertThat(some.description()).isEqualTo(all.description());
        assertThat(some.point(1)).isEqualTo(all.point(1));
        assertThat(refusal(ROWS, "design.cases = 4"))
                .isEqualTo("study.conf:2: design.cases is 4 but must be between 1 and 3, the rows of the table. Maybe"
                        + " leave it out: all rows are taken then.");
    }

    /** The same values in another format are the same study, other values are not. */
    @Test
    void valuesDecideAndNotTheFile() throws IOException, SQLException {
        DesignSpace text = space(ROWS, "");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES ('egg-box', '25 um', 150e-6::DOUBLE),"
                    + " ('ridge', '15 um', 150e-6::DOUBLE), ('flat', NULL, 300e-6::DOUBLE)) AS"
                    + " t(topography, \"topography.peak-height\", peak_separation_m)) TO '"
                    + folder.resolve("points.any") + "' (FORMAT parquet)");
        }
        DesignSpace parquet = load("points.any", "");
        assertThat(parquet.point(1)).isEqualTo(text.point(1));
        assertThat(parquet.description()).isEqualTo(text.description());
        assertThat(space(ROWS.replace("25 um", "26 um"), "").description()).isNotEqualTo(text.description());
    }

    @Test
    void numbersOfParquetAreThoseThatWereMeant() throws IOException, SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT 'rough' AS topography, 2.5e-5::FLOAT AS rms_height_m, i AS seed FROM"
                    + " range(70000) t(i)) TO '" + folder.resolve("points.parquet") + "' (FORMAT parquet)");
        }
        DesignSpace space =
                load("points.parquet", "topography { correlation-length = 50 um, peak-separation = 150 um }");
        assertThat(space.size()).isEqualTo(70_000);
        assertThat(space.point(69_999).number(Parameter.RMS_HEIGHT)).isEqualTo(2.5e-5);
        for (long index : List.of(0L, 255L, 256L, 65_535L, 65_536L, 69_999L)) {
            assertThat(space.point(index).number(Parameter.SEED)).isEqualTo((double) index);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            topography.peak-height\\n25 uum     | points.csv, line 2: topography.peak-height is "25 uum", in an unknown unit, but must be a length in one of the units um, nm, mm, cm, m. Maybe you meant the unit um.
            topography.peak-height\\n25 um\\n25 | points.csv, line 3: topography.peak-height is "25", without a unit, but must be a length between 0.01 um and 1000 um. Maybe you meant "25 um".
            topography.peak-height\\n7 MPa      | points.csv, line 2: topography.peak-height is "7 MPa", a pressure, but must be a length between 0.01 um and 1000 um. Maybe write it like "25 um".
            peak_height_m\\n25                  | points.csv, line 2: peak_height_m is "25" but must be a length between 0.00000001 m and 0.001 m. Maybe call the column topography.peak-height and write the unit, as in "25 um".
            peak_height_m\\n25e-6\\nNaN         | points.csv, line 3: peak_height_m is "NaN" but must be a length between 0.00000001 m and 0.001 m. Maybe call the column topography.peak-height and write the unit, as in "25 um".
            peak_height_m\\n0x1p-16             | points.csv, line 2: peak_height_m is "0x1p-16" but must be a length between 0.00000001 m and 0.001 m. Maybe call the column topography.peak-height and write the unit, as in "25 um".
            peak_height_m\\n25e-6\\n            | no refusal
            topography.peak-height;seed\\n25 um;1\\n25 um;1.5 | points.csv, line 3: seed is "1.5" but must be a whole number between 0 and 1000000000. Maybe 1, a usual value.
            peak_height_m,polarity\\n25e-6,lithum | points.csv, line 2: polarity is "lithum" but must be one of lithium, electrolyte. Maybe lithium.
            peak_hight_m\\n25e-6                | points.csv: column peak_hight_m is not an input that a table can have but must be a column of the case table or a key of the study, once. Maybe you meant peak_height_m.
            peak_height_m,enhancement\\n25e-6,1 | points.csv: column enhancement is not an input that a table can have but must be a column of the case table or a key of the study, once. Maybe leave it out: it is a result, or follows from other columns.
            peak_height_m,conductivity_s_per_m\\n25e-6,1 | points.csv: column conductivity_s_per_m is not an input that a table can have but must be a column of the case table or a key of the study, once. Maybe a column electrolyte.conductivity: this one also depends on the temperature.
            peak_height_m,topography.file\\n25e-6,/etc/passwd | points.csv: column topography.file is not an input that a table can have but must be a column of the case table or a key of the study, once. Maybe give the study a list of files: every row meets them all.
            ,peak_height_m\\n1,25e-6             | points.csv: column number 1 is without a name but must be a column of the case table or a key of the study, once. Maybe it is the row number of another program.
            peak_height_m,topography.peak-height\\n25e-6,25 um | points.csv: column topography.peak-height is a second column for topography.peak-height but must be a column of the case table or a key of the study, once. Maybe remove one of them.
            peak_height_m,topography\\n25e-6,flat | points.csv: column topography is a second value beside topography.shape of the study but must be a column of the case table or a key of the study, once. Maybe remove one of them.
            peak_height_m,polarity\\n25e-6      | design.file is points.csv, a table of 2 columns with 1 fields in line 2, but must be a table, CSV or Parquet. Maybe decimals are written with a comma, or a field needs quotes.
            peak_height_m\\n"25e-6               | design.file is points.csv, no CSV at line 2, but must be a table, CSV or Parquet. Maybe a quote is not closed.
            peak_height_m                        | points.csv: the number of rows is 0 but must be at least 1. Maybe the export was interrupted.
            #                                    | design.file is points.csv, empty, but must be a table, CSV or Parquet. Maybe the export was interrupted.
            PAR1peak_height_m                    | design.file is points.csv, no whole Parquet file, but must be a table, CSV or Parquet. Maybe the export was interrupted.
            peak_height_m,polarity\\n25e-6,\\n   | points.csv: the column of topography.polarity is empty in every row but must be filled in some row. Maybe leave the column out.
            peak_height_m,polarity\\n25e-6,lithium\\n,lithium | points.csv, row 2: the column of topography.peak-height is empty but must have a value where the case of the row depends on it. Maybe fill it, or leave the column out.
            """)
    void everyMistakeIsOneMessage(String table, String message) {
        String refusal =
                refusal(table.replace("\\n", "\n"), "topography { shape = egg-box, peak-separation = 150 um }");
        assertThat(refusal.replaceFirst("^study\\.conf:1: ", "")).isEqualTo(message);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("points.csv"), new byte[] {'a', ',', (byte) 0xff, (byte) 0xfe, '\n'});
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("points.csv", ""))
                .withMessageContaining("neither text nor Parquet");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("absent.csv", ""))
                .withMessageContaining("no file that can be read");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("\".\"", ""))
                .withMessageContaining("a folder");
    }

    @Test
    void typesThatAreNoNumbersAreRefused() throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT DATE '2026-01-01' AS peak_height_m) TO '" + folder.resolve("points.parquet")
                    + "' (FORMAT parquet)");
        }
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("points.parquet", ""))
                .withMessageContaining("a table whose column peak_height_m has the type")
                .withMessageEndingWith("Maybe export it as double or as text.");
    }

    @Test
    void aGroupMayHaveItsOwnTable() throws IOException {
        Files.writeString(folder.resolve("points.csv"), ROWS);
        Path study = folder.resolve("study.conf");
        Files.writeString(study, """
                design { plan = sobol, cases = 8 }
                topography.peak-separation = 150 um
                cases = [
                  { topography { shape = egg-box, peak-height = { distribution = uniform, from = 5 um, to = 9 um } } }
                  { design { plan = table, file = shapes.csv }, topography.peak-height = 20 um }
                ]
                """);
        Files.writeString(folder.resolve("shapes.csv"), "topography.shape\nflat\nridge\n");
        DesignSpace space = StudyFile.load(study, Map.of()).space();
        assertThat(space.size()).isEqualTo(10);
        assertThat(space.point(9).shape()).isEqualTo(Shape.RIDGE);
        assertThat(space.point(9).number(Parameter.PEAK_HEIGHT)).isEqualTo(20e-6);
    }
}
