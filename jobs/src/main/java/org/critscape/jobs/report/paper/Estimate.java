package org.critscape.jobs.report.paper;

/**
 * A computed number and how far it may be off.
 *
 * @param value in the unit of its {@link Measure}
 * @param error estimated absolute error, in the same unit
 */
public record Estimate(double value, double error) {
    /** This number less another; errors add, since those of neighbouring surfaces need not cancel. */
    Estimate minus(Estimate other) {
        return new Estimate(value - other.value, error + other.error);
    }

    /** This number times a factor. */
    Estimate times(double factor) {
        return new Estimate(value * factor, error * Math.abs(factor));
    }

    /** Its size. */
    Estimate abs() {
        return new Estimate(Math.abs(value), error);
    }
}
