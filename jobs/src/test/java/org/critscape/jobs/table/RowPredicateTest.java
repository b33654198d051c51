package org.critscape.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPredicateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'unconverged'",
                "status <> 'solved' AND failure_code IN ('CREEP_NEWTON', 'OUT_OF_MEMORY')",
                "critical_current_error > 0.01 OR warning IS NOT NULL",
                "abs(enhancement - 1) BETWEEN 0.1 AND 0.2",
                "NOT (topography LIKE 'egg%') AND peak_height_m / peak_separation_m > 1e-1",
                "case_index % 2 = 0",
                "TRUE"
            })
    void conditionsOnARowAreAllowed(String sql) {
        assertThat(RowPredicate.parse("--rerun", sql).sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status =",
                "status = 'solved'; DROP TABLE cases",
                "case_index IN (SELECT case_index FROM cases)",
                "EXISTS (SELECT 1)",
                "rand() < 0.5",
                "java_method('java.lang.System', 'exit') = 1",
                "reflect('java.lang.System', 'getenv') = 1",
                "input_file_name() = 'x'",
                "current_user() = 'root'",
                "nonsense = 1",
                "status = unconverged",
                "sum(case_index) OVER () > 1",
                "*"
            })
    void anythingElseIsRefused(String sql) {
        assertThatThrownBy(() -> RowPredicate.parse("--rerun", sql))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--rerun is \"" + sql + "\", ")
                .hasMessageContaining("Maybe");
    }
}
