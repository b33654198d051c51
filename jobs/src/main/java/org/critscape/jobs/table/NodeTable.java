package org.critscape.jobs.table;

import static org.critscape.jobs.table.Column.Group.EFFORT;
import static org.critscape.jobs.table.Column.Group.IDENTITY;
import static org.critscape.jobs.table.Column.Group.INPUT;
import static org.critscape.jobs.table.Column.Group.RESULT;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.NODE_SOLVED;
import static org.critscape.jobs.table.Presence.OPTIONAL;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.types.DataTypes;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.mesh.MeshPlan.Divisions;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.jspecify.annotations.Nullable;

/** The table {@code nodes} of an atlas: what its solves found at stations of the interface, one row for each station. */
public final class NodeTable {
    /**
     * A station of a solve.
     *
     * @param family whose interface it is
     * @param groups H/S, λ, n, and σ_e/S and top fraction where the family has them
     * @param level "coarse" or "fine"
     * @param elements of the meshes, see {@link #elements}
     * @param station from 0, the tip, on
     * @param fields of the solve; null where there is none
     */
    public record NodeRow(
            String family,
            List<Double> groups,
            String level,
            String elements,
            int station,
            @Nullable StationFields fields) {
        @Nullable
        Double group(int index) {
            return index < groups.size() ? groups.get(index) : null;
        }
    }

    /** All columns, in the order they are written. */
    public static final Table<NodeRow> TABLE = new Table<>(
            "nodes",
            List.of(
                    Column.text(
                            IDENTITY, "model_version", ALWAYS, "version of the model", r -> CellSolver.MODEL_VERSION),
                    Column.text(
                            IDENTITY,
                            "family",
                            ALWAYS,
                            "shape, apex and wall, orders of current and creep, regularisation, Newton tolerance and steps",
                            NodeRow::family),
                    group("height_to_separation", "H/S", 0),
                    group("wagner_number", "λ", 1),
                    group("creep_exponent", "n", 2),
                    group("edge_resolution_to_separation", "σ_e/S, of shapes with edges", 3),
                    group("top_fraction", "t, of shapes with a flat top", 4),
                    Column.text(IDENTITY, "level", ALWAYS, "coarse or fine, the meshes", NodeRow::level),
                    Column.text(
                            IDENTITY,
                            "elements",
                            ALWAYS,
                            "numbers of elements of the electrolyte's mesh and of the lithium's: along x, y/x, z",
                            NodeRow::elements),
                    Column.text(
                            EFFORT,
                            "status",
                            ALWAYS,
                            "solved, or failed where there is no solve",
                            r -> r.fields() == null ? "failed" : "solved"),
                    new Column<>(
                            "station",
                            DataTypes.IntegerType,
                            "",
                            IDENTITY,
                            ALWAYS,
                            "place on the interface, 0 the tip",
                            NodeRow::station),
                    point("x", "place in the frame of the fundamental cell, by S", p -> p.x()),
                    point("y", "place in the frame of the fundamental cell, by S", p -> p.y()),
                    point("current_ratio", "k there", p -> p.currentRatio()),
                    point("pressure_function", "Π there", p -> p.pressureFunction()),
                    point("normal_traction", "T there", p -> p.normalTraction()),
                    point("curvature", "larger principal curvature there, by 1/S", p -> p.curvature()),
                    whole("area_ratio", "interface area by projected area", InterfaceNumbers::areaRatio),
                    whole("filtered_height", "height after filtering, by S", InterfaceNumbers::filteredHeight),
                    whole("current_ratio_max", "max k of the interface", InterfaceNumbers::currentRatioMax),
                    whole("current_ratio_min", "min k", InterfaceNumbers::currentRatioMin),
                    whole("pressure_function_max", "max Π", InterfaceNumbers::pressureFunctionMax),
                    whole("normal_traction_max", "max T", InterfaceNumbers::normalTractionMax)));

    private NodeTable() {}

    /** "7+4 3 5, 6+3 3 4": along x between one edge and the next, along y/x, along z. */
    public static String elements(Meshes meshes) {
        return elements(meshes.electrolyte()) + ", " + elements(meshes.lithium());
    }

    private static String elements(Divisions divisions) {
        List<String> counts = divisions.counts().stream().map(String::valueOf).toList();
        int intervals = counts.size() - 2;
        return String.join("+", counts.subList(0, intervals)) + " "
                + String.join(" ", counts.subList(intervals, counts.size()));
    }

    private static Column<NodeRow> group(String name, String description, int index) {
        return Column.number(INPUT, name, "1", index < 3 ? ALWAYS : OPTIONAL, description, r -> r.group(index));
    }

    /** Values of all stations. */
    @FunctionalInterface
    private interface Values {
        double[] of(InterfacePoints points);
    }

    private static Column<NodeRow> point(String name, String description, Values values) {
        return Column.number(RESULT, name, "1", NODE_SOLVED, description, r -> {
            StationFields fields = r.fields();
            return fields == null ? null : (Double) values.of(fields.stations())[r.station()];
        });
    }

    private static Column<NodeRow> whole(String name, String description, ToDoubleFunction<InterfaceNumbers> value) {
        return Column.number(RESULT, name, "1", NODE_SOLVED, description, r -> {
            StationFields fields = r.fields();
            return fields == null ? null : (Double) value.applyAsDouble(fields.whole());
        });
    }
}
