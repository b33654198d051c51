package org.critscape.jobs.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.jobs.dataset.DatasetColumn.Role;
import org.critscape.jobs.dataset.DatasetColumn.Type;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Column;

/** The columns of a data set, in their order: identity, inputs, what similarity makes of them, targets and their errors. */
final class DatasetColumns {
    /** Draws of a generator and names of files tell nothing of a surface. */
    private static final Set<String> NO_FEATURES = Set.of("seed", "height_map", "height_map_sha256");

    private static final Map<String, Role> RESULTS = Map.of(
            "enhancement", Role.TARGET,
            "critical_current_a_per_m2", Role.TARGET,
            "current_ratio_max", Role.TARGET,
            "pressure_function_max", Role.TARGET,
            "pressure_function_tip", Role.TARGET,
            "critical_current_error", Role.ERROR,
            "current_ratio_error", Role.ERROR,
            "pressure_function_error", Role.ERROR);

    /** All of them. */
    static final List<DatasetColumn> ALL = all();

    private DatasetColumns() {}

    private static List<DatasetColumn> all() {
        List<DatasetColumn> columns = new ArrayList<>();
        columns.add(of("case_id", Role.IDENTITY, Type.STRING));
        columns.add(of("case_index", Role.IDENTITY, Type.LONG));
        columns.add(new DatasetColumn(
                "group_id",
                Role.IDENTITY,
                Type.STRING,
                "",
                "hash of shape, H/S, λ, n, wall and the edge by S: cases that share a solve are equal",
                Grouping.GROUP_ID));
        CaseTable.TABLE.columns().stream()
                .filter(column -> column.group() == Column.Group.INPUT)
                .map(DatasetColumns::input)
                .forEach(columns::add);
        // How the numbers were found tells nothing of the surface, but how far to trust a split.
        columns.add(of("method", Role.IDENTITY, Type.STRING));
        // Of the plane, which needs no solve.
        columns.add(of("flat_critical_current_at_state_a_per_m2", Role.FEATURE, Type.DOUBLE));
        columns.addAll(similarity());
        Stream.of(Role.TARGET, Role.ERROR)
                .flatMap(role -> CaseTable.TABLE.columns().stream()
                        .filter(column -> RESULTS.get(column.name()) == role)
                        .map(column -> of(column.name(), role, Type.DOUBLE)))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    private static DatasetColumn input(Column<CaseRecord> column) {
        boolean isNumber = column.type().equals(DataTypes.DoubleType);
        Role role = NO_FEATURES.contains(column.name())
                ? Role.IDENTITY
                : !isNumber ? Role.CATEGORY : column.unit().equals("1") ? Role.DIMENSIONLESS : Role.FEATURE;
        return of(column.name(), role, isNumber ? Type.DOUBLE : Type.STRING);
    }

    private static DatasetColumn of(String name, Role role, Type type) {
        Column<CaseRecord> column = CaseTable.TABLE.columns().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new DatasetColumn(name, role, type, column.unit(), column.description(), name);
    }

    /** What is not an input of its own but made of several. */
    private static List<DatasetColumn> similarity() {
        return List.of(
                of("wagner_number", Role.DIMENSIONLESS, Type.DOUBLE),
                ratio("edge_to_separation", "edge_resolution_m", "edge resolution by S"),
                ratio("rms_to_separation", "rms_height_m", "root mean square height of the rough surface by S"),
                ratio(
                        "correlation_to_separation",
                        "correlation_length_m",
                        "correlation length of the rough surface by S"),
                ratio("thickness_to_separation", "electrolyte_thickness_m", "L/S"),
                new DatasetColumn(
                        "pressure_to_flow",
                        Role.DIMENSIONLESS,
                        Type.DOUBLE,
                        "1",
                        "B, pressure of the creeping interface by that of the flow in the flaw, without the notch factor",
                        pressureToFlow()));
    }

    private static DatasetColumn ratio(String name, String length, String description) {
        return new DatasetColumn(
                name, Role.DIMENSIONLESS, Type.DOUBLE, "1", description, length + " / peak_separation_m");
    }

    /**
     * B = σ1/G (n + 1)/n b/a [3^((n+1)/2) b² / ((n+2) a S)]^(1/n), where the creep coefficient and the molar volume of
     * σ1 and G have cancelled; b is the half opening without pressure.
     */
    private static String pressureToFlow() {
        String n = "creep_exponent";
        String b = "unloaded_half_opening_m";
        String a = "flaw_length_m";
        return "(" + n + " + 1) / " + n + " * " + b + " / " + a + " * power(power(3D, (" + n + " + 1) / 2) * " + b
                + " * " + b + " / ((" + n + " + 2) * " + a + " * peak_separation_m), 1 / " + n + ")";
    }
}
