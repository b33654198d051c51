package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.Chunk;
import org.junit.jupiter.api.Test;

class CostModelTest {
    /** An egg-box, a pyramid and two frustums, of which the last has the sharper edges. */
    private static final DesignSpace SPACE = new DesignSpace(
            List.of(shapes(10e-6, "egg-box", "square-pyramid"), shapes(5e-6, "frustum"), shapes(1e-6, "frustum")));

    private static Block shapes(double edge, String... shapes) {
        return new Block(List.of(
                Axis.words(Parameter.SHAPE, List.of(shapes)),
                Axis.list(Parameter.PEAK_HEIGHT, 25e-6),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6),
                Axis.list(Parameter.EDGE_RESOLUTION, edge)));
    }

    /** A straggler that starts last holds the end of a sweep. */
    @Test
    void sharpEdgesComeFirst() {
        List<Chunk> chunks = List.of(new Chunk(0, 1), new Chunk(1, 2), new Chunk(2, 3), new Chunk(3, 4));
        assertThat(CostModel.expensiveFirst(chunks, SPACE))
                .extracting(Chunk::first)
                .containsExactly(3L, 2L, 1L, 0L);
    }

    @Test
    void fiveTimesSharperCostsFiveTimesAsMuch() {
        assertThat(CostModel.cost(SPACE.point(3))).isCloseTo(5 * CostModel.cost(SPACE.point(2)), within(1e-9));
    }
}
