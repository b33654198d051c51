package org.critscape.solver.cell;

/**
 * @param temperature T [K]
 * @param stackPressure p_stack [Pa]
 */
public record Operation(double temperature, double stackPressure) {}
