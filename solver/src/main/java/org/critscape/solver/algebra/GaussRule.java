package org.critscape.solver.algebra;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss–Legendre quadrature on 0..1, exact for polynomials of degree 2 · size − 1.
 *
 * @param points in ascending order [1]
 * @param weights with sum 1 [1]
 */
public record GaussRule(double[] points, double[] weights) {
    /** The rule of a given size, 1 or more. */
    public static GaussRule ofSize(int size) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(size);
        double[] points = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            points[i] = 0.5 * (1 + rule.getPoint(i));
            weights[i] = 0.5 * rule.getWeight(i);
        }
        return new GaussRule(points, weights);
    }

    /** Number of points. */
    public int size() {
        return points.length;
    }
}
