package org.critscape.solver.current;

import org.critscape.solver.algebra.TensorBasis;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.MeshGeometry;
import org.critscape.solver.mesh.NodeGrid;

/** Polynomials, quadrature and boundary integrals of the potential on a mesh of the electrolyte. */
final class PotentialSpace {
    final ExtrudedMesh mesh;
    final NodeGrid grid;
    final TensorBasis basis;
    final MeshGeometry geometry;
    /** Functions of a horizontal face. */
    final int faceSize;
    /** Local nodes per vertical line. */
    final int lineSize;

    /** Face functions at face points: [q · faceSize + a]. */
    private final double[] faceBasis;

    PotentialSpace(ExtrudedMesh mesh, int order) {
        this.mesh = mesh;
        this.grid = new NodeGrid(mesh, order);
        var rules = MeshGeometry.rules(mesh, order + 1);
        this.basis = new TensorBasis(grid.orders(), rules);
        this.geometry = new MeshGeometry(mesh, rules);
        this.lineSize = basis.basis(2).size();
        this.faceSize = basis.size() / lineSize;
        this.faceBasis = basis.faceValues();
    }

    /** Grid node of a face function of a column at the interface. */
    int interfaceNode(int column, int a) {
        return grid.nodes(column)[a * lineSize];
    }

    /** Grid node of a face function of a column at the far plane. */
    int farNode(int column, int a) {
        return grid.nodes(mesh.elements() - mesh.columns() + column)[(a + 1) * lineSize - 1];
    }

    /** A nodal field on the interface at a point of a column. */
    double interfaceValue(int column, int q, double[] nodal) {
        double value = 0;
        for (int a = 0; a < faceSize; a++) {
            value += faceBasis[q * faceSize + a] * nodal[interfaceNode(column, a)];
        }
        return value;
    }

    /** ∫ f dA over the interface by the projected area, f a nodal field. */
    double interfaceMean(double[] nodal) {
        double sum = 0;
        for (int column = 0; column < mesh.columns(); column++) {
            double[] weights = geometry.area(column);
            for (int q = 0; q < weights.length; q++) {
                sum += weights[q] * interfaceValue(column, q, nodal);
            }
        }
        return sum / geometry.totalProjectedArea();
    }

    /** Adds ∫ f φ_a over the interface, f given at the point: weight includes the area. */
    void testInterface(int column, int q, double weight, double[] result) {
        for (int a = 0; a < faceSize; a++) {
            result[interfaceNode(column, a)] += weight * faceBasis[q * faceSize + a];
        }
    }

    /** Adds ∫ f φ_a over the far plane. */
    void testFar(int column, int q, double weight, double[] result) {
        for (int a = 0; a < faceSize; a++) {
            result[farNode(column, a)] += weight * faceBasis[q * faceSize + a];
        }
    }

    /**
     * Adds factor ∫ φ_a φ_b over the interface of a column; face function a is row a · stride of the matrix.
     */
    void addInterfaceMass(int column, double factor, double[] matrix, int size, int stride) {
        double[] weights = geometry.area(column);
        for (int q = 0; q < weights.length; q++) {
            for (int a = 0; a < faceSize; a++) {
                double scale = factor * weights[q] * faceBasis[q * faceSize + a];
                for (int b = 0; b < faceSize; b++) {
                    matrix[a * stride * size + b * stride] += scale * faceBasis[q * faceSize + b];
                }
            }
        }
    }

    /** Adds ∫ f φ_a φ_b over the interface of a column, f given at its points, to a full matrix of all its nodes. */
    void addInterfaceMass(int column, double[] field, double[] matrix) {
        double[] weights = geometry.area(column);
        int size = grid.perLayer();
        for (int q = 0; q < weights.length; q++) {
            for (int a = 0; a < faceSize; a++) {
                double scale = field[q] * weights[q] * faceBasis[q * faceSize + a];
                int row = interfaceNode(column, a) * size;
                for (int b = 0; b < faceSize; b++) {
                    matrix[row + interfaceNode(column, b)] += scale * faceBasis[q * faceSize + b];
                }
            }
        }
    }

    /** x of a point of a column [S]. */
    double interfaceX(int column, int q) {
        int element = mesh.position(column)[0];
        double local = basis.rule(0).points()[q / basis.rule(1).size()];
        return mesh.start(0, element) + mesh.extent(0, element) * local;
    }

    /** s of a point of a column [1]. */
    double interfaceS(int column, int q) {
        int element = mesh.position(column)[1];
        double local = basis.rule(1).points()[q % basis.rule(1).size()];
        return mesh.start(1, element) + mesh.extent(1, element) * local;
    }
}
