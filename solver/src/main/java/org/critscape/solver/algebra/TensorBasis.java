package org.critscape.solver.algebra;

/**
 * Lobatto bases and Gauss points in the three directions of a hexahedron 0..1 × 0..1 × 0..1, tabulated.
 *
 * <p>Function a = (a1 · n2 + a2) · n3 + a3 and point q = (q1 · m2 + q2) · m3 + q3: the third direction runs fastest.
 */
public final class TensorBasis {
    private final LobattoBasis[] bases;
    private final GaussRule[] rules;
    private final double[][] values = new double[3][];
    private final double[][] derivatives = new double[3][];

    /** Bases of given orders, tabulated at the points of given rules. */
    public TensorBasis(int[] orders, GaussRule[] rules) {
        this.bases = new LobattoBasis[3];
        this.rules = rules.clone();
        for (int d = 0; d < 3; d++) {
            bases[d] = new LobattoBasis(orders[d]);
            values[d] = bases[d].values(rules[d].points());
            derivatives[d] = bases[d].derivatives(rules[d].points());
        }
    }

    /** The basis in a direction, 0 to 2. */
    public LobattoBasis basis(int direction) {
        return bases[direction];
    }

    /** The quadrature in a direction, 0 to 2. */
    public GaussRule rule(int direction) {
        return rules[direction];
    }

    /** Number of functions. */
    public int size() {
        return bases[0].size() * bases[1].size() * bases[2].size();
    }

    /** Number of quadrature points. */
    public int points() {
        return rules[0].size() * rules[1].size() * rules[2].size();
    }

    /** Table of values, or of derivatives, in one direction: [point · size + function]. */
    double[] table(int direction, boolean derivative) {
        return derivative ? derivatives[direction] : values[direction];
    }

    /**
     * Interpolates nodal values to the quadrature points, or their derivative along one direction.
     *
     * @param along direction of the derivative, 0 to 2; −1 for the value
     * @param nodal [size], from an offset
     * @param result [points], overwritten
     * @param work at least {@link #workLength} long
     */
    public void interpolate(int along, double[] nodal, int offset, double[] result, double[] work) {
        int n1 = bases[0].size(), n2 = bases[1].size(), n3 = bases[2].size();
        int m1 = rules[0].size(), m2 = rules[1].size(), m3 = rules[2].size();
        double[] t1 = table(0, along == 0), t2 = table(1, along == 1), t3 = table(2, along == 2);
        int first = 0, second = m1 * n2 * n3;
        for (int q = 0; q < m1; q++) {
            for (int r = 0; r < n2 * n3; r++) {
                double sum = 0;
                for (int a = 0; a < n1; a++) {
                    sum += t1[q * n1 + a] * nodal[offset + a * n2 * n3 + r];
                }
                work[first + q * n2 * n3 + r] = sum;
            }
        }
        for (int q1 = 0; q1 < m1; q1++) {
            for (int q = 0; q < m2; q++) {
                for (int r = 0; r < n3; r++) {
                    double sum = 0;
                    for (int a = 0; a < n2; a++) {
                        sum += t2[q * n2 + a] * work[first + (q1 * n2 + a) * n3 + r];
                    }
                    work[second + (q1 * m2 + q) * n3 + r] = sum;
                }
            }
        }
        for (int q12 = 0; q12 < m1 * m2; q12++) {
            for (int q = 0; q < m3; q++) {
                double sum = 0;
                for (int a = 0; a < n3; a++) {
                    sum += t3[q * n3 + a] * work[second + q12 * n3 + a];
                }
                result[q12 * m3 + q] = sum;
            }
        }
    }

    /** Adds the transpose of {@link #interpolate}: nodal += Σ_q value(q) · (function or its derivative at q). */
    public void test(int along, double[] pointValues, double[] nodal, int offset, double[] work) {
        int n1 = bases[0].size(), n2 = bases[1].size(), n3 = bases[2].size();
        int m1 = rules[0].size(), m2 = rules[1].size(), m3 = rules[2].size();
        double[] t1 = table(0, along == 0), t2 = table(1, along == 1), t3 = table(2, along == 2);
        int first = 0, second = m1 * n2 * n3;
        for (int q12 = 0; q12 < m1 * m2; q12++) {
            for (int a = 0; a < n3; a++) {
                double sum = 0;
                for (int q = 0; q < m3; q++) {
                    sum += t3[q * n3 + a] * pointValues[q12 * m3 + q];
                }
                work[second + q12 * n3 + a] = sum;
            }
        }
        for (int q1 = 0; q1 < m1; q1++) {
            for (int a = 0; a < n2; a++) {
                for (int r = 0; r < n3; r++) {
                    double sum = 0;
                    for (int q = 0; q < m2; q++) {
                        sum += t2[q * n2 + a] * work[second + (q1 * m2 + q) * n3 + r];
                    }
                    work[first + (q1 * n2 + a) * n3 + r] = sum;
                }
            }
        }
        for (int a = 0; a < n1; a++) {
            for (int r = 0; r < n2 * n3; r++) {
                double sum = 0;
                for (int q = 0; q < m1; q++) {
                    sum += t1[q * n1 + a] * work[first + q * n2 * n3 + r];
                }
                nodal[offset + a * n2 * n3 + r] += sum;
            }
        }
    }

    /** Functions of the first two directions at their points: [point (second fastest) · n1 n2 + function]. */
    public double[] faceValues() {
        int n1 = bases[0].size(), n2 = bases[1].size();
        int m1 = rules[0].size(), m2 = rules[1].size();
        double[] result = new double[m1 * m2 * n1 * n2];
        for (int q = 0; q < m1 * m2; q++) {
            for (int a = 0; a < n1 * n2; a++) {
                result[q * n1 * n2 + a] = values[0][q / m2 * n1 + a / n2] * values[1][q % m2 * n2 + a % n2];
            }
        }
        return result;
    }

    /** Length of the work array that {@link #interpolate} and {@link #test} need. */
    public int workLength() {
        int n2 = bases[1].size(), n3 = bases[2].size();
        return rules[0].size() * n3 * (n2 + rules[1].size());
    }
}
