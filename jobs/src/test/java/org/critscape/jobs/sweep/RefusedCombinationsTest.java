package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.Shape;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are each in range and that the model refuses together: the row names their keys. */
class RefusedCombinationsTest {
    static Stream<Arguments> combinations() {
        return Stream.of(
                arguments(
                        Map.of(Parameter.PEAK_HEIGHT, 200e-6),
                        "peak height by peak separation is 1.3333333333333335 (topography.peak-height 2.0E-4 m,"
                                + " topography.peak-separation 1.5E-4 m) but must be between 0.001 and 1.0."),
                arguments(
                        Map.of(Parameter.EDGE_RESOLUTION, 30e-6),
                        "edge resolution by peak separation is 0.2 (topography.edge-resolution 3.0E-5 m,"
                                + " topography.peak-separation 1.5E-4 m) but must be between 0.001 and 0.15."),
                arguments(
                        Map.of(Parameter.THICKNESS, 20e-6),
                        "electrolyte thickness is 2.0E-5 m (electrolyte.thickness) but must be above the peak height,"
                                + " 2.5E-5 m (topography.peak-height), or the lithium is short-circuited."),
                arguments(
                        Map.of(Parameter.CONDUCTIVITY, 50.0, Parameter.RESISTANCE, 0.15),
                        "Wagner number is 50000.00000000001 (at operation.temperature 298.15 K; electrolyte.conductivity 50.0 S/m"
                                + " and interface.resistance 0.15 Ω m² at 298.15 K, topography.peak-separation 1.5E-4 m)"
                                + " but must be between 0 and 10000.0."),
                arguments(
                        Map.of(Parameter.HALF_OPENING, 2e-6),
                        "half opening is 2.0E-6 m (dendrite.half-opening), 2.00e-06 m when the flaw grows (dendrite.opening ="
                                + " rigid) but must be below the length of the flaw, 1.0E-6 m (dendrite.flaw-length)."),
                arguments(
                        Map.of(Parameter.LITHIUM_MODEL, 1.0, Parameter.PRESSURE_COUPLING, 1.0),
                        "pressure coupling is iterated (interface.pressure-coupling) but must be none where no lithium is"
                                + " solved (lithium.model = none), since it takes the lithium's pressure."),
                arguments(
                        Map.of(Parameter.OPENING, 1.0, Parameter.FLAT_CRITICAL_CURRENT, 1e-3),
                        "flat critical current is 0.001 A/m² (dendrite.flat-critical-current) but must be above 0.0186 A/m²"
                                + " with dendrite.opening = elastic, dendrite.flaw-length 1.0E-6 m and"
                                + " electrolyte.youngs-modulus 2.2E10 Pa, because the fracture pressure alone opens the"
                                + " flaw that far."),
                arguments(
                        Map.of(Parameter.OPENING, 1.0, Parameter.HALF_OPENING, 1e-9, Parameter.SURFACE_ENERGY, 0.45),
                        "half opening of the flaw without pressure is 1.00e-09 m (by dendrite.half-opening or"
                                + " dendrite.flat-critical-current) but must be at least 2.79e-09 m with"
                                + " dendrite.surface-energy 0.45 J/m², which holds narrower flaws shut."),
                arguments(
                        Map.of(Parameter.FLAW_LENGTH, 1e-3, Parameter.FRACTURE_TOUGHNESS, 2.3e5),
                        "flaw length is 0.001 m (dendrite.flaw-length) but must be below 0.000274 m with a fracture"
                                + " toughness of 230000.0 Pa √m (electrolyte.fracture-toughness), because a longer flaw"
                                + " grows under the 7 MPa of the reference state without any current."));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theRowNamesKeysAndValues(Map<Parameter, Double> values, String message) {
        CaseRunner runner = new CaseRunner(pyramid(values), CaseSolver.embedded());
        assertThat(runner.run(0).outcome())
                .isInstanceOfSatisfying(
                        CaseOutcome.Rejected.class,
                        rejected -> assertThat(rejected.message()).startsWith(message + " Maybe "));
    }

    private static DesignSpace pyramid(Map<Parameter, Double> values) {
        Map<Parameter, Double> all = new EnumMap<>(Map.of(
                Parameter.SHAPE,
                (double) List.of(Shape.values()).indexOf(Shape.SQUARE_PYRAMID),
                Parameter.PEAK_HEIGHT,
                25e-6,
                Parameter.PEAK_SEPARATION,
                150e-6));
        all.putAll(values);
        return new DesignSpace(List.of(new Block(all.entrySet().stream()
                .map(entry -> Axis.list(entry.getKey(), entry.getValue()))
                .toList())));
    }

    /** Every two inputs at the ends of their ranges: no refusal is left that speaks of the solver's words alone. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyRefusalOfTwoExtremesNamesTheirKeys(Shape shape) {
        double code = List.of(Shape.values()).indexOf(shape);
        List<Parameter> amounts = Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.domain() instanceof Domain.Interval)
                .toList();
        Set<String> quantities = new TreeSet<>();
        for (Parameter one : amounts) {
            for (Parameter other : amounts.subList(0, amounts.indexOf(one))) {
                Set<Parameter> pair = EnumSet.of(one, other);
                // These two exclude each other: no case is made of both.
                if (!pair.equals(Set.of(Parameter.HALF_OPENING, Parameter.FLAT_CRITICAL_CURRENT))) {
                    DesignSpace corners = new DesignSpace(List.of(new Block(axes(code, one, other))));
                    for (long corner = 0; corner < corners.size(); corner++) {
                        refusal(corners.point(corner), quantities);
                    }
                }
            }
        }
        assertThat(quantities).contains("Wagner number", "flaw length");
    }

    private static List<Axis> axes(double shape, Parameter one, Parameter other) {
        List<Axis> axes = new ArrayList<>(List.of(Axis.list(Parameter.SHAPE, shape), ends(one), ends(other)));
        for (Parameter required : Parameter.values()) {
            if (required.isRequired() && required != Parameter.SHAPE && required != one && required != other) {
                axes.add(
                        required == Parameter.FILE
                                ? Axis.maps(List.of(SampleCases.map("map.csv", 5)))
                                : Axis.list(required, required.example()));
            }
        }
        return axes;
    }

    private static Axis ends(Parameter parameter) {
        Domain.Interval interval = (Domain.Interval) parameter.domain();
        return Axis.list(parameter, interval.low(), interval.high());
    }

    private static void refusal(DesignPoint point, Set<String> quantities) {
        try {
            CellSolver.requireCovered(point.toCase());
        } catch (InvalidInputException refusal) {
            quantities.add(refusal.quantity());
            String message = String.valueOf(refusal.getMessage());
            assertThat(Arrays.stream(Parameter.values()).filter(parameter -> message.contains(parameter.path())))
                    .as(message)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
