package org.critscape.solver.topography;

/** A smooth dimensionless height field, all lengths by the peak separation S. */
@FunctionalInterface
public interface Surface {
    /** Height and derivatives at a point (x, y), both by S. */
    Point at(double x, double y);

    /**
     * Height and derivatives at one point.
     *
     * @param height h/S
     * @param slopeX ∂h/∂x
     * @param slopeY ∂h/∂y
     * @param curvatureXX S ∂²h/∂x²
     * @param curvatureXY S ∂²h/∂x∂y
     * @param curvatureYY S ∂²h/∂y²
     */
    record Point(
            double height, double slopeX, double slopeY, double curvatureXX, double curvatureXY, double curvatureYY) {

        /** Area of the surface by its projection, √(1 + |∇h|²). */
        public double areaFactor() {
            return Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        }

        /** The larger principal curvature, positive where the surface is a summit of lithium [1/S]. */
        public double protrusionCurvature() {
            double area = areaFactor();
            double mean = -((1 + slopeY * slopeY) * curvatureXX
                            - 2 * slopeX * slopeY * curvatureXY
                            + (1 + slopeX * slopeX) * curvatureYY)
                    / (2 * area * area * area);
            double gauss = (curvatureXX * curvatureYY - curvatureXY * curvatureXY) / (area * area * area * area);
            return mean + Math.sqrt(Math.max(0, mean * mean - gauss));
        }
    }
}
