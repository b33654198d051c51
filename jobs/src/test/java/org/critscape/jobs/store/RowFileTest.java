package org.critscape.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RowFileTest {
    private static final StructType SCHEMA = new StructType()
            .add("word", DataTypes.StringType, true)
            .add("index", DataTypes.LongType, false)
            .add("count", DataTypes.IntegerType, true)
            .add("amount", DataTypes.DoubleType, true);

    private static List<Row> rows(int count) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, count)
                .<Row>mapToObj(k -> new GenericRowWithSchema(
                        new Object[] {
                            k % 3 == 0 ? null : "Ω " + k,
                            random.nextLong(),
                            k % 5 == 0 ? null : random.nextInt(),
                            k % 7 == 0 ? null : Double.longBitsToDouble(random.nextLong() & ~(1L << 62))
                        },
                        SCHEMA))
                .toList();
    }

    @Test
    void rowsComeBackBitForBitAndTheirNotesToo() throws IOException {
        List<Row> rows = rows(1000);
        byte[] file = RowFile.encode(SCHEMA, rows, Map.of("critscape.study", "abc"));
        assertThat(RowFile.decode(SCHEMA, file)).isEqualTo(rows);
        assertThat(RowFile.notes(new Bytes.In(file))).containsEntry("critscape.study", "abc");
    }

    /** A column that came later is null in files written before, wherever among the others it is; others must be there. */
    @Test
    void columnsThatCameLaterAreNull() throws IOException {
        StructType later = new StructType()
                .add("word", DataTypes.StringType, true)
                .add("new", DataTypes.DoubleType, true)
                .add("index", DataTypes.LongType, false)
                .add("count", DataTypes.IntegerType, true)
                .add("amount", DataTypes.DoubleType, true);
        List<Row> before = rows(50);
        List<Row> read = RowFile.decode(later, RowFile.encode(SCHEMA, before, Map.of()));
        assertThat(read).hasSameSizeAs(before);
        for (int k = 0; k < read.size(); k++) {
            assertThat(read.get(k).<Object>getAs("new")).isNull();
            for (String column : SCHEMA.fieldNames()) {
                assertThat(read.get(k).<Object>getAs(column))
                        .isEqualTo(before.get(k).getAs(column));
            }
        }
        StructType required = later.add("required", DataTypes.LongType, false);
        assertThatThrownBy(() -> RowFile.decode(required, RowFile.encode(SCHEMA, before, Map.of())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void equalRowsAreEqualBytes() {
        assertThat(RowFile.encode(SCHEMA, rows(300), Map.of()))
                .isEqualTo(RowFile.encode(SCHEMA, rows(300), Map.of()))
                .isNotEqualTo(RowFile.encode(SCHEMA, rows(299), Map.of()));
    }

    /** Whatever happened to a file on its way, it is refused and not a crash. */
    @Test
    void spoiltFilesAreRefused() {
        byte[] file = RowFile.encode(SCHEMA, rows(100), Map.of());
        assertThatThrownBy(() -> RowFile.decode(SCHEMA, Arrays.copyOf(file, file.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RowFile.decode(SCHEMA, new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RowFile.notes(new Bytes.In(new byte[50]))).isInstanceOf(IOException.class);
    }
}
