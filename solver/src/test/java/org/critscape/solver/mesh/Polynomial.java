package org.critscape.solver.mesh;

import static java.lang.StrictMath.pow;

import java.util.SplittableRandom;

/** A polynomial of total degree in (x, y) and degree in τ, with random coefficients; over a strip y does not matter. */
record Polynomial(int degree, double[] coefficients, boolean strip) {
    static Polynomial random(int degree, long seed, boolean strip) {
        int count = (degree + 1) * (degree + 1) * (degree + 1);
        return new Polynomial(
                degree, new SplittableRandom(seed).doubles(count, -1, 1).toArray(), strip);
    }

    double at(double x, double y, double tau) {
        double sum = 0;
        int term = 0;
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; j <= (strip ? 0 : degree - i); j++) {
                for (int k = 0; k <= degree; k++) {
                    sum += coefficients[term++] * pow(x, i) * pow(y, j) * pow(tau, k);
                }
            }
        }
        return sum;
    }

    /** Values at the nodes of the interface. */
    double[] onInterface(NodeGrid grid) {
        double[] values = new double[grid.perLayer()];
        for (int node = 0; node < values.length; node++) {
            values[node] = at(grid.x(node), grid.y(node), 0);
        }
        return values;
    }

    /** Values at all nodes. */
    double[] onGrid(NodeGrid grid) {
        ExtrudedMesh mesh = grid.mesh();
        double[] values = new double[grid.size()];
        for (int e = 0; e < mesh.elements(); e++) {
            int layer = mesh.position(e)[2];
            int[] nodes = grid.nodes(e);
            for (int a = 0; a < nodes.length; a++) {
                double tau = mesh.start(2, layer)
                        + mesh.extent(2, layer)
                                * grid.basis(2).node(a % grid.basis(2).size());
                values[nodes[a]] = at(grid.x(nodes[a]), grid.y(nodes[a]), tau);
            }
        }
        return values;
    }
}
