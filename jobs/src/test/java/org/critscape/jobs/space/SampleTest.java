package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {
    private static final Axis SHAPES = Axis.words(Parameter.SHAPE, List.of("egg-box", "ridge"));
    private static final Axis SEPARATION = Axis.list(Parameter.PEAK_SEPARATION, 150e-6);

    private static DesignSpace space(PlanKind kind, long cases) {
        Sample sample = new Sample(
                kind,
                cases,
                7,
                List.of(
                        Drawn.of(Parameter.PEAK_HEIGHT, Distribution.uniform(5e-6, 75e-6)),
                        Drawn.of(Parameter.RESISTANCE, Distribution.logUniform(1e-4, 1e-2)),
                        Drawn.weighted(Axis.words(Parameter.NOTCH, List.of("none", "inglis")), 3, 1)));
        return new DesignSpace(List.of(new Block(List.of(SHAPES, SEPARATION), sample, List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void everySampleMeetsTheWholeGrid(PlanKind kind) {
        DesignSpace space = space(kind, 100);
        assertThat(space.size()).isEqualTo(200);
        for (long sample = 0; sample < 100; sample++) {
            DesignPoint first = space.point(2 * sample);
            DesignPoint second = space.point(2 * sample + 1);
            assertThat(first.shape()).isEqualTo(Shape.EGG_BOX);
            assertThat(second.shape()).isEqualTo(Shape.RIDGE);
            assertThat(second.number(Parameter.PEAK_HEIGHT)).isEqualTo(first.number(Parameter.PEAK_HEIGHT));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATIN_HYPERCUBE")
    void moreSamplesLeaveTheEarlierOnesAsTheyAre(PlanKind kind) {
        DesignSpace few = space(kind, 50);
        DesignSpace many = space(kind, 1_000_000);
        assertThat(LongStream.range(0, few.size())).allMatch(i -> few.point(i).equals(many.point(i)));
        assertThat(few.description()).isEqualTo(many.description());
    }

    @Test
    void aLatinHypercubeOfAnotherSizeIsAnotherStudy() {
        assertThat(space(PlanKind.LATIN_HYPERCUBE, 50).description())
                .isNotEqualTo(space(PlanKind.LATIN_HYPERCUBE, 51).description());
    }

    @Test
    void samplesBeforeAnotherBlockAreCounted() {
        Block grid = new Block(Points.axes(Shape.FLAT));
        List<Map<String, String>> few =
                new DesignSpace(List.of(space(PlanKind.SOBOL, 5).blocks().get(0), grid)).description();
        assertThat(few.get(0)).containsEntry("design.cases", "5");
    }

    @ParameterizedTest
    @EnumSource
    void anIndexAloneIsTheSameAsInSequence(PlanKind kind) {
        DesignSpace sequence = space(kind, 200);
        List<DesignPoint> forwards =
                LongStream.range(0, 400).mapToObj(sequence::point).toList();
        for (long index = 399; index >= 0; index -= 7) {
            assertThat(space(kind, 200).point(index)).isEqualTo(forwards.get((int) index));
            assertThat(space(kind, 200).point(index).caseId())
                    .isEqualTo(forwards.get((int) index).caseId());
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsAreTheSharesOfDraws(PlanKind kind) {
        DesignSpace space = space(kind, 4000);
        long none = LongStream.range(0, 4000)
                .filter(sample -> space.point(2 * sample).word(Parameter.NOTCH).equals("none"))
                .count();
        assertThat(none).isBetween(2880L, 3120L);
    }

    @Test
    void aPlanWithoutDrawsIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Sample(PlanKind.SOBOL, 10, 1, List.of()))
                .withMessageContaining("Maybe");
    }

    @Test
    void sobolStopsWhereItsGeneratorDoes() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> space(PlanKind.SOBOL, 1L << 32))
                .withMessageContaining("design.cases");
    }
}
