package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.INPUT;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.APPLICABLE;
import static org.critscape.jobs.table.Presence.DESCRIBED;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.cell.DesignCase;
import org.jspecify.annotations.Nullable;

/** Columns of the table {@code cases} from what they show: an input, a part of the described case. */
final class CaseColumns {
    private static final Set<Parameter> SOMETIMES = EnumSet.of(
            Parameter.EDGE_RESOLUTION,
            Parameter.TOP_FRACTION,
            Parameter.TRANSFER_COEFFICIENT,
            Parameter.ACTIVATION_VOLUME,
            Parameter.HEIGHT_SCALE,
            Parameter.RMS_HEIGHT,
            Parameter.CORRELATION_LENGTH,
            Parameter.HURST_EXPONENT,
            Parameter.SEED,
            Parameter.FLAT_CRITICAL_CURRENT,
            Parameter.HALF_OPENING,
            Parameter.CONTACT_ANGLE,
            Parameter.CREEP_EXPONENT,
            Parameter.STACK_PRESSURE,
            Parameter.FRACTURE_TOUGHNESS,
            Parameter.FLAW_LENGTH,
            Parameter.YOUNGS_MODULUS,
            Parameter.POISSON_RATIO,
            Parameter.SURFACE_ENERGY,
            Parameter.TRANSITION_RATE);

    private CaseColumns() {}

    static Column<CaseRecord> word(String name, Presence presence, String description, Parameter parameter) {
        Column.Reader<CaseRecord> reader = presence == ALWAYS ? r -> r.point().word(parameter) : r -> r.word(parameter);
        return Column.text(INPUT, name, presence, description, reader).of(parameter);
    }

    static Column<CaseRecord> input(String name, String unit, String description, Parameter parameter) {
        Presence presence = SOMETIMES.contains(parameter) ? APPLICABLE : ALWAYS;
        return Column.<CaseRecord>number(INPUT, name, unit, presence, description, r -> r.number(parameter))
                .of(parameter);
    }

    static Column<CaseRecord> described(
            String name, String unit, String description, ToDoubleFunction<DesignCase> value) {
        return Column.number(
                INPUT, name, unit, DESCRIBED, description, of(CaseRecord::designCase, value::applyAsDouble));
    }

    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** Reads a value from a part of the record; null where the part is missing. */
    static <P> Column.Reader<CaseRecord> of(Function<CaseRecord, P> part, Function<P, ?> value) {
        return record -> {
            P found = part.apply(record);
            return found == null ? null : value.apply(found);
        };
    }
}
