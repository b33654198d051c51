package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many of a thousand cases of the whole parameter box are solved to the default tolerance. With {@code
 * -Dcritscape.rewrite=true} writes {@code docs/robustness.md}; {@code -Dcritscape.cases=100} takes the first hundred.
 */
@Tag("verification")
class RobustnessStudyTest {
    private static final RandomCases CASES = new RandomCases(1e-3, 1, 1e-3, 100);

    @Test
    void nearlyAllCasesAreSolved() throws Exception {
        int count = Integer.getInteger("critscape.cases", 1000);
        List<String> failures = LongStream.range(0, count)
                .parallel()
                .mapToObj(RobustnessStudyTest::failure)
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> page = new ArrayList<>();
        page.add("# Random cases");
        page.add("");
        page.add(String.format(
                Locale.ROOT,
                "Of %d random cases (all shapes and polarities, H/S 0.001 to 1, λ 0 to 100, n 1 to 8, edges 1/150 to 1/10"
                        + " of a period; `RandomCases`) at default settings %d were solved, %.1f %%. Written by"
                        + " `RobustnessStudyTest`.",
                count,
                count - failures.size(),
                100.0 * (count - failures.size()) / count));
        page.add("");
        page.addAll(failures);
        page.forEach(System.out::println);
        if (Boolean.getBoolean("critscape.rewrite")) {
            Files.write(Path.of("docs/robustness.md"), page);
        }
        assertThat(failures).hasSizeLessThanOrEqualTo(count / 200);
    }

    private static String failure(long number) {
        DesignCase input = CASES.draw(number, SolverSettings.DEFAULT);
        CaseOutcome outcome = new CellSolver().solve(input);
        return outcome instanceof CaseOutcome.Failed failed
                ? "* case " + number + ", " + RandomCases.describe(input) + ": " + failed.code() + ", "
                        + failed.message()
                : "";
    }
}
