package org.critscape.solver.cell;

/**
 * Estimated error of a value from its changes over a sequence of meshes, each finer by √2 everywhere.
 *
 * <p>Values that converge with order q change by 2^(q/2) − 1 times the error that is left: with q = 2, which the
 * power-law flow reaches or exceeds on such meshes, the last change is the error. A change may be small by chance: the
 * one before, a tenth of it, counts too. The factor of safety was
 * chosen to bound the errors of 95 % of random cases, below 1 where values converge faster; {@code docs/error-estimates.md}
 * says how many it bounds.
 */
final class ErrorEstimate {
    private static final double REMEMBERED = 0.1;

    private final double safety;
    private double previous;
    private double estimate = Double.POSITIVE_INFINITY;

    /** With a factor of safety. */
    ErrorEstimate(double safety) {
        this.safety = safety;
    }

    /** Takes the change of the last refinement. */
    void add(double change) {
        estimate = safety * Math.max(change, REMEMBERED * previous);
        previous = change;
    }

    /** The estimate; infinite before the first change. */
    double value() {
        return estimate;
    }
}
