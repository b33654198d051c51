package org.critscape.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.critscape.solver.cell.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification lists exactly the columns that are written. */
class TableSpecTest {
    private static final Path SPEC = Path.of("docs", "table-spec.md");

    static List<Table<?>> tables() {
        return List.of(CaseTable.TABLE, TimingTable.TABLE, AuditTable.TABLE, NodeTable.TABLE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void specificationListsTheColumnsOfTheCode(Table<?> table) throws IOException {
        String section = Pattern.compile("^## ", Pattern.MULTILINE)
                .splitAsStream(Files.readString(SPEC))
                .filter(text -> text.startsWith("`" + table.name() + "`"))
                .findFirst()
                .orElseThrow();
        List<String> specified =
                section.lines().filter(line -> line.startsWith("| `")).toList();
        List<String> written = table.columns().stream().map(TableSpecTest::line).toList();
        assertThat(specified).isEqualTo(written);
    }

    @Test
    void specificationNamesEveryFailure() throws IOException {
        assertThat(Files.readString(SPEC))
                .contains(Arrays.stream(FailureCode.values())
                        .map(code -> "`" + code.name() + "`")
                        .toList());
    }

    private static String line(Column<?> column) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        column.name(),
                        column.type().sql().toLowerCase(Locale.ROOT),
                        column.unit(),
                        column.presence().nullWhere(),
                        column.description());
    }
}
