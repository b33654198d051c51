package org.critscape.solver.topography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfacePointTest {
    /** z = √(R² − x² − y²), whose slopes are −x/z and −y/z. */
    @ParameterizedTest
    @CsvSource({"2, 0, 0", "2, 0.5, 0", "2, 0.7, 1.2", "0.3, -0.2, 0.1", "10, 6, -7"})
    void aSphericalCapHasTheInverseOfItsRadius(double radius, double x, double y) {
        double z = Math.sqrt(radius * radius - x * x - y * y);
        double cube = z * z * z;
        Surface.Point cap = new Surface.Point(
                z, -x / z, -y / z, -(radius * radius - y * y) / cube, -x * y / cube, -(radius * radius - x * x) / cube);
        // Both principal curvatures are equal: their difference is the root of a round-off.
        assertThat(cap.protrusionCurvature()).isCloseTo(1 / radius, within(1e-7 / radius));
        assertThat(cap.areaFactor()).isCloseTo(radius / z, within(1e-13));
        Surface.Point cup =
                new Surface.Point(-z, x / z, y / z, -cap.curvatureXX(), -cap.curvatureXY(), -cap.curvatureYY());
        assertThat(cup.protrusionCurvature()).isCloseTo(-1 / radius, within(1e-7 / radius));
    }

    @Test
    void aSaddleProtrudesAcrossItsRidge() {
        assertThat(new Surface.Point(0, 0, 0, -3, 0, 5).protrusionCurvature()).isEqualTo(3);
        // h = 4 x y: principal directions are the diagonals.
        assertThat(new Surface.Point(0, 0, 0, 0, 4, 0).protrusionCurvature()).isEqualTo(4);
    }

    @Test
    void aPlaneDoesNotProtrudeHoweverInclined() {
        assertThat(new Surface.Point(0.1, 0, 0, 0, 0, 0).protrusionCurvature()).isZero();
        assertThat(new Surface.Point(0.1, 2, -1, 0, 0, 0).protrusionCurvature()).isZero();
    }

    /** Along a cylinder z = √(R² − x²) the second principal curvature is zero; in a groove it is the larger one. */
    @Test
    void aCylinderProtrudesByItsRadius() {
        double radius = 2, x = 1.1, z = Math.sqrt(radius * radius - x * x);
        double curvature = -radius * radius / (z * z * z);
        assertThat(new Surface.Point(z, -x / z, 0, curvature, 0, 0).protrusionCurvature())
                .isCloseTo(1 / radius, within(1e-14));
        assertThat(new Surface.Point(-z, x / z, 0, -curvature, 0, 0).protrusionCurvature())
                .isCloseTo(0, within(1e-14));
    }
}
