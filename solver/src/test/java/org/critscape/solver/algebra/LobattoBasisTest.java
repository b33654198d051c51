package org.critscape.solver.algebra;

import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sqrt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LobattoBasisTest {
    static IntStream orders() {
        return IntStream.rangeClosed(1, 16);
    }

    @Test
    void nodesOfLowOrdersHaveClosedForms() {
        double third = 0.5 / sqrt(5);
        double fourth = 0.5 * sqrt(3.0 / 7);
        assertThat(nodes(1)).containsExactly(0, 1);
        assertThat(nodes(2)).containsExactly(new double[] {0, 0.5, 1}, within(1e-15));
        assertThat(nodes(3)).containsExactly(new double[] {0, 0.5 - third, 0.5 + third, 1}, within(1e-15));
        assertThat(nodes(4)).containsExactly(new double[] {0, 0.5 - fourth, 0.5, 0.5 + fourth, 1}, within(1e-15));
    }

    /**
     * Only on the Lobatto nodes does the integral of the interpolant hold up to degree 2 · order − 1. The nodes are roots
     * of a polynomial in monomials, which at order 16 cancel to about five digits less than double precision.
     */
    @ParameterizedTest
    @MethodSource("orders")
    void nodesAreThoseOfLobattoQuadrature(int order) {
        LobattoBasis basis = new LobattoBasis(order);
        GaussRule gauss = GaussRule.ofSize(order + 1);
        double[] values = basis.values(gauss.points());
        for (int degree = 0; degree < 2 * order; degree++) {
            double integral = 0;
            for (int q = 0; q < gauss.size(); q++) {
                for (int i = 0; i < basis.size(); i++) {
                    integral += gauss.weights()[q] * values[q * basis.size() + i] * pow(basis.node(i), degree);
                }
            }
            assertThat(integral).as("degree %d", degree).isCloseTo(1.0 / (degree + 1), within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void interpolatesPolynomialsAndTheirDerivatives(int order) {
        LobattoBasis basis = new LobattoBasis(order);
        double[] points = new SplittableRandom(order).doubles(20).toArray();
        points[0] = 0;
        points[1] = 1;
        points[2] = basis.node(order / 2);
        double[] values = basis.values(points);
        double[] derivatives = basis.derivatives(points);
        for (int degree = 0; degree <= order; degree++) {
            for (int q = 0; q < points.length; q++) {
                double value = 0;
                double derivative = 0;
                for (int i = 0; i < basis.size(); i++) {
                    double nodal = pow(basis.node(i), degree);
                    value += values[q * basis.size() + i] * nodal;
                    derivative += derivatives[q * basis.size() + i] * nodal;
                }
                assertThat(value).isCloseTo(pow(points[q], degree), within(1e-13));
                double exact = degree == 0 ? 0 : degree * pow(points[q], degree - 1);
                assertThat(derivative).isCloseTo(exact, within(1e-11));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void eachFunctionIsOneAtItsNodeAndZeroAtTheOthers(int order) {
        LobattoBasis basis = new LobattoBasis(order);
        double[] values = basis.values(nodes(order));
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(i % (basis.size() + 1) == 0 ? 1 : 0);
        }
    }

    @Test
    void orderZeroIsTheConstant() {
        LobattoBasis basis = new LobattoBasis(0);
        assertThat(basis.order()).isZero();
        assertThat(nodes(0)).containsExactly(0.5);
        assertThat(basis.values(0, 0.3, 0.5, 1)).containsExactly(1, 1, 1, 1);
        assertThat(basis.derivatives(0, 0.3, 0.5, 1)).containsExactly(0, 0, 0, 0);
    }

    private static double[] nodes(int order) {
        LobattoBasis basis = new LobattoBasis(order);
        return IntStream.range(0, basis.size()).mapToDouble(basis::node).toArray();
    }
}
