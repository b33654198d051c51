package org.critscape.solver.dendrite;

/**
 * When and where a dendrite starts to grow.
 *
 * @param criticalCurrent geometrical current density at which the first flaw grows; 0 where the stack pressure alone
 *     grows it [A/m²]
 * @param flatCriticalCurrentAtState the same for the flat interface at this temperature and stack pressure [A/m²]
 * @param enhancement E, the first by the second; 0 by convention where both are 0 [1]
 * @param siteIndex index of the initiation site among the points given, the lowest one of equals
 */
public record CriticalCurrent(
        double criticalCurrent, double flatCriticalCurrentAtState, double enhancement, int siteIndex) {}
