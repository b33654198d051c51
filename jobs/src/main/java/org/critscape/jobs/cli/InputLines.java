package org.critscape.jobs.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.material.Provenance;

/** The inputs of one case for people, under their configuration keys. */
final class InputLines {
    private InputLines() {}

    /**
     * Each input the case uses, its value, and whether that was given or is a default: cited, chosen or assumed. A
     * given value is given also where it equals the default: the user may have measured it.
     */
    static List<String> of(DesignPoint point) {
        return TextTable.of(used(point)
                .map(parameter -> List.of(parameter.path(), value(point, parameter), origin(point, parameter)))
                .toList());
    }

    /** The physical inputs whose values are assumed or chosen, and the reason for each. */
    static List<String> unmeasured(DesignPoint point) {
        return TextTable.of(unmeasuredCells(point));
    }

    /** The same without the reasons, "interface.resistance 15 Ω cm²". */
    static List<String> unmeasuredInOneLineEach(DesignPoint point) {
        return unmeasuredCells(point).stream()
                .map(cells -> cells.get(0) + " " + cells.get(1))
                .toList();
    }

    private static List<List<String>> unmeasuredCells(DesignPoint point) {
        return used(point)
                .filter(InputLines::isMeasurable)
                .flatMap(parameter -> point
                        .provenance(parameter)
                        .filter(provenance -> provenance.kind() != Provenance.Kind.CITED)
                        .map(provenance -> List.of(parameter.path(), value(point, parameter), provenance.reference()))
                        .stream())
                .toList();
    }

    /** Whether the input is a quantity of the cell: not a choice of words, nor a number of a setting. */
    private static boolean isMeasurable(Parameter parameter) {
        return parameter.domain() instanceof Domain.Interval interval
                && !interval.whole()
                && !parameter.path().startsWith("solver.");
    }

    private static Stream<Parameter> used(DesignPoint point) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter == Parameter.MATERIAL || point.uses(parameter));
    }

    /** The value of an input of the case, with its unit. */
    static String value(DesignPoint point, Parameter parameter) {
        return parameter.domain() instanceof Domain.MapFile
                ? point.word(parameter)
                : value(parameter, point.number(parameter));
    }

    /** A value [SI] that the input may hold, with its unit. */
    static String value(Parameter parameter, double value) {
        return parameter.domain() instanceof Domain.Interval interval
                ? Display.amount(value, interval.dimension().siUnit())
                : parameter.domain().describe(value);
    }

    private static String origin(DesignPoint point, Parameter parameter) {
        return point.provenance(parameter)
                .map(provenance -> provenance.kind().name().toLowerCase(Locale.ROOT))
                .orElse("given");
    }
}
