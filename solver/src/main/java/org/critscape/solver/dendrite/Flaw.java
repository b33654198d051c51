package org.critscape.solver.dendrite;

/**
 * The interfacial flaw a dendrite starts from.
 *
 * @param length a [m]
 * @param notch how the contour concentrates the pressure at the flaw
 * @param flatCriticalCurrent critical current of the flat interface at the reference state, which calibrates the flow
 *     resistance of the flaw [A/m²]
 */
public record Flaw(double length, NotchFactor notch, double flatCriticalCurrent) {}
