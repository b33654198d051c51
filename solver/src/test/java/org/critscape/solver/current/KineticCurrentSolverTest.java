package org.critscape.solver.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.current.InterfaceLaw.ButlerVolmer;
import org.critscape.solver.current.InterfaceLaw.Linear;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KineticCurrentSolverTest {
    private static final int ORDER = 6;
    private static final Topography EGG_BOX = eggBox(Form.PRODUCT, 1.0 / 6);

    private static EggBox eggBox(Form form, double heightToSeparation) {
        return new EggBox(form, heightToSeparation, 1, Polarity.LITHIUM);
    }

    private static Topography[] shapes() {
        return new Topography[] {
            eggBox(Form.PRODUCT, 0.7),
            new SquarePyramid(0.3, 1, 0.03, Polarity.LITHIUM),
            new Frustum(1.0 / 6, 1, 0.5, 0.02, Polarity.ELECTROLYTE),
            new Ridge(Ridge.Profile.TRAPEZOID, 0.3, 1, 0.4, 0.03, Polarity.LITHIUM),
        };
    }

    private static KineticCurrentSolver solver(Topography topography) {
        return new KineticCurrentSolver(MeshPlan.potential().above(topography.fundamentalCell()), ORDER);
    }

    private static double largest(KineticCurrentSolver solver, InterfaceLaw law) throws NotConvergedException {
        return solver.solve(law, null).largestRatio();
    }

    /** Two paths to one problem: eliminated as a whole, and condensed on the interface. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 2, 1e3})
    void withTheLinearLawItIsTheLinearSolver(double wagnerNumber) throws NotConvergedException {
        for (Topography shape : shapes()) {
            double[] condensed =
                    solver(shape).solve(new Linear(wagnerNumber), null).ratio().nodal();
            double[] whole = new CurrentSolver(MeshPlan.potential().above(shape.fundamentalCell()), ORDER, wagnerNumber)
                    .solve()
                    .ratio()
                    .nodal();
            assertThat(condensed).containsExactly(whole, within(1e-9));
        }
    }

    /** Halving the elements must divide the error of φ on the curved interface by about 2^(p+1). */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "3, 0.5", "4, 0.5", "3, 0.2"})
    void convergesWithTheSizeOfItsElements(int order, double transferCoefficient) throws NotConvergedException {
        double coarse = manufacturedError(order, 4, transferCoefficient);
        double fine = manufacturedError(order, 8, transferCoefficient);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(order + 0.4, order + 2.5);
    }

    @Test
    void convergesExponentiallyWithOrder() throws NotConvergedException {
        double previous = manufacturedError(2, 3, 0.5);
        for (int order = 4; order <= 10; order += 2) {
            double error = manufacturedError(order, 3, 0.5);
            assertThat(error).isLessThan(previous / 8);
            previous = error;
        }
        assertThat(previous).isLessThan(1e-8);
    }

    /** The potential runs from −0.2 to 0.3 or so: overpotentials of both signs, where the law is far from linear. */
    private static double manufacturedError(int order, int elements, double transferCoefficient)
            throws NotConvergedException {
        KineticCurrentSolver solver = new KineticCurrentSolver(HarmonicPotential.mesh(elements), order);
        InterfaceLaw law = new ButlerVolmer(0.3, 4, transferCoefficient);
        double[] load = new double[solver.space().grid.size()];
        HarmonicPotential.load(solver.space(), law::ratio, load);
        return HarmonicPotential.error(solver.space(), solver.potential(law, load));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.3, 30, 1e4})
    void aPlaneHasUniformCurrentAtTheAnalyticOverpotential(double drive) throws NotConvergedException {
        KineticCurrentSolver solver = solver(new Flat(1));
        double wagner = 0.7;
        InterfaceLaw law = new ButlerVolmer(wagner, drive, 0.5);
        assertThat(solver.solve(law, null).ratio().nodal()).containsOnly(new double[] {1}, within(1e-10));
        double half = drive / 2;
        double analytic = 2 * Math.log1p(half + half * half / (1 + Math.hypot(half, 1)));
        double[] load = new double[solver.space().grid.size()];
        for (int column = 0; column < solver.space().mesh.columns(); column++) {
            double[] area = solver.space().geometry.projectedArea(column);
            for (int q = 0; q < area.length; q++) {
                solver.space().testFar(column, q, area[q], load);
            }
        }
        for (double potential : solver.potential(law, load)) {
            assertThat(potential * drive / wagner).isCloseTo(analytic, within(1e-10 * Math.max(analytic, drive)));
        }
    }

    /** A small drive leaves the linear law with an error of j² where α = 1/2, of j elsewhere. */
    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.3, 1", "0.8, 1"})
    void smallDrivesTendToLinearKinetics(double transferCoefficient, double order) throws NotConvergedException {
        KineticCurrentSolver solver = solver(EGG_BOX);
        double linear = largest(solver, new Linear(0.5));
        double previous = Math.abs(largest(solver, new ButlerVolmer(0.5, 0.2, transferCoefficient)) - linear);
        for (double drive : new double[] {0.1, 0.05, 0.025}) {
            double error = Math.abs(largest(solver, new ButlerVolmer(0.5, drive, transferCoefficient)) - linear);
            assertThat(Math.log(previous / error) / Math.log(2)).isCloseTo(order, within(0.05));
            previous = error;
        }
    }

    /**
     * A large drive leaves Tafel's law, whose potential grows as the logarithm of the current only: k depends on
     * λ/((1 − α) j) alone, and its distance from the primary distribution falls in proportion to it.
     */
    @Test
    void largeDrivesTendToThePrimaryDistributionThroughTafelsLaw() throws NotConvergedException {
        KineticCurrentSolver solver = solver(EGG_BOX);
        double tafel = largest(solver, new ButlerVolmer(20, 1e4, 0.5));
        assertThat(largest(solver, new ButlerVolmer(200, 1e5, 0.5))).isCloseTo(tafel, within(1e-6));
        assertThat(largest(solver, new ButlerVolmer(28, 1e4, 0.3))).isCloseTo(tafel, within(1e-3));
        double primary = new CurrentSolver(MeshPlan.potential().above(EGG_BOX.fundamentalCell()), ORDER, 0)
                .solve()
                .largestRatio();
        double previous = primary - tafel;
        for (double drive : new double[] {1e5, 1e6}) {
            double gap = primary - largest(solver, new ButlerVolmer(20, drive, 0.5));
            assertThat(previous / gap).isBetween(8.0, 10.5);
            previous = gap;
        }
    }

    /** max k − 1 → k_e A/(1 + k_e dφ/dk) for small amplitudes A: the law enters by its slope at k = 1. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1, 0.5", "0.5, 5, 0.5", "2, 50, 0.3", "0.05, 1000, 0.7"})
    void smallHeightsFollowFirstOrderPerturbation(double wagnerNumber, double drive, double transferCoefficient)
            throws NotConvergedException {
        double height = 1e-3;
        InterfaceLaw law = new ButlerVolmer(wagnerNumber, drive, transferCoefficient);
        double waveNumber = Math.sqrt(2) * 2 * Math.PI;
        double expected = waveNumber * height / 2 / (1 + waveNumber / law.slope(law.potential(1)));
        assertThat(largest(solver(eggBox(Form.PRODUCT, height)), law) - 1)
                .isCloseTo(expected, within(0.01 * expected + 2 * height * height));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 100, 1e4, 1e8})
    void everyDriveConvergesAndConservesCharge(double drive) throws NotConvergedException {
        for (Topography shape : shapes()) {
            KineticCurrentSolver solver = solver(shape);
            for (double wagnerNumber : new double[] {1e-3, 0.1, 10, 1e4}) {
                for (double transferCoefficient : new double[] {0.1, 0.5, 0.9}) {
                    CurrentDistribution solved =
                            solver.solve(new ButlerVolmer(wagnerNumber, drive, transferCoefficient), null);
                    assertThat(solved.meanRatio()).isCloseTo(1, within(1e-9));
                    assertThat(solved.newtonIterations()).isLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void formsAndPolaritiesOfTheEggBoxAreOneFamily() throws NotConvergedException {
        InterfaceLaw law = new ButlerVolmer(0.4, 5, 0.5);
        double product = largest(solver(eggBox(Form.PRODUCT, 0.25)), law);
        InterfaceLaw turned = new ButlerVolmer(0.4 * Math.sqrt(2), 5, 0.5);
        Topography sum = eggBox(Form.SUM, 0.25 * Math.sqrt(2));
        assertThat(largest(solver(sum), turned)).isCloseTo(product, within(2e-4));
        Topography shifted = new EggBox(Form.PRODUCT, 0.25, 1, Polarity.ELECTROLYTE);
        assertThat(largest(solver(shifted), law)).isEqualTo(product);
    }

    @Test
    void noPressureIsNoEffect() throws NotConvergedException {
        KineticCurrentSolver solver = solver(EGG_BOX);
        InterfaceLaw law = new ButlerVolmer(0.4, 5, 0.5);
        InterfaceField pressure = field(solver, 3, 2);
        double[] without = solver.solve(law, null).ratio().nodal();
        assertThat(solver.solve(law, new PressureEffect(pressure, 0, 0)).ratio().nodal())
                .containsExactly(without);
        assertThat(solver.solve(law, new PressureEffect(field(solver, 0, 0), 0.3, 0.2))
                        .ratio()
                        .nodal())
                .containsExactly(without);
    }

    /** Even pressure moves the potential as a whole and divides the exchange current by exp(βθ). */
    @Test
    void evenPressureIsAnotherExchangeCurrent() throws NotConvergedException {
        KineticCurrentSolver solver = solver(EGG_BOX);
        InterfaceField pressure = field(solver, 1, 0);
        double hindered = StrictMath.exp(0.2);
        PressureEffect effect = new PressureEffect(pressure, 0.3, 0.2);
        assertThat(solver.solve(new ButlerVolmer(0.4, 5, 0.3), effect).ratio().nodal())
                .containsExactly(
                        solver.solve(new ButlerVolmer(0.4 * hindered, 5 * hindered, 0.3), null)
                                .ratio()
                                .nodal(),
                        within(1e-10));
        assertThat(solver.solve(new Linear(0.4), effect).ratio().nodal())
                .containsExactly(
                        solver.solve(new Linear(0.4 * hindered), null).ratio().nodal(), within(1e-10));
    }

    /**
     * Compressed lithium plates less readily. On the plane, a pressure ε cos(2πx) takes from the even current, to first
     * order, ε (f' shift + hindrance)/(1 + f'/2π) cos(2πx).
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1, 0.5", "0.5, 5, 0.5", "2, 50, 0.3", "0.05, 1000, 0.7"})
    void compressedLithiumPlatesLess(double wagnerNumber, double drive, double transferCoefficient)
            throws NotConvergedException {
        KineticCurrentSolver solver = solver(new Flat(1));
        InterfaceLaw law = new ButlerVolmer(wagnerNumber, drive, transferCoefficient);
        double amplitude = 1e-4, shift = 0.6 * wagnerNumber / drive, hindrance = 0.3;
        PressureEffect effect = new PressureEffect(field(solver, 0, amplitude), shift, hindrance);
        double slope = law.slope(law.potential(1));
        double expected = amplitude * (slope * shift + hindrance) / (1 + slope / (2 * Math.PI));
        CurrentDistribution solved = solver.solve(law, effect);
        assertThat(1 - solved.ratio().at(0, 0)).isPositive().isCloseTo(expected, within(1e-3 * expected));
        assertThat(solved.ratio().at(0.5, 0) - 1).isPositive().isCloseTo(expected, within(1e-3 * expected));
        assertThat(solved.meanRatio()).isCloseTo(1, within(1e-10));
    }

    /** mean + amplitude cos(2πx) at the nodes of the solver's interface. */
    private static InterfaceField field(KineticCurrentSolver solver, double mean, double amplitude) {
        NodeGrid grid = solver.space().grid;
        double[] nodal = new double[grid.perLayer()];
        Arrays.setAll(nodal, i -> mean + amplitude * Math.cos(2 * Math.PI * grid.x(i)));
        return new InterfaceField(grid, nodal);
    }

    @Test
    void aLawWithoutFiniteCurrentsIsReported() {
        KineticCurrentSolver solver = solver(EGG_BOX);
        PressureEffect absurd = new PressureEffect(field(solver, 0, 1), 0, 1e3);
        assertThatThrownBy(() -> solver.solve(new ButlerVolmer(0.5, 5, 0.5), absurd))
                .isInstanceOf(NotConvergedException.class)
                .hasMessageContaining("Maybe");
    }
}
