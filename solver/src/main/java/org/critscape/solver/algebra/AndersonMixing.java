package org.critscape.solver.algebra;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Fixed-point iteration x ← g(x), accelerated: the next x is the plain step g(x) less the combination of earlier changes
 * that, were g linear, would leave the least difference g(x) − x. Converges for many g that are no contraction.
 *
 * <p>D. G. Anderson, J. ACM 1965, 12, 547, doi:10.1145/321296.321305, without damping.
 */
public final class AndersonMixing {
    /** Directions weaker than this by the strongest are left out: they are round-off. */
    private static final double INDEPENDENT = 1e-10;

    private final int memory;
    private final Deque<RealVector> changes = new ArrayDeque<>();
    private final Deque<RealVector> differenceChanges = new ArrayDeque<>();
    private RealVector lastPoint = new ArrayRealVector();
    private RealVector lastDifference = new ArrayRealVector();

    /**
     * @param memory number of earlier changes that are kept, 1 or more
     */
    public AndersonMixing(int memory) {
        this.memory = memory;
    }

    /** The next x, from the last one and its g(x). */
    public double[] next(double[] point, double[] image) {
        RealVector x = new ArrayRealVector(point);
        RealVector difference = new ArrayRealVector(image).subtract(x);
        if (lastPoint.getDimension() > 0) {
            remember(changes, x.subtract(lastPoint));
            remember(differenceChanges, difference.subtract(lastDifference));
        }
        lastPoint = x;
        lastDifference = difference;
        RealVector next = x.add(difference);
        if (!changes.isEmpty()) {
            RealMatrix images = columns(differenceChanges);
            RealVector weights = leastSquares(images, difference);
            next = next.subtract(columns(changes).add(images).operate(weights));
        }
        return next.toArray();
    }

    private void remember(Deque<RealVector> history, RealVector vector) {
        history.addLast(vector);
        if (history.size() > memory) {
            history.removeFirst();
        }
    }

    /** Weights w of least |A w − b|, with columns of length 1. */
    private static RealVector leastSquares(RealMatrix a, RealVector b) {
        int count = a.getColumnDimension();
        double[] scale = new double[count];
        for (int i = 0; i < count; i++) {
            double norm = a.getColumnVector(i).getNorm();
            scale[i] = norm > 0 ? 1 / norm : 0;
        }
        RealMatrix scaled = a.copy();
        for (int i = 0; i < count; i++) {
            scaled.setColumnVector(i, a.getColumnVector(i).mapMultiply(scale[i]));
        }
        SingularValueDecomposition decomposition = new SingularValueDecomposition(scaled);
        RealVector projected = decomposition.getUT().operate(b);
        double[] singular = decomposition.getSingularValues();
        for (int i = 0; i < projected.getDimension(); i++) {
            boolean kept = singular[i] > INDEPENDENT * singular[0];
            projected.setEntry(i, kept ? projected.getEntry(i) / singular[i] : 0);
        }
        return decomposition.getV().operate(projected).ebeMultiply(new ArrayRealVector(scale));
    }

    private static RealMatrix columns(Deque<RealVector> vectors) {
        RealMatrix matrix = new Array2DRowRealMatrix(vectors.getFirst().getDimension(), vectors.size());
        int column = 0;
        for (RealVector vector : vectors) {
            matrix.setColumnVector(column++, vector);
        }
        return matrix;
    }
}
