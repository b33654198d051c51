package org.critscape.jobs.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;

/** The table {@code cases}: one row per case, inputs and results in SI. Nothing in it depends on time or place. */
public final class CaseTable {
    /** All columns, in the order they are written. */
    public static final Table<CaseRecord> TABLE = new Table<>(
            "cases",
            Stream.of(
                            IdentityColumns.columns(),
                            SurfaceColumns.columns(),
                            MaterialColumns.columns(),
                            ResultColumns.columns(),
                            EffortColumns.columns(),
                            StatusColumns.columns())
                    .flatMap(List::stream)
                    .toList());

    private CaseTable() {}

    /**
     * The input whose value a column holds as a study gives it; empty for what is made of several inputs, for files and
     * for results.
     */
    public static Optional<Parameter> inputOf(String column) {
        return TABLE.columns().stream()
                .filter(found -> found.name().equals(column) && found.inputs().size() == 1)
                .map(found -> found.inputs().get(0))
                .filter(input -> !(input.domain() instanceof Domain.MapFile))
                .findFirst();
    }

    /** The columns that tell cases apart which differ in these inputs; an input without a column has none. */
    public static List<String> columnsOf(Collection<Parameter> inputs) {
        return TABLE.columns().stream()
                .filter(column -> column.inputs().stream().anyMatch(inputs::contains))
                .map(Column::name)
                .toList();
    }
}
