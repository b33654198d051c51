package org.critscape.solver.current;

import static org.critscape.solver.quantity.PhysicalConstants.FARADAY;
import static org.critscape.solver.quantity.PhysicalConstants.GAS_CONSTANT;

import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * How the current ratio k at a point of the interface follows from the driving potential φ there, k = f(φ): increasing,
 * f(0) = 0 and f'(0) = 1/λ.
 *
 * <p>k local current density by i_geo, φ electrolyte minus lithium by i_geo S/κ, λ = κ R_ct/S Wagner number.
 */
public sealed interface InterfaceLaw {
    /** k at a potential [1]. */
    double ratio(double potential);

    /** dk/dφ at a potential, above 0 [1]. */
    double slope(double potential);

    /** The potential that drives a current ratio [1]. */
    double potential(double ratio);

    /**
     * Linear kinetics, k = φ/λ.
     *
     * @param wagnerNumber λ, above 0 [1]
     */
    record Linear(double wagnerNumber) implements InterfaceLaw {
        @Override
        public double ratio(double potential) {
            return potential / wagnerNumber;
        }

        @Override
        public double slope(double potential) {
            return 1 / wagnerNumber;
        }

        @Override
        public double potential(double ratio) {
            return ratio * wagnerNumber;
        }
    }

    /**
     * Butler–Volmer kinetics,
     *
     * <pre>
     *   k = [exp((1 − α) η) − exp(−α η)] / j,   η = φ j/λ
     * </pre>
     *
     * η overpotential by R T/F, j = i_geo/i0 drive, i0 = R T/(F R_ct) exchange current density. For j ≪ 1 the linear
     * law; for j ≫ 1 the potential grows as the logarithm of k (Tafel). Reference: J. Newman and N. P. Balsara,
     * Electrochemical Systems, 4th ed., Wiley 2021, chapter 8.
     *
     * @param wagnerNumber λ, above 0 [1]
     * @param drive j, above 0 [1]
     * @param transferCoefficient α, between 0 and 1; the plating branch carries 1 − α [1]
     */
    record ButlerVolmer(double wagnerNumber, double drive, double transferCoefficient) implements InterfaceLaw {
        private static final double RELATIVE = 1e-14;
        private static final int EVALUATIONS = 200;
        /** Below this current by the exchange current the law is linear to all digits. */
        private static final double SMALLEST = 1e-100;

        /**
         * The law of an interface of known resistance at a geometrical current density.
         *
         * @param wagnerNumber λ at the temperature, above 0 [1]
         * @param resistance R_ct at the temperature, above 0 [Ω m²]
         * @param temperature T [K]
         * @param currentDensity i_geo, above 0 [A/m²]
         * @param transferCoefficient α [1]
         */
        public static ButlerVolmer of(
                double wagnerNumber,
                double resistance,
                double temperature,
                double currentDensity,
                double transferCoefficient) {
            double exchangeCurrentDensity = GAS_CONSTANT * temperature / (FARADAY * resistance);
            return new ButlerVolmer(wagnerNumber, currentDensity / exchangeCurrentDensity, transferCoefficient);
        }

        @Override
        public double ratio(double potential) {
            double eta = potential * (drive / wagnerNumber);
            // Without the common 1, small drives keep all digits.
            return (StrictMath.expm1((1 - transferCoefficient) * eta) - StrictMath.expm1(-transferCoefficient * eta))
                    / drive;
        }

        @Override
        public double slope(double potential) {
            double eta = potential * (drive / wagnerNumber);
            double plating = (1 - transferCoefficient) * StrictMath.exp((1 - transferCoefficient) * eta);
            return (plating + transferCoefficient * StrictMath.exp(-transferCoefficient * eta)) / wagnerNumber;
        }

        @Override
        public double potential(double ratio) {
            double current = Math.abs(ratio) * drive;
            double branch = ratio > 0 ? 1 - transferCoefficient : transferCoefficient;
            if (!(current > SMALLEST && current < Double.POSITIVE_INFINITY)) {
                return ratio * wagnerNumber;
            }
            // The other branch takes between 0 and 1 from the current: ln(1 + i/i0)/branch is enough, but for
            // round-off.
            double most = 1.001 * StrictMath.log1p(current) / branch;
            double eta = new BracketingNthOrderBrentSolver(RELATIVE, Double.MIN_NORMAL, 0, 5)
                    .solve(
                            EVALUATIONS,
                            x -> StrictMath.expm1(branch * x) - StrictMath.expm1((branch - 1) * x) - current,
                            0,
                            most);
            return Math.copySign(eta, ratio) * (wagnerNumber / drive);
        }
    }
}
