package org.critscape.solver.cell;

/**
 * Estimated error of a value from its changes over a sequence of meshes, each finer by √2 in every direction.
 *
 * <p>Values that converge with order q change by 2^(q/2) − 1 times the error that is left; q lies between 1 and 2 for
 * the power-law flow, so the last change is about the error. A change may be small by chance: the one before, cut by
 * what two orders make of it in one refinement, counts too. A first change alone says less and counts more. The factor
 * of safety is what bounds the errors of 95 % of random cases, see {@code docs/error-estimates.md}.
 */
final class ErrorEstimate {
    private static final double SAFETY = 3.5;
    private static final double FIRST_CHANGE = 2;
    private static final double REMEMBERED = 0.25;

    private double previous = Double.NaN;
    private double estimate = Double.POSITIVE_INFINITY;

    /** Takes the change of the last refinement. */
    void add(double change) {
        double likely = Double.isNaN(previous) ? FIRST_CHANGE * change : Math.max(change, REMEMBERED * previous);
        estimate = SAFETY * likely;
        previous = change;
    }

    /** The estimate; infinite before the first change. */
    double value() {
        return estimate;
    }
}
