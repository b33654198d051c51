package org.critscape.jobs.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Searches on landscapes whose best points are known. */
class SearchTest {
    /** A narrow curved ridge with its top, 10, at (0.7, 0.49). */
    private static double ridge(double... x) {
        double off = x[1] - x[0] * x[0];
        return 10 - 30 * off * off - (0.7 - x[0]) * (0.7 - x[0]);
    }

    /** The same, of which only the part left of 0.5 is allowed. */
    private static double walled(double... x) {
        return x[0] <= 0.5 ? ridge(x) : Double.NaN;
    }

    @Test
    void evolutionClimbsACurvedRidge() {
        double[] best = new Search(SearchTest::ridge, new double[] {0.1, 0.8}, 1500).byEvolution();
        assertThat(best[0]).isCloseTo(0.7, within(1e-3));
        assertThat(best[1]).isCloseTo(0.49, within(1e-3));
    }

    @Test
    void evolutionEndsAtAConditionThatBinds() {
        double[] best = new Search(SearchTest::walled, new double[] {0.1, 0.8}, 1500).byEvolution();
        assertThat(best[0]).isBetween(0.49, 0.5);
        assertThat(best[1]).isCloseTo(best[0] * best[0], within(0.01));
    }

    @Test
    void evolutionEndsInTheCornerOfTheBounds() {
        double[] best = new Search(x -> 1 + x[0] - x[1], new double[] {0.5, 0.5}, 1500).byEvolution();
        assertThat(best[0]).isGreaterThan(0.999);
        assertThat(best[1]).isLessThan(0.001);
    }

    @Test
    void modelNeedsFewValues() {
        int[] asked = {0};
        Search search = new Search(
                x -> {
                    asked[0]++;
                    return 5 - (x[0] - 0.3) * (x[0] - 0.3) - 2 * (x[1] - 0.6) * (x[1] - 0.6) - x[0] * x[1] / 10;
                },
                new double[] {1, 0},
                30);
        double[] best = search.byModel();
        // The gradient vanishes where 2 (x − 0.3) + y/10 = 0 and 4 (y − 0.6) + x/10 = 0.
        assertThat(best[0]).isCloseTo(0.27034, within(2e-3));
        assertThat(best[1]).isCloseTo(0.59324, within(2e-3));
        assertThat(asked[0]).isLessThanOrEqualTo(30).isEqualTo(search.evaluations());
    }

    @Test
    void oneInputIsSearchedByBrent() {
        double[] best = new Search(x -> 3 - (x[0] - 0.62) * (x[0] - 0.62), new double[] {0}, 20).byModel();
        assertThat(best[0]).isCloseTo(0.62, within(5e-3));
    }

    /** A budget ends the search with what it found, and the start is never lost. */
    @Test
    void budgetEndsTheSearch() {
        Search search = new Search(SearchTest::ridge, new double[] {0.1, 0.8}, 12);
        double[] best = search.byModel();
        assertThat(search.evaluations()).isLessThanOrEqualTo(12);
        assertThat(ridge(best)).isGreaterThan(ridge(0.1, 0.8));
        assertThat(new Search(x -> Double.NaN, new double[] {0.25}, 12).byModel())
                .containsExactly(0.25);
    }
}
