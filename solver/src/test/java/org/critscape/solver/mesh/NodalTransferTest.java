package org.critscape.solver.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodalTransferTest {
    static Stream<Arguments> orders() {
        return SampleMeshes.all()
                .flatMap(mesh -> Stream.of(
                        Arguments.of(mesh, 3, 5, 3), Arguments.of(mesh, 5, 3, 3), Arguments.of(mesh, 4, 1, 4)));
    }

    /** Exact for all that the first grid can represent, be the second richer or poorer. */
    @ParameterizedTest
    @MethodSource("orders")
    void evaluatesPolynomialsExactly(ExtrudedMesh mesh, int fromOrder, int toOrder, int degree) {
        NodeGrid from = new NodeGrid(mesh, fromOrder), to = new NodeGrid(mesh, toOrder);
        Polynomial polynomial = Polynomial.random(degree, 21, mesh.isStrip());
        double[] source = polynomial.onGrid(from), exact = polynomial.onGrid(to);
        double[] values = new double[3 * from.size()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < source.length; i++) {
            values[3 * i + 1] = source[i];
        }
        double[] result = new double[3 * to.size()];
        Arrays.fill(result, 7);
        new NodalTransfer(from, to).apply(values, 3, 1, result);
        for (int i = 0; i < exact.length; i++) {
            assertThat(result[3 * i + 1]).isCloseTo(exact[i], within(1e-13));
            assertThat(result[3 * i]).isEqualTo(7);
            assertThat(result[3 * i + 2]).isEqualTo(7);
        }
    }
}
