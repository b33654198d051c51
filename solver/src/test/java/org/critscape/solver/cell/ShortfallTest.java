package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Converged numbers that are not accurate enough are kept, and the advice that comes with them works. */
class ShortfallTest {
    private static final double SEPARATION = 150e-6;
    private static final Topography EGG_BOX = new EggBox(Form.SUM, 0.3 * SEPARATION, SEPARATION, Polarity.LITHIUM);
    private static final Topography RIDGE =
            new Ridge(Ridge.Profile.TRIANGLE, 0.2 * SEPARATION, SEPARATION, 0, 5e-6, Polarity.LITHIUM);
    private static final Kinetics LINEAR = new Kinetics.Linear(15e-4, 41.5e3);

    private static DesignCase designCase(
            Topography topography, Kinetics kinetics, double exponent, SolverSettings settings) {
        return new DesignCase(
                topography,
                new Electrolyte(0.2, 34.7e3, 1e-3, 22e9, 0.37, 0.23e6),
                kinetics,
                new Lithium(1.3e-5, exponent, 2e5, 37e3),
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(298.15, 7e6),
                settings);
    }

    private static SolverSettings settings(double tolerance, int largestUnknowns) {
        return new SolverSettings(4, 3, 0.02, 1e-6, 100, tolerance, 1, largestUnknowns);
    }

    @Test
    void scan() {
        for (Topography t : List.of(EGG_BOX, RIDGE)) for (double tol : new double[] {1e-4, 1e-3, 1e-2}) for (int most : new int[] {1000, 3000}) {
            long s = System.nanoTime();
            System.out.println(t.getClass().getSimpleName() + " " + tol + " " + most + " " + new CellSolver().solve(designCase(t, LINEAR, 3, settings(tol, most))) + (System.nanoTime() - s) / 1e9);
        }
        for (int it = 5; it < 25; it++) for (double n : new double[] {2, 4, 6.6, 8}) for (Topography t : List.of(EGG_BOX, RIDGE)) {
            CaseOutcome o = new CellSolver().solve(designCase(t, new Kinetics.Primary(), n, new SolverSettings(4, 3, 0.02, 1e-6, it, 1e-3, 0.05, 9000)));
            if (o instanceof CaseOutcome.Inaccurate x && x.code() == FailureCode.CREEP_NEWTON) System.out.println(it + " " + n + t.getClass().getSimpleName() + o);
        }
    }
}
