package org.critscape.solver.cell;

/**
 * The state at which a case is run.
 *
 * @param temperature T [K]
 * @param stackPressure p_stack [Pa]
 */
public record Operation(double temperature, double stackPressure) {}
