package org.critscape.solver.dendrite;

import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.MaterialPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed form against the flow itself, integrated from the tensor creep law; nothing is shared but the law. */
class SlotFlowTest {
    private static final double LENGTH = 1e-6;
    private static final double HALF_OPENING = 2e-8;
    private static final double TEMPERATURE = 310;
    private static final double CURRENT = 12;

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 6.6, 8})
    void resistanceIsTheIntegratedPressureAtTheRoot(double exponent) {
        var lithium = new Lithium(1.3e-5, exponent, 2e5, 37e3);
        double closed = SlotFlow.resistance(lithium, TEMPERATURE, LENGTH, HALF_OPENING) * pow(CURRENT, 1 / exponent);
        assertThat(closed).isCloseTo(moment(lithium, 0), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 6.6, 8})
    void meanPressureIsLowerThanAtTheRoot(double exponent) {
        var lithium = new Lithium(1.3e-5, exponent, 2e5, 37e3);
        double ratio = moment(lithium, 1) / moment(lithium, 0);
        assertThat(ratio).isCloseTo((exponent + 1) / (2 * exponent + 1), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 6.6, 8})
    void halfOpeningInvertsResistance(double exponent) {
        var lithium = new Lithium(1.3e-5, exponent, 2e5, 37e3);
        double resistance = SlotFlow.resistance(lithium, TEMPERATURE, LENGTH, HALF_OPENING);
        assertThat(SlotFlow.halfOpening(lithium, TEMPERATURE, LENGTH, resistance))
                .isCloseTo(HALF_OPENING, withinPercentage(1e-9));
    }

    @Test
    void newtonianFlowIsTheTextbookSlot() {
        var lithium = new Lithium(1.3e-5, 1, 1e9, 0);
        double viscosity = 1e9 / 3;
        double velocity = lithium.platingVelocityPerCurrent();
        // −dp/dx = 3 η q / (2 b³) of plane Poiseuille flow with q = 2 v (a − x), integrated from the mouth to the root.
        double expected = 3 * viscosity * velocity * LENGTH * LENGTH / (2 * pow(HALF_OPENING, 3));
        assertThat(SlotFlow.resistance(lithium, TEMPERATURE, LENGTH, HALF_OPENING))
                .isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void openingOfTheDefaultFlawIsNanometres() {
        Lithium lithium = MaterialPreset.LI6PS5CL.lithium();
        double resistance = 109e6 / pow(10, 1 / lithium.creepExponent());
        assertThat(SlotFlow.halfOpening(lithium, 298.15, LENGTH, resistance)).isBetween(5e-9, 50e-9);
    }

    /**
     * ∫ |dp/dx| ((a − x)/a)^order dx over the flaw: the pressure at the root for order 0, its mean for order 1 (by parts).
     * The substitution a − x = a tⁿ takes the root's singularity out.
     */
    private static double moment(Lithium lithium, int order) {
        double n = lithium.creepExponent();
        return integrate(
                t -> {
                    double fromRoot = LENGTH * pow(t, n);
                    double outflow = 2 * lithium.platingVelocityPerCurrent() * CURRENT * fromRoot;
                    return gradient(lithium, outflow) * pow(fromRoot / LENGTH, order) * LENGTH * n * pow(t, n - 1);
                },
                1);
    }

    /** The pressure gradient that drives a given outflow per depth. */
    private static double gradient(Lithium lithium, double outflow) {
        double logarithm = new BrentSolver(1e-14, 1e-14, 1e-14)
                .solve(200, x -> StrictMath.log(outflow(lithium, StrictMath.exp(x)) / outflow), -20, 80);
        return StrictMath.exp(logarithm);
    }

    /** Twice the integral of the velocity over the half slot; velocity from the wall inwards, u(y) = ∫ from y to b. */
    private static double outflow(Lithium lithium, double gradient) {
        double b = HALF_OPENING;
        UnivariateFunction velocity = y -> integrate(s -> shearRate(lithium, gradient * (y + s)), b - y);
        return 2 * integrate(velocity, b);
    }

    /** du/dy of simple shear under σ_xy: D_xy = σ_xy/(2η), η = (1/3) C^(−1/n) ε̇_e^(1/n − 1), ε̇_e = 2 D_xy/√3. */
    private static double shearRate(Lithium lithium, double shearStress) {
        double vonMises = sqrt(3) * shearStress;
        double equivalentRate = lithium.creepCoefficientAt(TEMPERATURE) * pow(vonMises, lithium.creepExponent());
        double viscosity = vonMises / (3 * equivalentRate);
        return shearStress / viscosity;
    }

    private static double integrate(UnivariateFunction function, double upper) {
        return new GaussIntegratorFactory().legendre(16, 0, upper).integrate(function);
    }
}
