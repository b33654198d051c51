package org.critscape.jobs.optimum;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.critscape.solver.quantity.InvalidInputException;

/** What the best surface has most of. */
public enum Objective {
    /** The geometrical current density at which a dendrite starts [A/m²]. */
    CRITICAL_CURRENT("critical_current_a_per_m2", "A/m²"),
    /** The same by that of the flat interface [1]. */
    ENHANCEMENT("enhancement", "1");

    private final String column;
    private final String unit;

    Objective(String column, String unit) {
        this.column = column;
        this.unit = unit;
    }

    /** The objective of a word of the command line; throws {@link InvalidInputException} where there is none. */
    public static Objective of(String word) {
        return Arrays.stream(values())
                .filter(objective -> objective.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--maximise",
                        word,
                        Arrays.stream(values()).map(Objective::word).collect(Collectors.joining(" or ")),
                        "Maybe leave it out to maximise the critical current."));
    }

    /** As the command line spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The column of the case table. */
    public String column() {
        return column;
    }

    /** SI unit. */
    public String unit() {
        return unit;
    }
}
