package org.critscape.solver.creep;

import org.critscape.solver.algebra.MultifrontalSolver;
import org.critscape.solver.algebra.NotConvergedException;

/**
 * Newton's method for the creep flow on one {@link FlowSpace}.
 *
 * <p>After the first step the velocity is discretely free of divergence and the flow minimises the dissipation
 * potential, a convex function: a step is halved while the potential's slope at its end is uphill and more than half as
 * steep as the descent at its start. The iteration ends after a full step when the error left is below the tolerance:
 * with θ the ratio of the last two changes of the velocity, it is estimated as the last change times θ/(1 − θ), an upper
 * bound as long as θ falls. Once it converges fast, steps use the factors of the last tangent again (chord method), whose θ no
 * longer falls: it is doubled in the estimate, and a chord step that would have to be halved is dropped for one with a new
 * tangent. Changes are root mean square, relative to the velocity's deviation from plug flow, which is
 * what builds pressure. At n = 1 the tangent is constant: further steps are iterative refinement.
 * Factors are stored in single precision, since every step starts from the exact imbalance.
 */
final class FlowNewton {
    private static final double UPHILL = 0.5;
    private static final double SMALLEST_STEP = 1.0 / 64;
    /** Relative change below which an iteration has nothing left to do. */
    private static final double ROUND_OFF = 1e-10;
    /** A first step this small, or changes that fall this fast, let the next step use the same factors. */
    private static final double NEAR = 0.03;

    private static final double FAST = 0.05;
    /** Changes that fall this fast under the same factors let another step use them. */
    private static final double LASTING = 0.1;

    /** Relative deviation below which a flow counts as a plug. */
    private static final double PLUG = 1e-4;

    private final FlowSpace space;
    private final FlowResidual residual;
    private final FlowTangent tangent;
    private final MultifrontalSolver solver;
    private final FlowState trial;
    private final FlowState change;
    private final FlowState zero;
    private final double[] imbalance;
    private final double[] correction;
    private final double[] load;

    FlowNewton(FlowSpace space) {
        this.space = space;
        FlowPoints points = new FlowPoints(space);
        this.residual = new FlowResidual(space, points);
        this.tangent = new FlowTangent(space, points);
        this.solver = new MultifrontalSolver(
                space.elementUnknowns(), space.mesh.positions(), space.ranks(), MultifrontalSolver.Storage.ROUNDED);
        this.trial = FlowState.atRest(space);
        this.change = FlowState.atRest(space);
        this.zero = FlowState.atRest(space);
        this.imbalance = new double[space.unknowns()];
        this.correction = new double[space.unknowns()];
        this.load = new double[space.unknowns()];
    }

    /** Right-hand side by unknowns, 0 unless set: body forces in weak form. */
    double[] load() {
        return load;
    }

    /**
     * Solves from a state, which becomes the solution.
     *
     * @param align whether to start with a plain Newton step
     * @param taken steps taken before, on coarser levels
     * @param most steps allowed, those included
     * @return steps taken, those included, and the error left
     */
    Progress solve(PowerLaw law, FlowState state, boolean align, double tolerance, int taken, int most)
            throws NotConvergedException {
        double error = 1;
        double previous = 0;
        boolean chord = false;
        boolean balanced = false;
        for (int steps = taken + 1; steps <= most; steps++) {
            if (!balanced) {
                imbalance(state, law);
            }
            if (!chord) {
                tangent.linearise(law, state);
                if (align && steps == taken + 1) {
                    tangent.alignDirection();
                }
                solver.factor(tangent);
            }
            for (int i = 0; i < correction.length; i++) {
                correction[i] = -imbalance[i];
            }
            solver.solve(correction);
            boolean whole = steps == taken + 1;
            double step = searchStep(law, state, whole);
            balanced = !whole && step > SMALLEST_STEP;
            if (chord && step < 1) {
                chord = false;
                balanced = false;
                continue;
            }
            change.assign(zero, 1, correction, space);
            tangent.advanceDirection(change.velocity(), step);
            state.assign(trial);
            double size = norm(change.velocity()) / deviation(state.velocity());
            double ratio = previous == 0 ? 0.5 : size / previous;
            double contraction = chord ? 2 * ratio : ratio;
            error = contraction < 1 ? size * contraction / (1 - contraction) : size;
            chord = step == 1
                    && (law.exponent() == 1 || (previous == 0 ? size < NEAR : ratio < (chord ? LASTING : FAST)));
            previous = size;
            if (!(size < Double.POSITIVE_INFINITY)) {
                throw new NotConvergedException(
                        "The creep flow's tangent is singular at n = " + law.exponent() + " after " + steps
                                + " Newton steps. Maybe change solver.creep-order.",
                        steps,
                        size);
            }
            if (step == 1 && (size < ROUND_OFF || (contraction <= 0.5 && error < tolerance))) {
                return new Progress(steps, error);
            }
        }
        throw new NotConvergedException(
                "The creep flow's relative error is about " + error + " after " + most + " Newton steps at n = "
                        + law.exponent() + " but must be below " + tolerance
                        + ". Maybe raise solver.newton-iterations or solver.regularisation.",
                most,
                error);
    }

    /** Fills the trial state; the first step of all restores continuity and is always taken whole. */
    private double searchStep(PowerLaw law, FlowState state, boolean whole) {
        double descent = -slope();
        double step = 1;
        while (true) {
            trial.assign(state, step, correction, space);
            if (whole || step <= SMALLEST_STEP) {
                return step;
            }
            imbalance(trial, law);
            if (slope() <= UPHILL * descent) {
                return step;
            }
            step *= 0.5;
        }
    }

    private void imbalance(FlowState state, PowerLaw law) {
        residual.evaluate(state, law, imbalance);
        for (int i = 0; i < imbalance.length; i++) {
            imbalance[i] -= load[i];
        }
    }

    /** Derivative of the dissipation potential along the correction; pressure does no work on it. */
    private double slope() {
        double sum = 0;
        for (int i = 0; i < space.velocityCount; i++) {
            sum += imbalance[i] * correction[i];
        }
        return sum;
    }

    /** Norm of what is not plug flow: the velocity less the mean of its vertical component. */
    private static double deviation(double[] velocity) {
        double mean = 0;
        for (int i = 2; i < velocity.length; i += 3) {
            mean += velocity[i] * 3 / velocity.length;
        }
        double sum = 0;
        for (int i = 0; i < velocity.length; i++) {
            double difference = i % 3 == 2 ? velocity[i] - mean : velocity[i];
            sum += difference * difference;
        }
        return Math.max(Math.sqrt(sum), PLUG * norm(velocity));
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * @param steps Newton steps
     * @param error estimated relative error of the velocity left by the iteration [1]
     */
    record Progress(int steps, double error) {}
}
