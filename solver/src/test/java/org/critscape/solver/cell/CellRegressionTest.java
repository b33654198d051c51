package org.critscape.solver.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Numbers of this very solver, frozen once the other tests had validated it. A change here is a change of the model:
 * raise {@link CellSolver#MODEL_VERSION}, say why in the change log, and write the file anew.
 */
class CellRegressionTest {
    /** Round-off of other machines, compilers and orders of summation stays below this by far. */
    private static final double RELATIVE = 1e-7;

    @ParameterizedTest
    @CsvFileSource(resources = "regression.csv", useHeadersInDisplayName = true)
    void staysAsItWas(
            String shape,
            double kinetics,
            String notch,
            double currentMax,
            double currentMin,
            double pressureTip,
            double pressureMax,
            double enhancement) {
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        DesignCase input = new DesignCase(
                topography(shape),
                preset.electrolyte(),
                new Kinetics.Linear(kinetics, 41.5e3),
                preset.lithium(),
                new Flaw(1e-6, NotchFactor.valueOf(notch), 10),
                new Operation(298.15, 7e6),
                SolverSettings.DEFAULT);
        CellSolution solution = ((CaseOutcome.Solved) new CellSolver().solve(input)).solution();
        double[] actual = {
            solution.currentRatioMax(),
            solution.currentRatioMin(),
            solution.pressureFunctionTip(),
            solution.pressureFunctionMax(),
            solution.enhancement()
        };
        double[] frozen = {currentMax, currentMin, pressureTip, pressureMax, enhancement};
        for (int i = 0; i < frozen.length; i++) {
            assertThat(actual[i])
                    .as(shape + " " + Arrays.toString(actual))
                    .isCloseTo(frozen[i], within(RELATIVE * Math.abs(frozen[i])));
        }
    }

    private static Topography topography(String shape) {
        double height = 25e-6, separation = 150e-6, edge = 5e-6;
        return switch (shape) {
            case "product" -> new EggBox(EggBox.Form.PRODUCT, height, separation, Polarity.LITHIUM);
            case "sum" -> new EggBox(EggBox.Form.SUM, 3 * height, separation, Polarity.ELECTROLYTE);
            case "pyramid" -> new SquarePyramid(height, separation, edge, Polarity.LITHIUM);
            case "frustum" -> new Frustum(height, separation, 0.5, edge, Polarity.LITHIUM);
            case "cosine" -> new Ridge(Ridge.Profile.COSINE, height, separation, 0, 0, Polarity.LITHIUM);
            case "triangle" -> new Ridge(Ridge.Profile.TRIANGLE, height, separation, 0, edge, Polarity.ELECTROLYTE);
            case "trapezoid" -> new Ridge(Ridge.Profile.TRAPEZOID, height, separation, 0.5, edge, Polarity.LITHIUM);
            default -> throw new IllegalArgumentException(shape);
        };
    }
}
