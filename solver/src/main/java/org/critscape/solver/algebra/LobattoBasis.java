package org.critscape.solver.algebra;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialsUtils;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Lagrange polynomials on the Gauss–Lobatto–Legendre nodes of 0..1.
 *
 * <p>Order 0 is the constant 1: a direction in which nothing varies. Values and derivatives come from the barycentric
 * form (Berrut and Trefethen, SIAM Rev. 2004, 46, 501, doi:10.1137/S0036144502417715).
 */
public final class LobattoBasis {
    private final int order;
    private final double[] nodes;
    private final double[] barycentricWeights;

    /** The basis of an order, 0 to 16. */
    public LobattoBasis(int order) {
        this.order = order;
        this.nodes = lobattoNodes(order);
        this.barycentricWeights = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            double product = 1;
            for (int j = 0; j < nodes.length; j++) {
                product *= j == i ? 1 : nodes[i] - nodes[j];
            }
            barycentricWeights[i] = 1 / product;
        }
    }

    /** Polynomial order. */
    public int order() {
        return order;
    }

    /** Number of functions, order + 1. */
    public int size() {
        return nodes.length;
    }

    /** Node i in 0..1; 1/2 at order 0. */
    public double node(int i) {
        return nodes[i];
    }

    /** Values of all functions at points: result[point · size + function]. */
    public double[] values(double... points) {
        double[] result = new double[points.length * size()];
        for (int q = 0; q < points.length; q++) {
            int hit = nodeAt(points[q]);
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                double term = hit >= 0 ? (i == hit ? 1 : 0) : barycentricWeights[i] / (points[q] - nodes[i]);
                result[q * size() + i] = term;
                sum += term;
            }
            for (int i = 0; i < size(); i++) {
                result[q * size() + i] /= sum;
            }
        }
        return result;
    }

    /** Derivatives of all functions at points: result[point · size + function]. */
    public double[] derivatives(double... points) {
        double[] values = values(points);
        double[] nodal = nodalDerivatives();
        double[] result = new double[values.length];
        // The derivative of a basis polynomial is itself in the basis: interpolate its nodal values.
        DenseKernels.multiplyAdd(points.length, size(), size(), values, 0, size(), nodal, 0, size(), result, 0, size());
        return result;
    }

    private double[] nodalDerivatives() {
        int n = size();
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            double diagonal = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    double entry = barycentricWeights[j] / barycentricWeights[i] / (nodes[i] - nodes[j]);
                    matrix[i * n + j] = entry;
                    diagonal -= entry;
                }
            }
            matrix[i * n + i] = diagonal;
        }
        return matrix;
    }

    private int nodeAt(double point) {
        for (int i = 0; i < size(); i++) {
            if (point == nodes[i]) {
                return i;
            }
        }
        return -1;
    }

    /** The interval's ends and the roots of P'_order, each bracketed by neighbouring Gauss points. */
    private static double[] lobattoNodes(int order) {
        if (order == 0) {
            return new double[] {0.5};
        }
        double[] nodes = new double[order + 1];
        nodes[order] = 1;
        if (order > 1) {
            PolynomialFunction derivative =
                    PolynomialsUtils.createLegendrePolynomial(order).polynomialDerivative();
            GaussIntegrator gauss = new GaussIntegratorFactory().legendre(order);
            BrentSolver solver = new BrentSolver(1e-16, 1e-16);
            for (int i = 1; i < order; i++) {
                double root = solver.solve(200, derivative, gauss.getPoint(i - 1), gauss.getPoint(i));
                nodes[i] = 0.5 * (1 + root);
            }
        }
        return nodes;
    }
}
