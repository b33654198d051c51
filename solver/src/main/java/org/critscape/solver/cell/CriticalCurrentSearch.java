package org.critscape.solver.cell;

import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.dendrite.CriticalCurrent;

/**
 * The critical current where current ratio and pressure function depend on the current themselves: the I at which the
 * criterion, evaluated with the fields solved at I, gives I back.
 *
 * <p>With x = ln I the root of ln g(eˣ) − x, g the criterion's critical current. The fields hardly depend on I, so the
 * first step is x ← ln g(eˣ), all others are secants. The difference is positive below the root and negative above: a
 * secant that leaves this bracket, or a step far beyond the difference, gives way to bisection or to the first kind of
 * step.
 */
final class CriticalCurrentSearch {
    /** Relative difference of the current that went in and the one that came out. */
    static final double TOLERANCE = 1e-5;

    private static final int MOST_CURRENTS = 25;
    private static final double LONGEST_STEP = 20;

    private CriticalCurrentSearch() {}

    /** The criterion with the fields at a current density. */
    @FunctionalInterface
    interface Growth {
        /** At a geometrical current density [A/m²]. */
        CriticalCurrent at(double currentDensity) throws ContourFields.Stopped;
    }

    /**
     * Searches.
     *
     * @param start first current density [A/m²]
     */
    static CriticalCurrent find(double start, Growth growth) throws ContourFields.Stopped, NotConvergedException {
        double x = StrictMath.log(start);
        double low = Double.NEGATIVE_INFINITY, high = Double.POSITIVE_INFINITY;
        double previous = Double.NaN, previousDifference = Double.NaN, difference = Double.NaN;
        for (int count = 0; count < MOST_CURRENTS; count++) {
            CriticalCurrent found = growth.at(count == 0 ? start : StrictMath.exp(x));
            // The stack pressure alone grows the flaw, whatever the fields.
            if (found.criticalCurrent() == 0) {
                return found;
            }
            difference = StrictMath.log(found.criticalCurrent()) - x;
            if (Math.abs(difference) < TOLERANCE) {
                return found;
            }
            low = difference > 0 ? x : low;
            high = difference > 0 ? high : x;
            double secant = x - difference * (x - previous) / (difference - previousDifference);
            boolean trusted =
                    secant > low && secant < high && Math.abs(secant - x) < LONGEST_STEP * Math.abs(difference);
            double step = x + difference;
            double next = trusted ? secant : step > low && step < high ? step : 0.5 * (low + high);
            previous = x;
            previousDifference = difference;
            x = next;
        }
        throw new NotConvergedException(
                "The critical current still differs by a factor of " + StrictMath.exp(Math.abs(difference))
                        + " from the current whose fields it follows from, after " + MOST_CURRENTS
                        + " currents. Maybe choose linear kinetics, or leave out lithium.transition-rate.",
                MOST_CURRENTS,
                Math.abs(difference));
    }
}
