package org.critscape.solver.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AndersonMixingTest {
    /** x ← b + A x with A of rank 4 and eigenvalues down to −30: done one step after as many as the rank. */
    @Test
    void solvesALinearProblemInAsManyStepsAsItHasDirections() {
        double[] eigenvalues = {-30, -4, -0.5, 0.3, 0, 0, 0, 0, 0, 0};
        double[] b = {1, 2, -1, 3, 4, -2, 0.5, 1, 1, 2};
        AndersonMixing mixing = new AndersonMixing(5);
        double[] x = new double[b.length];
        for (int step = 0; step < 6; step++) {
            x = mixing.next(x, image(x, eigenvalues, b));
        }
        double[] image = image(x, eigenvalues, b);
        assertThat(x).containsExactly(image, within(1e-9));
    }

    private static double[] image(double[] x, double[] eigenvalues, double[] b) {
        double[] image = new double[x.length];
        Arrays.setAll(image, i -> b[i] + eigenvalues[i] * x[i]);
        return image;
    }

    @Test
    void theFirstStepIsPlain() {
        assertThat(new AndersonMixing(3).next(new double[] {1, 2}, new double[] {5, 6}))
                .containsExactly(5, 6);
    }

    @Test
    void aPointThatStaysIsLeftAlone() {
        AndersonMixing mixing = new AndersonMixing(3);
        double[] point = {1, -2};
        assertThat(mixing.next(mixing.next(point, point), point)).containsExactly(point);
    }

    /** cos(x) from afar: a nonlinear contraction, faster than by itself. */
    @Test
    void acceleratesAContraction() {
        AndersonMixing mixing = new AndersonMixing(1);
        double[] x = {1};
        for (int step = 0; step < 7; step++) {
            x = mixing.next(x, new double[] {Math.cos(x[0])});
        }
        assertThat(x[0]).isCloseTo(Math.cos(x[0]), within(1e-12));
    }
}
