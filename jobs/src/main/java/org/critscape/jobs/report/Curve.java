package org.critscape.jobs.report;

/**
 * A line with markers.
 *
 * @param label in the legend, with the unit where the axes have several
 * @param x positions
 * @param y values, as many
 * @param error half lengths of the error bars; zeros for none
 */
public record Curve(String label, double[] x, double[] y, double[] error) {}
