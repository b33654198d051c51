package org.critscape.solver.mesh;

import org.critscape.solver.algebra.GaussRule;
import org.critscape.solver.topography.Surface;

/**
 * Metric of an {@link ExtrudedMesh} at quadrature points, from the surface itself and not from a polynomial of it.
 *
 * <p>Points of an element are numbered with τ fastest, points of a column's interface with s fastest.
 */
public final class MeshGeometry {
    private final ExtrudedMesh mesh;
    private final GaussRule[] rules;
    private final double[][] volume;
    private final double[][][] metric;
    private final double[][] projectedArea;
    private final double[][] area;
    private final Surface.Point[][] surface;
    private final double totalProjectedArea;
    private final double areaRatio;

    /** Evaluates the surface once per column point. */
    public MeshGeometry(ExtrudedMesh mesh, GaussRule[] rules) {
        this.mesh = mesh;
        this.rules = rules.clone();
        int points = rules[0].size() * rules[1].size() * rules[2].size();
        volume = new double[mesh.elements()][points];
        metric = new double[mesh.elements()][9][points];
        projectedArea = new double[mesh.columns()][rules[0].size() * rules[1].size()];
        area = new double[mesh.columns()][rules[0].size() * rules[1].size()];
        surface = new Surface.Point[mesh.columns()][rules[0].size() * rules[1].size()];
        for (int column = 0; column < mesh.columns(); column++) {
            fillColumn(column);
        }
        totalProjectedArea = sum(projectedArea);
        areaRatio = sum(area) / totalProjectedArea;
    }

    /** The quadrature rules that fit a mesh: one point along s over a strip. */
    public static GaussRule[] rules(ExtrudedMesh mesh, int size) {
        GaussRule rule = GaussRule.ofSize(size);
        return new GaussRule[] {rule, mesh.isStrip() ? GaussRule.ofSize(1) : rule, rule};
    }

    private void fillColumn(int column) {
        int[] position = mesh.position(column);
        double dx = mesh.extent(0, position[0]), ds = mesh.extent(1, position[1]);
        int q = 0;
        for (int q1 = 0; q1 < rules[0].size(); q1++) {
            double x = mesh.start(0, position[0]) + dx * rules[0].points()[q1];
            for (int q2 = 0; q2 < rules[1].size(); q2++, q++) {
                double s = mesh.start(1, position[1]) + ds * rules[1].points()[q2];
                Surface.Point point = mesh.cell().surface().at(x, mesh.y(x, s));
                surface[column][q] = point;
                double stretch = mesh.isTriangle() ? x : 1;
                double weight = rules[0].weights()[q1] * rules[1].weights()[q2] * dx * ds * stretch;
                projectedArea[column][q] = weight;
                area[column][q] = weight * point.areaFactor();
                for (int layer = 0; layer < mesh.elementsAlong(2); layer++) {
                    fillLine(layer * mesh.columns() + column, layer, q, point, dx, ds * stretch, s);
                }
            }
        }
    }

    /** The points of one element on one vertical line. */
    private void fillLine(int element, int layer, int q12, Surface.Point point, double dx, double dy, double s) {
        double dTau = mesh.extent(2, layer);
        double height = mesh.farPlane() - point.height();
        double[][] m = metric[element];
        for (int q3 = 0; q3 < rules[2].size(); q3++) {
            double tau = mesh.start(2, layer) + dTau * rules[2].points()[q3];
            int q = q12 * rules[2].size() + q3;
            volume[element][q] =
                    projectedArea[element % mesh.columns()][q12] * rules[2].weights()[q3] * dTau * Math.abs(height);
            m[0][q] = 1 / dx;
            m[1][q] = mesh.isTriangle() ? -s / dy : 0;
            m[2][q] = -point.slopeX() * (1 - tau) / (height * dTau);
            m[4][q] = 1 / dy;
            m[5][q] = -point.slopeY() * (1 - tau) / (height * dTau);
            m[8][q] = 1 / (height * dTau);
        }
    }

    /** Volume weights of an element [S³]. */
    public double[] volume(int element) {
        return volume[element];
    }

    /**
     * ∂_k f = Σ_m metric[3k + m] ∂̂_m f, from the derivatives in the element's own coordinates 0..1 to those in x, y, z
     * [1/S].
     */
    public double[][] metric(int element) {
        return metric[element];
    }

    /** Weights of the interface's projection under a column [S²]. */
    public double[] projectedArea(int column) {
        return projectedArea[column];
    }

    /** Weights of the interface itself under a column [S²]. */
    public double[] area(int column) {
        return area[column];
    }

    /** The surface at a point of a column. */
    public Surface.Point surfacePoint(int column, int point) {
        return surface[column][point];
    }

    /** The interface's area by its projected area. */
    public double areaRatio() {
        return areaRatio;
    }

    /** The interface's projected area [S²]. */
    public double totalProjectedArea() {
        return totalProjectedArea;
    }

    private static double sum(double[][] table) {
        double sum = 0;
        for (double[] row : table) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
