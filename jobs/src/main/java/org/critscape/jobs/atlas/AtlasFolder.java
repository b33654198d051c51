package org.critscape.jobs.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.critscape.jobs.store.FileStore;
import org.critscape.jobs.store.RowFile;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.NodeTable;
import org.critscape.jobs.table.NodeTable.NodeRow;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.jspecify.annotations.Nullable;

/**
 * The solves of atlases: Parquet files that appear whole and are never changed, one for each batch. What is solved once is
 * found again by every study, since a solve depends on nothing but its family and groups.
 */
public final class AtlasFolder {
    private static final String NODES = NodeTable.TABLE.name();
    private static final String COARSE = "coarse";
    private static final String FINE = "fine";

    private final String name;
    private final FileStore files;
    private final Map<Key, Levels> known = new LinkedHashMap<>();

    /**
     * A solve.
     *
     * @param family see {@link #key}
     */
    public record Key(String family, List<Double> groups) {}

    /** What is known of it; a level that was tried in vain is there with null. */
    private record Levels(Map<String, Optional<StationFields>> byLevel) {}

    private AtlasFolder(String name, FileStore files) {
        this.name = name;
        this.files = files;
    }

    /**
     * Opens a folder, whether it exists or not, and reads what is there.
     *
     * @throws InvalidInputException where it cannot be one, or holds solves of another version of the model
     */
    public static AtlasFolder open(String name, Configuration configuration) throws IOException {
        FileStore files;
        try {
            files = StudyFolder.of(name, configuration).files();
        } catch (InvalidInputException refusal) {
            throw refusal(name, "a folder that can be read and written");
        }
        Optional<String> obstacle = files.obstacle();
        if (obstacle.isPresent()) {
            throw refusal(obstacle.get() + ", a file,", "a folder");
        }
        TreeSet<String> names = new TreeSet<>(files.list(".").keySet());
        names.removeIf(other -> other.startsWith(".") || other.equals(NODES));
        if (!names.isEmpty()) {
            throw refusal(name + ", which holds " + names.first() + ",", "a folder of an atlas alone");
        }
        AtlasFolder folder = new AtlasFolder(name, files);
        folder.readAll();
        return folder;
    }

    private static InvalidInputException refusal(String value, String allowed) {
        return new InvalidInputException("atlas.folder", value, allowed, "Maybe atlas.folder = out/atlas.");
    }

    /** The folder as it was named. */
    public String name() {
        return name;
    }

    /** A family's name in the table. */
    static String key(Family family) {
        return family.words() + ", " + family.currentOrder() + ", " + family.creepOrder() + ", "
                + family.regularisation() + ", " + family.newtonTolerance() + ", " + family.newtonIterations();
    }

    /** Number of solves by family, those on both meshes counted twice. */
    public Map<String, long[]> counts() {
        Map<String, long[]> counts = new LinkedHashMap<>();
        known.forEach((key, levels) -> levels.byLevel().forEach((level, fields) -> {
            long[] of = counts.computeIfAbsent(key.family(), family -> new long[3]);
            of[fields.isEmpty() ? 2 : level.equals(FINE) ? 1 : 0]++;
        }));
        return counts;
    }

    /** All solves. */
    public List<Key> keys() {
        return List.copyOf(known.keySet());
    }

    /** The answer to a request; empty where it was never tried. */
    synchronized Optional<Answer> find(Family family, Request request) {
        Levels levels = known.get(new Key(key(family), request.groups()));
        if (levels == null || (request.fine() && !levels.byLevel().containsKey(FINE))) {
            return Optional.empty();
        }
        return Optional.of(new Answer(fields(levels, COARSE), request.fine() ? fields(levels, FINE) : null));
    }

    private static @Nullable StationFields fields(Levels levels, String level) {
        return levels.byLevel().getOrDefault(level, Optional.empty()).orElse(null);
    }

    /** Keeps answers, in one file. */
    synchronized void add(Family family, List<Request> requests, List<Answer> answers) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Key key = new Key(key(family), requests.get(i).groups());
            Levels levels = known.computeIfAbsent(key, other -> new Levels(new LinkedHashMap<>()));
            // Coarse solves of a request for both are those of one for the coarse alone.
            if (!levels.byLevel().containsKey(COARSE)) {
                keep(rows, key, levels, COARSE, answers.get(i).coarse());
            }
            if (requests.get(i).fine()) {
                keep(rows, key, levels, FINE, answers.get(i).fine());
            }
        }
        byte[] content = RowFile.encode(NodeTable.TABLE.schema(), rows, Map.of());
        files.publish(NODES + "/" + StudyFolder.sha256(content) + ".parquet", content);
    }

    private static void keep(List<Row> rows, Key key, Levels levels, String level, @Nullable StationFields fields) {
        levels.byLevel().put(level, Optional.ofNullable(fields));
        int stations = fields == null ? 1 : fields.stations().x().length;
        for (int station = 0; station < stations; station++) {
            rows.add(NodeTable.TABLE.row(new NodeRow(key.family(), key.groups(), level, station, fields)));
        }
    }

    private void readAll() throws IOException {
        for (String file : new TreeSet<>(files.list(NODES).keySet())) {
            if (file.endsWith(".parquet")) {
                byte[] content = files.read(NODES + "/" + file).orElseThrow(() -> new IOException(file + " vanished"));
                read(RowFile.decode(NodeTable.TABLE.schema(), content));
            }
        }
    }

    private void read(List<Row> rows) {
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).<Integer>getAs("station") == 0) {
                readSolve(rows.subList(start, i));
                start = i;
            }
        }
    }

    private void readSolve(List<Row> stations) {
        Row first = stations.get(0);
        String version = first.getAs("model_version");
        if (!version.equals(CellSolver.MODEL_VERSION)) {
            throw new InvalidInputException(
                    "atlas.folder",
                    name + ", which holds solves of model version " + version + ",",
                    "solves of model version " + CellSolver.MODEL_VERSION,
                    "Maybe set another folder; this one may be removed.");
        }
        List<Double> groups = new ArrayList<>();
        for (String column : List.of(
                "height_to_separation",
                "wagner_number",
                "creep_exponent",
                "edge_resolution_to_separation",
                "top_fraction")) {
            Double value = first.getAs(column);
            if (value != null) {
                groups.add(value);
            }
        }
        Key key = new Key(first.getAs("family"), groups);
        known.computeIfAbsent(key, other -> new Levels(new LinkedHashMap<>()))
                .byLevel()
                .putIfAbsent(first.getAs("level"), Optional.ofNullable(fields(stations)));
    }

    private static @Nullable StationFields fields(List<Row> stations) {
        Row first = stations.get(0);
        if (first.<String>getAs("status").equals("failed")) {
            return null;
        }
        InterfacePoints points = new InterfacePoints(
                column(stations, "x"),
                column(stations, "y"),
                column(stations, "current_ratio"),
                column(stations, "pressure_function"),
                column(stations, "normal_traction"),
                column(stations, "curvature"),
                0);
        InterfaceNumbers whole = new InterfaceNumbers(
                first.getAs("area_ratio"),
                first.getAs("filtered_height"),
                first.getAs("current_ratio_max"),
                first.getAs("current_ratio_min"),
                first.getAs("pressure_function_max"),
                first.getAs("normal_traction_max"));
        return new StationFields(points, whole);
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.<Double>getAs(name)).toArray();
    }
}
