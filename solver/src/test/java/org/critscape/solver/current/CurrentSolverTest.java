package org.critscape.solver.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentSolverTest {
    private static final int ORDER = 6;

    private static CurrentDistribution solve(Topography topography, double wagnerNumber) throws NotConvergedException {
        ExtrudedMesh mesh = MeshPlan.potential().above(topography.fundamentalCell());
        return new CurrentSolver(mesh, ORDER, wagnerNumber).solve();
    }

    private static double max(CurrentDistribution distribution) {
        return Arrays.stream(distribution.ratio().nodal()).max().orElseThrow();
    }

    private static double min(CurrentDistribution distribution) {
        return Arrays.stream(distribution.ratio().nodal()).min().orElseThrow();
    }

    private static EggBox eggBox(Form form, double heightToSeparation) {
        return new EggBox(form, heightToSeparation, 1, Polarity.LITHIUM);
    }

    /** The references' own error is 1e-5; the required tolerance is 1e-3, and the default mesh does better. */
    @ParameterizedTest
    @CsvFileSource(resources = "reference.csv", useHeadersInDisplayName = true)
    void agreesWithAnIndependentCode(
            String form, double heightToSeparation, double wagnerNumber, double maximum, double minimum, double area)
            throws NotConvergedException {
        // The file rounds H/S to six digits, which matters at this tolerance only for 1/30, 1/6 and 1/3: harmless.
        CurrentDistribution solved =
                solve(eggBox(Form.valueOf(form.toUpperCase(java.util.Locale.ROOT)), heightToSeparation), wagnerNumber);
        assertThat(max(solved)).isCloseTo(maximum, within(2e-4 * maximum));
        assertThat(min(solved)).isCloseTo(minimum, within(2e-3));
        assertThat(solved.areaRatio()).isCloseTo(area, within(5e-6));
        assertThat(solved.meanRatio()).isCloseTo(1, within(1e-9));
    }

    /**
     * A harmonic potential z + e^(−κz) cos(ax) cos(ay), κ² = 2a², that no boundary condition of the model fits: its own
     * normal derivatives are put on the interface and the far plane. Halving the elements must divide the root mean
     * square error of φ on the curved interface by about 2^(p+1).
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void convergesWithTheSizeOfItsElements(int order) {
        double coarse = manufacturedError(order, 4);
        double fine = manufacturedError(order, 8);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(order + 0.4, order + 2.5);
    }

    @Test
    void convergesExponentiallyWithOrder() {
        double previous = manufacturedError(2, 3);
        for (int order = 4; order <= 10; order += 2) {
            double error = manufacturedError(order, 3);
            assertThat(error).isLessThan(previous / 8);
            previous = error;
        }
        assertThat(previous).isLessThan(1e-8);
    }

    private static double manufacturedError(int order, int elements) {
        double wagner = 0.3;
        CurrentSolver solver = new CurrentSolver(HarmonicPotential.mesh(elements), order, wagner);
        PotentialSpace space = solver.space();
        double[] load = new double[space.grid.size()];
        HarmonicPotential.load(space, potential -> potential / wagner, load);
        return HarmonicPotential.error(space, solver.potential(load));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 1, 100})
    void aPlaneHasUniformCurrent(double wagnerNumber) throws NotConvergedException {
        CurrentDistribution solved = solve(new Flat(1), wagnerNumber);
        assertThat(max(solved)).isCloseTo(1, within(1e-11));
        assertThat(min(solved)).isCloseTo(1, within(1e-11));
        assertThat(solved.areaRatio()).isCloseTo(1, within(1e-14));
    }

    @Test
    void slowKineticsSpreadTheCurrentEvenly() throws NotConvergedException {
        CurrentDistribution solved = solve(eggBox(Form.PRODUCT, 0.5), 1e4);
        assertThat(max(solved)).isCloseTo(1 / solved.areaRatio(), within(1e-4));
        assertThat(min(solved)).isCloseTo(1 / solved.areaRatio(), within(1e-4));
    }

    /** k from φ/λ at small λ and from the consistent flux at λ = 0 are computed differently and must meet. */
    @Test
    void fastKineticsTendToThePrimaryDistribution() throws NotConvergedException {
        double primary = max(solve(eggBox(Form.PRODUCT, 1.0 / 6), 0));
        double nearly = max(solve(eggBox(Form.PRODUCT, 1.0 / 6), 1e-5));
        assertThat(nearly).isCloseTo(primary, within(1e-3 * primary));
        assertThat(primary).isGreaterThan(max(solve(eggBox(Form.PRODUCT, 1.0 / 6), 0.02)));
    }

    @Test
    void chargeIsConservedForEveryShape() throws NotConvergedException {
        Topography[] shapes = {
            eggBox(Form.PRODUCT, 0.7),
            new SquarePyramid(0.3, 1, 0.03, Polarity.LITHIUM),
            new SquarePyramid(0.3, 1, 0.03, Polarity.ELECTROLYTE),
            new Ridge(Ridge.Profile.TRAPEZOID, 0.3, 1, 0.4, 0.03, Polarity.LITHIUM),
        };
        for (Topography shape : shapes) {
            assertThat(solve(shape, 0).meanRatio()).isCloseTo(1, within(1e-9));
            assertThat(solve(shape, 0.5).meanRatio()).isCloseTo(1, within(1e-9));
        }
    }

    /** max k − 1 → k_e A/(1 + k_e λ) for small amplitude A of each mode of wave number k_e; here λ by S. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 3})
    void smallHeightsFollowFirstOrderPerturbation(double wagnerNumber) throws NotConvergedException {
        double height = 1e-3;
        double product = Math.sqrt(2) * 2 * Math.PI;
        double expected = product * height / 2 / (1 + product * wagnerNumber);
        assertThat(max(solve(eggBox(Form.PRODUCT, height), wagnerNumber)) - 1)
                .isCloseTo(expected, within(0.01 * expected + 2 * height * height));
        double sum = 2 * Math.PI;
        double twoModes = 2 * sum * height / 4 / (1 + sum * wagnerNumber);
        assertThat(max(solve(eggBox(Form.SUM, height), wagnerNumber)) - 1)
                .isCloseTo(twoModes, within(0.01 * twoModes + 2 * height * height));
        CurrentDistribution ridge =
                solve(new Ridge(Ridge.Profile.COSINE, height, 1, 0, 0, Polarity.LITHIUM), wagnerNumber);
        double oneMode = sum * height / 2 / (1 + sum * wagnerNumber);
        assertThat(max(ridge) - 1).isCloseTo(oneMode, within(0.01 * oneMode + 2 * height * height));
    }

    /** Lengths by S: λ of the sum form's own period is λ S/S' = √2 λ. */
    @Test
    void bothFormsOfTheEggBoxAreOneFamily() throws NotConvergedException {
        double heightToSeparation = 0.25;
        double wagnerNumber = 0.4;
        CurrentDistribution product = solve(eggBox(Form.PRODUCT, heightToSeparation), wagnerNumber);
        CurrentDistribution sum =
                solve(eggBox(Form.SUM, heightToSeparation * Math.sqrt(2)), wagnerNumber * Math.sqrt(2));
        assertThat(max(product)).isCloseTo(max(sum), within(2e-4));
        assertThat(product.areaRatio()).isCloseTo(sum.areaRatio(), within(1e-7));
    }

    @Test
    void eitherPolarityOfAnEggBoxIsTheSameSurface() throws NotConvergedException {
        double lithium = max(solve(eggBox(Form.SUM, 0.4), 0.3));
        double electrolyte = max(solve(new EggBox(Form.SUM, 0.4, 1, Polarity.ELECTROLYTE), 0.3));
        assertThat(electrolyte).isEqualTo(lithium);
    }
}
