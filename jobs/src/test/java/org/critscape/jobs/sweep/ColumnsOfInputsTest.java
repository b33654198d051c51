package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.table.CaseTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns that are said to show an input do differ when only the input does. */
class ColumnsOfInputsTest {
    @ParameterizedTest
    @EnumSource(Parameter.class)
    void theColumnsOfAnInputFollowIt(Parameter input) {
        List<Row> rows = PlainLoop.cases(new CaseRunner(twoCases(input), SampleCases::solve))
                .toList();
        assertThat(rows).hasSize(2);
        List<String> columns = CaseTable.columnsOf(List.of(input));
        assertThat(columns)
                .allSatisfy(column -> assertThat(Objects.equals(
                                rows.get(0).getAs(column), rows.get(1).getAs(column)))
                        .isFalse());
    }

    private static DesignSpace twoCases(Parameter input) {
        List<Axis> axes = new ArrayList<>();
        double value = input.example();
        if (input.domain() instanceof Domain.Interval interval) {
            double other = interval.whole() ? value - 1 : value == 0 ? interval.high() : 0.9 * value;
            axes.add(Axis.list(input, value, other));
        } else if (input == Parameter.FILE) {
            axes.add(Axis.maps(List.of(SampleCases.map("a.csv", 1), SampleCases.map("b.csv", 2))));
        } else {
            axes.add(Axis.list(input, 0, 1));
        }
        // A trapezoid has a top and edges; Butler-Volmer kinetics under pressure have all coefficients; away from room
        // temperature activation energies count.
        fix(axes, Axis.words(Parameter.SHAPE, List.of(shape(input))));
        fix(axes, Axis.words(Parameter.SPECTRUM, List.of("self-affine")));
        fix(axes, Axis.maps(List.of(SampleCases.map("a.csv", 1))));
        fix(axes, Axis.list(Parameter.HEIGHT_SCALE, 10e-6));
        fix(axes, Axis.list(Parameter.RMS_HEIGHT, 4e-6));
        fix(axes, Axis.list(Parameter.CORRELATION_LENGTH, 60e-6));
        fix(axes, Axis.list(Parameter.EDGE_RESOLUTION, 5e-6));
        fix(axes, Axis.words(Parameter.PROFILE, List.of("trapezoid")));
        fix(axes, Axis.list(Parameter.PEAK_HEIGHT, 25e-6));
        fix(axes, Axis.list(Parameter.PEAK_SEPARATION, 150e-6));
        fix(axes, Axis.list(Parameter.TEMPERATURE, 333.15));
        fix(axes, Axis.words(Parameter.KINETICS, List.of("butler-volmer")));
        fix(axes, Axis.words(Parameter.PRESSURE_COUPLING, List.of(isUncoupled(input) ? "none" : "iterated")));
        if (input == Parameter.CONTACT_ANGLE) {
            fix(axes, Axis.list(Parameter.SURFACE_ENERGY, 0.45));
        }
        return new DesignSpace(List.of(new Block(axes)));
    }

    private static boolean isUncoupled(Parameter input) {
        return input == Parameter.KINETICS || input == Parameter.LITHIUM_MODEL;
    }

    private static String shape(Parameter input) {
        return switch (input) {
            case FORM -> "egg-box";
            case FILE, HEIGHT_SCALE -> "height-map";
            case SPECTRUM, RMS_HEIGHT, CORRELATION_LENGTH, HURST_EXPONENT, SEED -> "rough";
            default -> "ridge";
        };
    }

    private static void fix(List<Axis> axes, Axis fixed) {
        if (axes.stream().noneMatch(axis -> axis.parameter() == fixed.parameter())) {
            axes.add(fixed);
        }
    }
}
